"""The still of the training lab: decision map and loss curve."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from nnlib.data import xor
from nnlib.figures import still
from nnlib.network import Network
from nnlib.validation import Array

GRID = 14
SIZE = 252
LEFT = 330  # where the loss curve begins


def words(say: Callable[..., str], epoch: int, losses: Sequence[float], outputs: Array) -> str:
    """Say what the picture shows, in the words behind the figure's keys."""
    x, y_star = xor()
    right = int(((outputs > 0.5) == (y_star.ravel() > 0.5)).sum())
    answers = ", ".join(
        say("alt_output", output=f"{output:.3f}".replace("-", "−"), a=f"{a:.0f}", b=f"{b:.0f}")
        for (a, b), output in zip(x, outputs, strict=True)
    )
    if not losses:
        return say("alt_start", epoch=epoch, right=right, answers=answers)
    first, last = f"{losses[0]:.3f}", f"{losses[-1]:.4f}"
    return say("alt", epoch=epoch, first=first, last=last, right=right, answers=answers)


def draw(
    say: Callable[..., str],
    epoch: int,
    network: Network,
    losses: Sequence[float],
    outputs: Array,
) -> str:
    """Draw the map as cells, the samples with their outputs, and the loss by epoch."""
    x, y_star = xor()
    cell = SIZE / GRID
    centers = (np.arange(GRID) + 0.5) / GRID * 1.5 - 0.25
    points = np.array([[a, b] for b in centers[::-1] for a in centers])
    parts = [still.text(0, 10, say("still_map", epoch=epoch))]
    for k, value in enumerate(network.predict(points).ravel()):
        row, column = divmod(k, GRID)
        color = "row" if value > 0.5 else "column"
        parts.append(
            f'<rect x="{column * cell:g}" y="{28 + row * cell:g}" width="{cell:g}" '
            f'height="{cell:g}" style="fill:var(--nn-{color});'
            f'fill-opacity:{0.6 * min(1.0, 2 * abs(float(value) - 0.5)):.2f}"/>'
        )
    for (a, b), target, output in zip(x, y_star.ravel(), outputs, strict=True):
        left, top = (a + 0.25) / 1.5 * SIZE, 28 + (1.25 - b) / 1.5 * SIZE
        paint = "fill:var(--nn-{},currentColor);stroke:var(--nn-paper,white);stroke-width:2"
        parts.append(
            f'<rect x="{left - 7:g}" y="{top - 7:g}" width="14" height="14" '
            f'style="{paint.format("row")}"/>'
            if target
            else f'<circle cx="{left:g}" cy="{top:g}" r="8" style="{paint.format("column")}"/>'
        )
        parts.append(still.text(left, top - 18, still.number(output, 3), anchor="middle"))
    parts.append(still.text(LEFT, 10, say("still_loss")))
    top, bottom, right = 28, 28 + SIZE, LEFT + 260
    parts += [
        still.line(LEFT, bottom, right, bottom),
        still.line(LEFT, top, LEFT, bottom),
        still.text(LEFT - 6, bottom, "0", anchor="end"),
        still.text(LEFT - 6, top + 4, "0.4", anchor="end"),
        still.text(right, bottom + 16, str(epoch), anchor="end"),
    ]
    every = max(1, len(losses) // 100)
    curve = " ".join(
        f"{LEFT + 260 * (k + 1) / len(losses):.1f},{bottom - SIZE * min(1, loss / 0.4):.1f}"
        for k, loss in list(enumerate(losses))[::every]
    )
    parts.append(
        f'<polyline points="{curve}" '
        'style="fill:none;stroke:var(--nn-result,currentColor);stroke-width:2.5"/>'
    )
    return still.picture(right + 10, bottom + 28, *parts)
