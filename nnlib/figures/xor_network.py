"""The network that the training lab trains on XOR, trained by nnlib: what the page has to show."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.data import xor
from nnlib.fc_layer import FCLayer
from nnlib.figures.spoiled import network_with
from nnlib.network import Network


def width_of(layers: list[dict[str, Any]]) -> int:
    """Return the width of a network 2 → width → 1 with tanh; refuse any other."""
    sizes = [np.shape(layer.get("weights", 0)) for layer in layers]
    width = int(sizes[0][1]) if sizes and sizes[0] else 0
    with_tanh = all(layer.get("activation", "tanh") == "tanh" for layer in layers)
    if sizes != [(2, width), (), (width, 1), ()] or not with_tanh:
        raise ValueError("start is another network; expected 2 → width → 1 with tanh")
    return width


def drawn_network(seed: int, width: int, scale: float, mistake: str) -> Network:
    """Return the network 2 → width → 1 with weights from a seed, and the mistake."""
    rng = np.random.default_rng(seed)
    sizes = ((2, width), (width, 1))
    return network_with(mistake, [FCLayer(n, m, rng=rng, scale=scale) for n, m in sizes])


def train(network: Network, alpha: float, batch: int, steps: int) -> tuple[Network, list[float]]:
    """Train a network for a number of steps; return it and the loss of each whole epoch."""
    x, y_star = xor()
    per_epoch = 4 // batch
    losses: list[float] = []
    if steps >= per_epoch:
        options: dict[str, Any] = {"alpha": alpha, "batch_size": batch, "progress": False}
        losses = network.fit(x, y_star, epochs=steps // per_epoch, **options).loss
    for start in range(steps % per_epoch):
        output = network.forward_propagation(x[start : start + 1])
        network.backward_propagation(network.loss_prime(output, y_star[start : start + 1]), alpha)
    return network, losses
