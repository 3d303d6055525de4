"""The still of the forward-and-back figure: values and slopes, station by station."""

from __future__ import annotations

from collections.abc import Sequence

from nnlib.figures import still
from nnlib.validation import Array


def draw(
    kinds: Sequence[str], values: Sequence[Array], gradients: Sequence[Array], loss: float
) -> str:
    """Draw each station's values and slopes, with the kind of layer between two of them."""
    parts, y = [], 10.0
    for k, station in enumerate(values):
        if k:
            arrow = f"↓ {kinds[k - 1]} ↑"
            parts += [still.line(20, y - 8, 20, y + 12), still.text(34, y + 2, arrow)]
            y += 26
        parts += [
            still.box(0, y, 200, 30, "row"),
            still.text(8, y + 15, row(station)),
            still.box(208, y, 230, 30, "column"),
            still.text(216, y + 15, f"∂L: {row(gradients[k])}"),
        ]
        y += 40
    parts.append(still.text(0, y + 8, f"L = {still.number(loss)}"))
    return still.picture(440, y + 24, *parts)


def row(values: Array) -> str:
    """Write the numbers of a station as the book does."""
    return f"[{', '.join(still.number(value) for value in values[0])}]"
