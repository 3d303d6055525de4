"""The training lab's networks, right or with one mistake in the backward pass."""

from __future__ import annotations

from nnlib.activation_layer import ActivationLayer
from nnlib.activations import tanh, tanh_prime
from nnlib.fc_layer import FCLayer
from nnlib.figures.spoiled import MISTAKES, spoil
from nnlib.layer import Layer
from nnlib.network import Network

__all__ = ["MISTAKES", "network_with"]


def network_with(mistake: str, layers: list[FCLayer]) -> Network:
    """Return the network of these FC layers, each with tanh behind it, and the mistake."""
    with_tanh: list[Layer] = []
    for layer in layers:
        with_tanh += [layer, ActivationLayer(tanh, tanh_prime)]
    return spoil(Network(with_tanh), mistake)
