"""Both passes of a network for one sample, and all paths from a number to the loss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from nnlib.activation_layer import ActivationLayer
from nnlib.fc_layer import FCLayer
from nnlib.figures.plain import network_from
from nnlib.losses import mse_prime
from nnlib.validation import Array

#: Layers in the plain form of `nnlib.figures.plain`.
Plain = list[dict[str, Any]]


def values(layers: Plain, x: Sequence[Sequence[float]]) -> list[Array]:
    """Return the numbers at each station: X, then the output of each layer."""
    stations = [np.array(x)]
    for layer in network_from(layers).layers:
        stations.append(layer.forward_propagation(stations[-1]))
    return stations


def gradients(
    layers: Plain, x: Sequence[Sequence[float]], y_star: Sequence[Sequence[float]]
) -> tuple[list[Array], list[dict[str, Array]]]:
    """Return the slopes of L at each station, and those of each layer's own parameters.

    Returns
    -------
    tuple
        A list of arrays, and for each layer ``{"weights": …, "bias": …}``, or nothing for an
        activation layer.
    """
    network = network_from(layers)
    output = network.forward_propagation(np.array(x))
    slopes = [mse_prime(output, np.array(y_star))]
    for layer in reversed(network.layers):
        slopes.insert(0, layer.backward_propagation(slopes[0], 0))
    own = [
        {name: getattr(layer, f"{name}_gradient") for name in layer.parameter_names}
        for layer in network.layers
    ]
    return slopes, own


def paths_of(
    chosen: list[Any],
    layers: Plain,
    x: Sequence[Sequence[float]],
    y_star: Sequence[Sequence[float]],
) -> list[list[float]]:
    """Return for each path from the chosen number to L its factors, its own first."""
    stations = values(layers, x)
    end = mse_prime(stations[-1], np.array(y_star))

    def paths_from(station: int, i: int) -> list[list[float]]:
        if station == len(layers):
            return [[float(end[0, i])]]
        layer = network_from(layers).layers[station]
        if isinstance(layer, FCLayer):
            slopes = dict(enumerate(layers[station]["weights"][i]))
        elif isinstance(layer, ActivationLayer):
            slopes = {i: float(layer.f_prime(stations[station])[0, i])}
        else:
            raise ValueError(f"{layer!r} is at station {station}; expected FC or activation")
        return [
            [slope, *rest] for k, slope in slopes.items() for rest in paths_from(station + 1, k)
        ]

    kind, *where = chosen
    if kind == "value":
        return paths_from(*where)
    layer, i, j = where
    first = float(stations[layer][0, i])
    return [[first, *rest] for rest in paths_from(layer + 1, j)]


def exists(chosen: list[Any], layers: Plain, sizes: list[int]) -> bool:
    """Return whether the network has this weight or value; sizes are those of the stations."""
    kind, *where = chosen or [None]
    if not all(isinstance(one, int) and one >= 0 for one in where):
        return False
    if kind == "value" and len(where) == 2:
        return bool(where[0] < len(sizes) and where[1] < sizes[where[0]])
    return bool(
        kind == "weight"
        and len(where) == 3
        and where[0] < len(layers)
        and "weights" in layers[where[0]]
        and where[1] < sizes[where[0]]
        and where[2] < sizes[where[0] + 1]
    )
