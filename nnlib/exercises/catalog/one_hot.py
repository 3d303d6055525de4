"""Chapter 10, exercise `one-hot`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnlib.exercises.exercise import Exercise, Suspect
from nnlib.validation import Array

Labels = NDArray[np.int64]


def _one_hot_cases() -> list[tuple[Any, ...]]:
    return [
        (np.array([1]), 3),
        (np.array([2, 0]), 3),
        (np.array([1, 0, 2]), 3),
        (np.array([0, 2, 2, 1]), 5),
    ]


def _one_hot(labels: Labels, n_classes: int) -> Array:
    rows = [[1.0 if k == label else 0.0 for k in range(n_classes)] for label in labels]
    return np.array(rows)


def _marked(labels: Labels, n_classes: int, values: Array | float, shift: int = 0) -> Array:
    """Put the values at the place of each label, moved by `shift` columns."""
    Y = np.zeros((len(labels), n_classes))
    Y[np.arange(len(labels)), labels + shift] = values
    return Y


EXERCISE = Exercise(
    name="one-hot",
    chapter=10,
    task="Turn labels into rows with a 1 in the column of the label and 0 elsewhere.",
    answers=("one_hot",),
    arguments=("labels", "n_classes"),
    cases=_one_hot_cases,
    expected=_one_hot,
    suspects=(
        Suspect(
            "The 1 stands one column too far left. Label 0 belongs to column 0.",
            lambda labels, n: _marked(labels, n, 1.0, -1),
        ),
        Suspect(
            "The 1 stands one column too far right. Label 0 belongs to column 0.",
            lambda labels, n: _marked(labels, n, 1.0, 1),
        ),
        Suspect(
            "The result is transposed: each sample has a row.",
            lambda labels, n: _one_hot(labels, n).T,
        ),
        Suspect(
            "The number of columns comes from the labels at hand. A class that is absent has "
            "a column too: there are n_classes.",
            lambda labels, n: _one_hot(labels, int(labels.max()) + 1),
        ),
        Suspect(
            "The label itself is written down. Write 1 in its column.",
            lambda labels, n: _marked(labels, n, labels),
        ),
        Suspect(
            "Everything is 0: the ones are missing.",
            lambda labels, n: np.zeros((len(labels), n)),
        ),
        Suspect(
            "The other columns hold -1. They should hold 0.",
            lambda labels, n: 2 * _one_hot(labels, n) - 1,
        ),
        Suspect("Ones and zeros have changed places.", lambda labels, n: 1 - _one_hot(labels, n)),
        Suspect(
            "Every row has a 1 in the column of every label. Each row has one 1, that of its "
            "own label.",
            lambda labels, n: np.tile(_one_hot(labels, n).max(axis=0), (len(labels), 1)),
        ),
        Suspect(
            "All labels share one row. Each sample has a row of its own.",
            lambda labels, n: _one_hot(labels, n).max(axis=0),
        ),
    ),
)
