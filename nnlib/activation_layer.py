"""The activation layer: Z = f(Y) forward, ∂L/∂X = ∂L/∂Y ⊙ f′(X) backward."""

from __future__ import annotations

from collections.abc import Callable

from nnlib.layer import Layer
from nnlib.validation import Array, check_rows


class ActivationLayer(Layer):
    """Activation layer: the same function f for every number, nothing to learn.

    Parameters
    ----------
    f : callable
        The activation function of equation (2), for example `nnlib.tanh`. It is given an
        array and returns a new one of the same shape.
    f_prime : callable
        Its derivative f′, for example `nnlib.tanh_prime`. It is given the *input* of f.

    Raises
    ------
    ValueError
        If one of the two is not a function.

    Examples
    --------
    >>> import numpy as np
    >>> from nnlib import tanh, tanh_prime
    >>> layer = ActivationLayer(tanh, tanh_prime)
    >>> layer
    ActivationLayer(tanh)
    >>> layer.forward_propagation(np.array([[0.0, 1.0]])).round(4)
    array([[0.    , 0.7616]])
    """

    def __init__(self, f: Callable[[Array], Array], f_prime: Callable[[Array], Array]) -> None:
        for name, function in (("f", f), ("f_prime", f_prime)):
            if not callable(function):
                raise ValueError(f"{name} is {function!r}; expected a function, such as tanh")
        self.f = f
        self.f_prime = f_prime

    def forward_propagation(self, input: Array) -> Array:  # noqa: D102 - see Layer
        self.input = check_rows("input", input)
        return self.f(input)  # (2)

    def backward_propagation(self, output_gradient: Array, alpha: float) -> Array:  # noqa: D102
        input = self.remembered_input()
        check_rows("output_gradient", output_gradient, input.shape[1], len(input))

        return output_gradient * self.f_prime(input)  # (i) of chapter 8, from (11)

    def __repr__(self) -> str:
        return f"ActivationLayer({getattr(self.f, '__name__', repr(self.f))})"
