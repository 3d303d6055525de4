"""Chapter 7: the FC layer's way back, and a check that tells right from wrong."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.agreement import AGREEMENT
from nnlib.exercises.chapter02 import SHAPES
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array

Three = tuple[Array, Array, Array]
SUM = "The sum over the rows is missing: every sample adds its share to the gradient of B."


def _cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(71)
    return [(readable(rng, N, n), readable(rng, n, m), readable(rng, N, m)) for N, n, m in SHAPES]


def _gradients(X: Array, W: Array, G: Array) -> Three:
    """Nudge everything, with L = Σ Y ⊙ G, so that ∂L/∂Y is G."""

    def loss(X: Array, W: Array, B: Array) -> float:
        return float(((X @ W + B) * G).sum())

    B = np.zeros((1, W.shape[1]))
    return (
        numerical_gradient(lambda moved: loss(moved, W, B), X),
        numerical_gradient(lambda moved: loss(X, moved, B), W),
        numerical_gradient(lambda moved: loss(X, W, moved), B),
    )


def _layer_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(72)
    return [
        (readable(rng, N, n), readable(rng, n, m), readable(rng, 1, m), readable(rng, N, m), alpha)
        for (N, n, m), alpha in zip(SHAPES, (0.1, 0.5, 0.2, 0.1, 0.3, 0.05), strict=True)
    ]


def _layer(X: Array, W: Array, B: Array, G: Array, alpha: float) -> Three:
    dX, dW, dB = _gradients(X, W, G)
    return dX, W - alpha * dW, B - alpha * dB


def _run_layer(
    answers: tuple[Any, ...], X: Array, W: Array, B: Array, G: Array, alpha: float
) -> tuple[Any, ...]:
    layer = answers[0].from_arrays(W, B)
    layer.forward_propagation(X)
    returned = layer.backward_propagation(G, alpha)
    return returned, layer.weights, layer.bias


TRANSPOSES = (
    Suspect("∂L/∂X lacks a transpose: the sum runs over the outputs, along a row of W.",
            lambda X, W, G: G @ W),
    Suspect("∂L/∂X is transposed: it has a row for each sample, as X has.",
            lambda X, W, G: W @ G.T),
    Suspect("∂L/∂X is divided by W or uses an inverse. Going back is no undoing: use the "
            "transpose's sum.", lambda X, W, G: G @ np.linalg.inv(W)),
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
    ("The numbers are right, but the shape is (m,). B has shape (1, m), so its gradient has "
     "too: keep the dimension.", lambda G: G.sum(axis=0)),
    ("Only the first row counts. Every sample adds its share.", lambda G: G[:1]),
    ("The gradient of B has a wrong sign.", lambda G: -G.sum(axis=0, keepdims=True)),
    ("The gradient of B does not depend on ∂L/∂Y.", lambda G: np.ones((1, G.shape[1]))),
)  # fmt: skip


EXERCISES = (
    Exercise(
        name="fc-backward",
        chapter=7,
        task="Compute the three gradients of an FC layer from X, W and ∂L/∂Y.",
        answers=("fc_backward",),
        arguments=("X", "W", "output_gradient"),
        cases=_cases,
        expected=_gradients,
        parts=("∂L/∂X", "∂L/∂W", "∂L/∂B"),
        suspects=(
            *TRANSPOSES,
            *(Suspect(text, lambda X, W, G, f=f: f(G), part=2) for text, f in BIAS),
        ),
    ),
    Exercise(
        name="bias-gradient",
        chapter=7,
        task="Compute ∂L/∂B from ∂L/∂Y for any number of rows.",
        answers=("bias_gradient",),
        arguments=("output_gradient",),
        cases=lambda: [(G,) for _, _, G in _cases()],
        expected=lambda G: np.array(
            [[sum(G[r, j] for r in range(len(G))) for j in range(G.shape[1])]]
        ),
        suspects=tuple(Suspect(text, f) for text, f in BIAS),
    ),
    Exercise(
        name="fc-layer-backward",
        chapter=7,
        task="Write backward_propagation of the FC layer: return ∂L/∂X, update W and B.",
        answers=("MyFCLayer",),
        arguments=("X", "W", "B", "output_gradient", "alpha"),
        cases=_layer_cases,
        expected=_layer,
        parts=("∂L/∂X", "W after the step", "B after the step"),
        drive=_run_layer,
        is_class=True,
        may_ignore=("B",),
        suspects=(
            Suspect(
                "∂L/∂X is computed with weights that are updated already. It needs those of the "
                "forward pass.",
                lambda X, W, B, G, alpha: G @ (W - alpha * X.T @ G).T,
            ),
            *(
                Suspect(s.message, lambda X, W, B, G, alpha, f=s.compute: f(X, W, G))
                for s in TRANSPOSES
                if s.part == 0
            ),
            Suspect("W is not updated.", lambda X, W, B, G, alpha: W, 1),
            Suspect(
                "W moves uphill: a sign is wrong.", lambda X, W, B, G, alpha: W + alpha * X.T @ G, 1
            ),
            Suspect(
                "The learning rate α is missing in the step of W.",
                lambda X, W, B, G, alpha: W - X.T @ G,
                1,
            ),
            *(
                Suspect(s.message, lambda X, W, B, G, alpha, f=s.compute: W - alpha * f(X, W, G), 1)
                for s in TRANSPOSES
                if s.part == 1
            ),
            Suspect("B is not updated.", lambda X, W, B, G, alpha: B, 2),
            Suspect(
                "B moves uphill: a sign is wrong.",
                lambda X, W, B, G, alpha: B + alpha * G.sum(axis=0, keepdims=True),
                2,
            ),
            Suspect(
                "The learning rate α is missing in the step of B.",
                lambda X, W, B, G, alpha: B - G.sum(axis=0, keepdims=True),
                2,
            ),
            *(
                Suspect(text, lambda X, W, B, G, alpha, f=f: B - alpha * f(G), 2)
                for text, f in BIAS
            ),
        ),
    ),
    AGREEMENT,
)
