"""Finding words for wrong numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.comparing import close, ratio
from nnlib.exercises.trials import Trial
from nnlib.sentences import sentence


def finite_problem(given: Any) -> str | None:
    """Say that a result holds inf or nan.

    Parameters
    ----------
    given : number or ndarray
        What was returned.

    Returns
    -------
    str or None
        A sentence or two; None if all numbers are finite.
    """
    if np.all(np.isfinite(given)):
        return None
    return sentence("The result holds numbers that are not finite. Look for a division by zero.")


def number_problem(trials: list[Trial], part: int) -> str:
    """Describe wrong numbers of the right shape.

    Parameters
    ----------
    trials : list of Trial
        All runs; at least one of them has a wrong number.
    part : int
        Which of the returned values is wrong.

    Returns
    -------
    str
        A sentence or two: a sign, a factor, a transpose, the first wrong place.
    """
    pairs = [(t.values[part], t.expected[part]) for t in trials if t.values is not None]
    given, expected = next((a, b) for a, b in pairs if not close(a, b))
    if isinstance(expected, bool):
        return sentence(
            "It says {given} where it should say {expected}.", given=bool(given), expected=expected
        )
    factors = [ratio(a, b) for a, b in pairs]
    if all(factor is not None for factor in factors):
        factor = ratio(given, expected) or 0.0
        if all(np.isclose(other or 0.0, -1) for other in factors):
            return sentence("The sign is wrong: every number is the negative of what it should be.")
        if all(np.isclose(other or 0.0, factor) for other in factors):
            return sentence(
                "A factor is wrong: every number is {factor:.4g} times what it should be.",
                factor=factor,
            )
        if isinstance(expected, np.ndarray):
            return sentence(
                "A factor is wrong, and it depends on the shape: here every number is "
                "{factor:.4g} times what it should be. Look at what you divide or multiply by.",
                factor=factor,
            )
    if isinstance(expected, np.ndarray) and expected.ndim == 2 and close(given.T, expected):
        return sentence("The result is transposed: rows and columns are swapped.")
    if isinstance(expected, np.ndarray) and expected.size > 1:
        bad = np.abs(given - expected) > 1e-6
        if not bad.all():
            where = tuple(int(i) for i in np.argwhere(bad)[0])
            return sentence(
                "{wrong} of {all} numbers are wrong, the first at {where}.",
                wrong=int(bad.sum()),
                all=bad.size,
                where=list(where),
            )
    if isinstance(expected, np.ndarray):
        return sentence("The shape is right, the numbers are not.")
    return sentence("The number is not right.")
