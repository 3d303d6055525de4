"""Whether what was given to a check can be an answer at all."""

from __future__ import annotations

import difflib
import inspect
from typing import Any

import nnlib
from nnlib.exercises.exercise import Exercise
from nnlib.exercises.unfilled import UNFILLED
from nnlib.layer import Layer
from nnlib.sentences import sentence


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
        return sentence(
            "The check was given {count} answers. Call it like this: {call}.",
            count=len(answers),
            call=call,
        )
    for answer, name in zip(answers, exercise.answers, strict=True):
        look = _class_problem if exercise.is_class else _function_problem
        problem = _not_yours(answer, call) or look(answer, name, exercise, call)
        if problem:
            return problem
    return None


def _not_yours(answer: Any, call: str) -> str | None:
    """Notice a class or function of nnlib: it is right, and nobody's answer."""
    for name in nnlib.__all__:
        if answer is getattr(nnlib, name):
            return sentence(
                "This is {name} of nnlib, not what you wrote. Give your own: {call}.",
                name=name,
                call=call,
            )
    return None


def _class_problem(answer: Any, name: str, exercise: Exercise, call: str) -> str | None:
    if isinstance(answer, Layer):
        return sentence("You gave a layer. Give the class that it is made from: {call}.", call=call)
    if not (isinstance(answer, type) and issubclass(answer, Layer)):
        return sentence("{name} is no class derived from Layer.", name=name)
    if inspect.isabstract(answer):
        lacking = ", ".join(sorted(answer.__abstractmethods__))
        return sentence(
            "{name} lacks a method that every Layer has to have: {lacking}.",
            name=name,
            lacking=lacking,
        )
    for method in exercise.methods:
        written_in = getattr(getattr(answer, method), "__module__", None)
        if str(written_in).startswith("nnlib."):
            return _inherited(answer, name, method)
    return None


def _inherited(answer: type, name: str, method: str) -> str:
    """Say that a method is not written; a misspelled one replaces nothing."""
    own = [word for word, entry in vars(answer).items() if inspect.isfunction(entry)]
    near = difflib.get_close_matches(method, own, n=1)
    owner = next(base for base in answer.__mro__ if method in vars(base))
    message = sentence(
        "{name} has no {method} of its own, so that of {owner} would be used.",
        name=name,
        method=method,
        owner=owner.__name__,
    )
    if near:
        message = sentence("{message} Is {near} spelled right?", message=message, near=near[0])
    return message


def _function_problem(answer: Any, name: str, exercise: Exercise, call: str) -> str | None:
    if answer is None or answer is ...:
        return UNFILLED
    if not callable(answer):
        return sentence(
            "You gave a {type}, no function. Give the function itself, without calling it: {call}.",
            type=type(answer).__name__,
            call=call,
        )
    try:
        signature = inspect.signature(answer)
        signature.bind(*exercise.arguments)
    except ValueError:
        return None  # some built-in functions do not tell
    except TypeError:
        expected = ", ".join(exercise.arguments)
        return sentence(
            "{name} takes {signature}. It should take ({expected}).",
            name=name,
            signature=signature,
            expected=expected,
        )
    return None
