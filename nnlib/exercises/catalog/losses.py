"""The mean square of errors, entry by entry, and examples for it."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.exercise import readable
from nnlib.validation import Array


def cases() -> list[tuple[Any, ...]]:
    """Make outputs and targets of several sizes."""
    rng = np.random.default_rng(41)
    shapes = ((1, 2), (1, 3), (2, 3), (3, 1), (3, 3), (4, 2))
    return [(readable(rng, *shape), readable(rng, *shape)) for shape in shapes]


def mean_square(y: Array, y_star: Array) -> float:
    """Compute the mean of the squared errors, entry by entry."""
    squares = [(float(y_star[where]) - float(y[where])) ** 2 for where in np.ndindex(y.shape)]
    return sum(squares) / len(squares)
