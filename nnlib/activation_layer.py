"""The activation layer: Z = f(Y) forward, ∂L/∂X = ∂L/∂Y ⊙ f′(X) backward."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnlib.layer import Layer
from nnlib.options import check_function
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
        If one of the two is not a function, or does not give back a new array of the shape
        that it was given: both are tried on a small array at once.

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
        _try_out("f", f, "tanh")
        _try_out("f_prime", f_prime, "tanh_prime")
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

    def output_size(self, input_size: int | None) -> int | None:  # noqa: D102 - see Layer
        return input_size


def _try_out(name: str, function: Callable[[Array], Array], example: str) -> None:
    """Raise a ValueError unless a function keeps the shape of an array and leaves it alone."""
    check_function(name, function, example)
    given = np.array([[-0.5, 0.25, 0.5], [0.75, 1.0, -1.0]])
    x = given.copy()
    expected = f"expected one that takes an array and returns a new one, such as {example}"
    try:
        with np.errstate(all="ignore"):
            result = np.asarray(function(x))
    except Exception as error:
        raise ValueError(f"{name} failed on an array ({error}); {expected}") from error
    if result.shape != given.shape:
        raise ValueError(f"{name} made shape {result.shape} of shape {given.shape}; {expected}")
    if not np.array_equal(x, given):
        raise ValueError(f"{name} changed the array that it was given; {expected}")
    if np.shares_memory(result, x):
        raise ValueError(f"{name} gave back the array that it was given; {expected}")
