"""Chapter 2, exercise `fc-forward`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.catalog.sizes import SHAPES
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.validation import Array


def _forward_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(21)
    return [(readable(rng, N, n), readable(rng, n, m), readable(rng, 1, m)) for N, n, m in SHAPES]


def _forward(X: Array, W: Array, B: Array) -> Array:
    Y = np.empty((len(X), W.shape[1]))
    for row, j in np.ndindex(Y.shape):
        Y[row, j] = B[0, j] + sum(X[row, i] * W[i, j] for i in range(W.shape[0]))
    return Y


def _only_first_row(X: Array, W: Array, B: Array) -> Array:
    Y = X @ W
    Y[0] += B[0]
    return Y


EXERCISE = Exercise(
    name="fc-forward",
    chapter=2,
    task="Compute Y = XW + B for N rows at once.",
    answers=("fc_forward",),
    arguments=("X", "W", "B"),
    cases=_forward_cases,
    expected=_forward,
    suspects=(
        Suspect("The bias is missing.", lambda X, W, B: X @ W),
        Suspect("The bias has the wrong sign: it is added.", lambda X, W, B: X @ W - B),
        Suspect(
            "The bias reaches only the first row. B is used again in every row.",
            _only_first_row,
        ),
        Suspect(
            "A transpose too many: with X in rows and w_ij from i to j, W is used as it is.",
            lambda X, W, B: X @ W.T + B,
        ),
        Suspect(
            "The result is transposed: one sample stands in each row.",
            lambda X, W, B: (X @ W + B).T,
        ),
        Suspect(
            "The two factors are in the wrong order: X stands on the left of W.",
            lambda X, W, B: W @ X + B,
        ),
        Suspect(
            "* multiplies entry by entry. A matrix product is needed, which sums over the inputs.",
            lambda X, W, B: X * W + B,
        ),
        Suspect(
            "The rows are added up. Each sample keeps a row of its own.",
            lambda X, W, B: (X @ W + B).sum(axis=0, keepdims=True),
        ),
        Suspect(
            "Only the first row is used. Every row of X is a sample.",
            lambda X, W, B: X[:1] @ W + B,
        ),
        Suspect(
            "The bias is added to the input. It belongs to the output.",
            lambda X, W, B: (X + B) @ W,
        ),
    ),
)
