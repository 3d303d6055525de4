"""Checks of single values: sizes, rates, functions, sources of random numbers."""

from __future__ import annotations

import math
import numbers

import numpy as np


def check_positive_integer(name: str, value: int) -> None:
    """Raise a ValueError unless `value` is a whole number of at least one.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : int
        The number to look at; Booleans do not count as numbers.

    Raises
    ------
    ValueError
        If it is anything else.
    """
    if isinstance(value, bool) or not isinstance(value, numbers.Integral) or value < 1:
        raise ValueError(f"{name} is {value!r}; expected a positive integer")


def finite_number(name: str, value: float) -> float:
    """Return `value` as a float.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : float
        A real number; Booleans do not count as numbers.

    Returns
    -------
    float
        The same number as Python's own float, so that float32 arrays stay float32.

    Raises
    ------
    ValueError
        If it is not a real number, or NaN or infinite.
    """
    is_number = isinstance(value, numbers.Real) and not isinstance(value, bool)
    try:
        number = float(value) if is_number else math.nan
    except OverflowError:  # a whole number of more than 308 digits
        number = math.inf
    if not math.isfinite(number):
        raise ValueError(f"{name} is {value!r}; expected a finite number")
    return number


def positive_number(name: str, value: float) -> float:
    """Return `value` as a float above zero.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : float
        A real number.

    Returns
    -------
    float
        The same number.

    Raises
    ------
    ValueError
        If it is zero, negative, or no finite number.
    """
    number = finite_number(name, value)
    if number <= 0:
        raise ValueError(f"{name} is {value!r}; expected a number above zero")
    return number


def check_function(name: str, value: object, example: str) -> None:
    """Raise a ValueError unless `value` can be called.

    Parameters
    ----------
    name : str
        What the message calls the value.
    value : object
        What should be a function.
    example : str
        A function that would do, for the message.

    Raises
    ------
    ValueError
        If it is no function.
    """
    if not callable(value):
        raise ValueError(f"{name} is {value!r}; expected a function, such as {example}")


def random_generator(rng: np.random.Generator | None) -> np.random.Generator:
    """Return the generator that was given, or a new one that differs on every run.

    Parameters
    ----------
    rng : numpy.random.Generator or None
        Where random numbers come from.

    Returns
    -------
    numpy.random.Generator
        `rng` itself unless it is None.

    Raises
    ------
    ValueError
        If it is something else, such as a seed.
    """
    if rng is None:
        return np.random.default_rng()
    if not isinstance(rng, np.random.Generator):
        raise ValueError(f"rng is {rng!r}; expected np.random.default_rng(seed) or None")
    return rng
