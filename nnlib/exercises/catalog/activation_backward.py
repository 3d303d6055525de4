"""Chapter 8, exercise `activation-backward`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from nnlib.activations import sigmoid, sigmoid_prime, tanh, tanh_prime
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array

Function = Callable[[Array], Array]


def _activation_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(81)
    pairs = ((tanh, tanh_prime), (sigmoid, sigmoid_prime))
    shapes = ((1, 1), (1, 3), (2, 3), (3, 3), (4, 2))
    return [
        (readable(rng, *shape), readable(rng, *shape), *pairs[number % 2])
        for number, shape in enumerate(shapes)
    ]


def _activation(X: Array, G: Array, f: Function, f_prime: Function) -> Array:
    return numerical_gradient(lambda moved: float((f(moved) * G).sum()), X)


EXERCISE = Exercise(
    name="activation-backward",
    chapter=8,
    task="Compute ∂L/∂X of an activation layer.",
    answers=("activation_backward",),
    arguments=("X", "output_gradient", "f", "f_prime"),
    cases=_activation_cases,
    expected=_activation,
    may_ignore=("f",),
    suspects=(
        Suspect(
            "f′ is taken of the output f(X). The slope is wanted at the input X.",
            lambda X, G, f, f_prime: G * f_prime(f(X)),
        ),
        Suspect(
            "The factor f′ is missing: the gradient comes out as it came in.",
            lambda X, G, f, f_prime: G,
        ),
        Suspect(
            "∂L/∂Y is missing: this is the slope of f alone.",
            lambda X, G, f, f_prime: f_prime(X),
        ),
        Suspect(
            "f′ is taken of the gradient. The slope is wanted at the input X.",
            lambda X, G, f, f_prime: f_prime(G) * G,
        ),
        Suspect(
            "f′ is taken of the gradient. The slope is wanted at the input X.",
            lambda X, G, f, f_prime: f_prime(G),
        ),
        Suspect(
            "f is used in the place of its derivative.",
            lambda X, G, f, f_prime: G * f(X),
        ),
        Suspect(
            "@ is a matrix product. Each number goes through f alone, so each gradient meets "
            "one slope only: entry by entry.",
            lambda X, G, f, f_prime: G @ f_prime(X).T,
        ),
        Suspect(
            "@ is a matrix product. Each number goes through f alone, so each gradient meets "
            "one slope only: entry by entry.",
            lambda X, G, f, f_prime: G @ f_prime(X),
        ),
        Suspect(
            "The gradient is divided by the slope. The chain rule multiplies.",
            lambda X, G, f, f_prime: G / f_prime(X),
        ),
        Suspect(
            "The two factors are added. The chain rule multiplies.",
            lambda X, G, f, f_prime: G + f_prime(X),
        ),
        Suspect(
            "The input itself is a factor. Only its slope f′(X) is.",
            lambda X, G, f, f_prime: G * f_prime(X) * X,
        ),
        Suspect(
            "The rows are added up. Each sample keeps a gradient of its own.",
            lambda X, G, f, f_prime: (G * f_prime(X)).sum(axis=0, keepdims=True),
        ),
    ),
)
