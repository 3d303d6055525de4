"""Chapter 7, exercise `fc-backward`."""

from __future__ import annotations

from nnlib.exercises.catalog.fc_gradients import BIAS, TRANSPOSES, cases, gradients
from nnlib.exercises.exercise import Exercise, Suspect

EXERCISE = Exercise(
    name="fc-backward",
    chapter=7,
    task="Compute the three gradients of an FC layer from X, W and ∂L/∂Y.",
    answers=("fc_backward",),
    arguments=("X", "W", "output_gradient"),
    cases=cases,
    expected=gradients,
    parts=("∂L/∂X", "∂L/∂W", "∂L/∂B"),
    suspects=(
        *TRANSPOSES,
        *(Suspect(text, lambda X, W, G, f=f: f(G), part=2) for text, f in BIAS),
    ),
)
