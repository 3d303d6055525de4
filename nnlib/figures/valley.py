"""Figure 5: gradient descent in a valley, with one weight and with a line's w and b."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import traitlets

from nnlib.fc_layer import FCLayer
from nnlib.figures import still
from nnlib.figures.base import Figure
from nnlib.figures.words.valley import WORDS
from nnlib.losses import mse, mse_prime
from nnlib.validation import Array

#: The chapter's one-weight valley is lowest here.
LOWEST = 3.0
#: The chapter's four samples.
X, Y_STAR = np.array([[0.0], [1], [2], [3]]), np.array([[1.0], [2], [2], [4]])
MOST_STEPS = 100
#: For each mode the largest learning rate, and the smallest and largest coordinate of the start.
LIMITS = {"one": (1.25, -4.0, 10.0), "two": (0.3, -0.6, 2.4)}


class Valley(Figure):
    """Gradient descent to walk through, in one dimension or in two.

    Both are one figure, because the second repeats the first: the limit 2/c of one weight
    is, with the largest curvature, the limit of the line fit too.

    Parameters
    ----------
    mode : {"one", "two"}
        One weight with L = c/2 · (w − 3)², or w and b of a line fitted to four samples.
    alpha : float
        The learning rate, above 0 and up to 1.25 ("one") or 0.3 ("two").
    curvature : float, 0.5 to 4
        The number c of the one-weight valley.
    start : tuple of float
        w and b where the walk starts; b counts only for the line.
    steps : int, 0 to 100
        How many steps have been taken.
    batch_size : {4, 2, 1}
        How many samples each step of the line fit uses, in order.

    Raises
    ------
    ValueError
        If a setting is outside its range.

    Examples
    --------
    >>> Valley(alpha=0.95, steps=3)
    Valley(mode='one', alpha=0.95, start=(0, 0), steps=3)
    """

    slug = "valley"
    words = WORDS
    shareable = True
    height = 640
    height_narrow = 1070
    shown_in_repr: ClassVar = ("mode", "alpha", "start", "steps")

    mode = traitlets.Unicode("one").tag(sync=True)
    alpha = traitlets.Float(0.1).tag(sync=True)
    curvature = traitlets.Float(2.0).tag(sync=True)
    start = traitlets.Tuple(traitlets.Float(), traitlets.Float(), default_value=(0.0, 0.0)).tag(
        sync=True
    )
    steps = traitlets.Int(0).tag(sync=True)
    batch_size = traitlets.Int(4).tag(sync=True)

    _names: ClassVar = ("mode", "alpha", "curvature", "start", "steps", "batch_size")

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        more = 60 if self.mode == "two" else 0  # the map is higher than the parabola
        return self.height + more, self.height_narrow + more

    @property
    def path(self) -> Array:
        """The places visited, one in each row: [w], or [w, b]; the start is the first."""
        w, b = self.start
        if self.mode == "one":
            factors = (1 - self.alpha * self.curvature) ** np.arange(self.steps + 1)
            walked: Array = (LOWEST + factors * (w - LOWEST)).reshape(-1, 1)
            return walked
        layer, places = FCLayer.from_arrays([[w]], [[b]]), [[w, b]]
        for step in range(self.steps):
            rows = slice(step * self.batch_size % 4, step * self.batch_size % 4 + self.batch_size)
            error = mse_prime(layer.forward_propagation(X[rows]), Y_STAR[rows])
            layer.backward_propagation(error, self.alpha)
            places.append([layer.weights[0, 0], layer.bias[0, 0]])
        return np.array(places)

    @property
    def loss(self) -> float:
        """The loss at the last place of the path; for the line over all samples."""
        return self.loss_at(*self.path[-1])

    @property
    def largest_curvature(self) -> float:
        """The largest curvature c that a step meets; above α = 2/c such a step lands farther out.

        For batches it is that of the steepest batch.
        """
        if self.mode == "one":
            return self.curvature
        return max(
            float(np.linalg.eigvalsh(2 / len(rows) * rows.T @ rows).max())
            for rows in np.split(np.hstack([X, np.ones_like(X)]), 4 // self.batch_size)
        )

    def loss_at(self, w: float, b: float = 0.0) -> float:
        """Return the loss at a place."""
        if self.mode == "one":
            return self.curvature / 2 * (w - LOWEST) ** 2
        return mse(FCLayer.from_arrays([[w]], [[b]]).forward_propagation(X), Y_STAR)

    @traitlets.validate(*_names)
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        now = {name: getattr(self, name) for name in self._names}
        now[proposal["trait"].name] = proposal["value"]
        if now["mode"] not in LIMITS:
            raise ValueError(f"mode is {now['mode']!r}; expected 'one' or 'two'")
        most, low, high = LIMITS[now["mode"]]
        if not 0 < now["alpha"] <= most:
            raise ValueError(f"alpha is {now['alpha']:g}; expected above 0 and up to {most:g}")
        if not 0.5 <= now["curvature"] <= 4:
            raise ValueError(f"curvature is {now['curvature']:g}; expected 0.5 to 4")
        if not all(low <= one <= high for one in now["start"]):
            raise ValueError(f"start is {now['start']}; expected numbers from {low:g} to {high:g}")
        if not 0 <= now["steps"] <= MOST_STEPS:
            raise ValueError(f"steps is {now['steps']}; expected 0 to {MOST_STEPS}")
        if now["batch_size"] not in (1, 2, 4):
            raise ValueError(f"batch_size is {now['batch_size']}; expected 4, 2 or 1")
        return proposal["value"]

    def alt(self) -> str:  # noqa: D102 - see Figure
        place = ", ".join(
            f"{name} = {still.number(value)}"
            for name, value in zip("wb", self.path[-1], strict=False)
        )
        valley = (
            f"The loss of one weight, a parabola of curvature {still.number(self.curvature)} with "
            "its lowest point at w = 3."
            if self.mode == "one"
            else "The loss of a line fit over w and b, a narrow oblique valley."
        )
        limit = still.number(2 / self.largest_curvature)
        return (
            f"{valley} Gradient descent with the learning rate {still.number(self.alpha)} stands "
            f"after {self.steps} steps at {place}, loss {still.number(self.loss)}. "
            f"The limit 2/c is {limit}."
        )

    def still(self) -> str:  # noqa: D102 - see Figure
        if self.mode == "one":
            where = np.linspace(-4, 10, 71)
            curve = [(_across(w), _up(self.loss_at(w))) for w in where]
            path = [(_across(w), _up(self.loss_at(w))) for w in self.path[:, 0]]
            marks = [still.text(_across(w), 250, f"{w:g}", anchor="middle") for w in (0, 3, 6)]
        else:
            curve = []
            path = [(40 + 100 * (w + 0.6), 230 - 72 * (b + 0.6)) for w, b in self.path]
            marks = [_level(self, level) for level in (0.3, 1, 4)]
        dots = "".join(
            f'<circle cx="{x:g}" cy="{y:g}" r="4" style="fill:var(--nn-row,navy)"/>'
            for x, y in path
            if -400 < x < 800 and -400 < y < 800
        )
        return still.picture(
            340, 290, _line(curve, "line"), *marks, _line(path, "row"), dots,
            still.text(0, 276, f"α = {still.number(self.alpha)}: loss {still.number(self.loss)}"),
        )  # fmt: skip


def _across(w: float) -> float:
    return 24 + (w + 4) / 14 * 300


def _up(loss: float) -> float:
    return max(-20.0, 236 - loss * 4.4)


def _level(figure: Valley, level: float) -> str:
    """Draw the ellipse on which the line fit has this loss."""
    rows = np.hstack([X, np.ones_like(X)])
    values, axes = np.linalg.eigh(rows.T @ rows / len(X))
    best = np.linalg.solve(rows.T @ rows, rows.T @ Y_STAR)[:, 0]
    angles = np.linspace(0, 2 * np.pi, 61)
    radii = np.sqrt(max(level - figure.loss_at(*best), 0) / values)
    turned = best + (np.stack([np.cos(angles), np.sin(angles)], axis=1) * radii) @ axes.T
    inside = [(40 + 100 * (w + 0.6), 230 - 72 * (b + 0.6)) for w, b in turned]
    return _line(inside, "line")


def _line(points: list[tuple[float, float]], color: str) -> str:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polyline points="{joined}" style="fill:none;stroke:var(--nn-{color},currentColor);'
        'stroke-width:2"/>'
    )
