"""The still of the gradient check meter: one entry's error against the nudge."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from nnlib.figures import still


def draw(
    exponents: Sequence[float], errors: Sequence[float], chosen: int, *, nudge: str, error: str
) -> str:
    """Draw the errors, both axes logarithmic, a dot at the chosen nudge and the axes' names."""
    points = [
        (60 + (e + 12) * 40, 20 + (1 - np.log10(max(size, 1e-13))) * 16)
        for e, size in zip(exponents, errors, strict=True)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    ticks = [
        still.text(60 + (e + 12) * 40, 262, f"1e{e}".replace("-", "−"), anchor="middle")
        for e in (-12, -9, -6, -3)
    ]
    ticks += [
        still.text(52, 20 + (1 - e) * 16, f"1e{e}".replace("-", "−"), anchor="end")
        for e in (0, -6, -12)
    ]
    return still.picture(
        520,
        290,
        still.line(60, 244, 500, 244),
        still.line(60, 20, 60, 244),
        still.line(60, 132, 500, 132, color="good", dash="6 4"),
        f'<polyline points="{path}" fill="none" '
        'style="stroke:var(--nn-row,currentColor);stroke-width:2"/>',
        f'<circle cx="{points[chosen][0]:.1f}" cy="{points[chosen][1]:.1f}" r="6" '
        'style="fill:var(--nn-result,currentColor)"/>',
        *ticks,
        still.text(280, 282, nudge, anchor="middle"),
        still.text(66, 12, error),
    )


def power(value: float) -> str:
    """Write 3.2e-07 as 3e-7: the number changes with the machine's rounding, its size does not."""
    return re.sub(r"e([-+])0*", lambda sign: f"e{sign[1].strip('+')}", f"{value:.0e}")
