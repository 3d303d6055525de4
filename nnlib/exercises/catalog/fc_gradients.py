"""The three gradients of an FC layer by nudging, and what goes wrong with them."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.catalog.sizes import SHAPES
from nnlib.exercises.exercise import Suspect, readable
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array

Three = tuple[Array, Array, Array]


SHAPE = (
    "The numbers are right, but the shape is (m,). B has shape (1, m), so its gradient has "
    "too: keep the dimension."
)
SUM = "The sum over the rows is missing: every sample adds its share to the gradient of B."


def cases() -> list[tuple[Any, ...]]:
    """Make X, W and ∂L/∂Y of several sizes."""
    rng = np.random.default_rng(71)
    return [(readable(rng, N, n), readable(rng, n, m), readable(rng, N, m)) for N, n, m in SHAPES]


def gradients(X: Array, W: Array, G: Array) -> Three:
    """Nudge everything, with L = Σ Y ⊙ G, so that ∂L/∂Y is G."""

    def loss(X: Array, W: Array, B: Array) -> float:
        return float(((X @ W + B) * G).sum())

    B = np.zeros((1, W.shape[1]))
    return (
        numerical_gradient(lambda moved: loss(moved, W, B), X),
        numerical_gradient(lambda moved: loss(X, moved, B), W),
        numerical_gradient(lambda moved: loss(X, W, moved), B),
    )


TRANSPOSES = (
    Suspect("∂L/∂X lacks a transpose: the sum runs over the outputs, along a row of W.",
            lambda X, W, G: G @ W),
    Suspect("∂L/∂X is transposed: it has a row for each sample, as X has.",
            lambda X, W, G: W @ G.T),
    Suspect("∂L/∂X is divided by W or uses an inverse. Going back is no undoing: add "
            "up what each output passes on to the input.", lambda X, W, G: G @ np.linalg.inv(W)),
    Suspect("∂L/∂W is transposed: it has a row for each input, as W has.",
            lambda X, W, G: G.T @ X, part=1),
    Suspect("∂L/∂W lacks a transpose: the sum runs over the samples, along a column of X.",
            lambda X, W, G: X @ G, part=1),
    Suspect("∂L/∂W: the transpose is on the wrong factor.", lambda X, W, G: X @ G.T, part=1),
    Suspect("∂L/∂W is averaged over the rows. The samples' shares add up: the mean is in the "
            "loss already.", lambda X, W, G: X.T @ G / len(X), part=1),
    Suspect("∂L/∂W has a wrong sign.", lambda X, W, G: -X.T @ G, part=1),
    Suspect("∂L/∂X has a wrong sign.", lambda X, W, G: -G @ W.T),
)  # fmt: skip


BIAS = (
    (SUM, lambda G: G),
    ("The gradient of B is averaged over the rows. The samples' shares add up: the mean is in "
     "the loss already.", lambda G: G.mean(axis=0, keepdims=True)),
    ("The sum runs along the wrong axis: add over the samples, not over the outputs.",
     lambda G: G.sum(axis=1, keepdims=True)),
    ("The sum runs along the wrong axis: add over the samples, not over the outputs.",
     lambda G: G.sum(axis=1)),
    ("Everything is added up to one number. Each output has a bias with a gradient of its own.",
     lambda G: float(G.sum())),
    (SHAPE, lambda G: G.sum(axis=0)),
    ("Only the first row counts. Every sample adds its share.", lambda G: G[:1]),
    ("The gradient of B has a wrong sign.", lambda G: -G.sum(axis=0, keepdims=True)),
    ("The gradient of B does not depend on ∂L/∂Y.", lambda G: np.ones((1, G.shape[1]))),
)  # fmt: skip
