"""Chapter 1: a neuron and a layer, by sums."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.validation import Array


def _neuron_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(11)
    return [(readable(rng, n), readable(rng, n), float(readable(rng, 1)[0])) for n in (1, 2, 3, 5)]


def _neuron(x: Array, w: Array, b: float) -> float:
    total = b
    for i in range(len(x)):
        total += float(w[i] * x[i])
    return total


def _layer_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(12)
    return [
        (readable(rng, n), readable(rng, n, m), readable(rng, m))
        for n, m in ((1, 2), (2, 1), (2, 3), (3, 3), (4, 2))
    ]


def _layer(x: Array, W: Array, B: Array) -> Array:
    return np.array([_neuron(x, W[:, j], float(B[j])) for j in range(W.shape[1])])


EXERCISES = (
    Exercise(
        name="neuron",
        chapter=1,
        task="Compute the output of one neuron, y = Σ w_i x_i + b, with a loop.",
        answers=("neuron",),
        arguments=("x", "w", "b"),
        cases=_neuron_cases,
        expected=_neuron,
        suspects=(
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
    ),
    Exercise(
        name="layer-by-sums",
        chapter=1,
        task="Compute every output y_j of a layer by equation (1), with two loops.",
        answers=("layer_by_sums",),
        arguments=("x", "W", "B"),
        cases=_layer_cases,
        expected=_layer,
        suspects=(
            Suspect("The biases are missing.", lambda x, W, B: x @ W),
            Suspect(
                "The bias is added once for every input. It belongs outside the inner sum.",
                lambda x, W, B: x @ W + len(x) * B,
            ),
            Suspect(
                "The indices of the weight are swapped: w_ij joins input i to output j, so i "
                "is its row and j its column.",
                lambda x, W, B: np.array(
                    [sum(W[j, i] * x[i] for i in range(len(x))) + B[j] for j in range(W.shape[1])]
                ),
            ),
            Suspect(
                "The sum goes on from one output to the next. It has to start anew for each j.",
                lambda x, W, B: np.cumsum(x @ W + B),
            ),
            Suspect(
                "The sum goes on from one output to the next. It has to start anew for each j.",
                lambda x, W, B: np.cumsum(x @ W) + B,
            ),
            Suspect(
                "Every output gets the first bias. Output j has its own bias b_j.",
                lambda x, W, B: x @ W + B[0],
            ),
            Suspect(
                "There is one output for each input. A layer has one for each column of W.",
                lambda x, W, B: W @ np.resize(x, W.shape[1]) + np.resize(B, len(x)),
            ),
            Suspect(
                "Only the last input counts. Each round of the loop has to add to the total, "
                "not replace it.",
                lambda x, W, B: W[-1] * x[-1] + B,
            ),
        ),
    ),
)
