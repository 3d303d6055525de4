"""Chapter 5, exercise `descent-loop`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from nnlib.exercises.catalog.paths import as_array
from nnlib.exercises.exercise import Exercise, Suspect
from nnlib.validation import Array


def twice(w: float) -> float:
    """Slope of w²."""
    return 2 * w


def bowl(w: float) -> float:
    """Slope of (w - 3)²."""
    return 2 * (w - 3)


def quartic(w: float) -> float:
    """Slope of w⁴ / 4."""
    return w**3


def _loop_cases() -> list[tuple[Any, ...]]:
    return [
        (twice, 1.0, 0.1, 2),
        (bowl, -1.0, 0.25, 3),
        (quartic, 1.5, 0.1, 4),
        (bowl, 5.0, 0.6, 5),
    ]


Slope = Callable[[float], float]


def _path(slope: Slope, w: float, alpha: float, steps: int) -> Array:
    path = np.empty(steps + 1)
    path[0] = w
    for k in range(steps):
        path[k + 1] = path[k] - alpha * slope(float(path[k]))
    return path


EXERCISE = Exercise(
    name="descent-loop",
    chapter=5,
    task="Take several steps of gradient descent and return all values of w, the start first.",
    answers=("my_descend",),
    arguments=("slope", "w", "alpha", "steps"),
    cases=_loop_cases,
    expected=_path,
    drive=lambda answers, *arguments: as_array(answers[0](*arguments)),
    suspects=(
        Suspect(
            "The slope is taken at the start only. It changes along the way: take it anew "
            "before each step.",
            lambda slope, w, alpha, steps: np.array(
                [w - k * alpha * slope(w) for k in range(steps + 1)]
            ),
        ),
        Suspect(
            "The start is missing from the path.",
            lambda slope, w, alpha, steps: _path(slope, w, alpha, steps)[1:],
        ),
        Suspect(
            "One step is missing: with the start, the path has one value more than steps.",
            lambda slope, w, alpha, steps: _path(slope, w, alpha, steps)[:-1],
        ),
        Suspect(
            "The sign is wrong: these steps go uphill.",
            lambda slope, w, alpha, steps: _path(slope, w, -alpha, steps),
        ),
        Suspect(
            "The learning rate is missing.",
            lambda slope, w, alpha, steps: _path(slope, w, 1.0, steps),
        ),
        Suspect(
            "Only the last value is returned. Return the whole path, the start first.",
            lambda slope, w, alpha, steps: float(_path(slope, w, alpha, steps)[-1]),
        ),
        Suspect(
            "The weight never changes. Does the new value replace the old one?",
            lambda slope, w, alpha, steps: np.full(steps + 1, w),
        ),
        Suspect(
            "Only one step is taken. Does the new value replace the old one in each round?",
            lambda slope, w, alpha, steps: np.array([w] + steps * [w - alpha * slope(w)]),
        ),
        Suspect(
            "There is a step too many.",
            lambda slope, w, alpha, steps: _path(slope, w, alpha, steps + 1),
        ),
    ),
)
