"""The judge: runs an answer on every case and finds out what is wrong with it."""

from __future__ import annotations

import copy
import inspect
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnlib.exercises.comparing import close
from nnlib.exercises.diagnosing import diagnose, right
from nnlib.exercises.exercise import Exercise
from nnlib.exercises.running import Outcome, run
from nnlib.exercises.unfilled import dots_left
from nnlib.exercises.verdict import Finding
from nnlib.layer import Layer

UNFILLED = "It is not filled in yet. Put your code in the place of the dots."
NOTHING = "It returns nothing. Let it end with return and the result."


@dataclass(frozen=True)
class Trial:
    """One run of an answer on one case.

    Attributes
    ----------
    arguments : tuple
        The case.
    outcome : Outcome
        What came of it.
    expected : tuple
        What should have come, a value for each part.
    changed : str or None
        The first argument that the answer changed.
    """

    arguments: tuple[Any, ...]
    outcome: Outcome
    expected: tuple[Any, ...]
    changed: str | None

    @property
    def values(self) -> tuple[Any, ...] | None:
        """The returned values, one for each part; None if there are not as many."""
        if self.outcome.problem is not None:
            return None
        if len(self.expected) == 1:
            return (self.outcome.value,)
        value = self.outcome.value
        right = isinstance(value, tuple | list) and len(value) == len(self.expected)
        return tuple(value) if right else None


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
    problem = _answer_problem(exercise, answers)
    if problem:
        return Finding(problem), False
    trials: list[Trial] = []
    for arguments in exercise.cases():
        trials.append(_try(exercise, answers, arguments))
        if trials[-1].outcome.endless:
            break  # one endless loop is enough to wait for
    printed = any(trial.outcome.printed for trial in trials)
    finding = _first_finding(exercise, answers, trials)
    if finding is not None and any(map(dots_left, answers)):
        finding = Finding(UNFILLED)
    return finding, printed


def _first_finding(
    exercise: Exercise, answers: tuple[Any, ...], trials: list[Trial]
) -> Finding | None:
    named = [dict(zip(exercise.arguments, trial.arguments, strict=True)) for trial in trials]
    for trial, example in zip(trials, named, strict=True):
        if trial.outcome.problem is None and _nothing(trial.outcome.value):
            if trial.outcome.printed:
                return Finding("It prints its result. Return it instead, with return.", example)
            return Finding(NOTHING)
        if trial.outcome.problem is None and trial.values is None:
            count = len(exercise.parts)
            return Finding(
                f"It should return {count} values, in this order: {', '.join(exercise.parts)}.",
                example,
            )
        for name, value in zip(exercise.parts, trial.values or (), strict=False):
            if value is ...:
                return Finding(f"{name} is not filled in yet. Put your code for the dots.")
    for trial, example in zip(trials, named, strict=True):
        if trial.changed:
            return Finding(
                f"It changes {trial.changed} in place: after the call, {trial.changed} is no "
                "longer what the caller passed in. Make a new array for the result.",
                example,
            )
    if exercise.extra is not None:
        for trial, example in zip(trials, named, strict=True):
            message = trial.outcome.problem
            if message is None:
                message = exercise.extra(trial.values, *trial.arguments)
            if message:
                return Finding(message, example)
        return None
    for part in range(len(exercise.parts)):
        if any(t.values is not None and not right(t, part) for t in trials):
            return diagnose(exercise, answers, trials, part)
    if any(trial.values is None for trial in trials):  # it raises, and is right where it does not
        return diagnose(exercise, answers, trials, 0)
    return None


def _nothing(value: Any) -> bool:
    """Tell whether this is what a stub returns: the first value is not there."""
    first = value[0] if isinstance(value, tuple | list) and len(value) else value
    return first is None or first is ... or first is NotImplemented


def _answer_problem(exercise: Exercise, answers: tuple[Any, ...]) -> str | None:
    """Say why what was given to the check cannot be an answer at all."""
    call = f'check("{exercise.name}", {", ".join(exercise.answers)})'
    if len(answers) != len(exercise.answers):
        return f"The check needs {len(exercise.answers)} answer(s): {call}."
    for answer, name in zip(answers, exercise.answers, strict=True):
        if exercise.is_class:
            if isinstance(answer, Layer):
                return f"You gave a layer; give the class that it is made from: {call}."
            if not (isinstance(answer, type) and issubclass(answer, Layer)):
                return f"{name} is no class derived from Layer: begin with class {name}(Layer):"
            if inspect.isabstract(answer):
                return (
                    f"{name} lacks a method that every Layer has to have: "
                    + ", ".join(sorted(answer.__abstractmethods__))
                    + "."
                )
        elif answer is None or answer is ...:
            return UNFILLED
        elif not callable(answer):
            return (
                f"You gave a {type(answer).__name__}, no function. Give the function itself, "
                f"without calling it: {call}."
            )
        elif len(exercise.answers) == 1:
            problem = _signature_problem(exercise, answer)
            if problem:
                return problem
    return None


def _signature_problem(exercise: Exercise, answer: Any) -> str | None:
    try:
        signature = inspect.signature(answer)
        signature.bind(*exercise.arguments)
    except ValueError:
        return None  # some built-in functions do not tell
    except TypeError:
        expected = ", ".join(exercise.arguments)
        return f"It takes {signature}; expected {len(exercise.arguments)} arguments: ({expected})."
    return None


def _try(exercise: Exercise, answers: tuple[Any, ...], arguments: tuple[Any, ...]) -> Trial:
    given = copy.deepcopy(arguments)
    entries = [list(value) if isinstance(value, list) else None for value in given]
    outcome = run(lambda: exercise.drive(answers, *given))
    changed = None
    for name, value, before, listed in zip(
        exercise.arguments, given, arguments, entries, strict=True
    ):
        if isinstance(before, np.ndarray) and not close(value, before, 1e-12):
            changed = changed or name
        if listed is not None and [id(a) for a in value] != [id(a) for a in listed]:
            changed = changed or name
    expected = exercise.expected(*copy.deepcopy(arguments))
    parts = expected if len(exercise.parts) > 1 else (expected,)
    return Trial(arguments, outcome, tuple(parts), changed)
