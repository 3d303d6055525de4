"""The judge: runs an answer on every case and finds out what is wrong with it."""

from __future__ import annotations

from typing import Any

from nnlib.exercises.accepting import answer_problem
from nnlib.exercises.diagnosing import diagnose
from nnlib.exercises.exercise import Exercise
from nnlib.exercises.running import raised
from nnlib.exercises.trials import Trial, try_case
from nnlib.exercises.unfilled import UNFILLED, dots_left
from nnlib.exercises.verdict import Finding
from nnlib.sentences import listed, sentence

NOTHING = sentence("It returns nothing. Let it end with return and the result.")
PRINTS = sentence("It prints its result. Return it instead, with return.")


def judge(exercise: Exercise, answers: tuple[Any, ...]) -> tuple[Finding | None, bool]:
    """Look for a mistake.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    answers : tuple
        What the reader wrote: functions or classes.

    Returns
    -------
    finding : Finding or None
        The mistake; None if the answer is right.
    printed : bool
        Whether the answer printed something.
    """
    problem = answer_problem(exercise, answers)
    if problem:
        return Finding(problem), False
    trials: list[Trial] = []
    for case in exercise.cases():
        trials.append(try_case(exercise, answers, case))
        if trials[-1].outcome.endless:
            break  # one endless loop is enough to wait for
    finding: Finding | None
    try:
        finding = _finding(exercise, answers, trials)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # the result has a mind of its own, or is too large a number
        finding = Finding(
            sentence("The result cannot be compared. {message}", message=raised(error))
        )
    if finding is not None and any(map(dots_left, answers)):
        finding = Finding(UNFILLED)
    return finding, any(trial.outcome.printed for trial in trials)


def _finding(exercise: Exercise, answers: tuple[Any, ...], trials: list[Trial]) -> Finding | None:
    for look in (_missing, _changed):
        for trial in trials:
            message = look(exercise, trial)
            if message:
                return Finding(message, trial.arguments)
    if exercise.extra is not None:
        return _extra(exercise, trials)
    for part in range(len(exercise.parts)):
        if any(trial.values is not None and not trial.right(part) for trial in trials):
            return diagnose(exercise, answers, trials, part)
    if any(trial.values is None for trial in trials):  # it raises, and is right where it does not
        return diagnose(exercise, answers, trials, None)
    return None


def _missing(exercise: Exercise, trial: Trial) -> str | None:
    """Say what was not returned at all."""
    value, several = trial.outcome.value, len(exercise.parts) > 1
    if trial.outcome.problem is not None:
        return None
    first = value[0] if isinstance(value, tuple | list) and len(value) else value
    if first is None or first is NotImplemented:
        return PRINTS if trial.outcome.printed else NOTHING
    if first is ...:
        return UNFILLED
    if several and trial.values is None:
        return sentence(
            "It should return {count} values, in this order: {names}.",
            count=len(exercise.parts),
            names=listed(exercise.parts),
        )
    for name, entry in zip(exercise.parts, trial.values or (), strict=True):
        if entry is ...:
            return sentence(
                "{name} is not filled in yet. Put your code in the place of the dots.",
                name=sentence(name),
            )
    return None


def _changed(exercise: Exercise, trial: Trial) -> str | None:
    """Say which argument was changed."""
    name = trial.changed
    if name is None:
        return None
    if isinstance(trial.arguments[name], list):
        return sentence(
            "It changes {name} in place: after the call, {name} is no longer what the caller "
            "passed in. Make a new list.",
            name=name,
        )
    return sentence(
        "It changes {name} in place: after the call, {name} is no longer what the caller "
        "passed in. Make a new array.",
        name=name,
    )


def _extra(exercise: Exercise, trials: list[Trial]) -> Finding | None:
    """Look with the exercise's own eyes."""
    assert exercise.extra is not None
    for trial in trials:
        message = trial.outcome.problem
        if message is None:
            message = exercise.extra(trial.values, *trial.arguments.values())
        if message:
            return Finding(message, trial.arguments)
    return None
