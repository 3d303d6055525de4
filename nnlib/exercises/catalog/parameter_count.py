"""Chapter 2, exercise `parameter-count`."""

from __future__ import annotations

import numpy as np

from nnlib.exercises.exercise import Exercise, Suspect

EXERCISE = Exercise(
    name="parameter-count",
    chapter=2,
    task="Count the numbers that an FC layer with n inputs and m outputs learns.",
    answers=("parameter_count",),
    arguments=("n", "m"),
    cases=lambda: [(2, 3), (3, 1), (1, 1), (4, 4), (64, 32)],
    expected=lambda n, m: np.zeros((n, m)).size + np.zeros((1, m)).size,
    suspects=(
        Suspect(
            "These are the weights only. A layer learns its biases as well.",
            lambda n, m: n * m,
        ),
        Suspect(
            "The biases are counted by the inputs. Each output has one.",
            lambda n, m: n * m + n,
        ),
        Suspect(
            "These are too few weights: every input is joined to every output.",
            lambda n, m: n + m,
        ),
        Suspect(
            "These are too few weights: every input is joined to every output.",
            lambda n, m: n + 2 * m,
        ),
        Suspect(
            "Only one bias is counted. Each output has one.",
            lambda n, m: n * m + 1,
        ),
        Suspect(
            "These are too many biases: outputs have one each, inputs have none.",
            lambda n, m: n * m + n + m,
        ),
        Suspect(
            "These are too many biases: outputs have one each, inputs have none.",
            lambda n, m: (n + 1) * (m + 1),
        ),
        Suspect(
            "Every weight has been given a bias. A bias belongs to an output, not to an edge.",
            lambda n, m: 2 * n * m,
        ),
    ),
)
