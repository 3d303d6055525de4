"""Finding out what is wrong with an answer."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from nnlib.exercises.comparing import close, kind_problem
from nnlib.exercises.exercise import Exercise, Suspect
from nnlib.exercises.numbers import finite_problem, number_problem
from nnlib.exercises.running import run
from nnlib.exercises.trials import Trial
from nnlib.exercises.verdict import Finding
from nnlib.sentences import sentence


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
    wrong = [trial for trial in trials if not trial.right(place)]
    case = wrong[0]
    message = _suspect(exercise, trials, part)
    if message is not None:
        case = next((trial for trial in wrong if _numbers_differ(trial, place)), case)
    else:
        message = case.outcome.problem
        if message is None:
            message = (
                _kind(case, place)
                or _ignored(exercise, answers, case, place)
                or number_problem(trials, place)
            )
            name = exercise.parts[place]
            if name:
                message = sentence("{name}: {message}", name=sentence(name), message=message)
        if _one_row_only(trials, place):
            message = sentence(
                "It is right for one row and wrong for more. {message}", message=message
            )
    if case.values is None:
        return Finding(message, case.arguments)
    return Finding(message, case.arguments, case.values[place], case.expected[place])


def _numbers_differ(trial: Trial, part: int) -> bool:
    """Tell whether more is wrong than a shape, so that the case shows the mistake."""
    given = None if trial.values is None else trial.values[part]
    if not isinstance(given, np.ndarray | np.generic | float | int):
        return True
    return not close(np.ravel(given), np.ravel(trial.expected[part]))


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
    if problem is None:
        return finite_problem(trial.values[part])
    return sentence("The result {problem}.", problem=problem)


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
                return sentence(
                    "The result does not depend on {name}: it stays the same for another one.",
                    name=name,
                )
    return None


def _one_row_only(trials: list[Trial], part: int) -> bool:
    """Tell whether the answer is right for a single row and wrong for more."""
    rows = [
        next(
            (len(a) for a in trial.arguments.values() if isinstance(a, np.ndarray) and a.ndim == 2),
            0,
        )
        for trial in trials
    ]
    fine = [trial.right(part) for trial in trials]
    return 1 in rows and all(ok == (n == 1) for ok, n in zip(fine, rows, strict=True))
