"""The judge of every gradient: backpropagation against central differences."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from nnlib.gradient_result import GradientCheck
from nnlib.kinks import KinkWatch
from nnlib.numerical import numerical_gradient
from nnlib.options import positive_number
from nnlib.parameters import finite_parameters, named_parameters
from nnlib.targets import check_targets
from nnlib.validation import Array

if TYPE_CHECKING:
    from nnlib.layer import Layer
    from nnlib.network import Network


def gradient_check(
    network: Network, x: ArrayLike, y: ArrayLike, *, h: float = 1e-5, tolerance: float = 1e-6
) -> GradientCheck:
    """Compare every gradient from backpropagation with central differences, in float64.

    The check works on copies: the network itself is not touched. The backward pass takes a
    real step, because a layer that updates its weights before it has computed ∂L/∂X
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
        the gradients of its parameters or learns something that it does not name.
    """
    x = network.check_input(x).astype(np.float64)
    y_star = check_targets(network, x, y).astype(np.float64)
    h, tolerance = positive_number("h", h), positive_number("tolerance", tolerance)
    network, stepped = copy.deepcopy(network), copy.deepcopy(network)
    start: dict[str, Array] = {
        name: array.astype(np.float64) for name, array in finite_parameters(network).items()
    }
    if not start:
        raise ValueError(f"{network!r} has no parameters; expected a layer with weights")
    for either in (network, stepped):
        _put(either, start)

    output = stepped.forward_propagation(x)
    # With an alpha above zero the layers update themselves on the way, as in training: a
    # layer that computes its input gradient with the new weights is found out.
    stepped.backward_propagation(stepped.loss_prime(output, y_star), alpha=1.0)
    backpropagated = {
        name: _kept_gradient(name, *where) for name, where in named_parameters(stepped).items()
    }
    _put(stepped, start)
    _check_that_nothing_else_changed(network, stepped, x)

    network.forward_propagation(x)
    watch = KinkWatch(network)
    numerical = {}
    for name, (layer, attribute) in named_parameters(network).items():

        def loss(nudged: Array, layer: Layer = layer, attribute: str = attribute) -> float:
            setattr(layer, attribute, nudged)
            output = network.forward_propagation(x)
            watch.look()
            return network.loss(output, y_star)

        numerical[name] = numerical_gradient(loss, start[name], h)
        setattr(layer, attribute, start[name].copy())
    return GradientCheck(backpropagated, numerical, watch.found(), tolerance)


def _put(network: Network, values: dict[str, Array]) -> None:
    """Give every layer copies of the values as its parameters."""
    for name, (layer, attribute) in named_parameters(network).items():
        setattr(layer, attribute, values[name].copy())


def _kept_gradient(name: str, layer: Layer, attribute: str) -> Array:
    """Return the gradient that the layer kept in the backward pass."""
    gradient = getattr(layer, f"{attribute}_gradient", None)
    if getattr(gradient, "dtype", np.dtype(object)).kind not in "biuf":
        raise ValueError(f"{name}_gradient is {gradient!r}; expected the backward pass to set it")
    return np.asarray(gradient)


def _check_that_nothing_else_changed(network: Network, stepped: Network, x: Array) -> None:
    """Raise a ValueError if a layer is another one after its step, its parameters put back."""
    before = after = x
    pairs = zip(network.layers, stepped.layers, strict=True)
    for number, (layer, changed) in enumerate(pairs, start=1):
        before, after = layer.forward_propagation(before), changed.forward_propagation(after)
        if not np.array_equal(before, after, equal_nan=True):
            raise ValueError(
                f"layer{number}, {changed!r}, gives other outputs after its backward pass although "
                f"its parameters {changed.parameter_names!r} were put back; expected "
                "parameter_names to name all that it learns, and no new random numbers"
            )
