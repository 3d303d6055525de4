"""Running an answer on one case, and keeping what came of it."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnlib.exercises.comparing import close
from nnlib.exercises.exercise import Exercise
from nnlib.exercises.running import Outcome, run


@dataclass(frozen=True)
class Trial:
    """One run of an answer on one case.

    Attributes
    ----------
    arguments : dict of str to object
        The case, by name.
    outcome : Outcome
        What came of it.
    expected : tuple
        What should have come, a value for each part.
    changed : str or None
        The first argument that the answer changed.
    """

    arguments: dict[str, Any]
    outcome: Outcome
    expected: tuple[Any, ...]
    changed: str | None

    @property
    def values(self) -> tuple[Any, ...] | None:
        """The returned values, one for each part; None if there are not as many."""
        value = self.outcome.value
        if self.outcome.problem is not None:
            return None
        if len(self.expected) == 1:
            return (value,)
        fits = isinstance(value, tuple | list) and len(value) == len(self.expected)
        return tuple(value) if fits else None

    def right(self, part: int) -> bool:
        """Tell whether one of the returned values is right."""
        return self.values is not None and close(self.values[part], self.expected[part])


def try_case(exercise: Exercise, answers: tuple[Any, ...], case: tuple[Any, ...]) -> Trial:
    """Run an answer on copies of the arguments of a case.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    answers : tuple
        What the reader wrote.
    case : tuple
        The arguments.

    Returns
    -------
    Trial
        What came of it.
    """
    given = copy.deepcopy(case)
    listed = [list(value) if isinstance(value, list) else None for value in given]
    outcome = run(lambda: exercise.drive(answers, *given))
    changed = [
        name
        for name, value, before, entries in zip(
            exercise.arguments, given, case, listed, strict=True
        )
        if (isinstance(before, np.ndarray) and not close(value, before, 1e-12))
        or (entries is not None and list(map(id, value)) != list(map(id, entries)))
    ]
    expected = exercise.expected(*copy.deepcopy(case))
    return Trial(
        dict(zip(exercise.arguments, case, strict=True)),
        outcome,
        tuple(expected) if len(exercise.parts) > 1 else (expected,),
        changed[0] if changed else None,
    )
