"""Finding words for a wrong number."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from nnlib.exercises.comparing import close, kind_problem, ratio
from nnlib.exercises.exercise import Exercise, Suspect
from nnlib.exercises.running import run
from nnlib.exercises.trials import Trial
from nnlib.exercises.verdict import Finding


def diagnose(
    exercise: Exercise, answers: tuple[Any, ...], trials: list[Trial], part: int | None
) -> Finding:
    """Say what is wrong with one of the returned values.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    answers : tuple
        What the reader wrote.
    trials : list of Trial
        All runs; at least one of them is wrong.
    part : int or None
        Which value is wrong; None if the answer is right except where it raises an error.

    Returns
    -------
    Finding
        The sentence, with the smallest case that shows it.
    """
    place = 0 if part is None else part
    wrong = next(trial for trial in trials if not trial.right(place))
    message = _suspect(exercise, trials, part)
    if message is None:
        message = wrong.outcome.problem
        if message is None:
            name = exercise.parts[place]
            message = f"{name}: " if name else ""
            message += (
                _kind(wrong, place)
                or _ignored(exercise, answers, wrong, place)
                or _numbers(trials, place)
            )
        message = _when(trials, place) + message
    if wrong.values is None:
        return Finding(message, wrong.arguments)
    return Finding(message, wrong.arguments, wrong.values[place], wrong.expected[place])


def _suspect(exercise: Exercise, trials: list[Trial], part: int | None) -> str | None:
    """Find a typical mistake that returns the same as the answer in every case."""
    for suspect in exercise.suspects:
        if part in (suspect.part, None) and _matches(suspect, trials):
            return suspect.message
    return None


def _matches(suspect: Suspect, trials: list[Trial]) -> bool:
    returned = False
    for trial in trials:
        arguments = copy.deepcopy(list(trial.arguments.values()))
        outcome = run(lambda: suspect.compute(*arguments))  # noqa: B023
        if (outcome.problem is None) != (trial.outcome.problem is None):
            return False
        if outcome.problem is None:
            if trial.values is None or not close(trial.values[suspect.part], outcome.value):
                return False
            returned = True
    return returned  # errors alone can come from anything


def _kind(trial: Trial, part: int) -> str | None:
    assert trial.values is not None
    problem = kind_problem(trial.values[part], trial.expected[part])
    return None if problem is None else f"The result {problem}."


def _ignored(exercise: Exercise, answers: tuple[Any, ...], trial: Trial, part: int) -> str | None:
    """Find an argument that the answer does not look at."""
    assert trial.values is not None
    for name, value in trial.arguments.items():
        if name in exercise.may_ignore or isinstance(value, bool):
            continue
        if not isinstance(value, np.ndarray | float | int):
            continue
        for other in (value + 1, -value):
            moved = list((trial.arguments | {name: other}).values())
            there = run(lambda: exercise.expected(*copy.deepcopy(moved)))  # noqa: B023
            again = run(lambda: exercise.drive(answers, *copy.deepcopy(moved)))  # noqa: B023
            if there.problem or again.problem:
                continue
            expected, given = there.value, again.value
            if len(exercise.parts) > 1:
                expected, given = expected[part], given[part]
            if not close(expected, trial.expected[part]) and close(given, trial.values[part]):
                return f"The result does not depend on {name}: it stays the same for another one."
    return None


def _numbers(trials: list[Trial], part: int) -> str:
    """Describe wrong numbers of the right shape."""
    pairs = [(t.values[part], t.expected[part]) for t in trials if t.values is not None]
    given, expected = next((a, b) for a, b in pairs if not close(a, b))
    if isinstance(expected, bool):
        return f"It says {bool(given)} where it should say {expected}."
    if not np.all(np.isfinite(given)):
        return "The result holds numbers that are not finite. Look for a division by zero."
    factors = [ratio(a, b) for a, b in pairs]
    if all(factor is not None for factor in factors):
        factor = ratio(given, expected) or 0.0
        if all(np.isclose(other or 0.0, -1) for other in factors):
            return "The sign is wrong: every number is the negative of what it should be."
        if all(np.isclose(other or 0.0, factor) for other in factors):
            return f"A factor is wrong: every number is {factor:.4g} times what it should be."
        if isinstance(expected, np.ndarray):
            return (
                "A factor is wrong, and it depends on the shape: here every number is "
                f"{factor:.4g} times what it should be. Look at what you divide or multiply by."
            )
    if isinstance(expected, np.ndarray) and expected.ndim == 2 and close(given.T, expected):
        return "The result is transposed: rows and columns are swapped."
    if isinstance(expected, np.ndarray) and expected.size > 1:
        bad = np.abs(given - expected) > 1e-6
        if not bad.all():
            where = tuple(int(i) for i in np.argwhere(bad)[0])
            return f"{int(bad.sum())} of {bad.size} numbers are wrong, the first at {list(where)}."
    return (
        "The shape is right, the numbers are not."
        if isinstance(expected, np.ndarray)
        else "The number is not right."
    )


def _when(trials: list[Trial], part: int) -> str:
    """Say if the answer is right for a single row and wrong for more."""
    rows = [
        next(
            (len(a) for a in trial.arguments.values() if isinstance(a, np.ndarray) and a.ndim == 2),
            0,
        )
        for trial in trials
    ]
    fine = [trial.right(part) for trial in trials]
    if 1 in rows and all(ok == (n == 1) for ok, n in zip(fine, rows, strict=True)):
        return "It is right for one row and wrong for more. "
    return ""
