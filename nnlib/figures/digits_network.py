"""The network that the digits lab trains, trained by nnlib: what the page has to show."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from nnlib.activation_layer import ActivationLayer
from nnlib.activations import tanh, tanh_prime
from nnlib.data import digits
from nnlib.fc_layer import FCLayer
from nnlib.losses import mse, mse_prime
from nnlib.network import Network


@lru_cache(maxsize=8)
def trained(seed: int, alpha: float, scaled: bool, epochs: int) -> Network:
    """Train the network of chapter 10 with nnlib."""
    data = digits(scale=scaled)
    rng = np.random.default_rng(seed)
    network = Network(
        [
            FCLayer(64, 32, rng=rng),
            ActivationLayer(tanh, tanh_prime),
            FCLayer(32, 10, rng=rng),
            ActivationLayer(tanh, tanh_prime),
        ]
    )
    network.use(mse, mse_prime)
    if epochs:
        options: dict[str, Any] = {"batch_size": 32, "shuffle": True, "progress": False}
        network.fit(data.x_train, data.y_train, epochs=epochs, alpha=alpha, rng=rng, **options)
    return network
