"""An exercise: what the reader writes, and what the check knows about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnlib.validation import Array


@dataclass(frozen=True)
class Suspect:
    """A typical mistake: what it computes, and what to say to who made it.

    Attributes
    ----------
    message : str
        One or two sentences that point at the mistake, not at the solution.
    compute : callable
        Takes the arguments of a case and returns what the mistake would return.
    part : int
        Which of the returned values it is about, if there are several.
    """

    message: str
    compute: Callable[..., Any]
    part: int = 0


@dataclass(frozen=True)
class Exercise:
    """A code exercise.

    Attributes
    ----------
    name : str
        As `check` is given it.
    chapter : int
        Where it stands.
    task : str
        What to write, in one sentence.
    answers : tuple of str
        Names of the functions or classes that the reader writes.
    arguments : tuple of str
        Names of what a case is made of, in order.
    cases : callable
        Makes the cases, the smallest first: tuples of arguments.
    expected : callable
        What the answer should return for a case, computed in another way than the solution:
        by sums over indices or by central differences.
    suspects : tuple of Suspect
        Typical mistakes.
    parts : tuple of str
        Names of the returned values, if there are several.
    drive : callable
        Runs the answers on a case: ``drive(answers, *arguments)``. By default calls the one
        answer with the arguments.
    is_class : bool
        Whether the reader writes a class.
    methods : tuple of str
        Methods that the class inherits from nnlib and that the reader writes anew.
    may_ignore : tuple of str
        Arguments that a right answer need not look at.
    extra : callable or None
        Checks the returned values in its own way, where many are right: takes the values of
        all parts and the arguments and returns a sentence or None. `expected` is not
        compared then.
    """

    name: str
    chapter: int
    task: str
    answers: tuple[str, ...]
    arguments: tuple[str, ...]
    cases: Callable[[], list[tuple[Any, ...]]]
    expected: Callable[..., Any]
    suspects: tuple[Suspect, ...] = ()
    parts: tuple[str, ...] = ("",)
    drive: Callable[..., Any] = lambda answers, *arguments: answers[0](*arguments)
    is_class: bool = False
    methods: tuple[str, ...] = ()
    may_ignore: tuple[str, ...] = ()
    extra: Callable[..., str | None] | None = None


def readable(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers that are easy to read, and none of them special.

    Parameters
    ----------
    rng : numpy.random.Generator
        Where they come from.
    *shape : int
        The shape.

    Returns
    -------
    ndarray of the shape
        Numbers with one digit after the point, from 0.2 to 1.9, of both signs.
    """
    numbers: Array = rng.integers(2, 20, shape) / 10 * rng.choice([-1.0, 1.0], shape)
    return numbers.round(1)
