"""Chapter 6, exercise `numerical-gradient`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array

Function = Callable[[Array], float]


def cubes(a: Array) -> float:
    """Sum of the third powers: its slope is not the same on both sides."""
    return float((a**3).sum())


def waves(a: Array) -> float:
    """Sine of the weighted sum: every entry matters in its own way."""
    weights = np.arange(1.0, a.size + 1).reshape(a.shape)
    return float(np.sin((a * weights).sum()))


def _nudge_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(62)
    shapes = ((1, 1), (1, 2), (2, 3), (2, 2))
    functions, nudges = (cubes, waves, cubes, waves), (0.1, 0.01, 0.05, 0.1)
    return [
        (f, readable(rng, *shape), h) for f, shape, h in zip(functions, shapes, nudges, strict=True)
    ]


def _differences(f: Function, point: Array, left: float, right: float, width: float) -> Array:
    """Compute (f with the entry + right - f with the entry - left) / width for each entry."""
    gradient = np.empty(point.shape)
    for where in np.ndindex(point.shape):
        above, below = point.copy(), point.copy()
        above[where] += right
        below[where] -= left
        gradient[where] = (f(above) - f(below)) / width
    return gradient


def _together(f: Function, point: Array, h: float) -> Array:
    return np.full(point.shape, (f(point + h) - f(point - h)) / (2 * h))


def _left_nudged(f: Function, point: Array, h: float) -> Array:
    """Nudge up and down, and do not put the entry back."""
    gradient, moved = np.empty(point.shape), point.copy()
    for where in np.ndindex(point.shape):
        moved[where] += h
        above = f(moved)
        moved[where] -= 2 * h
        gradient[where] = (above - f(moved)) / (2 * h)
    return gradient


EXERCISE = Exercise(
    name="numerical-gradient",
    chapter=6,
    task="Estimate the slope of f for every entry of a point by nudging it both ways by h.",
    answers=("nudge_gradient",),
    arguments=("f", "point", "h"),
    cases=_nudge_cases,
    expected=lambda f, point, h: numerical_gradient(f, point, h),
    suspects=(
        Suspect(
            "The entries are nudged one way only. A central difference nudges up and down.",
            lambda f, point, h: _differences(f, point, 0, h, h),
        ),
        Suspect(
            "The entries are nudged one way only. A central difference nudges up and down.",
            lambda f, point, h: _differences(f, point, h, 0, h),
        ),
        Suspect(
            "A factor is wrong: from h below to h above is a way of 2h.",
            lambda f, point, h: _differences(f, point, h, h, h),
        ),
        Suspect(
            "The differences are not divided by the way between the two points.",
            lambda f, point, h: _differences(f, point, h, h, 1),
        ),
        Suspect(
            "The sign is wrong: below is taken minus above.",
            lambda f, point, h: -_differences(f, point, h, h, 2 * h),
        ),
        Suspect(
            "All entries are nudged at once. Nudge one and hold the others still.",
            _together,
        ),
        Suspect(
            "An entry stays nudged while the next one is. Put it back, or begin with a fresh "
            "copy each time.",
            _left_nudged,
        ),
        Suspect(
            "The nudge is not the h that was given.",
            lambda f, point, h: numerical_gradient(f, point, 1e-5),
        ),
    ),
)
