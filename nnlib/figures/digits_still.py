"""The still of the digits lab: the drawing and the ten outputs for it."""

from __future__ import annotations

from collections.abc import Sequence

from nnlib.figures import still
from nnlib.validation import Array


def draw(ink: Sequence[int], values: Array, *, drawing: str, outputs: str, result: str) -> str:
    """Draw the pixels, a bar for each output, and the words above and below them."""
    parts = [still.text(0, 10, drawing), still.text(290, 10, outputs)]
    for k, value in enumerate(ink):
        row, column = divmod(k, 8)
        parts.append(
            f'<rect x="{30 * column}" y="{28 + 30 * row}" width="30" height="30" '
            f'style="fill:var(--nn-ink,currentColor);fill-opacity:{value / 16:.2f}"/>'
        )
    parts.append(still.box(0, 28, 240, 240))
    for digit, output in enumerate(values):
        y, width = 42 + 24 * digit, 90 * abs(float(output))
        left, color = (400 - width, "column") if output < 0 else (400, "row")
        parts += [
            still.text(290, y, str(digit)),
            f'<rect x="{left:g}" y="{y - 8}" width="{width:g}" height="16" '
            f'style="fill:var(--nn-{color},currentColor)"/>',
            still.text(590, y, still.number(float(output), 2), anchor="end"),
        ]
    parts += [still.line(400, 28, 400, 270), still.text(0, 296, result)]
    return still.picture(600, 310, *parts)
