"""Which digit is taken for which."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from nnlib.language import tell
from nnlib.plots.axes import new_axes
from nnlib.plots.checks import class_numbers
from nnlib.plots.style import BEHIND_NUMBERS, INK, SIGNED

MOST_CLASSES = 50  # a larger picture could not be read
RIGHT = 0.35  # a pale blue


def confusion_matrix(labels: ArrayLike, predictions: ArrayLike, *, ax: Axes | None = None) -> Axes:
    """Count how often each true label got each prediction, and draw the counts.

    Parameters
    ----------
    labels : array_like of int of shape (n_samples,)
        What the samples are.
    predictions : array_like of int of shape (n_samples,)
        What the network says they are.
    ax : Axes, optional
        Where to draw.

    Returns
    -------
    Axes
        The axes: a row for each label, a column for each prediction. Right answers are on
        the diagonal, blue and in a bold frame; mistakes are orange, the more of a kind, the
        stronger. Cells without a number are zero.

    Raises
    ------
    ValueError
        If the two do not hold as many whole numbers from 0 to 49.
    """
    true = class_numbers("labels", labels)
    said = class_numbers("predictions", predictions, len(true))
    n = int(max(true.max(), said.max())) + 1
    if n > MOST_CLASSES:
        raise ValueError(f"the largest number is {n - 1}; expected at most {MOST_CLASSES - 1}")
    counts = np.zeros((n, n), dtype=int)
    np.add.at(counts, (true, said), 1)

    ax = new_axes(ax, 5, 4.6)
    # One blue for all right answers: beside hundreds of them all mistakes would be white.
    diagonal = np.eye(n, dtype=bool)
    wrong = np.where(diagonal, 0, counts)
    shades = np.where(diagonal, RIGHT, -BEHIND_NUMBERS * wrong / max(wrong.max(), 1))
    ax.pcolormesh(shades, cmap=SIGNED, vmin=-1, vmax=1, edgecolor="#cccccc", linewidth=0.5)
    for (row, column), count in np.ndenumerate(counts):
        if count or row == column:
            ax.text(column + 0.5, row + 0.5, str(count), ha="center", va="center", fontsize=10)
    for i in range(n):
        ax.add_patch(Rectangle((i, i), 1, 1, fill=False, edgecolor=INK, linewidth=1.2))
    ticks = np.arange(n)
    ax.set_xticks(ticks + 0.5, ticks.astype(str))
    ax.set_yticks(ticks + 0.5, ticks.astype(str))
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ax.set(xlim=(-0.05, n + 0.05), ylim=(n + 0.05, -0.05), aspect="equal")
    ax.set(xlabel=tell("what the network says"), ylabel=tell("what it is"))
    return ax
