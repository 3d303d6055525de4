"""Chapter 7, exercise `fc-layer-backward`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.catalog.fc_gradients import BIAS, SHAPE, SUM, TRANSPOSES, Three, gradients
from nnlib.exercises.catalog.sizes import SHAPES
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.validation import Array


def _layer_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(72)
    return [
        (readable(rng, N, n), readable(rng, n, m), readable(rng, 1, m), readable(rng, N, m), alpha)
        for (N, n, m), alpha in zip(SHAPES, (0.1, 0.5, 0.2, 0.1, 0.3, 0.05), strict=True)
    ]


def _layer(X: Array, W: Array, B: Array, G: Array, alpha: float) -> Three:
    dX, dW, dB = gradients(X, W, G)
    return dX, W - alpha * dW, B - alpha * dB


def _run_layer(
    answers: tuple[Any, ...], X: Array, W: Array, B: Array, G: Array, alpha: float
) -> tuple[Any, ...]:
    layer = answers[0].from_arrays(W, B)
    layer.forward_propagation(X)
    returned = layer.backward_propagation(G, alpha)
    return returned, layer.weights, layer.bias


EXERCISE = Exercise(
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
    methods=("backward_propagation",),
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
        Suspect(SUM, lambda X, W, B, G, alpha: np.subtract(B, alpha * G, out=B), 2),
        *(
            Suspect(text, lambda X, W, B, G, alpha, f=f: B - alpha * f(G), 2)
            for text, f in BIAS
            if text != SHAPE  # B - α · (m,) is (1, m) again, and right
        ),
    ),
)
