"""Comparing what an answer returns with what it should, in words."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.sentences import Sentence, sentence


def kind_problem(given: Any, expected: Any) -> Sentence | None:
    """Say what is wrong with the type and the shape of an answer.

    Parameters
    ----------
    given, expected : object
        What was returned, and what should be.

    Returns
    -------
    Sentence or None
        A sentence without its subject, "is …", or None if nothing is wrong.
    """
    if isinstance(expected, bool):
        if isinstance(given, bool | np.bool_):
            return None
        return sentence("is {kind}; expected True or False", kind=_kind(given))
    if not isinstance(expected, np.ndarray):
        if _is_number(given):
            return None
        return sentence("is {kind}; expected one number", kind=_kind(given))
    if not isinstance(given, np.ndarray) or given.dtype.kind not in "biuf":
        return sentence(
            "is {kind}; expected an array of shape {shape}",
            kind=_kind(given),
            shape=expected.shape,
        )
    if given.shape == expected.shape:
        return None
    shapes = {"given": given.shape, "expected": expected.shape}
    if given.shape == expected.shape[::-1]:
        return sentence(
            "has shape {given}; expected {expected}, rows and columns are swapped", **shapes
        )
    return sentence("has shape {given}; expected {expected}", **shapes)


def close(given: Any, expected: Any, tolerance: float = 1e-6) -> bool:
    """Tell whether two values are the same, up to rounding.

    Parameters
    ----------
    given, expected : object
        Numbers, arrays, or lists and tuples of them.
    tolerance : float
        The largest difference, relative to the largest number expected.

    Returns
    -------
    bool
        False also if kinds or shapes differ.
    """
    if expected is None:
        return given is None
    if isinstance(expected, list | tuple):
        return (
            isinstance(given, list | tuple)
            and len(given) == len(expected)
            and all(close(a, b, tolerance) for a, b in zip(given, expected, strict=True))
        )
    if kind_problem(given, expected):
        return False
    a, b = np.asarray(given, dtype=float), np.asarray(expected, dtype=float)
    scale = max(1.0, float(np.abs(b).max(initial=0)))
    with np.errstate(invalid="ignore"):  # an answer may hold inf or nan: not close
        return bool(np.all(np.abs(a - b) <= tolerance * scale))


def ratio(given: Any, expected: Any) -> float | None:
    """Find the number that all entries are too large by.

    Parameters
    ----------
    given, expected : number or ndarray
        What was returned, and what should be.

    Returns
    -------
    float or None
        The factor; None if there is none, or the shapes differ.
    """
    if kind_problem(given, expected):
        return None
    a, b = np.asarray(given, dtype=float), np.asarray(expected, dtype=float)
    if not np.any(b):
        return None
    factor = float((a * b).sum() / (b * b).sum())
    return factor if factor and np.allclose(a, factor * b, rtol=1e-5, atol=1e-9) else None


def _is_number(value: Any) -> bool:
    if isinstance(value, bool | np.bool_):
        return False
    if isinstance(value, np.ndarray):
        return value.shape == () and value.dtype.kind in "iuf"
    return isinstance(value, int | float | np.integer | np.floating)


def _kind(value: Any) -> Sentence:
    if isinstance(value, np.ndarray):
        if value.dtype.kind not in "biuf":
            return sentence("an array of {dtype}", dtype=value.dtype)
        return sentence("an array of shape {shape}", shape=value.shape)
    if isinstance(value, bool | np.bool_):
        return sentence(str(bool(value)))
    if _is_number(value):
        return sentence("the number {value:.5g}", value=float(value))
    if isinstance(value, list | tuple):
        return sentence("a {type} of {count}", type=type(value).__name__, count=len(value))
    name = type(value).__name__
    return sentence("an {type}" if name[0].lower() in "aeiou" else "a {type}", type=name)
