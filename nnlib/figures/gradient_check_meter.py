"""Figure 8: one entry's relative error against the size of the nudge, and the verdict."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import traitlets

from nnlib.data import running_example
from nnlib.figures import check_still
from nnlib.figures.base import Figure
from nnlib.figures.plain import network_from
from nnlib.figures.settings import checks
from nnlib.figures.spoiled import MISTAKES, spoil
from nnlib.figures.traits import Float, Int, Layers, Matrix
from nnlib.figures.words.gradient_check_meter import WORDS
from nnlib.gradient_check import gradient_check
from nnlib.gradient_result import GradientCheck

_EXAMPLE = running_example()
EXPONENTS = [-12 + k / 4 for k in range(45)]


class GradientCheckMeter(Figure):
    """The gradient check of a network, with a nudge and a mistake to choose.

    The defaults are the running example and its batch.

    Parameters
    ----------
    parameter : str
        The array of the chosen entry, named as in `gradient_check`: ``"layer1.weights"``.
    entry : tuple of int
        Row and column of the chosen entry, counted from 0.
    exponent : float
        The nudge is h = 10**exponent, from -12 to -1 in quarters.
    mistake : str
        "none", or what spoils the backward pass: "no-transpose" (X for Xᵀ where N = n),
        "bias-sign", "no-sum" (∂L/∂B is row 1 alone), "output" (f′ at the output), "early"
        (update before ∂L/∂X) or "factor" (the 2 of the loss is forgotten).
    network : Network
        The network to check.
    x, y_star : array_like
        The batch, up to 4 rows, and its targets.

    Raises
    ------
    ValueError
        If a setting has no such value, or the arrays do not fit the network.

    Examples
    --------
    >>> GradientCheckMeter(mistake="early").check().ok
    False
    """

    slug = "gradient-check-meter"
    words = WORDS
    shareable = True
    height = 675
    height_narrow = 1275
    shown_in_repr: ClassVar = ("parameter", "entry", "exponent", "mistake")

    parameter = traitlets.Unicode("layer1.weights").tag(sync=True)
    entry = traitlets.Tuple(Int(), Int(), default_value=(0, 0)).tag(sync=True)
    exponent = Float(-5.0).tag(sync=True)
    mistake = traitlets.Unicode("none").tag(sync=True)
    network = Layers(_EXAMPLE.network).tag(sync=True)
    x = Matrix(_EXAMPLE.x_batch.tolist(), max_rows=4, max_columns=4).tag(sync=True)
    y_star = Matrix(_EXAMPLE.y_star_batch.tolist(), max_rows=4, max_columns=4).tag(sync=True)

    @checks("parameter", "entry", "exponent", "mistake", "network", "x", "y_star")
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        if name == "mistake" and value not in MISTAKES:
            raise ValueError(f"mistake is {value!r}; expected one of {', '.join(MISTAKES)}")
        if name == "exponent" and value not in EXPONENTS:
            raise ValueError(f"exponent is {value}; expected a quarter step from -12 to -1")
        now = self.state() | {name: value}
        shapes = {
            f"layer{number}.{kind}": np.shape(layer[kind])
            for number, layer in enumerate(now["network"], start=1)
            if "weights" in layer
            for kind in ("weights", "bias")
        }
        if now["parameter"] not in shapes:
            raise ValueError(
                f"parameter is {now['parameter']!r}; expected one of {', '.join(shapes)}"
            )
        (rows, columns), (r, c) = shapes[now["parameter"]], now["entry"]
        if not (0 <= r < rows and 0 <= c < columns):
            raise ValueError(f"entry is {(r, c)}; expected one inside the shape {(rows, columns)}")
        if name in ("network", "x", "y_star"):  # nnlib's own checks of the shapes
            gradient_check(spoil(network_from(now["network"]), "none"), now["x"], now["y_star"])
        return value

    def check(self, exponent: float | None = None) -> GradientCheck:
        """Return nnlib's gradient check of the network with the mistake.

        Parameters
        ----------
        exponent : float, optional
            Nudge by 10**exponent instead of the figure's own.

        Returns
        -------
        GradientCheck
            The result.
        """
        spoiled = spoil(network_from(self.network), self.mistake)
        power = self.exponent if exponent is None else exponent
        return gradient_check(spoiled, self.x, self.y_star, h=10.0**power)

    def errors(self) -> list[float]:
        """Return the chosen entry's relative error for each h, from 10⁻¹² to 10⁻¹."""
        row, column = self.entry
        checks = [self.check(exponent) for exponent in EXPONENTS]
        return [float(check.errors[self.parameter][row, column]) for check in checks]

    def alt(self) -> str:  # noqa: D102 - see Figure
        errors, (row, column) = self.errors(), self.entry
        best = int(np.argmin(errors))
        return self.say(
            "alt_passes" if self.check().ok else "alt_fails",
            row=row + 1,
            column=column + 1,
            parameter=self.parameter,
            left=check_still.power(errors[0]),
            right=check_still.power(errors[-1]),
            least=check_still.power(errors[best]),
            best=check_still.power(10.0 ** EXPONENTS[best]),
            h=check_still.power(10.0**self.exponent),
        )

    def still(self) -> str:  # noqa: D102 - see Figure
        return check_still.draw(
            EXPONENTS,
            self.errors(),
            EXPONENTS.index(self.exponent),
            nudge=self.say("still_nudge"),
            error=self.say("still_error"),
        )
