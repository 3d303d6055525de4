"""An activation function beside its derivative."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from nnlib.language import tell
from nnlib.options import check_function
from nnlib.plots.axes import new_axes
from nnlib.plots.style import BLUE, INK, PALE, VERMILION
from nnlib.validation import Array, finite_array

REACH = 4.0
JUMP = 0.3


def activation_curve(
    f: Callable[[Array], Array],
    f_prime: Callable[[Array], Array],
    *,
    points: ArrayLike | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw f and f′ over one axis.

    Parameters
    ----------
    f, f_prime : callable
        The function and its derivative; both take an array of inputs.
    points : array_like of shape (n,), optional
        Inputs to mark on f, each with a piece of its tangent, whose slope f′ tells.
    ax : Axes, optional
        Where to draw.

    Returns
    -------
    Axes
        The axes: f as a solid line, f′ dashed.

    Raises
    ------
    ValueError
        If the points are no row of finite numbers, or f and f_prime are no functions that
        give a number for each input.
    """
    check_function("f", f, "tanh")
    check_function("f_prime", f_prime, "tanh_prime")
    marked = finite_array("points", [] if points is None else np.atleast_1d(points))
    if marked.ndim != 1:
        raise ValueError(f"points has shape {marked.shape}; expected (n,)")
    reach = max(REACH, 1.25 * float(np.abs(marked).max(initial=0)))
    x = np.linspace(-reach, reach, 201)
    heights, slopes = _numbers("f", f, x), _numbers("f_prime", f_prime, x)
    name = getattr(f, "__name__", "f")

    ax = new_axes(ax)
    ax.axhline(0, color=PALE, linewidth=0.8, linestyle="-")
    ax.axvline(0, color=PALE, linewidth=0.8, linestyle="-")
    ax.plot(x, heights, color=BLUE, linestyle="-", label=f"f = {name}")
    slopes[1:][np.abs(np.diff(slopes)) > JUMP] = np.nan  # no upright line where f has a kink
    ax.plot(x, slopes, color=VERMILION, linestyle="--", label=tell("f′, its slope"))
    for point in marked:
        at = np.array([point])
        height, slope = float(f(at)[0]), float(f_prime(at)[0])
        half = 0.9 / np.hypot(1, slope)
        ends = np.array([-half, half])
        ax.plot(point + ends, height + slope * ends, color=INK, linewidth=1.5, linestyle="-")
        ax.plot(point, height, "o", color=BLUE, markersize=8)
        ax.plot(point, slope, "D", color=VERMILION, markersize=7)
    ax.set(xlabel=tell("x, the input"), xlim=(-reach, reach))
    ax.legend(loc="best", frameon=False)
    return ax


def _numbers(name: str, function: Callable[[Array], Array], x: Array) -> Array:
    """Return what a function gives, as floats of our own; a gap may be put into them."""
    given = np.array(function(x))
    if given.shape != x.shape or given.dtype.kind not in "biuf":
        raise ValueError(
            f"{name} gives an array of shape {given.shape} and type {given.dtype} for inputs of "
            f"shape {x.shape}; expected a number for each input"
        )
    return given.astype(float)
