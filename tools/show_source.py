"""Print a piece of nnlib as chapters quote it.

Use: `python tools/show_source.py FCLayer.forward_propagation`.
"""

import ast
import importlib
import inspect
import re
import sys
import textwrap
from operator import attrgetter


def find(name: str) -> object:
    """Return what a dotted name means: `FCLayer.bias…` inside nnlib, or `nnlib.module.name`."""
    if not name.startswith("nnlib."):
        return attrgetter(name)(importlib.import_module("nnlib"))
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        return attrgetter(".".join(parts[cut:]))(found) if parts[cut:] else found
    raise ValueError(f"{name!r} was given; expected a name inside nnlib")


def quoted_source(name: str) -> str:
    """Return the source of `name` without docstrings and without notes to the linter."""
    source = textwrap.dedent(inspect.getsource(find(name)))
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            docstring = node.body[0]
            for i in range(docstring.lineno - 1, docstring.end_lineno):
                lines[i] = None
            if len(node.body) > 1 and lines[docstring.end_lineno] == "":
                lines[docstring.end_lineno] = None
    kept = (re.sub(r"\s+# noqa.*$", "", line) for line in lines if line is not None)
    return "\n".join(kept).strip("\n")


if __name__ == "__main__":
    print(quoted_source(sys.argv[1]))
