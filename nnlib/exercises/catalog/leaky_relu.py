"""Chapter 8, exercise `leaky-relu`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array

LEAK = 0.01


def _leaky(x: Array) -> Array:
    return np.array([v if v > 0 else LEAK * v for v in x.ravel()]).reshape(x.shape)


def _leaky_both(x: Array) -> tuple[Array, Array]:
    return _leaky(x), numerical_gradient(lambda moved: float(_leaky(moved).sum()), x)


def _leaky_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(82)
    both_signs = np.array([[1.5, -2.0]])
    return [(both_signs,), (readable(rng, 2, 3),), (readable(rng, 3, 3),)]


EXERCISE = Exercise(
    name="leaky-relu",
    chapter=8,
    task="Write leaky ReLU, x above zero and 0.01 x below, and its derivative.",
    answers=("leaky_relu", "leaky_relu_prime"),
    arguments=("x",),
    cases=_leaky_cases,
    expected=_leaky_both,
    parts=("leaky_relu", "leaky_relu_prime"),
    drive=lambda answers, x: (answers[0](x), answers[1](x)),
    suspects=(
        Suspect(
            "This is plain ReLU: below zero nothing is left. Leaky ReLU lets a little through.",
            lambda x: np.maximum(x, 0),
        ),
        Suspect("The leak is 0.01, not 0.1.", lambda x: np.where(x > 0, x, 0.1 * x)),
        Suspect(
            "Below zero it is 0.01 whatever x is. The line goes on through zero: 0.01 x.",
            lambda x: np.where(x > 0, x, 0.01),
        ),
        Suspect("Negative inputs come out positive.", lambda x: np.where(x > 0, x, -0.01 * x)),
        Suspect("The two sides have changed places.", lambda x: np.where(x > 0, 0.01 * x, x)),
        Suspect(
            "The derivative is that of plain ReLU: below zero the slope is not 0.",
            lambda x: np.where(x > 0, 1.0, 0.0),
            part=1,
        ),
        Suspect(
            "The derivative returns the function's values. It should return slopes.",
            lambda x: np.where(x > 0, x, 0.01 * x),
            part=1,
        ),
        Suspect(
            "The derivative still has x in it. The slope of a straight line is one number.",
            lambda x: np.where(x > 0, 1.0, 0.01 * x),
            part=1,
        ),
        Suspect(
            "The derivative is 1 everywhere. Below zero the line is flatter.",
            np.ones_like,
            part=1,
        ),
        Suspect(
            "The sign of the derivative is wrong below zero: leaky ReLU rises there too.",
            lambda x: np.where(x > 0, 1.0, -0.01),
            part=1,
        ),
        Suspect(
            "The two sides of the derivative have changed places.",
            lambda x: np.where(x > 0, 0.01, 1.0),
            part=1,
        ),
    ),
)
