"""Whether what was given to a check can be an answer at all."""

from __future__ import annotations

import inspect
from typing import Any

from nnlib.exercises.exercise import Exercise
from nnlib.exercises.unfilled import UNFILLED
from nnlib.layer import Layer


def answer_problem(exercise: Exercise, answers: tuple[Any, ...]) -> str | None:
    """Say why this cannot be an answer.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    answers : tuple
        What the reader gave.

    Returns
    -------
    str or None
        A sentence or two; None if it may be an answer.
    """
    call = f'check("{exercise.name}", {", ".join(exercise.answers)})'
    if len(answers) != len(exercise.answers):
        return f"The check was given {len(answers)} answers. Call it like this: {call}."
    for answer, name in zip(answers, exercise.answers, strict=True):
        look = _class_problem if exercise.is_class else _function_problem
        problem = look(answer, name, exercise, call)
        if problem:
            return problem
    return None


def _class_problem(answer: Any, name: str, exercise: Exercise, call: str) -> str | None:
    if isinstance(answer, Layer):
        return f"You gave a layer. Give the class that it is made from: {call}."
    if not (isinstance(answer, type) and issubclass(answer, Layer)):
        return f"{name} is no class derived from Layer."
    if inspect.isabstract(answer):
        lacking = ", ".join(sorted(answer.__abstractmethods__))
        return f"{name} lacks a method that every Layer has to have: {lacking}."
    return None


def _function_problem(answer: Any, name: str, exercise: Exercise, call: str) -> str | None:
    if answer is None or answer is ...:
        return UNFILLED
    if not callable(answer):
        return (
            f"You gave a {type(answer).__name__}, no function. Give the function itself, "
            f"without calling it: {call}."
        )
    try:
        signature = inspect.signature(answer)
        signature.bind(*exercise.arguments)
    except ValueError:
        return None  # some built-in functions do not tell
    except TypeError:
        expected = ", ".join(exercise.arguments)
        return f"{name} takes {signature}. It should take ({expected})."
    return None
