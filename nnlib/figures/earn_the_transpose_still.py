"""The still of the transpose figure: the product that is a gradient, with one entry marked."""

from __future__ import annotations

from nnlib.figures import still
from nnlib.validation import Array


def draw(factors: dict[str, Array], name: str, gradient: Array) -> str:
    """Draw two factors by their names and the gradient; its last entry, its row and its column."""
    (left, first), (right, second) = factors.items()
    last = (len(gradient) - 1, len(gradient[0]) - 1)
    a, b, c = first.tolist(), second.tolist(), gradient.tolist()
    width, height = still.matrix_size(a)
    end = width + still.matrix_size(b)[0] + 40
    parts = (
        still.matrix(0, 4, left, a, lambda r, c: "row" * (r == last[0])),
        still.matrix(width + 20, 4, right, b, lambda r, c: "column" * (c == last[1])),
        still.matrix(end, 4, name, c, lambda r, c: "result" * ((r, c) == last)),
    )
    low = 8 + max(height, *(still.matrix_size(one)[1] for one in (b, c)))
    return still.picture(end + still.matrix_size(c)[0], low, *parts)
