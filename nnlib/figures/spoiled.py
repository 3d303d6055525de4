"""Networks with one classic mistake in their backward pass, for figures that try them out."""

from __future__ import annotations

from nnlib.activation_layer import ActivationLayer
from nnlib.activations import tanh, tanh_prime
from nnlib.fc_layer import FCLayer
from nnlib.layer import Layer
from nnlib.losses import mse, mse_prime
from nnlib.network import Network
from nnlib.validation import Array

#: The same names as in js/parts/spoiled.js.
MISTAKES = ("none", "no-transpose", "bias-sign", "no-sum", "output", "early", "factor")


class _SpoiledFC(FCLayer):
    mistake = "none"

    def backward_propagation(self, output_gradient: Array, alpha: float) -> Array:
        before = self.weights.copy()
        input_gradient = super().backward_propagation(output_gradient, 0.0)
        assert self.weights_gradient is not None
        assert self.bias_gradient is not None
        if self.mistake == "bias-sign":
            self.bias_gradient = -self.bias_gradient
        if self.mistake == "no-sum":
            self.bias_gradient = output_gradient[:1].copy()
        x = self.remembered_input()
        if self.mistake == "no-transpose" and x.shape[0] == x.shape[1]:
            self.weights_gradient = x @ output_gradient
        self.weights = before - alpha * self.weights_gradient
        self.bias = self.bias - alpha * self.bias_gradient
        if self.mistake == "early":
            return output_gradient @ self.weights.T
        return input_gradient


class _SlopeAtOutput(ActivationLayer):
    def backward_propagation(self, output_gradient: Array, alpha: float) -> Array:
        return output_gradient * self.f_prime(self.f(self.remembered_input()))


def spoil(network: Network, mistake: str) -> Network:
    """Return a copy of a network in which one mistake spoils the backward pass.

    Parameters
    ----------
    network : Network
        A right network of FC and activation layers; its loss becomes the mean squared error.
    mistake : str
        One of `MISTAKES`. The transpose is left out only where the shapes hide it.

    Returns
    -------
    Network
        The spoiled network.

    Raises
    ------
    ValueError
        If there is no such mistake.
    """
    if mistake not in MISTAKES:
        raise ValueError(f"mistake is {mistake!r}; expected one of {', '.join(MISTAKES)}")
    layers: list[Layer] = []
    for layer in network.layers:
        if isinstance(layer, FCLayer):
            spoiled = _SpoiledFC.from_arrays(layer.weights, layer.bias)
            assert isinstance(spoiled, _SpoiledFC)
            spoiled.mistake = mistake
            layers.append(spoiled)
        elif isinstance(layer, ActivationLayer):
            kind = _SlopeAtOutput if mistake == "output" else ActivationLayer
            layers.append(kind(layer.f, layer.f_prime))
    copy = Network(layers)
    factor = 0.5 if mistake == "factor" else 1.0
    copy.use(mse, lambda y, y_star: factor * mse_prime(y, y_star))
    return copy


def network_with(mistake: str, layers: list[FCLayer]) -> Network:
    """Return the network of these FC layers, each with tanh behind it, and the mistake."""
    with_tanh: list[Layer] = []
    for layer in layers:
        with_tanh += [layer, ActivationLayer(tanh, tanh_prime)]
    return spoil(Network(with_tanh), mistake)
