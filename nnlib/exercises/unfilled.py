"""Telling an answer that has not been written yet from a wrong one."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any

from nnlib.sentences import sentence

UNFILLED = sentence("It is not filled in yet. Put your code in the place of the dots.")


def dots_left(answer: Any) -> bool:
    """Look for the dots of the exercise in the code of an answer.

    Parameters
    ----------
    answer : function or class
        What the reader wrote.

    Returns
    -------
    bool
        Whether a line of it is ``...`` or sets a name to that. False if the code cannot be seen.
    """
    functions = [answer]
    if isinstance(answer, type):  # a notebook keeps the code of functions, not of classes
        functions = [member for member in vars(answer).values() if inspect.isfunction(member)]
    return any(map(_has_dots, functions))


def _has_dots(function: Any) -> bool:
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        return False
    return any(
        isinstance(node, ast.Expr | ast.Assign)
        and isinstance(node.value, ast.Constant)
        and node.value.value is ...
        for node in ast.walk(tree)
    )
