"""Figure 3: nnlib's own code, line by line, with the arrays it makes beside it."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from nnlib.activation_layer import ActivationLayer
from nnlib.data import running_example
from nnlib.fc_layer import FCLayer
from nnlib.figures import still
from nnlib.figures.base import Figure
from nnlib.figures.handed_over import handed_to
from nnlib.figures.layer_run import KINDS, code_of, run
from nnlib.figures.settings import checks
from nnlib.figures.traits import Float, Int, Matrix
from nnlib.figures.words.line_by_line import WORDS

_EXAMPLE = running_example()
MOST_ALPHA = 10.0


class LineByLine(Figure):
    """The code of a layer, one line at a time, and every array with its shape.

    The lines are nnlib's own. The defaults are the first two layers of the running example:
    what layer 1 or 2 is given, forward and backward.

    Parameters
    ----------
    layer : {"FCLayer", "ActivationLayer"}
        Whose code to show.
    direction : {"both", "forward"}
        The forward pass and then the backward pass, or the forward pass alone.
    x : array_like of shape (n_samples, n_in), up to 3 × 3
        The input of the forward pass.
    output_gradient : array_like of shape (n_samples, n_out)
        ∂L/∂Y, the input of the backward pass.
    alpha : float, 0 to 10
        The learning rate α.
    step : int
        How many lines have run: 0 to all of them.
    w, b : array_like
        The parameters before the first line; an ActivationLayer has none and ignores them.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a setting has no such value.

    Examples
    --------
    >>> LineByLine(layer="ActivationLayer", direction="forward")
    LineByLine(layer='ActivationLayer', direction='forward', step=0)
    """

    slug = "line-by-line"
    words = WORDS
    shareable = True
    shown_in_repr: ClassVar = ("layer", "direction", "step")

    layer = traitlets.Unicode("FCLayer").tag(sync=True)
    direction = traitlets.Unicode("both").tag(sync=True)
    code = traitlets.List(traitlets.Unicode()).tag(sync=True)
    x = Matrix(_EXAMPLE.x.tolist(), max_rows=3, max_columns=3).tag(sync=True)
    w = Matrix([[0.0]], max_rows=3, max_columns=3).tag(sync=True)
    b = Matrix([[0.0]], max_rows=1, max_columns=3).tag(sync=True)
    output_gradient = Matrix([[0.0]], max_rows=3, max_columns=3).tag(sync=True)
    alpha = Float(0.1).tag(sync=True)
    step = Int(0).tag(sync=True)

    def __init__(self, **state: Any) -> None:
        kind, direction = state.get("layer", "FCLayer"), state.get("direction", "both")
        if kind not in (*KINDS,) or direction not in ("both", "forward"):
            raise ValueError(
                f"layer is {kind!r} and direction {direction!r}; expected 'FCLayer' or "
                "'ActivationLayer', and 'both' or 'forward'"
            )
        if "code" in state:
            raise ValueError("code was given; expected none, because the code is nnlib's own")
        super().__init__(**handed_to(kind) | state, code=code_of(kind, direction))

    @checks("layer", "direction", "code", "x", "w", "b", "output_gradient", "alpha", "step")
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        now = self.state() | {proposal["trait"].name: proposal["value"]}
        if now["layer"] not in KINDS or now["code"] != code_of(now["layer"], now["direction"]):
            raise ValueError("layer or direction changed; expected a new figure for another code")
        lines = len(list(filter(None, now["code"])))
        if not 0 <= now["step"] <= lines:
            raise ValueError(f"step is {now['step']}; expected 0 to {lines}")
        if not 0 <= now["alpha"] <= MOST_ALPHA:
            raise ValueError(f"alpha is {now['alpha']}; expected 0 to {MOST_ALPHA:g}")
        run(now)  # nnlib's own checks of the shapes
        return proposal["value"]

    def caption(self) -> str:  # noqa: D102 - see Figure
        return self.say(f"caption_{self.direction}")

    def run(self) -> FCLayer | ActivationLayer:
        """Run all lines with nnlib; return the layer with what it then holds."""
        return run(self.state())

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        rows = len(self.x) - 1  # more than one
        return {
            ("FCLayer", "both"): (945 + 82 * rows, 1268 + 216 * rows),
            ("FCLayer", "forward"): (494 + 56 * rows, 850 + 121 * rows),
            ("ActivationLayer", "both"): (656 + 103 * rows, 1081 + 190 * rows),
            ("ActivationLayer", "forward"): (472 + 66 * rows, 686 + 121 * rows),
        }[self.layer, self.direction]

    def alt(self) -> str:  # noqa: D102 - see Figure
        return self.say(f"alt_{self.direction}", layer=self.layer, x=_brief(self.x))

    def still(self) -> str:  # noqa: D102 - see Figure
        parts, y = [], 14.0
        for line in self.code:
            uses_memory = "self.input" in line or "remembered_input" in line
            if uses_memory:
                parts.append(still.box(0, y - 11, 720, 22, "result"))
            parts.append(
                f'<g font-family="monospace" font-size="13" xml:space="preserve">'
                f"{still.text(8, y, line.replace(' ', chr(160)))}</g>"
            )
            y += 22
        memory = self.say(f"still_{self.direction}", x=_brief(self.x))
        parts.append(still.text(8, y + 10, memory))
        return still.picture(724, y + 28, *parts)


def _brief(rows: list[list[float]]) -> str:
    lines = ("[" + ", ".join(still.number(value) for value in row) + "]" for row in rows)
    return f"[{', '.join(lines)}]"
