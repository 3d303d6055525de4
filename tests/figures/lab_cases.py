"""What the test in JupyterLab tries on each figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from playwright.sync_api import Locator

from nnlib.figures.still import number


def press(name: str, role: str = "button", key: str = "Enter") -> Callable[[Locator], None]:
    """Return a touch by keyboard: focus what has this name, and press a key."""
    return lambda figure: figure.get_by_role(role, name=name, exact=True).press(key)


def fill(label: str, text: str) -> Callable[[Locator], None]:
    return lambda figure: figure.get_by_label(label).fill(text)


def numbers(values: Any) -> list[str]:
    return [number(value) for value in np.ravel(values)]


def fixed(values: Any, digits: int) -> list[str]:
    return [f"{value:.{digits}f}".replace("-", "−") for value in np.ravel(values)]


@dataclass
class Case:
    """What is tried on a figure."""

    touch: Callable[[Locator], None]  # what the reader does
    read: dict[str, Any]  # what Python has then
    set: dict[str, Any]  # what Python sets
    shown: str  # where the figure then shows
    right: Callable[[Any], list[str]]  # what nnlib says for this state


CASES = {
    "DigitsLab": Case(
        press("Clear"), {"drawing": [0] * 64}, {"epochs": 1},
        ".dl-output", lambda f: fixed(f.outputs, 2),
    ),
    "EarnTheTranspose": Case(
        press("Next"), {"step": 1}, {"g": [[1, 0], [0, 2], [0.5, 0], [0, -1]], "step": 5},
        ".et-given .nn-matrix:not([hidden]) button", lambda f: numbers(f.gradients()["W"]),
    ),
    "ErrorSquares": Case(
        press("Output 1", "slider", "ArrowUp"), {"y": [[0.82, 0.4, 1]]}, {"y": [[0.2, 0.9, -0.25]]},
        ".es-slope", lambda f: f"slope {' '.join(numbers(f.slopes))}".rsplit(" ", 2),
    ),
    "ForwardAndBack": Case(
        press("Next step"), {"step": 1}, {"x": [[0.5, -1]], "step": 10},
        '[data-station="0"] .fb-slope', lambda f: numbers(f.gradients[0]),
    ),
    "GradientCheckMeter": Case(
        press("Nudge h", "slider", "ArrowRight"), {"exponent": -4.75}, {"mistake": "early"},
        ".gm-arrays button",
        lambda f: [text for one in f.check().backpropagated.values() for text in numbers(one)],
    ),
    "LineByLine": Case(
        press("Step"), {"step": 1}, {"x": [[-3, 0.5]], "step": 12},
        ".ll-self .ll-var:nth-child(4) td:visible", lambda f: numbers(f.run().weights_gradient),
    ),
    "MatrixMicroscope": Case(
        fill("W, weight from input 2 to output 3", "0.25"),
        {"w": [[0.1, -0.2, 0.4], [0.3, 0.5, 0.25]]}, {"w": [[1, 2, 3], [-0.5, 0, 0.25]]},
        ".mm-y button", lambda f: numbers(f.y),
    ),
    "PlugLayers": Case(
        press("Activation functions on", "checkbox", "Space"), {"activations_on": False},
        {"x": [[3, -1]]}, ".pl-joint:last-child .pl-values",
        lambda f: [f"Y (1 × 1): [{number(f.output.item())}]"],
    ),
    "TangentAndDiagonal": Case(
        press("x1, a point on f; arrow keys move it", "slider", "ArrowRight"),
        {"x": [[1, 0.7, 0.5]]}, {"f": "sigmoid", "g": [[1, 2, -3]]},
        ".td-result button", lambda f: numbers(f.gradient()),
    ),
    "TrainingLab": Case(
        press("Step"), {"steps": 1}, {"seed": 2, "steps": 400},
        ".tl-map g g text", lambda f: fixed(f.network.predict([[0, 0], [0, 1], [1, 0], [1, 1]]), 3),
    ),
    "Valley": Case(
        press("Learning rate α", "slider", "ArrowRight"), {"alpha": 0.11}, {"steps": 3},
        ".va-steps tr:nth-child(4) td:nth-child(-n + 3)",
        lambda f: ["3", *numbers([f.path[-1, 0], f.loss])],
    ),
}  # fmt: skip
