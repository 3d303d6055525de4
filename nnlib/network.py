"""The network: a chain of layers, run forward, run backward, trained."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from nnlib import parameters, shapes, summary, training
from nnlib.layer import Layer
from nnlib.losses import Loss, LossPrime, missing_loss
from nnlib.options import check_function
from nnlib.validation import Array


class Network:
    """A chain of layers: the output of each layer is the input of the next.

    Parameters
    ----------
    layers : iterable of Layer, optional
        Layers to start with; `add` appends more.

    Raises
    ------
    ValueError
        If `layers` is no list of layers that fit together; see `add`.

    Attributes
    ----------
    layers : list of Layer
        The layers in order.
    loss, loss_prime : callable
        L(y, y_star) and its gradient ∂L/∂Y, as `use` was given them; before, both raise.

    Examples
    --------
    >>> from nnlib import ActivationLayer, FCLayer, tanh, tanh_prime
    >>> net = Network([FCLayer(2, 3), ActivationLayer(tanh, tanh_prime)])
    >>> net
    Network(FCLayer(2 → 3), ActivationLayer(tanh))
    >>> net.predict([[0.0, 1.0]]).shape
    (1, 3)
    """

    def __init__(self, layers: Iterable[Layer] = ()) -> None:
        self.layers: list[Layer] = []
        self.loss: Loss = missing_loss
        self.loss_prime: LossPrime = missing_loss
        if not isinstance(layers, Iterable):
            raise ValueError(f"layers is {layers!r}; expected a list of layers")
        for layer in layers:
            self.add(layer)

    def add(self, layer: Layer) -> None:
        """Append a layer.

        Parameters
        ----------
        layer : Layer
            The layer; it is given the output of the one before it.

        Raises
        ------
        ValueError
            If it is no layer, is in the network already, or does not fit the layer before it.
        """
        if not isinstance(layer, Layer):
            raise ValueError(f"{layer!r} was given; expected a layer like FCLayer(2, 3)")
        if any(layer is other for other in self.layers):
            raise ValueError(f"{layer!r} is in the network already; expected another one")
        layer.output_size(self.output_size())
        self.layers.append(layer)

    def use(self, loss: Loss, loss_prime: LossPrime) -> None:
        """Say which loss to make small: `use(mse, mse_prime)`.

        Parameters
        ----------
        loss, loss_prime : callable
            L(y, y_star), one number, and its gradient ∂L/∂Y, an array of the shape of y. The
            loss must be a mean over the samples: `fit` weighs each batch by its rows.

        Raises
        ------
        ValueError
            If one of the two is not a function.
        """
        check_function("loss", loss, "mse")
        check_function("loss_prime", loss_prime, "mse_prime")
        self.loss, self.loss_prime = loss, loss_prime

    def forward_propagation(self, input: Array) -> Array:
        """Pass X (n_samples, n_in) through every layer, first to last; return Y.

        Raises
        ------
        ValueError
            If a layer is given another shape than it takes.
        """
        for layer in self.layers:
            input = layer.forward_propagation(input)
        return input

    def backward_propagation(self, output_gradient: Array, alpha: float) -> Array:
        """Pass ∂L/∂Y (n_samples, n_out) through every layer, last to first; return ∂L/∂X.

        Each layer updates its own parameters. With ``alpha=0`` only its gradients change.

        Raises
        ------
        ValueError
            If there was no forward pass, or the gradient does not have the output's shape.
        """
        for layer in reversed(self.layers):
            output_gradient = layer.backward_propagation(output_gradient, alpha)
        return output_gradient

    def predict(self, x: ArrayLike) -> Array:
        """Return the outputs for the samples in `x`.

        Parameters
        ----------
        x : array_like of shape (n_samples, n_in) or (n_samples, 1, n_in)
            The samples; the second form is the tutorial's.

        Returns
        -------
        ndarray of shape (n_samples, n_out) or (n_samples, 1, n_out)
            The outputs, in the form that `x` has.

        Raises
        ------
        ValueError
            If the network has no layers, or `x` is empty, not finite or of another shape.
        """
        output = self.forward_propagation(self.check_input(x))
        return output[:, np.newaxis, :] if np.ndim(x) == 3 else output

    # More methods live in modules of their own; `self` is called `network` there.
    output_size = shapes.output_size
    check_input = shapes.check_input
    fit = training.fit
    save = parameters.save
    load = parameters.load
    summary = summary.summary

    def __repr__(self) -> str:
        return f"Network({', '.join(map(repr, self.layers))})"
