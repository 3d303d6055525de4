"""The loss over two of its parameters, seen from above."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from nnlib.options import check_function
from nnlib.plots.axes import new_axes
from nnlib.plots.style import AMOUNT, INK, VERMILION
from nnlib.validation import finite_array

GRID = 61
LEVELS = 9


def loss_surface(
    loss: Callable[[float, float], float],
    a_range: tuple[float, float],
    b_range: tuple[float, float],
    *,
    path: ArrayLike | None = None,
    labels: tuple[str, str] = ("a", "b"),
    ax: Axes | None = None,
) -> Axes:
    """Draw lines of equal loss(a, b), and the path that gradient descent took.

    Parameters
    ----------
    loss : callable
        Takes two numbers and returns the loss.
    a_range, b_range : tuple of two floats
        From where to where to draw.
    path : array_like of shape (n_steps, 2), optional
        The points (a, b) that gradient descent came through, the start first.
    labels : tuple of two str
        Names of the two parameters.
    ax : Axes, optional
        Where to draw.

    Returns
    -------
    Axes
        The axes. The bluer, the higher; the start is a square, the end a star.

    Raises
    ------
    ValueError
        If the loss is no function, a range is not made of two finite numbers with the smaller
        one first, or the path not of pairs of numbers.
    """
    check_function("loss", loss, "lambda a, b: a**2 + b**2")
    a_range, b_range = _ends("a_range", a_range), _ends("b_range", b_range)
    points = None if path is None else finite_array("path", path)
    if points is not None and (points.ndim != 2 or points.shape[1] != 2 or not len(points)):
        raise ValueError(f"path has shape {points.shape}; expected (n_steps, 2)")

    a, b = np.linspace(*a_range, GRID), np.linspace(*b_range, GRID)
    height = np.array([[float(loss(a_i, b_j)) for a_i in a] for b_j in b])
    ax = new_axes(ax)
    # Levels that hold equal shares of the picture: the valley gets lines, not the walls alone.
    levels = np.unique(np.quantile(height, np.linspace(0.03, 0.97, LEVELS)))
    rank = np.searchsorted(levels, height)
    ax.imshow(
        rank,
        cmap=AMOUNT,
        vmin=0,
        vmax=LEVELS * 1.3,
        origin="lower",
        extent=(*a_range, *b_range),
        aspect="auto",
        interpolation="none",
    )
    if len(levels) > 1:
        lines = ax.contour(a, b, height, levels=levels, colors=INK, linewidths=0.6)
        ax.clabel(lines, levels[1::3], fontsize=11, fmt="%.2g")
    if points is not None:
        ax.plot(*points.T, color=VERMILION, marker="o", markersize=4, linewidth=1.5, linestyle="-")
        ax.plot(*points[0], color=VERMILION, marker="s", markersize=9, markeredgecolor=INK)
        ax.plot(*points[-1], color=VERMILION, marker="*", markersize=15, markeredgecolor=INK)
    ax.set(xlim=a_range, ylim=b_range, xlabel=labels[0], ylabel=labels[1])
    return ax


def _ends(name: str, value: tuple[float, float]) -> tuple[float, float]:
    ends = finite_array(name, value)
    if ends.shape != (2,) or not ends[0] < ends[1]:
        raise ValueError(f"{name} is {value!r}; expected two numbers, the smaller one first")
    return float(ends[0]), float(ends[1])
