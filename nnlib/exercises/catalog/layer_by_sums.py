"""Chapter 1, exercise `layer-by-sums`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.catalog.neuron import by_sum
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.validation import Array


def _layer_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(12)
    return [
        (readable(rng, n), readable(rng, n, m), readable(rng, m))
        for n, m in ((1, 2), (2, 1), (2, 3), (3, 3), (4, 2))
    ]


def _layer(x: Array, W: Array, B: Array) -> Array:
    return np.array([by_sum(x, W[:, j], float(B[j])) for j in range(W.shape[1])])


EXERCISE = Exercise(
    name="layer-by-sums",
    chapter=1,
    task="Compute every output y_j of a layer by equation (1), with two loops.",
    answers=("layer_by_sums",),
    arguments=("x", "W", "B"),
    cases=_layer_cases,
    expected=_layer,
    suspects=(
        Suspect(
            "This is tanh of the sums. The exercise asks for the sums themselves, before the bend.",
            lambda x, W, B: np.tanh(x @ W + B),
        ),
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
)
