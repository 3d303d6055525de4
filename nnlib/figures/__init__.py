"""Live figures: each is a widget in a notebook and works on the page without Python.

They are loaded when first asked for, so that one figure does not pay for the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_MODULES = {
    "DigitsLab": "digits_lab",
    "EarnTheTranspose": "earn_the_transpose",
    "ErrorSquares": "error_squares",
    "ForwardAndBack": "forward_and_back",
    "GradientCheckMeter": "gradient_check_meter",
    "LineByLine": "line_by_line",
    "MatrixMicroscope": "matrix_microscope",
    "PlugLayers": "plug_layers",
    "TangentAndDiagonal": "tangent_and_diagonal",
    "TrainingLab": "training_lab",
    "Valley": "valley",
}

__all__ = [
    "DigitsLab",
    "EarnTheTranspose",
    "ErrorSquares",
    "ForwardAndBack",
    "GradientCheckMeter",
    "LineByLine",
    "MatrixMicroscope",
    "PlugLayers",
    "TangentAndDiagonal",
    "TrainingLab",
    "Valley",
]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_MODULES])
