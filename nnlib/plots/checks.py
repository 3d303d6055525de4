"""Checks of the arrays that pictures are drawn from."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnlib.validation import Array, finite_array

LARGEST_LABEL = 9999  # more digits would not fit below an image


def matrix(name: str, value: ArrayLike) -> Array:
    """Return `value` as a matrix that is not empty; a row of numbers becomes one row.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : array_like of shape (n_rows, n_columns) or (n_columns,)
        The numbers.

    Returns
    -------
    ndarray of shape (n_rows, n_columns)
        The matrix.

    Raises
    ------
    ValueError
        If it has more dimensions, is empty or is not made of finite numbers.
    """
    array = finite_array(name, value)
    if array.ndim not in (1, 2) or array.size == 0:
        raise ValueError(
            f"{name} has shape {array.shape}; expected (n_rows, n_columns), each at least 1"
        )
    return np.atleast_2d(array)


def square_images(name: str, value: ArrayLike) -> Array:
    """Return images, one in each row of pixels, as small squares.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : array_like of shape (n_images, side * side) or (n_images, side, side)
        The images.

    Returns
    -------
    ndarray of shape (n_images, side, side)
        The images.

    Raises
    ------
    ValueError
        If the rows do not make squares.
    """
    array = finite_array(name, value)
    if array.ndim == 2:
        side = round(array.shape[1] ** 0.5)
        if side * side == array.shape[1] and array.size:
            return array.reshape(-1, side, side)
    if array.ndim == 3 and array.shape[1] == array.shape[2] and array.size:
        return array
    raise ValueError(
        f"{name} has shape {array.shape}; expected rows of side × side pixels, "
        "for example (10, 64) or (10, 8, 8)"
    )


def neuron_images(name: str, value: ArrayLike) -> Array:
    """Return the weights into each hidden neuron as a small square.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : array_like of shape (side * side, n_hidden)
        The weights: a column is a neuron.

    Returns
    -------
    ndarray of shape (n_hidden, side, side)
        The images.

    Raises
    ------
    ValueError
        If the value is no matrix, or its columns do not make squares.
    """
    array = finite_array(name, value)
    if array.ndim == 2 and array.size and math.isqrt(len(array)) ** 2 == len(array):
        return square_images(name, array.T)
    hint = "; write W[:, :1] for one neuron" if array.ndim == 1 else ""
    raise ValueError(f"{name} has shape {array.shape}; expected (side × side, n_hidden){hint}")


def class_numbers(name: str, value: ArrayLike, count: int | None = None) -> NDArray[np.int64]:
    """Return labels such as digits as whole numbers.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : array_like of int of shape (n,)
        The labels.
    count : int, optional
        How many there should be.

    Returns
    -------
    ndarray of int of shape (n,)
        The labels.

    Raises
    ------
    ValueError
        If they are not whole numbers from 0 to 9999, one for each sample.
    """
    array = finite_array(name, value)
    if array.ndim != 1 or not array.size or count not in (None, array.size):
        raise ValueError(f"{name} has shape {array.shape}; expected ({count or 'n_samples'},)")
    bad = np.flatnonzero((array < 0) | (array != array.round()) | (array > LARGEST_LABEL))
    if bad.size:
        raise ValueError(
            f"{name} holds {array[bad[0]]:g} at {bad[0]}; "
            f"expected whole numbers from 0 to {LARGEST_LABEL}"
        )
    return array.astype(np.int64)
