"""Matrices as colored cells with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from nnlib.options import positive_number
from nnlib.plots.axes import color_bar, new_axes, number
from nnlib.plots.checks import matrix
from nnlib.plots.style import BEHIND_NUMBERS, INK, SIGNED

MOST_NUMBERS = 72  # more do not fit into a picture


def heat_map(
    array: ArrayLike,
    *,
    title: str = "",
    row_labels: Sequence[str] | None = None,
    column_labels: Sequence[str] | None = None,
    limit: float | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a matrix as cells: blue is positive, orange negative, zero like the page.

    Parameters
    ----------
    array : array_like of shape (n_rows, n_columns) or (n_columns,)
        The matrix.
    title : str, optional
        What stands above it.
    row_labels, column_labels : sequence of str, optional
        A text for each row and each column.
    limit : float, optional
        The size that gets the strongest color. The same limit makes several pictures
        comparable; without it, each takes its own largest size.
    ax : Axes, optional
        Where to draw.

    Returns
    -------
    Axes
        The axes. Each cell has its number written in it, up to 72 cells;
        more are colored by a scale that is told beside them.

    Raises
    ------
    ValueError
        If the array is no matrix, the number of labels is another one, or the limit is not
        a positive finite number.
    """
    cells = matrix("array", array)
    n_rows, n_columns = cells.shape
    for name, labels, count in (
        ("row_labels", row_labels, n_rows),
        ("column_labels", column_labels, n_columns),
    ):
        if labels is not None and len(labels) != count:
            raise ValueError(f"{name} has {len(labels)} texts; expected {count}")
    if limit is None:
        limit = float(np.abs(cells).max()) or 1.0
    limit = positive_number("limit", limit)

    ax = new_axes(ax, min(6, 1.2 + 0.9 * n_columns), min(6, 0.9 + 0.55 * n_rows))
    if cells.size > MOST_NUMBERS:
        extent = (0, n_columns, n_rows, 0)
        image = ax.imshow(
            cells, cmap=SIGNED, vmin=-limit, vmax=limit, extent=extent, interpolation="none"
        )
        color_bar(image, ax)
    else:
        shades = BEHIND_NUMBERS * cells / limit
        ax.pcolormesh(shades, cmap=SIGNED, vmin=-1, vmax=1, edgecolor=INK, linewidth=0.5)
        digits = 3 if n_columns <= 6 else 2
        for (row, column), value in np.ndenumerate(cells):
            ax.text(
                column + 0.5,
                row + 0.5,
                number(float(value), digits),
                ha="center",
                va="center",
                fontsize=12 if n_columns <= 6 else 10,
            )
    ax.set_title(title)
    ax.set_xticks(np.arange(n_columns) + 0.5, _texts(column_labels, n_columns))
    ax.set_yticks(np.arange(n_rows) + 0.5, _texts(row_labels, n_rows))
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ax.set(xlim=(0, n_columns), ylim=(n_rows, 0))  # row 1 on top, as in a matrix
    return ax


def _texts(labels: Sequence[str] | None, count: int) -> Sequence[str]:
    return [""] * count if labels is None else labels  # an array of texts is neither true nor false
