"""Chapter 9, exercise `xor-accuracy`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect
from nnlib.validation import Array


def _accuracy_cases() -> list[tuple[Any, ...]]:
    column = np.array([[0.0], [1.0], [1.0], [0.0]])
    return [
        (np.array([[0.9]]), np.array([[1.0]])),
        (np.array([[0.1], [0.8], [0.4], [0.2]]), column),
        (np.array([[-0.2], [1.3], [0.7], [0.6]]), column),
        (np.array([[0.52], [0.51], [0.45], [0.53]]), column),
        (np.array([[0.3], [-0.1]]), np.array([[0.0], [0.0]])),
    ]


def _accuracy(outputs: Array, targets: Array) -> float:
    pairs = zip(outputs.ravel(), targets.ravel(), strict=True)
    right = [(output > 0.5) == (target > 0.5) for output, target in pairs]
    return float(sum(right)) / len(right)


EXERCISE = Exercise(
    name="xor-accuracy",
    chapter=9,
    task="Compute the share of samples whose output is on the target's side of ½.",
    answers=("xor_accuracy",),
    arguments=("outputs", "targets"),
    cases=_accuracy_cases,
    expected=_accuracy,
    suspects=(
        Suspect(
            "It asks for equal numbers. An output is right if it is on the target's side of ½.",
            lambda o, t: float((o == t).mean()),
        ),
        Suspect(
            "The border is at 0. Between the targets 0 and 1 it is at ½.",
            lambda o, t: float(((o > 0) == (t > 0)).mean()),
        ),
        Suspect(
            "This is how many are right. Return their share, from 0 to 1.",
            lambda o, t: int(((o > 0.5) == (t > 0.5)).sum()),
        ),
        Suspect(
            "This is the percentage. Return the share, from 0 to 1.",
            lambda o, t: 100 * float(((o > 0.5) == (t > 0.5)).mean()),
        ),
        Suspect(
            "This is the share of wrong answers. Return that of right ones.",
            lambda o, t: float(((o > 0.5) != (t > 0.5)).mean()),
        ),
        Suspect(
            "These are verdicts on single samples. Return the share of right ones.",
            lambda o, t: (o > 0.5) == (t > 0.5),
        ),
        Suspect(
            "It counts outputs above ½, whatever the target is.",
            lambda o, t: float((o > 0.5).mean()),
        ),
    ),
)
