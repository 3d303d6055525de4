"""Chapter 10, exercise `accuracy`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.validation import Array

Labels = NDArray[np.int64]


def _accuracy_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(102)
    cases = []
    for N, m in ((1, 2), (2, 3), (3, 3), (6, 4)):
        outputs = readable(rng, N, m) + 0.01 * rng.permutation(N * m).reshape(N, m)
        labels = outputs.argmax(axis=1)
        labels[N // 2 :] = (labels[N // 2 :] + 1) % m  # the later ones are wrong
        labels[-1] = outputs[-1].argmax()
        cases.append((outputs.round(2), labels))
    return cases


def _accuracy(outputs: Array, labels: Labels) -> float:
    right = 0
    for row, label in zip(outputs, labels, strict=True):
        right += all(row[label] > value for k, value in enumerate(row) if k != label)
    return right / len(labels)


EXERCISE = Exercise(
    name="accuracy",
    chapter=10,
    task="Compute the share of samples whose largest output is in the label's column.",
    answers=("share_right",),
    arguments=("outputs", "labels"),
    cases=_accuracy_cases,
    expected=_accuracy,
    suspects=(
        Suspect(
            "The largest output is looked for in each column. Look in each row: a row is a sample.",
            lambda outputs, labels: float(np.mean(outputs.argmax(axis=0) == labels)),
        ),
        Suspect(
            "The largest output of all rows together is looked for. Look in each row.",
            lambda outputs, labels: float(np.mean(outputs.argmax() == labels)),
        ),
        Suspect(
            "This is how many are right. Return their share, from 0 to 1.",
            lambda outputs, labels: int((outputs.argmax(axis=1) == labels).sum()),
        ),
        Suspect(
            "This is the percentage. Return the share, from 0 to 1.",
            lambda outputs, labels: 100 * float(np.mean(outputs.argmax(axis=1) == labels)),
        ),
        Suspect(
            "This is the share of wrong answers. Return that of right ones.",
            lambda outputs, labels: float(np.mean(outputs.argmax(axis=1) != labels)),
        ),
        Suspect(
            "The smallest output is taken for the answer. The largest is.",
            lambda outputs, labels: float(np.mean(outputs.argmin(axis=1) == labels)),
        ),
        Suspect(
            "The largest value is compared with the label. Compare the column that it is in.",
            lambda outputs, labels: float(np.mean(outputs.max(axis=1) == labels)),
        ),
        Suspect(
            "These are verdicts on single samples. Return the share of right ones.",
            lambda outputs, labels: outputs.argmax(axis=1) == labels,
        ),
    ),
)
