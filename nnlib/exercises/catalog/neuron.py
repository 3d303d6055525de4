"""Chapter 1, exercise `neuron`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.validation import Array


def _neuron_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(11)
    return [(readable(rng, n), readable(rng, n), float(readable(rng, 1)[0])) for n in (1, 2, 3, 5)]


def by_sum(x: Array, w: Array, b: float) -> float:
    """Compute the output of one neuron, input by input."""
    total = b
    for i in range(len(x)):
        total += float(w[i] * x[i])
    return total


EXERCISE = Exercise(
    name="neuron",
    chapter=1,
    task="Compute the output of one neuron, y = Σ w_i x_i + b, with a loop.",
    answers=("neuron",),
    arguments=("x", "w", "b"),
    cases=_neuron_cases,
    expected=by_sum,
    suspects=(
        Suspect(
            "This is tanh of the sum. The exercise asks for the sum itself, before the bend.",
            lambda x, w, b: float(np.tanh(w @ x + b)),
        ),
        Suspect("The bias is missing.", lambda x, w, b: float(w @ x)),
        Suspect("The bias has the wrong sign: it is added.", lambda x, w, b: float(w @ x) - b),
        Suspect(
            "The bias is added once for every input. It belongs outside the sum, once.",
            lambda x, w, b: float(w @ x) + len(x) * b,
        ),
        Suspect(
            "Only the last input counts. Each round of the loop has to add to the total, "
            "not replace it.",
            lambda x, w, b: float(w[-1] * x[-1]) + b,
        ),
        Suspect(
            "Only the first input counts. Does the function return inside the loop?",
            lambda x, w, b: float(w[0] * x[0]) + b,
        ),
        Suspect(
            "The first input is left out. Python counts from 0.",
            lambda x, w, b: float(w[1:] @ x[1:]) + b,
        ),
        Suspect(
            "The last input is left out. range(n) ends at n - 1 by itself.",
            lambda x, w, b: float(w[:-1] @ x[:-1]) + b,
        ),
        Suspect(
            "The weights and the inputs are added where they have to be multiplied.",
            lambda x, w, b: float(w.sum() + x.sum()) + b,
        ),
        Suspect(
            "The inputs are added without their weights.",
            lambda x, w, b: float(x.sum()) + b,
        ),
    ),
)
