"""Chapter 3, exercise `predict`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.catalog.chains import chains, run_forward, through
from nnlib.exercises.exercise import Exercise, Suspect, readable


def _chain_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(31)
    widths, rows = (2, 2, 2, 2, 3), (1, 2, 1, 3, 2)
    return [
        (layers, readable(rng, N, n))
        for layers, n, N in zip(chains(rng), widths, rows, strict=True)
    ]


EXERCISE = Exercise(
    name="predict",
    chapter=3,
    task="Pass X through a list of layers, first to last.",
    answers=("predict",),
    arguments=("layers", "X"),
    cases=_chain_cases,
    expected=through,
    suspects=(
        Suspect(
            "Every layer is given X itself. The output of each layer is the input of the next.",
            lambda layers, X: layers[-1].forward_propagation(X),
        ),
        Suspect(
            "The layers run in the wrong order. Forward means first to last.",
            lambda layers, X: run_forward(layers[::-1], X),
        ),
        Suspect(
            "Only the first layer runs. Does the function return inside the loop?",
            lambda layers, X: run_forward(layers[:1], X),
        ),
        Suspect("The last layer is left out.", lambda layers, X: run_forward(layers[:-1], X)),
        Suspect("The first layer is left out.", lambda layers, X: run_forward(layers[1:], X)),
        Suspect(
            "The input comes out unchanged. Is the output of each layer kept in a variable "
            "that the next round uses?",
            lambda layers, X: [X, *(layer.forward_propagation(X) for layer in layers)][0],
        ),
        Suspect(
            "All outputs are returned. Only the last one is the network's.",
            lambda layers, X: [through(layers[: k + 1], X) for k in range(len(layers))],
        ),
        Suspect(
            "Only two layers run. The list may have any length.",
            lambda layers, X: layers[1].forward_propagation(layers[0].forward_propagation(X)),
        ),
        Suspect(
            "Only the first sample is used. X may have several rows.",
            lambda layers, X: through(layers, X[:1]),
        ),
    ),
)
