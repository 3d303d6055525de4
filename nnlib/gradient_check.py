"""The judge of every gradient: backpropagation against central differences."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from nnlib.activation_layer import ActivationLayer
from nnlib.numerical import has_kink_nearby, numerical_gradient, relative_error
from nnlib.parameters import named_parameters
from nnlib.training import check_targets
from nnlib.validation import Array

if TYPE_CHECKING:
    from nnlib.layer import Layer
    from nnlib.network import Network


@dataclass(frozen=True)
class GradientCheck:
    """The result of `gradient_check`; print it to read the verdict.

    Attributes
    ----------
    backpropagated, numerical : dict of str to ndarray
        The two gradients of each parameter array, such as ``"layer1.weights"``.
    kinks : list of str
        Activation inputs within 0.0001 of a kink of f. There the nudges may fall on both
        sides of the kink, and the numerical gradient proves nothing.
    tolerance : float
        The largest relative error that passes.
    """

    backpropagated: dict[str, Array]
    numerical: dict[str, Array]
    kinks: list[str]
    tolerance: float

    @property
    def errors(self) -> dict[str, Array]:
        """The relative error of every entry of every parameter array."""
        scale = max(float(np.abs(gradient).max()) for gradient in self.numerical.values())
        return {
            name: relative_error(self.backpropagated[name], numerical, scale)
            for name, numerical in self.numerical.items()
        }

    @property
    def max_error(self) -> float:
        """The largest relative error of all entries."""
        return max(float(error.max()) for error in self.errors.values())

    @property
    def all_zero(self) -> bool:
        """Whether every numerical gradient is zero: then no formula was put to the test."""
        return not any(gradient.any() for gradient in self.numerical.values())

    @property
    def ok(self) -> bool:
        """Whether all errors are within the tolerance and the check saw a gradient at all."""
        return self.max_error <= self.tolerance and not self.all_zero

    def __str__(self) -> str:
        lines = [
            f"{name}: agrees"
            if error.max() <= self.tolerance
            else f"{name}: differs, relative error {error.max():.0e}"
            for name, error in self.errors.items()
        ]
        lines += [f"near a kink: {kink}" for kink in self.kinks]
        if self.all_zero:
            verdict = "nothing checked, every gradient is zero"
        elif self.ok:
            verdict = f"passed, every relative error is below {self.tolerance:.0e}"
        elif self.kinks:
            verdict = "undecided, move the inputs away from the kink and check again"
        else:
            verdict = "failed, backpropagation and differences disagree"
        return "\n".join([*lines, f"verdict: {verdict}"])


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
        As `Network.fit` does, or if the network has no parameters.
    """
    x = network.check_input(x).astype(np.float64)
    y_star = check_targets(network, x, y).astype(np.float64)
    network = copy.deepcopy(network)
    parameters = named_parameters(network)
    if not parameters:
        raise ValueError(f"{network!r} has no parameters; expected a layer with weights")
    for layer, attribute in parameters.values():
        setattr(layer, attribute, getattr(layer, attribute).astype(np.float64))

    output = network.forward_propagation(x)
    kinks = _kinks(network)
    stepped = copy.deepcopy(network)  # with α = 0 weights that are updated too early hide
    stepped.backward_propagation(network.loss_prime(output, y_star), alpha=0.1)
    gradients = named_parameters(stepped)
    backpropagated, numerical = {}, {}
    for name, (layer, attribute) in parameters.items():
        backpropagated[name] = getattr(gradients[name][0], f"{attribute}_gradient")
        numerical[name] = _numerical(network, x, y_star, layer, attribute, h)
    return GradientCheck(backpropagated, numerical, kinks, tolerance)


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
