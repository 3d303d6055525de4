"""Chapter 5, exercise `descent-step`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.validation import Array


def _step_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(51)
    shapes = ((1, 2), (2, 3), (3, 3), (4, 1))
    alphas = (0.1, 0.5, 0.02, 2.0)
    return [
        (readable(rng, *shape), readable(rng, *shape), alpha)
        for shape, alpha in zip(shapes, alphas, strict=True)
    ]


def _step(w: Array, gradient: Array, alpha: float) -> Array:
    new = np.empty(w.shape)
    for where in np.ndindex(w.shape):
        new[where] = w[where] - alpha * gradient[where]
    return new


EXERCISE = Exercise(
    name="descent-step",
    chapter=5,
    task="Return the weights after one step of gradient descent.",
    answers=("descent_step",),
    arguments=("w", "gradient", "alpha"),
    cases=_step_cases,
    expected=_step,
    suspects=(
        Suspect(
            "The sign is wrong: this step goes uphill.",
            lambda w, gradient, alpha: w + alpha * gradient,
        ),
        Suspect(
            "The learning rate is missing: the whole gradient is subtracted.",
            lambda w, gradient, alpha: w - gradient,
        ),
        Suspect(
            "This is the step alone. Take it away from the weights.",
            lambda w, gradient, alpha: alpha * gradient,
        ),
        Suspect(
            "This is the step alone. Add it to the weights.",
            lambda w, gradient, alpha: -alpha * gradient,
        ),
        Suspect(
            "The step depends on the weight itself. Only the gradient and α make it.",
            lambda w, gradient, alpha: w - alpha * gradient * w,
        ),
        Suspect(
            "Only the sign of the gradient is used. A steeper slope makes a larger step.",
            lambda w, gradient, alpha: w - alpha * np.sign(gradient),
        ),
        Suspect(
            "The gradient is divided by α. A smaller α has to make a smaller step.",
            lambda w, gradient, alpha: w - gradient / alpha,
        ),
        Suspect(
            "Gradient and weights have changed places.",
            lambda w, gradient, alpha: gradient - alpha * w,
        ),
    ),
)
