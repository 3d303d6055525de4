"""Figure 5: gradient descent in a valley, with one weight and with a line's w and b."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from nnlib.figures import still, valley_still, valley_walk
from nnlib.figures.base import Figure
from nnlib.figures.settings import checks
from nnlib.figures.traits import Float, Int
from nnlib.figures.words.valley import WORDS
from nnlib.validation import Array

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
    height = 655
    height_narrow = 1080
    shown_in_repr: ClassVar = ("mode", "alpha", "start", "steps")

    mode = traitlets.Unicode("one").tag(sync=True)
    alpha = Float(0.1).tag(sync=True)
    curvature = Float(2.0).tag(sync=True)
    start = traitlets.Tuple(Float(), Float(), default_value=(0.0, 0.0)).tag(sync=True)
    steps = Int(0).tag(sync=True)
    batch_size = Int(4).tag(sync=True)

    _names: ClassVar = ("mode", "alpha", "curvature", "start", "steps", "batch_size")

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        more = 60 if self.mode == "two" else 0  # the map is higher than the parabola
        return self.height + more, self.height_narrow + more

    @property
    def path(self) -> Array:
        """The places visited, one in each row: [w], or [w, b]; the start is the first."""
        if self.mode == "one":
            return valley_walk.walk_weight(self.alpha, self.curvature, self.start[0], self.steps)
        return valley_walk.walk_line(self.alpha, self.start, self.steps, self.batch_size)

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
        return valley_walk.steepest(self.batch_size)

    def loss_at(self, w: float, b: float = 0.0) -> float:
        """Return the loss at a place."""
        if self.mode == "one":
            return valley_walk.loss_of_weight(self.curvature, w)
        return valley_walk.loss_of_line(w, b)

    @checks(*_names)
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
        return self.say(
            f"alt_{self.mode}", place=place, steps=self.steps,
            curvature=still.number(self.curvature), alpha=still.number(self.alpha),
            loss=still.number(self.loss), limit=still.number(2 / self.largest_curvature),
        )  # fmt: skip

    def still(self) -> str:  # noqa: D102 - see Figure
        words = self.say("still", alpha=still.number(self.alpha), loss=still.number(self.loss))
        if self.mode == "one":
            return valley_still.draw_parabola(self.curvature, self.path, words)
        return valley_still.draw_map(self.path, words)
