"""Chapter 3, exercise `scale-layer`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.catalog.sizes import SCALES
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.layer import Layer
from nnlib.validation import Array


def _scale_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(32)
    return [(factor, readable(rng, *shape)) for factor, shape in SCALES]


def _scaled(factor: float, X: Array) -> tuple[Array, Array]:
    return np.array([[factor * x for x in row] for row in X]), X


def _forward(layer: Layer, X: Array) -> tuple[Array, Array | None]:
    return layer.forward_propagation(X), layer.input


EXERCISE = Exercise(
    name="scale-layer",
    chapter=3,
    task="Write a layer that multiplies its input by a fixed factor, and remembers the input.",
    answers=("ScaleLayer",),
    arguments=("factor", "X"),
    cases=_scale_cases,
    expected=_scaled,
    parts=("the output", "layer.input"),
    drive=lambda answers, factor, X: _forward(answers[0](factor), X),
    is_class=True,
    suspects=(
        Suspect("The output is the input: the factor is not used.", lambda factor, X: X),
        Suspect("The factor is added. Scaling multiplies.", lambda factor, X: X + factor),
        Suspect("The input is divided by the factor.", lambda factor, X: X / factor),
        Suspect(
            "Every layer multiplies by the same number. Use the factor that this layer was "
            "made with.",
            lambda factor, X: 3.0 * X,
        ),
        Suspect(
            "The layer does not remember its input. The backward pass will need it.",
            lambda factor, X: None,
            part=1,
        ),
        Suspect(
            "The layer remembers its output instead of its input.",
            lambda factor, X: factor * X,
            part=1,
        ),
    ),
)
