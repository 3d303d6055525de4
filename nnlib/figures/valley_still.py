"""The still of the valley figure: the parabola or the map, with the path on it."""

from __future__ import annotations

import numpy as np

from nnlib.figures import still
from nnlib.figures.valley_walk import ROWS, Y_STAR, loss_of_line, loss_of_weight
from nnlib.validation import Array


def draw_parabola(curvature: float, path: Array, words: str) -> str:
    """Draw the loss over w and the places visited."""
    curve = [(_across(w), _up(loss_of_weight(curvature, w))) for w in np.linspace(-4, 10, 71)]
    places = [(_across(w), _up(loss_of_weight(curvature, w))) for w in path[:, 0]]
    marks = [still.text(_across(w), 250, f"{w:g}", anchor="middle") for w in (0, 3, 6)]
    return _picture([_line(curve, "line"), *marks], places, words)


def draw_map(path: Array, words: str) -> str:
    """Draw lines of equal loss over w and b and the places visited."""
    levels = [_line(_ellipse(level), "line") for level in (0.3, 1, 4)]
    return _picture([_line([], "line"), *levels], [_on_map(w, b) for w, b in path], words)


def _picture(ground: list[str], places: list[tuple[float, float]], words: str) -> str:
    dots = "".join(
        f'<circle cx="{x:g}" cy="{y:g}" r="4" style="fill:var(--nn-row,navy)"/>'
        for x, y in places
        if -400 < x < 800 and -400 < y < 800
    )
    return still.picture(340, 290, *ground, _line(places, "row"), dots, still.text(0, 276, words))


def _across(w: float) -> float:
    return 24 + (w + 4) / 14 * 300


def _up(loss: float) -> float:
    return max(-20.0, 236 - loss * 4.4)


def _on_map(w: float, b: float) -> tuple[float, float]:
    return 40 + 100 * (w + 0.6), 230 - 72 * (b + 0.6)


def _ellipse(level: float) -> list[tuple[float, float]]:
    """Return points of the ellipse on which the line fit has this loss."""
    values, axes = np.linalg.eigh(ROWS.T @ ROWS / len(ROWS))
    best = np.linalg.solve(ROWS.T @ ROWS, ROWS.T @ Y_STAR)[:, 0]
    angles = np.linspace(0, 2 * np.pi, 61)
    radii = np.sqrt(max(level - loss_of_line(*best), 0) / values)
    turned = best + (np.stack([np.cos(angles), np.sin(angles)], axis=1) * radii) @ axes.T
    return [_on_map(w, b) for w, b in turned]


def _line(points: list[tuple[float, float]], color: str) -> str:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polyline points="{joined}" style="fill:none;stroke:var(--nn-{color},currentColor);'
        'stroke-width:2"/>'
    )
