"""Chapter 7, exercise `gradient-check`: many tolerances are right, a few verdicts are not."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect
from nnlib.validation import Array


def _cases() -> list[tuple[Any, ...]]:
    """Make pairs of gradients, right up to rounding and wrong in one way each."""
    right = np.array([[0.5, -1.2], [0.8, 0.3]])
    rounding = 1 + 1e-9 * np.array([[1, -1], [-1, 1]])
    one_wrong, swapped = right.copy(), right.copy()
    one_wrong[1, 0] *= 1.02
    swapped[0] = right[0, ::-1]  # the same sum, the same size
    last_wrong = right.copy()
    last_wrong[1, 1] *= 2
    many = np.tile(right, (25, 1))
    hidden = many.copy()
    hidden[17, 1] += 0.001
    return [
        (right, right * rounding),  # right
        (right, -right),
        (right, 2 * right),
        (right, one_wrong),
        (one_wrong, right),
        (right, swapped),
        (right, last_wrong),
        (1e-8 * right, 2e-8 * right),  # small numbers, and wrong
        (1e6 * right, 1e6 * right * rounding),  # large numbers, and right
        (many, hidden),
        (np.array([[0.0, 1.5]]), np.array([[0.0, 1.5]])),  # zero is no reason for 0 / 0
    ]


def _agree(gradient: Array, numerical: Array) -> bool:
    difference = float(np.abs(gradient - numerical).max())
    return difference <= 1e-6 * float(np.maximum(np.abs(gradient), np.abs(numerical)).max())


def _relative(a: Array, b: Array) -> Array:
    return np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))


EXERCISE = Exercise(
    name="gradient-check",
    chapter=7,
    task="Tell whether two gradients agree, entry by entry, up to a small relative error.",
    answers=("gradients_agree",),
    arguments=("gradient", "numerical"),
    cases=_cases,
    expected=_agree,
    suspects=(
        Suspect(
            "It accepts every gradient. A check that cannot fail checks nothing.",
            lambda a, b: True,
        ),
        Suspect("It rejects every gradient, right ones too.", lambda a, b: False),
        Suspect(
            "It asks for equal numbers. Rounding makes right gradients differ in the last digits.",
            lambda a, b: bool((a == b).all()),
        ),
        Suspect(
            "It looks at the absolute error. That is small for small gradients even if they are "
            "wrong, and large for large ones even if they are right: relate it to their size.",
            lambda a, b: bool((np.abs(a - b) < 1e-6).all()),
        ),
        Suspect(
            "An absolute value is missing: a negative difference passes, however large it is.",
            lambda a, b: (
                bool(((a - b) / np.maximum(np.abs(a), np.abs(b)) < 1e-6).all())
                if np.all(np.maximum(np.abs(a), np.abs(b)))
                else True
            ),
        ),
        Suspect(
            "One right entry is enough for it. All entries have to agree.",
            lambda a, b: bool((_relative(a, b) < 1e-6).any()),
        ),
        Suspect(
            "It compares sums, in which wrong entries can cancel. Compare entry by entry.",
            lambda a, b: bool(abs(a.sum() - b.sum()) <= 1e-6 * abs(a.sum())),
        ),
        Suspect(
            "It looks at the first entry only.",
            lambda a, b: bool(abs(a.flat[0] - b.flat[0]) <= 1e-6 * abs(a.flat[0])),
        ),
        Suspect(
            "It looks at the mean error, in which one wrong entry drowns. Look at the largest.",
            lambda a, b: bool(np.abs(a - b).mean() <= 0.01 * np.abs(b).max()),
        ),
        Suspect(
            "Where both gradients are zero it divides 0 by 0, and rejects what agrees.",
            lambda a, b: bool((_relative(a, b) < 1e-6).all()),
        ),
    ),
)
