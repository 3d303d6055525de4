"""Chapter 4, exercise `mse`."""

from __future__ import annotations

import numpy as np

from nnlib.exercises.catalog.losses import cases, mean_square
from nnlib.exercises.exercise import Exercise, Suspect

EXERCISE = Exercise(
    name="mse",
    chapter=4,
    task="Compute the mean squared error over all entries, equation (6).",
    answers=("my_mse",),
    arguments=("y", "y_star"),
    cases=cases,
    expected=mean_square,
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
)
