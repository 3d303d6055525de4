"""Figure 4: errors as squares, their mean as the loss, and what a constant factor changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
import traitlets

from nnlib.figures import still
from nnlib.figures.base import Figure
from nnlib.figures.settings import checks
from nnlib.figures.traits import Int, Matrix
from nnlib.figures.words.error_squares import WORDS
from nnlib.losses import mse, mse_prime
from nnlib.validation import Array

#: What the sum of the m squares is multiplied by, for each of the four losses.
CONSTANTS: dict[str, Callable[[int], float]] = {
    "sum": lambda m: 1.0,
    "mean": lambda m: 1 / m,
    "half-sum": lambda m: 1 / 2,
    "half-mean": lambda m: 1 / (2 * m),
}
LOWEST, HIGHEST, UNIT = -0.5, 1.5, 100


class ErrorSquares(Figure):
    """Outputs to drag against their targets; each squared error is a square.

    Parameters
    ----------
    y : array_like of shape (1, m), up to 3 outputs from −0.5 to 1.5
        The outputs for one sample.
    y_star : array_like of shape (1, m), from 0 to 1
        The targets.
    constant : {"mean", "sum", "half-sum", "half-mean"}
        What the squares are multiplied by: 1/m, 1, 1/2 or 1/(2m).
    focus : int
        The output that the curve of the loss belongs to, counted from 0.

    Raises
    ------
    ValueError
        If the shapes differ, a number is out of its range, or the constant is unknown.

    Examples
    --------
    >>> ErrorSquares(constant="sum")
    ErrorSquares(y=[[0.8, 0.4, 1]], y_star=[[1, 0, 1]], constant='sum')
    """

    slug = "error-squares"
    words = WORDS
    shareable = True
    height = 470
    height_narrow = 870
    shown_in_repr: ClassVar = ("y", "y_star", "constant")

    y = Matrix([[0.8, 0.4, 1.0]], max_rows=1, max_columns=3).tag(sync=True)
    y_star = Matrix([[1.0, 0.0, 1.0]], max_rows=1, max_columns=3).tag(sync=True)
    constant = traitlets.Unicode("mean").tag(sync=True)
    focus = Int(1).tag(sync=True)

    _names: ClassVar = ("y", "y_star", "constant", "focus")

    @property
    def factor(self) -> float:
        """What the mean squared error is multiplied by to give the chosen loss."""
        m = len(self.y[0])
        return CONSTANTS[self.constant](m) * m

    @property
    def loss(self) -> float:
        """The chosen loss."""
        return self.factor * mse(np.array(self.y), np.array(self.y_star))

    @property
    def slopes(self) -> Array:
        """∂L/∂Y of the chosen loss, shape (1, m)."""
        return self.factor * mse_prime(np.array(self.y), np.array(self.y_star))

    @checks("y", "y_star", "constant", "focus")
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        now = {name: getattr(self, name) for name in self._names}
        now[proposal["trait"].name] = proposal["value"]
        if now["constant"] not in CONSTANTS:
            raise ValueError(f"constant is {now['constant']!r}; expected {', '.join(CONSTANTS)}")
        if np.shape(now["y"]) != np.shape(now["y_star"]):
            raise ValueError(
                f"y has shape {np.shape(now['y'])} and y_star {np.shape(now['y_star'])}; expected "
                "the same. To change both, use hold_trait_notifications()"
            )
        for name, low, high in (("y", LOWEST, HIGHEST), ("y_star", 0, 1)):
            if np.min(now[name]) < low or np.max(now[name]) > high:
                raise ValueError(f"{name} is {now[name]}; expected numbers from {low:g} to {high}")
        if not 0 <= now["focus"] < len(now["y"][0]):
            raise ValueError(f"focus is {now['focus']}; expected 0 to {len(now['y'][0]) - 1}")
        return proposal["value"]

    def alt(self) -> str:  # noqa: D102 - see Figure
        columns = zip(self.y[0], self.y_star[0], self.slopes[0], strict=True)
        outputs = "; ".join(
            self.say(
                "alt_output",
                k=k,
                y=still.number(y),
                target=still.number(target),
                area=still.number((y - target) ** 2),
                slope=still.number(slope),
            )
            for k, (y, target, slope) in enumerate(columns, start=1)
        )
        return self.say("alt", outputs=outputs, loss=still.number(self.loss))

    def still(self) -> str:  # noqa: D102 - see Figure
        parts = []
        for k, (y, target) in enumerate(zip(self.y[0], self.y_star[0], strict=True)):
            x, top, side = 36 + 112 * k, _height(max(y, target)), abs(y - target) * UNIT
            number = f"y{'₁₂₃'[k]} = {still.number(y)}"
            slope = self.say("still_slope", slope=still.number(self.slopes[0, k]))
            parts += [
                still.box(x, top, side, side, "column"),
                still.line(x - 22, _height(target), x + 60, _height(target), dash="6 4"),
                still.line(x, _height(HIGHEST), x, _height(LOWEST)),
                f'<circle cx="{x}" cy="{_height(y):g}" r="8" style="fill:var(--nn-row,navy)"/>',
                still.text(x - 26, 232, number),
                still.text(x - 26, 254, slope, size=13),
            ]
        loss = f"L = {still.number(self.loss)} ({self.say(self.constant)})"
        parts.append(still.text(10, 284, loss))
        return still.picture(340, 300, *parts)


def _height(value: float) -> float:
    return 12 + (HIGHEST - value) * UNIT
