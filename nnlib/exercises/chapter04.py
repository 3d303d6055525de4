"""Chapter 4: the loss and its gradient."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array


def _cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(41)
    shapes = ((1, 2), (1, 3), (2, 3), (3, 1), (3, 3), (4, 2))
    return [(readable(rng, *shape), readable(rng, *shape)) for shape in shapes]


def _mse(y: Array, y_star: Array) -> float:
    squares = [(float(y_star[where]) - float(y[where])) ** 2 for where in np.ndindex(y.shape)]
    return sum(squares) / len(squares)


EXERCISES = (
    Exercise(
        name="mse",
        chapter=4,
        task="Compute the mean squared error over all entries, equation (6).",
        answers=("my_mse",),
        arguments=("y", "y_star"),
        cases=_cases,
        expected=_mse,
        suspects=(
            Suspect(
                "This is the sum of the squares. The mean divides it by the number of entries.",
                lambda y, y_star: float(((y - y_star) ** 2).sum()),
            ),
            Suspect(
                "The errors are not squared, so that positive and negative ones cancel.",
                lambda y, y_star: float((y - y_star).mean()),
            ),
            Suspect(
                "The errors are not squared, so that positive and negative ones cancel.",
                lambda y, y_star: float((y_star - y).mean()),
            ),
            Suspect(
                "This is the mean of the absolute errors. MSE squares them.",
                lambda y, y_star: float(np.abs(y - y_star).mean()),
            ),
            Suspect(
                "This is the root of the mean squared error. MSE takes no root.",
                lambda y, y_star: float(((y - y_star) ** 2).mean() ** 0.5),
            ),
            Suspect(
                "A factor is wrong: this is half of it. Equation (6) has no ½.",
                lambda y, y_star: float(((y - y_star) ** 2).mean() / 2),
            ),
            Suspect(
                "The sum is divided by the number of columns only. The mean runs over all "
                "entries, those of every row.",
                lambda y, y_star: float(((y - y_star) ** 2).sum() / y.shape[1]),
            ),
            Suspect(
                "The sum is divided by the number of rows only. The mean runs over all entries.",
                lambda y, y_star: float(((y - y_star) ** 2).sum() / len(y)),
            ),
            Suspect(
                "This is one number for each row. The loss is one number for all of them.",
                lambda y, y_star: ((y - y_star) ** 2).mean(axis=1),
            ),
            Suspect(
                "This is one number for each column. The loss is one number for all of them.",
                lambda y, y_star: ((y - y_star) ** 2).mean(axis=0),
            ),
            Suspect(
                "These are the squares, one for each entry. The loss is their mean, one number.",
                lambda y, y_star: (y - y_star) ** 2,
            ),
            Suspect(
                "The mean is squared. Square each error first, then take the mean.",
                lambda y, y_star: float((y - y_star).mean() ** 2),
            ),
        ),
    ),
    Exercise(
        name="mse-prime",
        chapter=4,
        task="Compute the slope of the loss for every entry of y.",
        answers=("my_mse_prime",),
        arguments=("y", "y_star"),
        cases=_cases,
        expected=lambda y, y_star: numerical_gradient(lambda moved: _mse(moved, y_star), y),
        suspects=(
            Suspect(
                "The sign is wrong. Where y is too large, making it larger makes the loss larger: "
                "the slope is positive there.",
                lambda y, y_star: 2 / y.size * (y_star - y),
            ),
            Suspect(
                "A factor is wrong: the 2 that comes from the square is missing.",
                lambda y, y_star: (y - y_star) / y.size,
            ),
            Suspect(
                "A factor is wrong: the mean divides by the number of entries, so its slope does.",
                lambda y, y_star: 2 * (y - y_star),
            ),
            Suspect(
                "Two factors are wrong: the 2 from the square and the division by the number of "
                "entries are missing.",
                lambda y, y_star: y - y_star,
            ),
            Suspect(
                "A factor is wrong: you divide by the number of columns, but the mean runs over "
                "the entries of all rows.",
                lambda y, y_star: 2 / y.shape[1] * (y - y_star),
            ),
            Suspect(
                "A factor is wrong: you divide by the number of rows, but the mean runs over all "
                "entries.",
                lambda y, y_star: 2 / len(y) * (y - y_star),
            ),
            Suspect(
                "The slopes are averaged into one number. Every entry of y has its own slope.",
                lambda y, y_star: float(2 * (y - y_star).mean()),
            ),
            Suspect(
                "The error is still squared. The slope of a square is not a square.",
                lambda y, y_star: 2 / y.size * (y - y_star) ** 2,
            ),
            Suspect(
                "The sign is lost: an absolute value makes every slope positive.",
                lambda y, y_star: 2 / y.size * np.abs(y - y_star),
            ),
        ),
    ),
)
