"""Chapter 11, exercise `gain-layer`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array

SIZES = ((1, 2), (2, 3), (3, 3), (4, 1))  # N, n
ALPHAS = (0.5, 0.1, 0.2, 0.3)
NOT_KEPT = "The gradient of the gains is not kept. gradient_check looks for gain_gradient."


def _cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(111)
    return [
        (readable(rng, N, n), readable(rng, 1, n), readable(rng, N, n), alpha)
        for (N, n), alpha in zip(SIZES, ALPHAS, strict=True)
    ]


def _expected(X: Array, gain: Array, G: Array, alpha: float) -> tuple[Array, Array, Array]:
    dX = numerical_gradient(lambda moved: float((moved * gain * G).sum()), X)
    dgain = numerical_gradient(lambda moved: float((X * moved * G).sum()), gain)
    return dX, dgain, gain - alpha * dgain


def _run(
    answers: tuple[Any, ...], X: Array, gain: Array, G: Array, alpha: float
) -> tuple[Any, ...]:
    layer = answers[0](X.shape[1])
    layer.gain = gain.copy()  # the layer may step in place
    layer.forward_propagation(X)
    returned = layer.backward_propagation(G, alpha)
    return returned, getattr(layer, "gain_gradient", None), layer.gain


EXERCISE = Exercise(
    name="gain-layer",
    chapter=11,
    task="Give a layer with a parameter of its own its backward pass.",
    answers=("GainLayer",),
    arguments=("X", "gain", "output_gradient", "alpha"),
    cases=_cases,
    expected=_expected,
    parts=("∂L/∂X", "gain_gradient", "gain after the step"),
    drive=_run,
    is_class=True,
    suspects=(
        Suspect(
            "∂L/∂X is computed with gains that are updated already. It needs those of the "
            "forward pass.",
            lambda X, gain, G, alpha: G * (gain - alpha * (X * G).sum(axis=0, keepdims=True)),
        ),
        Suspect(
            "∂L/∂Y comes back as it came in: the gains are missing.",
            lambda X, gain, G, alpha: G,
        ),
        Suspect(
            "The gradient is divided by the gains. Going back is no undoing: the chain rule "
            "multiplies by the slope.",
            lambda X, gain, G, alpha: G / gain,
        ),
        Suspect(
            "The input comes in where the gains belong: the slope of gain · x for x is the gain.",
            lambda X, gain, G, alpha: G * X,
        ),
        Suspect(NOT_KEPT, lambda X, gain, G, alpha: None, 1),
        Suspect(
            "The rows are not added up. One gain serves all rows, so their slopes add up.",
            lambda X, gain, G, alpha: X * G,
            1,
        ),
        Suspect(
            "The gradient of the gains is the mean over the rows. The paths add up.",
            lambda X, gain, G, alpha: (X * G).mean(axis=0, keepdims=True),
            1,
        ),
        Suspect(
            "The input is missing in the gradient of the gains: the slope of gain · x for the "
            "gain is x.",
            lambda X, gain, G, alpha: G.sum(axis=0, keepdims=True),
            1,
        ),
        Suspect(
            "The gradient of the gains holds α already. The step multiplies by α.",
            lambda X, gain, G, alpha: alpha * (X * G).sum(axis=0, keepdims=True),
            1,
        ),
        Suspect("The gains are not updated.", lambda X, gain, G, alpha: gain, 2),
        Suspect(
            "The gains move uphill: a sign is wrong.",
            lambda X, gain, G, alpha: gain + alpha * (X * G).sum(axis=0, keepdims=True),
            2,
        ),
        Suspect(
            "The learning rate α is missing in the step.",
            lambda X, gain, G, alpha: gain - (X * G).sum(axis=0, keepdims=True),
            2,
        ),
    ),
)
