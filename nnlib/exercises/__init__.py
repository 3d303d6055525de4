"""Checks of the exercises: they say what is wrong with an answer, not what is right.

In a notebook, end a cell with ``check("fc-forward", fc_forward)``.
"""

from nnlib.exercises.checking import check
from nnlib.exercises.exercise import Exercise, Suspect
from nnlib.exercises.registry import EXERCISES
from nnlib.exercises.verdict import Finding, Verdict

__all__ = ["EXERCISES", "Exercise", "Finding", "Suspect", "Verdict", "check"]
