"""Figure 9: the slope of f at a point, and the diagonal Jacobian that folds into ⊙."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import traitlets

from nnlib import activations
from nnlib.activation_layer import ActivationLayer
from nnlib.figures import still
from nnlib.figures.base import Figure
from nnlib.figures.settings import checks
from nnlib.figures.traits import Int, Matrix
from nnlib.figures.words.tangent_and_diagonal import WORDS
from nnlib.validation import Array

FUNCTIONS = ("tanh", "sigmoid", "relu")
LIMIT = 4.0  # the drawing shows x from -4 to 4


class TangentAndDiagonal(Figure):
    """An activation layer for one sample: tangents, slopes, and the Jacobian.

    The defaults are layer 2 of the running example and the upstream gradient of chapter 8.

    Parameters
    ----------
    f : {"tanh", "sigmoid", "relu"}
        The activation function.
    x : array_like of shape (1, m), up to 4 numbers from -4 to 4
        The row X that goes into the layer.
    g : array_like of shape (1, m)
        The upstream gradient G = ∂L/∂Y.
    chosen : int
        Which x carries the tangent, counted from 0.
    folded : bool
        Show f′(X) and ⊙ instead of the Jacobian and the matrix product.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a setting has no such value.

    Examples
    --------
    >>> TangentAndDiagonal(f="relu", x=[[-1, 2]], g=[[3, 5]]).gradient()
    array([[0., 5.]])
    """

    slug = "tangent-and-diagonal"
    words = WORDS
    shareable = True
    height = 748
    height_narrow = 1178
    shown_in_repr: ClassVar = ("f", "x", "g", "folded")

    f = traitlets.Unicode("tanh").tag(sync=True)
    x = Matrix([[0.9, 0.7, 0.5]], max_rows=1, max_columns=4).tag(sync=True)
    g = Matrix([[0.5, -2.0, 1.0]], max_rows=1, max_columns=4).tag(sync=True)
    chosen = Int(1).tag(sync=True)
    folded = traitlets.Bool(False).tag(sync=True)

    @checks("f", "x", "g", "chosen")
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        names = ("f", "x", "g", "chosen")
        now = {name: getattr(self, name) for name in names}
        now[proposal["trait"].name] = proposal["value"]
        if now["f"] not in FUNCTIONS:
            raise ValueError(f"f is {now['f']!r}; expected one of {', '.join(FUNCTIONS)}")
        if np.shape(now["x"]) != np.shape(now["g"]):
            raise ValueError(
                f"x has shape {np.shape(now['x'])} and g {np.shape(now['g'])}; expected one shape. "
                "To change both, use hold_trait_notifications()"
            )
        if np.abs(now["x"]).max() > LIMIT:
            raise ValueError(f"x is {now['x']}; expected numbers from {-LIMIT:g} to {LIMIT:g}")
        if not 0 <= now["chosen"] < len(now["x"][0]):
            raise ValueError(
                f"chosen is {now['chosen']}; expected 0 to {len(now['x'][0]) - 1}, a column of x"
            )
        return proposal["value"]

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        m = len(self.x[0])
        more = 43 * (max(m, 2) - 3)  # rows of the Jacobian beyond the defaults' three
        # Where there are four, ∂L/∂X or the sum below it takes a line of its own.
        wrapped, wrapped_narrow = (75, 24) if m > 3 else (0, 0)
        return self.height + more + wrapped, self.height_narrow + more + wrapped_narrow

    def slopes(self) -> Array:
        """Return f′(X), shape (1, m)."""
        slopes: Array = getattr(activations, f"{self.f}_prime")(np.array(self.x))
        return slopes

    def jacobian(self) -> Array:
        """Return the Jacobian of the layer, shape (m, m): f′(X) on the diagonal."""
        return np.diag(self.slopes()[0])

    def gradient(self) -> Array:
        """Return ∂L/∂X as nnlib's layer computes it, shape (1, m)."""
        f, f_prime = (getattr(activations, self.f + name) for name in ("", "_prime"))
        layer = ActivationLayer(f, f_prime)
        layer.forward_propagation(np.array(self.x))
        return layer.backward_propagation(np.array(self.g), 0.0)

    def alt(self) -> str:  # noqa: D102 - see Figure
        slopes = ", ".join(still.number(value) for value in self.slopes()[0])
        result = ", ".join(still.number(value) for value in self.gradient()[0])
        return self.say("alt", f=self.f, slopes=slopes, result=result)

    def still(self) -> str:  # noqa: D102 - see Figure
        jacobian, result = self.jacobian().tolist(), self.gradient().tolist()
        width, height = still.matrix_size(jacobian)
        middle, right = width + 20, 2 * width + 40
        parts = (
            still.matrix(0, 4, "G", self.g, lambda r, c: "row"),
            still.matrix(middle, 4, "J", jacobian, lambda r, c: "bias" * (r == c)),
            still.matrix(right, 4, "∂L/∂X", result, lambda r, c: "result"),
            still.text(0, height + 24, self.say("still_1")),
            still.text(0, height + 46, self.say("still_2")),
        )
        return still.picture(right + width, height + 62, *parts)
