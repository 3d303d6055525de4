"""Chapter 8, exercise `scale-layer-backward`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.catalog.sizes import SCALES
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array


def _scale_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(83)
    return [(factor, readable(rng, *shape), readable(rng, *shape)) for factor, shape in SCALES]


def _scale_back(answers: tuple[Any, ...], factor: float, X: Array, G: Array) -> Any:
    layer = answers[0](factor)
    layer.forward_propagation(X)
    return layer.backward_propagation(G, 0.1)


EXERCISE = Exercise(
    name="scale-layer-backward",
    chapter=8,
    task="Give the scale layer of chapter 3 its backward pass.",
    answers=("ScaleLayer",),
    arguments=("factor", "X", "output_gradient"),
    cases=_scale_cases,
    expected=lambda factor, X, G: numerical_gradient(
        lambda moved: float((factor * moved * G).sum()), X
    ),
    drive=_scale_back,
    is_class=True,
    may_ignore=("X",),
    suspects=(
        Suspect(
            "The gradient comes out as it came in: the factor is missing.",
            lambda factor, X, G: G,
        ),
        Suspect(
            "The gradient is divided by the factor. Going back is no undoing: the chain rule "
            "multiplies by the slope.",
            lambda factor, X, G: G / factor,
        ),
        Suspect("The output comes back instead of a gradient.", lambda factor, X, G: factor * X),
        Suspect(
            "The input is a factor. The slope of factor · x has no x in it.",
            lambda factor, X, G: G * X,
        ),
        Suspect(
            "The input is a factor. The slope of factor · x has no x in it.",
            lambda factor, X, G: factor * G * X,
        ),
        Suspect(
            "∂L/∂Y is missing: this is the slope of the layer alone.",
            lambda factor, X, G: np.full(X.shape, factor),
        ),
        Suspect(
            "∂L/∂Y is missing: this is the slope of the layer alone.",
            lambda factor, X, G: factor,
        ),
        Suspect(
            "The learning rate is a factor. It belongs to a step, and here is no parameter.",
            lambda factor, X, G: 0.1 * factor * G,
        ),
        Suspect(
            "The rows are added up. Each sample keeps a gradient of its own.",
            lambda factor, X, G: factor * G.sum(axis=0, keepdims=True),
        ),
    ),
)
