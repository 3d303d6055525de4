"""The source of nnlib's own functions, as figures and chapters show it."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from typing import Any


def source_lines(function: Any) -> list[str]:
    """Return the lines of a function, without its docstring and without notes to the linter."""
    source = textwrap.dedent(inspect.getsource(function))
    lines = source.splitlines()
    definition = ast.parse(source).body[0]
    assert isinstance(definition, ast.FunctionDef)
    if ast.get_docstring(definition):
        docstring = definition.body[0]
        del lines[docstring.lineno - 1 : docstring.end_lineno]
    return [re.sub(r"\s+# noqa.*$", "", line) for line in lines]
