"""Figure 1: the matrix microscope, Y = XW + B cell by cell."""

from __future__ import annotations

from typing import Any, ClassVar, cast

import numpy as np
import traitlets

from nnlib.data import running_example
from nnlib.fc_layer import FCLayer
from nnlib.figures.base import Figure
from nnlib.figures.product_still import product_still, written_sum
from nnlib.figures.settings import checks
from nnlib.figures.traits import Int, Matrix
from nnlib.figures.words.matrix_microscope import WORDS
from nnlib.validation import Array

_EXAMPLE = running_example()
_LAYER = cast(FCLayer, _EXAMPLE.network.layers[0])


class MatrixMicroscope(Figure):
    """One fully connected layer under the microscope: a row meets a column.

    The defaults are layer 1 of the running example and its sample.

    Parameters
    ----------
    x : array_like of shape (n_samples, n_in), up to 4 × 4
        X, one sample in each row.
    w : array_like of shape (n_in, n_out), up to 4 × 4
        W.
    b : array_like of shape (1, n_out)
        B.
    focus : tuple of int
        Row and column of the cell of Y that is looked at, counted from 0.
    edge : tuple of int or None
        The chosen weight (i, j): an edge of the drawing and a cell of W, counted from 0.

    rows : bool
        Whether rows may be added to X. If not, X stays one row and nothing is said of rows;
        chapter 1 has no samples yet.

    Raises
    ------
    ValueError
        If the shapes do not fit, an index is outside its matrix, or X has several rows
        without `rows`.

    Examples
    --------
    >>> MatrixMicroscope(focus=(0, 1))
    MatrixMicroscope(x=[[1, 2]], focus=(0, 1))
    """

    slug = "matrix-microscope"
    words = WORDS
    shareable = True
    height = 500
    height_narrow = 880
    shown_in_repr: ClassVar = ("x", "focus")

    x = Matrix(_EXAMPLE.x.tolist(), max_rows=4, max_columns=4).tag(sync=True)
    w = Matrix(_LAYER.weights.tolist(), max_rows=4, max_columns=4).tag(sync=True)
    b = Matrix(_LAYER.bias.tolist(), max_rows=1, max_columns=4).tag(sync=True)
    focus = traitlets.Tuple(Int(), Int(), default_value=(0, 0)).tag(sync=True)
    edge = traitlets.Tuple(Int(), Int(), default_value=None, allow_none=True).tag(sync=True)
    rows = traitlets.Bool(True).tag(sync=True)

    _names: ClassVar = ("x", "w", "b", "focus", "edge", "rows")

    @classmethod
    def of(cls, layer: FCLayer, x: Array, **state: Any) -> MatrixMicroscope:
        """Look at a layer of a network: `MatrixMicroscope.of(*three_to_two())`.

        Parameters
        ----------
        layer : FCLayer
            Where W and B come from.
        x : array_like of shape (n_samples, n_in)
            X.
        **state
            The other settings of the figure.

        Returns
        -------
        MatrixMicroscope
            The figure; it does not follow later changes of the layer.
        """
        return cls(x=x, w=layer.weights, b=layer.bias, **state)

    @property
    def y(self) -> Array:
        """Y = XW + B as nnlib computes it, shape (n_samples, n_out)."""
        return FCLayer.from_arrays(self.w, self.b).forward_propagation(np.array(self.x))

    @checks("x", "w", "b", "focus", "edge", "rows")
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        now = {name: getattr(self, name) for name in self._names}
        now[proposal["trait"].name] = proposal["value"]
        (n_rows, n), (n_in, m) = np.shape(now["x"]), np.shape(now["w"])
        if n != n_in or np.shape(now["b"]) != (1, m):
            raise ValueError(
                f"x has shape {(n_rows, n)}, w {(n_in, m)} and b {np.shape(now['b'])}; expected "
                "(N, n), (n, m) and (1, m). To change several, use hold_trait_notifications()"
            )
        if n_rows > 1 and not now["rows"]:
            raise ValueError(f"x has {n_rows} rows; expected 1 where rows is False")
        for name, limits in (("focus", (n_rows, m)), ("edge", (n, m))):
            index = now[name]
            if index is not None and not (0 <= index[0] < limits[0] and 0 <= index[1] < limits[1]):
                raise ValueError(
                    f"{name} is {tuple(index)}; expected a row below {limits[0]} and a column "
                    f"below {limits[1]}"
                )
        return proposal["value"]

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        more = 44 * (len(self.x) + len(self.w) - 3)  # the defaults have one row in X, two in W
        remark = 60 if len(self.x) > 1 or self.edge else 0  # two more lines in the read-out
        # four neurons below each other make the drawing taller
        taller = max(0, 80 * max(np.shape(self.w)) - 252)
        longer = 26 * max(0, len(self.w) - 3)  # the sum takes more lines
        buttons = 0 if self.rows else -50  # those that add and take rows have a line of their own
        return (
            self.height + max(more, taller) + longer + remark,
            self.height_narrow + more + taller + 3 * longer + 2 * remark + buttons,
        )

    def written_sum(self) -> str:
        """Return the sum behind the cell in focus, with symbols and with numbers."""
        return written_sum(self.x, self.w, self.b, self.y.tolist(), self.focus)

    def alt(self) -> str:  # noqa: D102 - see Figure
        row, column = self.focus
        key = "alt_rows" if self.rows else "alt"
        return self.say(key, row=row + 1, column=column + 1, sum=self.written_sum())

    def still(self) -> str:  # noqa: D102 - see Figure
        return product_still(self.x, self.w, self.b, self.y.tolist(), self.focus)
