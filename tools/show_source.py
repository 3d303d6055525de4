"""Print a piece of nnlib as chapters quote it.

Use: `python tools/show_source.py FCLayer.forward_propagation`.
"""

import importlib
import sys
from operator import attrgetter

from nnlib.figures.source import source_lines


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
    return "\n".join(source_lines(find(name))).strip("\n")


if __name__ == "__main__":
    print(quoted_source(sys.argv[1]))
