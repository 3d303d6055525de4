"""The source of nnlib itself, as figures and chapters show it."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from typing import Any


def source_lines(what: Any) -> list[str]:
    """Return the lines of a function, class or module without docstrings and notes to the linter.

    Parameters
    ----------
    what : function, class or module
        A piece of nnlib.

    Returns
    -------
    list of str
        Its lines, starting at the margin.
    """
    source = textwrap.dedent(inspect.getsource(what))
    lines = source.splitlines()
    left_out: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            end = node.body[0].end_lineno or 0
            left_out.update(range(node.body[0].lineno - 1, end))
            if len(node.body) > 1 and lines[end] == "":
                left_out.add(end)
    kept = (line for number, line in enumerate(lines) if number not in left_out)
    return [re.sub(r"\s+# noqa.*$", "", line) for line in kept]
