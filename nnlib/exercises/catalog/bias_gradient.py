"""Chapter 7, exercise `bias-gradient`."""

from __future__ import annotations

import numpy as np

from nnlib.exercises.catalog.fc_gradients import BIAS, cases
from nnlib.exercises.exercise import Exercise, Suspect

EXERCISE = Exercise(
    name="bias-gradient",
    chapter=7,
    task="Compute ∂L/∂B from ∂L/∂Y for any number of rows.",
    answers=("bias_gradient",),
    arguments=("output_gradient",),
    cases=lambda: [(G,) for _, _, G in cases()],
    expected=lambda G: np.array([[sum(G[r, j] for r in range(len(G))) for j in range(G.shape[1])]]),
    suspects=tuple(Suspect(text, f) for text, f in BIAS),
)
