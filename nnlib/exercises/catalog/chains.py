"""Chains of layers that exercises pass numbers through."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from nnlib.activation_layer import ActivationLayer
from nnlib.activations import sigmoid, sigmoid_prime, tanh, tanh_prime
from nnlib.exercises.exercise import readable
from nnlib.fc_layer import FCLayer
from nnlib.layer import Layer
from nnlib.validation import Array


def fc(rng: np.random.Generator, n: int, m: int) -> FCLayer:
    """Make a layer with numbers that are easy to read."""
    return FCLayer.from_arrays(readable(rng, n, m), readable(rng, 1, m))


def chains(rng: np.random.Generator) -> list[list[Layer]]:
    """Make chains of layers, short and long, square and not."""
    return [
        [fc(rng, 2, 2)],
        [fc(rng, 2, 2), ActivationLayer(tanh, tanh_prime)],
        [fc(rng, 2, 2), ActivationLayer(sigmoid, sigmoid_prime), fc(rng, 2, 2)],
        [fc(rng, 2, 3), ActivationLayer(tanh, tanh_prime), fc(rng, 3, 1)],
        [fc(rng, 3, 3), ActivationLayer(tanh, tanh_prime), fc(rng, 3, 2), fc(rng, 2, 2)],
    ]


def through(layers: Iterable[Layer], X: Array) -> Array:
    """Pass X through the layers by their formulas, without their methods."""
    for layer in layers:
        if isinstance(layer, FCLayer):
            X = np.einsum("ri,ij->rj", X, layer.weights) + np.repeat(layer.bias, len(X), axis=0)
        elif isinstance(layer, ActivationLayer):
            X = layer.f(X)
    return X


def run_forward(layers: Iterable[Layer], X: Array) -> Array:
    """Pass X through the layers by their methods."""
    for layer in layers:
        X = layer.forward_propagation(X)
    return X
