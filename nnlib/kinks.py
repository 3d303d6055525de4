"""Kinks: places where the slope of an activation function jumps, as at 0 for ReLU."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nnlib.activation_layer import ActivationLayer
from nnlib.validation import Array

if TYPE_CHECKING:
    from nnlib.network import Network

NEAR = 1e-4  # ten times the usual nudge
TINY = 1e-7  # how far apart two points are between which a slope is measured
JUMP = 0.01  # a smaller change of slope is none; of a slope above 1, this share of it


class KinkWatch:
    """Remember how far nudges carry the inputs of the activation layers of a network.

    Parameters
    ----------
    network : Network
        The network, after a forward pass without a nudge.
    """

    def __init__(self, network: Network) -> None:
        self._layers = [
            (f"layer{number}", layer)
            for number, layer in enumerate(network.layers, start=1)
            if isinstance(layer, ActivationLayer)
        ]
        self._start = [layer.remembered_input() for _, layer in self._layers]
        self._reach = [np.full(start.shape, NEAR) for start in self._start]

    def look(self) -> None:
        """Look at the inputs after a forward pass with a nudge."""
        for (_, layer), start, reach in zip(self._layers, self._start, self._reach, strict=True):
            np.maximum(reach, np.abs(layer.remembered_input() - start), out=reach)

    def found(self) -> list[str]:
        """Name the inputs that are near a kink, or that a nudge carried across one."""
        return [
            f"{name}.input[{row}, {column}]"
            for (name, layer), start, reach in zip(
                self._layers, self._start, self._reach, strict=True
            )
            for row, column in np.argwhere(has_kink(layer.f, start - reach, start + reach))
        ]


def has_kink(f: Callable[[Array], Array], low: Array, high: Array) -> NDArray[np.bool_]:
    """Find the intervals in which the slope of a function jumps.

    Each interval is cut in half again and again, and the half is kept in which the slope
    changes more. A smooth curve looks straighter each time; a kink stays.

    Parameters
    ----------
    f : callable
        An activation function.
    low, high : ndarray of one shape
        The ends of the intervals.

    Returns
    -------
    ndarray of bool of the same shape
        True where there is a kink. Two that cancel each other can be missed.
    """

    def slope(x: Array) -> Array:
        return (f(x + TINY / 2) - f(x - TINY / 2)) / TINY

    slope_low, slope_high = slope(low), slope(high)
    while (wide := (high - low > TINY) & (high - low > TINY * np.abs(high + low))).any():
        middle = (low + high) / 2
        slope_middle = slope(middle)
        in_left = np.abs(slope_middle - slope_low) >= np.abs(slope_high - slope_middle)
        left, right = wide & in_left, wide & ~in_left
        high, slope_high = np.where(left, middle, high), np.where(left, slope_middle, slope_high)
        low, slope_low = np.where(right, middle, low), np.where(right, slope_middle, slope_low)
    steepest = np.maximum(1, np.maximum(np.abs(slope_low), np.abs(slope_high)))
    jumps: NDArray[np.bool_] = np.abs(slope_high - slope_low) > JUMP * steepest
    return jumps
