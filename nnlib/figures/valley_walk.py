"""The walks of the valley figure: the loss of a place, the steps of gradient descent, the limit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnlib.fc_layer import FCLayer
from nnlib.losses import mse, mse_prime
from nnlib.validation import Array

#: The chapter's one-weight valley is lowest here.
LOWEST = 3.0
#: The chapter's four samples.
X, Y_STAR = np.array([[0.0], [1], [2], [3]]), np.array([[1.0], [2], [2], [4]])
#: Each sample as the line fit sees it: x for w, and a one for b.
ROWS = np.hstack([X, np.ones_like(X)])


def loss_of_weight(curvature: float, w: float) -> float:
    """Return L = c/2 · (w − 3)²."""
    return curvature / 2 * (w - LOWEST) ** 2


def loss_of_line(w: float, b: float) -> float:
    """Return the mean squared error of the line w·x + b over the four samples."""
    return mse(FCLayer.from_arrays([[w]], [[b]]).forward_propagation(X), Y_STAR)


def walk_weight(alpha: float, curvature: float, w: float, steps: int) -> Array:
    """Return the places visited with one weight, [w] in each row; the start is the first."""
    factors = (1 - alpha * curvature) ** np.arange(steps + 1)
    walked: Array = (LOWEST + factors * (w - LOWEST)).reshape(-1, 1)
    return walked


def walk_line(alpha: float, start: Sequence[float], steps: int, batch_size: int) -> Array:
    """Return the places visited with the line, [w, b] in each row; the start is the first."""
    w, b = start
    layer, places = FCLayer.from_arrays([[w]], [[b]]), [[w, b]]
    for step in range(steps):
        first = step * batch_size % len(X)
        rows = slice(first, first + batch_size)
        error = mse_prime(layer.forward_propagation(X[rows]), Y_STAR[rows])
        layer.backward_propagation(error, alpha)
        places.append([layer.weights[0, 0], layer.bias[0, 0]])
    return np.array(places)


def steepest(batch_size: int) -> float:
    """Return the largest curvature of the line's loss, for batches that of the steepest one."""
    return max(
        float(np.linalg.eigvalsh(2 / len(rows) * rows.T @ rows).max())
        for rows in np.split(ROWS, len(X) // batch_size)
    )
