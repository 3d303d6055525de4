"""Checks of arrays: each names what was given and what was expected."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: A NumPy array of floating point numbers.
Array = NDArray[np.floating[Any]]


def finite_array(name: str, value: ArrayLike) -> Array:
    """Return `value` as an array of finite floats: float32 stays, all else becomes float64.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : array_like of any shape
        Real numbers.

    Returns
    -------
    ndarray of the same shape
        The numbers; the same array if it needs no conversion.

    Raises
    ------
    ValueError
        If the value is not made of real numbers, is ragged, or holds NaN or infinity.
    """
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name} is ragged; expected rows of equal length") from error
    if array.dtype.kind not in "biuf":
        raise ValueError(f"{name} has data type {array.dtype}; expected real numbers")
    if array.dtype != np.float32:
        array = array.astype(np.float64, copy=False)
    if not np.isfinite(array).all():
        where = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        raise ValueError(f"{name} holds {array[where]} at {where}; expected finite numbers")
    return array


def check_float_array(name: str, value: object) -> None:
    """Raise a ValueError unless `value` is an array that can be trained.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : ndarray of float32 or float64, of any shape
        What should hold parameters.

    Raises
    ------
    ValueError
        If it is anything else.
    """
    if getattr(value, "dtype", None) not in (np.float32, np.float64):
        raise ValueError(f"{name} is {value!r}; expected an array of float32 or float64")


def sample_rows(name: str, value: ArrayLike) -> Array:
    """Return `value` as an array with one sample in each row.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : array_like of shape (n_samples, n) or (n_samples, 1, n)
        The samples; the second form is the tutorial's.

    Returns
    -------
    ndarray of shape (n_samples, n)
        The samples, as `finite_array` returns them.

    Raises
    ------
    ValueError
        If the value is empty, has another shape, or is not made of finite numbers.
    """
    array = finite_array(name, value)
    if array.size == 0:
        raise ValueError(f"{name} is empty, its shape is {array.shape}; expected a sample or more")
    if array.ndim == 3 and array.shape[1] == 1:
        return array[:, 0, :]
    if array.ndim != 2:
        hint = (
            f"; write {name}.reshape(1, -1) for one sample, {name}.reshape(-1, 1) for many of "
            "one number each"
        )
        raise ValueError(
            f"{name} has shape {array.shape}; expected (n_samples, n) or (n_samples, 1, n)"
            + hint * (array.ndim == 1)
        )
    return array


def check_rows(name: str, array: Array, n: int | None = None, n_rows: int | None = None) -> Array:
    """Return `array` itself if it has two dimensions and the expected size.

    Layers call this in every pass, so it looks at the shape only.

    Parameters
    ----------
    name : str
        What the message calls the array.
    array : ndarray
        What a layer was given.
    n : int, optional
        The expected number of columns.
    n_rows : int, optional
        The expected number of rows.

    Returns
    -------
    ndarray of shape (n_rows, n)
        The array that was given.

    Raises
    ------
    ValueError
        If the shape is another one, or this is no array at all.
    """
    shape: tuple[int, ...] = getattr(array, "shape", ())
    if (
        len(shape) != 2
        or (n is not None and n != shape[1])
        or (n_rows is not None and n_rows != shape[0])
    ):
        given = f"has shape {shape}" if isinstance(array, np.ndarray) else f"is {array!r}"
        expected = f"({'n_samples' if n_rows is None else n_rows}, {'n' if n is None else n})"
        raise ValueError(f"{name} {given}; expected an array of shape {expected}")
    return array
