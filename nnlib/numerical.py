"""Derivatives without formulas: nudge each number and see what happens."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from nnlib.options import positive_number
from nnlib.validation import Array


def numerical_gradient(
    function: Callable[[Array], float],
    point: Array,
    h: float = 1e-5,
) -> Array:
    """Estimate the gradient of a function by central differences, one entry after the other.

    For each entry: (function with the entry + h) - (function with the entry - h), over 2h.

    Parameters
    ----------
    function : callable
        Takes an array like `point`, in float64, and returns one number.
    point : ndarray of real numbers, of any shape
        Where to take the gradient: an array, not a list. It is not changed.
    h : float, default 1e-5
        How far each entry is nudged both ways.

    Returns
    -------
    ndarray of the same shape
        The estimate for each entry, in float64.

    Raises
    ------
    ValueError
        If h is not a finite number above zero.

    Examples
    --------
    >>> point = np.array([1.0, 3.0])
    >>> numerical_gradient(lambda a: float((a**2).sum()), point).round(6)
    array([2., 6.])
    """
    h = positive_number("h", h)
    point = point.astype(np.float64)
    gradient = np.empty(point.shape)
    for where in np.ndindex(point.shape):
        nudged = point.copy()
        nudged[where] = point[where] + h
        above = function(nudged)
        nudged[where] = point[where] - h
        below = function(nudged)
        gradient[where] = (above - below) / (2 * h)
    return gradient


def relative_error(gradient: ArrayLike, numerical: ArrayLike, scale: float | None = None) -> Array:
    """Compare two gradients entry by entry: ``|a - b| / max(|a|, |b|)``.

    Entries far smaller than `scale` are compared with a hundredth of it instead of with
    themselves: rounding makes differences of their own size there.

    Parameters
    ----------
    gradient, numerical : array_like of real numbers, of the same shape
        The two gradients.
    scale : float, optional
        The size of the largest entries; by default the largest entry of `numerical`.

    Returns
    -------
    ndarray of the same shape
        The relative errors; 0 where both are zero, infinite where one is not finite.

    Raises
    ------
    ValueError
        If the shapes differ, or one of the two is not made of real numbers.

    Examples
    --------
    >>> relative_error(np.array([1.0, 2.0]), np.array([1.0, 4.0]))
    array([0. , 0.5])
    """
    gradient, numerical = _floats("gradient", gradient), _floats("numerical", numerical)
    if gradient.shape != numerical.shape:
        raise ValueError(
            f"the gradient has shape {gradient.shape}; expected {numerical.shape}, "
            "the shape of what it belongs to"
        )
    if scale is None:
        scale = largest_size(numerical)
    size = np.maximum(np.maximum(np.abs(gradient), np.abs(numerical)), scale / 100)
    difference = np.abs(gradient - numerical)
    with np.errstate(invalid="ignore"):  # infinity by infinity
        error = np.divide(difference, size, out=np.zeros_like(size), where=size != 0)
    return np.where(np.isfinite(error), error, np.inf)


def _floats(name: str, value: ArrayLike) -> Array:
    """Return `value` in float64; it may hold NaN and infinity."""
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"{name} has data type {array.dtype}; expected real numbers")
    return array.astype(np.float64, copy=False)


def largest_size(gradient: Array) -> float:
    """Return the size of the largest entry that is a finite number, zero if there is none.

    Parameters
    ----------
    gradient : ndarray of any shape
        The entries.

    Returns
    -------
    float
        The largest ``|entry|``.
    """
    return float(np.abs(gradient[np.isfinite(gradient)]).max(initial=0))
