"""Small pieces of SVG for the stills of figures; colors are the stylesheet's variables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

#: Width and height of a matrix cell, in the units of the picture.
CELL_W, CELL_H = 58, 34

#: The dots of a mark's border; none has dashes, which mean "negative".
DOTS = {"bias": "2 3"}


def number(value: float, digits: int = 4) -> str:
    """Write a number as the book does: at most four decimals, a true minus sign."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return ("0" if text in ("-0", "") else text).replace("-", "−")


def picture(width: float, height: float, *parts: str) -> str:
    """Put parts together to an SVG picture that shrinks with the page."""
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" '
        f'aria-hidden="true" font-family="inherit" font-size="15">{"".join(parts)}</svg>'
    )


def text(
    x: float,
    y: float,
    content: str,
    *,
    color: str = "ink",
    anchor: str = "start",
    size: float | None = None,
) -> str:
    """Write text, its middle line at height y."""
    small = f' font-size="{size:g}"' if size else ""
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" dominant-baseline="central"{small} '
        f'style="fill:var(--nn-{color},currentColor)">{escape(content)}</text>'
    )


def box(x: float, y: float, width: float, height: float, mark: str = "") -> str:
    """Draw a cell, marked as the row, the column, the bias or the result, or not at all."""
    line, fill, stroke = ("line", "none", 1) if not mark else (mark, f"{mark}-soft", 2)
    dots = f' stroke-dasharray="{DOTS[mark]}"' if mark in DOTS else ""
    paint = "none" if fill == "none" else f"var(--nn-{fill},none)"
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="4"{dots} '
        f'style="fill:{paint};stroke:var(--nn-{line},currentColor);stroke-width:{stroke}"/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, *, color: str = "line", dash: str = "") -> str:
    """Draw a straight line."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"{dashes} '
        f'style="stroke:var(--nn-{color},currentColor);stroke-width:1.5"/>'
    )


def matrix(
    x: float,
    y: float,
    name: str,
    rows: Sequence[Sequence[float]],
    mark: Callable[[int, int], str] = lambda r, c: "",
) -> str:
    """Draw a matrix below its name and shape; (x, y) is the corner of the name."""
    parts = [text(x, y + 8, f"{name} ({len(rows)} × {len(rows[0])})")]
    for r, values in enumerate(rows):
        for c, value in enumerate(values):
            left, top = x + c * CELL_W, y + 20 + r * CELL_H
            parts.append(box(left + 2, top + 2, CELL_W - 4, CELL_H - 4, mark(r, c)))
            if mark(r, c) == "column":  # a double border, as in the live figure
                parts.append(
                    f'<rect x="{left + 4.5:g}" y="{top + 4.5:g}" width="{CELL_W - 9}" '
                    f'height="{CELL_H - 9}" rx="2" '
                    'style="fill:none;stroke:var(--nn-column,currentColor);stroke-width:1"/>'
                )
            written = number(value)
            size = 12 if len(written) > 6 else None  # a long number stays in its cell
            middle = (left + CELL_W / 2, top + CELL_H / 2)
            parts.append(text(*middle, written, anchor="middle", size=size))
    return "".join(parts)


def matrix_size(rows: Sequence[Sequence[float]]) -> tuple[int, int]:
    """Return the width and height that `matrix` needs."""
    return len(rows[0]) * CELL_W, 20 + len(rows) * CELL_H
