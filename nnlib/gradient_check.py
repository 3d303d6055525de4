"""The judge of every gradient: backpropagation against central differences."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from nnlib.activation_layer import ActivationLayer
from nnlib.gradient_result import GradientCheck
from nnlib.numerical import has_kink_nearby, numerical_gradient
from nnlib.options import positive_number
from nnlib.parameters import named_parameters
from nnlib.training import check_targets
from nnlib.validation import Array

if TYPE_CHECKING:
    from nnlib.layer import Layer
    from nnlib.network import Network


def gradient_check(
    network: Network, x: ArrayLike, y: ArrayLike, *, h: float = 1e-5, tolerance: float = 1e-6
) -> GradientCheck:
    """Compare every gradient from backpropagation with central differences, in float64.

    The check works on a copy: the network itself is not touched. The backward pass takes a
    real step there, because a layer that updates its weights before it has computed ∂L/∂X
    gives wrong gradients only if the step is not zero.

    Parameters
    ----------
    network : Network
        A network with a loss.
    x : array_like of shape (n_samples, n_in) or (n_samples, 1, n_in)
        Inputs. Several rows of random numbers find the most mistakes.
    y : array_like of shape (n_samples, n_out) or (n_samples, 1, n_out)
        Targets Y*.
    h : float, default 1e-5
        How far each parameter is nudged both ways.
    tolerance : float, default 1e-6
        The largest relative error that passes.

    Returns
    -------
    GradientCheck
        Both gradients, the errors entry by entry, and the verdict.

    Raises
    ------
    ValueError
        As `Network.fit` does, if the network has no parameters, or if a layer does not keep
        the gradients of its parameters.
    """
    x = network.check_input(x).astype(np.float64)
    y_star = check_targets(network, x, y).astype(np.float64)
    h, tolerance = positive_number("h", h), positive_number("tolerance", tolerance)
    network = copy.deepcopy(network)
    parameters = named_parameters(network)
    if not parameters:
        raise ValueError(f"{network!r} has no parameters; expected a layer with weights")
    start = {name: getattr(*where).astype(np.float64) for name, where in parameters.items()}
    _put(parameters, start)

    output = network.forward_propagation(x)
    kinks = _kinks(network)
    # With an alpha above zero the layers update themselves on the way, as in training: a
    # layer that computes its input gradient with the new weights is found out.
    network.backward_propagation(network.loss_prime(output, y_star), alpha=1.0)
    backpropagated = {name: _kept_gradient(name, *where) for name, where in parameters.items()}
    _put(parameters, start)

    numerical = {}
    for name, (layer, attribute) in parameters.items():
        numerical[name] = _numerical(network, x, y_star, layer, attribute, h)
    return GradientCheck(backpropagated, numerical, kinks, tolerance)


def _put(parameters: dict[str, tuple[Layer, str]], values: dict[str, Array]) -> None:
    """Give every layer copies of the values as its parameters."""
    for name, (layer, attribute) in parameters.items():
        setattr(layer, attribute, values[name].copy())


def _kept_gradient(name: str, layer: Layer, attribute: str) -> Array:
    """Return the gradient that the layer kept in the backward pass."""
    gradient = getattr(layer, f"{attribute}_gradient", None)
    if not isinstance(gradient, np.ndarray):
        raise ValueError(f"{name}_gradient is {gradient!r}; expected the backward pass to set it")
    return gradient


def _numerical(
    network: Network, x: Array, y_star: Array, layer: Layer, attribute: str, h: float
) -> Array:
    """Nudge every entry of one parameter array and watch the loss of the whole network."""
    values = getattr(layer, attribute)

    def loss(nudged: Array) -> float:
        setattr(layer, attribute, nudged)
        return network.loss(network.forward_propagation(x), y_star)

    gradient = numerical_gradient(loss, values, h)
    setattr(layer, attribute, values)
    return gradient


def _kinks(network: Network) -> list[str]:
    """Name the activation inputs of the last forward pass that lie near a kink."""
    return [
        f"layer{number}.input[{row}, {column}]"
        for number, layer in enumerate(network.layers, start=1)
        if isinstance(layer, ActivationLayer)
        for row, column in np.argwhere(has_kink_nearby(layer.f, layer.remembered_input()))
    ]
