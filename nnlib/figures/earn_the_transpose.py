"""Figure 7: from the slope of one entry to the matrix product with the transpose."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import traitlets

from nnlib.data import three_to_two
from nnlib.fc_layer import FCLayer
from nnlib.figures import still
from nnlib.figures.base import Figure
from nnlib.figures.earn_the_transpose_still import draw
from nnlib.figures.settings import checks
from nnlib.figures.traits import Int, Matrix
from nnlib.figures.words.earn_the_transpose import WORDS
from nnlib.validation import Array

_X = [[1.0, 2.0, 3.0], [0.0, 1.0, -1.0], [2.0, 0.0, 1.0], [-1.0, 1.0, 0.0]]
_G = [[0.5, -2.0], [1.5, 1.0], [-0.5, 1.0], [2.0, -0.5]]
_SQUARE = {
    "x": [[1.0, 2.0], [3.0, -1.0]],
    "w": [[2.0, 1.0], [-1.0, 1.0]],
    "g": [[0.5, -2.0], [1.5, 1.0]],
}
STEPS = 6
FACTORS = tuple(name + mark for name in "XGW1" for mark in ("", "ᵀ"))


class EarnTheTranspose(Figure):
    """The three gradients of a fully connected layer, derived step by step, and a puzzle.

    The defaults are the 3 → 2 layer with the four samples of chapter 7.

    Parameters
    ----------
    wanted : {"W", "B", "X"}
        Whose gradient to derive.
    entry : tuple of int
        Row and column of its chosen entry, counted from 0.
    step : int
        The step of the derivation, 0 to 5.
    view : {"derivation", "puzzle"}
        The derivation, or the puzzle of orders and transposes.
    left, right : str
        The factors chosen in the puzzle: X, G, W or 1 (a column of ones), with ᵀ or without.
    square : bool
        Look at the 2 × 2 case of chapter 7, in which all shapes fit.
    x, w, g : array_like
        X (N × n), W (n × m) and the upstream gradient G = ∂L/∂Y (N × m), up to 4 × 3.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a setting has no such value.

    Examples
    --------
    >>> EarnTheTranspose(step=5)
    EarnTheTranspose(wanted='W', entry=(2, 1), step=5)
    """

    slug = "earn-the-transpose"
    words = WORDS
    shareable = True
    height = 665
    height_narrow = 870
    shown_in_repr: ClassVar = ("wanted", "entry", "step")

    wanted = traitlets.Unicode("W").tag(sync=True)
    entry = traitlets.Tuple(Int(), Int(), default_value=(2, 1)).tag(sync=True)
    step = Int(0).tag(sync=True)
    view = traitlets.Unicode("derivation").tag(sync=True)
    left = traitlets.Unicode("X").tag(sync=True)
    right = traitlets.Unicode("G").tag(sync=True)
    square = traitlets.Bool(False).tag(sync=True)
    x = Matrix(_X, max_rows=4, max_columns=3).tag(sync=True)
    w = Matrix(three_to_two()[0].weights.tolist(), max_rows=3, max_columns=3).tag(sync=True)
    g = Matrix(_G, max_rows=4, max_columns=3).tag(sync=True)
    square_case = traitlets.Dict(default_value=_SQUARE).tag(sync=True)

    @checks("view", "left", "right", "x", "w", "g", "entry", "step", "wanted", "square")
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        choices = {"wanted": ("W", "B", "X"), "view": ("derivation", "puzzle")}
        choices |= {"left": FACTORS, "right": FACTORS}
        if name in choices and value not in choices[name]:
            expected = ", ".join(choices[name])
            raise ValueError(f"{name} is {value!r}; expected one of {expected}")
        names = ("x", "w", "g", "entry", "step", "wanted", "square")
        now = {one: getattr(self, one) for one in names} | {name: value}
        if now["square"]:
            now |= _SQUARE
        (rows, n), (n_in, m), g_shape = (np.shape(now[one]) for one in "xwg")
        if n != n_in or g_shape != (rows, m):
            raise ValueError(
                f"x has shape {(rows, n)}, w {(n_in, m)} and g {g_shape}; expected (N, n), "
                "(n, m) and (N, m). To change several, use hold_trait_notifications()"
            )
        limits = {"W": (n, m), "B": (1, m), "X": (rows, n)}[now["wanted"]]
        i, j = now["entry"]
        if not (0 <= i < limits[0] and 0 <= j < limits[1]):
            raise ValueError(
                f"entry is {(i, j)}; expected a row below {limits[0]} and a column below "
                f"{limits[1]}, the shape of {now['wanted']}"
            )
        if not 0 <= now["step"] < STEPS:
            raise ValueError(f"step is {now['step']}; expected 0 to {STEPS - 1}")
        return value

    @property
    def case(self) -> dict[str, list[list[float]]]:
        """The matrices that are looked at: x, w and g, or those of the square case."""
        return self.square_case if self.square else {"x": self.x, "w": self.w, "g": self.g}

    def gradients(self) -> dict[str, Array]:
        """Return ∂L/∂W, ∂L/∂B and ∂L/∂X by their letters, as nnlib computes them."""
        case = self.case
        layer = FCLayer.from_arrays(case["w"], [[0.0] * len(case["w"][0])])
        layer.forward_propagation(np.array(case["x"]))
        dx = layer.backward_propagation(np.array(case["g"]), 0.0)
        assert layer.weights_gradient is not None
        assert layer.bias_gradient is not None
        return {"W": layer.weights_gradient, "B": layer.bias_gradient, "X": dx}

    def factors(self) -> dict[str, Array]:
        """Return the two factors whose product is the gradient of `wanted`, by their names."""
        x, w, g = (np.array(self.case[one]) for one in "xwg")
        if self.wanted == "X":
            return {"G": g, "Wᵀ": w.T}
        return {"Xᵀ": x.T, "G": g} if self.wanted == "W" else {"1ᵀ": np.ones((1, len(g))), "G": g}

    def alt(self) -> str:  # noqa: D102 - see Figure
        (rows, n), m = np.shape(self.case["x"]), len(self.case["g"][0])
        value = still.number(self.gradients()[self.wanted][-1, -1])
        return self.say(f"alt_{self.wanted}", rows=rows, n=n, m=m, value=value)

    def still(self) -> str:  # noqa: D102 - see Figure
        return draw(self.factors(), f"∂L/∂{self.wanted}", self.gradients()[self.wanted])
