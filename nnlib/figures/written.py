"""Values as the `repr` of a figure writes them."""

from __future__ import annotations

from typing import Any


def written(value: Any) -> str:
    """Write whole floats without their point: [[1.0, 2.5]] becomes [[1, 2.5]]."""
    if isinstance(value, list | tuple):
        inside = ", ".join(written(one) for one in value)
        if isinstance(value, list):
            return f"[{inside}]"
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return repr(value)
