"""Chapter 4, exercise `mse-prime`."""

from __future__ import annotations

import numpy as np

from nnlib.exercises.catalog.losses import cases, mean_square
from nnlib.exercises.exercise import Exercise, Suspect
from nnlib.numerical import numerical_gradient

EXERCISE = Exercise(
    name="mse-prime",
    chapter=4,
    task="Compute the slope of the loss for every entry of y.",
    answers=("my_mse_prime",),
    arguments=("y", "y_star"),
    cases=cases,
    expected=lambda y, y_star: numerical_gradient(lambda moved: mean_square(moved, y_star), y),
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
)
