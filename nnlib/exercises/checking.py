"""The check that readers call."""

from __future__ import annotations

import difflib
from typing import Any

from nnlib.exercises.judging import judge
from nnlib.exercises.registry import EXERCISES
from nnlib.exercises.verdict import Verdict
from nnlib.language import tell


def check(exercise: str, *answers: Any) -> Verdict:
    """Check an answer to an exercise of the book.

    The answer is run on several small examples with several rows, square and not, and its
    results are compared with sums written out or with central differences. Nothing that the
    answer does, printing, raising, looping, gets out of the check.

    Parameters
    ----------
    exercise : str
        The name of the exercise, as the chapter gives it.
    *answers : object
        What you wrote: the function or class itself, not a result of calling it. One
        exercise takes two functions.

    Returns
    -------
    Verdict
        What was found; let it be the last line of a cell, so that the notebook shows it.

    Examples
    --------
    >>> check("parameter-count", lambda n, m: n * m)
    ✗ parameter-count: These are the weights only. A layer learns its biases as well.
      For example, with
        n = 2
        m = 3
      your answer is  6
      it should be  9
    """
    if not isinstance(exercise, str) or exercise not in EXERCISES:
        near = difflib.get_close_matches(str(exercise), EXERCISES, n=1, cutoff=0.4)
        message = tell("There is no exercise of this name.")
        if near:
            message += " " + tell("Did you mean {name!r}?", name=near[0])
        return Verdict(str(exercise), False, message)
    entry = EXERCISES[exercise]
    finding, printed = judge(entry, answers)
    if finding is not None:
        return Verdict(exercise, False, tell(finding.message), finding)
    message = tell("passed, in all {count} examples.", count=len(entry.cases()))
    if printed:
        message += " " + tell("It also prints: take that out when you are done.")
    return Verdict(exercise, True, message)
