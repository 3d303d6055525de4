"""Figure 6: values forward, gradients backward, and all paths of a weight to the loss."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import traitlets

from nnlib.data import running_example
from nnlib.figures import still, two_passes
from nnlib.figures.base import Figure
from nnlib.figures.forward_and_back_still import draw, row
from nnlib.figures.plain import network_from
from nnlib.figures.settings import checks
from nnlib.figures.traits import Int, Layers, Matrix
from nnlib.figures.words.forward_and_back import WORDS
from nnlib.losses import mse
from nnlib.validation import Array

_EXAMPLE = running_example()


class ForwardAndBack(Figure):
    """A network stepped forward with values and backward with gradients.

    Parameters
    ----------
    layers : Network or list of Layer, up to 4 layers of up to 3 neurons
        The network; the default is the running example's.
    x : array_like of shape (1, n_in)
        The sample.
    y_star : array_like of shape (1, n_out)
        Its target.
    step : int
        How far the passes have come. With n layers: 0 before all, then n steps forward, the
        loss, its gradient (7), and n steps backward, 2n + 2 in all.
    chosen : None or list
        ``["weight", layer, i, j]`` or ``["value", station, i]``, all counted from 0: the number
        whose paths are lit. Station 0 is X, station k the output of layer k.

    Raises
    ------
    ValueError
        If the network does not fit the sample or the picture, or an index is outside.

    Examples
    --------
    >>> ForwardAndBack(step=10, chosen=["weight", 0, 1, 2])
    ForwardAndBack(step=10, chosen=['weight', 0, 1, 2])
    """

    slug = "forward-and-back"
    words = WORDS
    shareable = True
    height = 560
    height_narrow = 1080
    shown_in_repr: ClassVar = ("step", "chosen")

    layers = Layers(_EXAMPLE.network).tag(sync=True)
    x = Matrix(_EXAMPLE.x.tolist(), max_rows=1, max_columns=3).tag(sync=True)
    y_star = Matrix(_EXAMPLE.y_star.tolist(), max_rows=1, max_columns=3).tag(sync=True)
    step = Int(0).tag(sync=True)
    chosen: traitlets.List[Any] = traitlets.List(default_value=None, allow_none=True).tag(sync=True)

    _names: ClassVar = ("layers", "x", "y_star", "step", "chosen")

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        card = (130, 220) if self.step else (0, 0)  # of the layer at work
        has_loss = self.chosen and self.step > len(self.layers)
        listed = 30 + 65 * len(self.paths) if has_loss else 0
        return self.height + max(card[0], listed), self.height_narrow + card[1] + listed

    @property
    def values(self) -> list[Array]:
        """The numbers at each station: X, then the output of each layer."""
        return two_passes.values(self.layers, self.x)

    @property
    def loss(self) -> float:
        """L, the mean squared error of the sample."""
        return mse(self.values[-1], np.array(self.y_star))

    @property
    def gradients(self) -> list[Array]:
        """The slopes of L for the numbers at each station."""
        return two_passes.gradients(self.layers, self.x, self.y_star)[0]

    @property
    def parameter_gradients(self) -> list[dict[str, Array]]:
        """For each layer ``{"weights": …, "bias": …}``, or nothing for an activation layer."""
        return two_passes.gradients(self.layers, self.x, self.y_star)[1]

    @property
    def paths(self) -> list[list[float]]:
        """For each path from the chosen number to L its factors, the chosen number's own first."""
        if self.chosen is None:
            return []
        return two_passes.paths_of(self.chosen, self.layers, self.x, self.y_star)

    @checks(*_names)
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        now = {name: getattr(self, name) for name in self._names}
        now[proposal["trait"].name] = proposal["value"]
        layers, count = now["layers"], len(now["layers"])
        if not 1 <= count <= 4:
            raise ValueError(f"{count} layers were given; expected 1 to 4")
        sizes = [len(now["x"][0])]
        for layer in layers:
            sizes.append(network_from([layer]).output_size(sizes[-1]) or sizes[-1])
        if max(sizes) > 3:
            raise ValueError(f"the layers have sizes {sizes}; expected at most 3 neurons in each")
        if len(now["y_star"][0]) != sizes[-1]:
            raise ValueError(
                f"y_star has shape {np.shape(now['y_star'])}; expected (1, {sizes[-1]})"
            )
        if not 0 <= now["step"] <= 2 * count + 2:
            raise ValueError(f"step is {now['step']}; expected 0 to {2 * count + 2}")
        if now["chosen"] is not None and not two_passes.exists(now["chosen"], layers, sizes):
            raise ValueError(
                f"chosen is {now['chosen']}; expected ['weight', layer, i, j] of an FC layer or "
                "['value', station, i], counted from 0"
            )
        return proposal["value"]

    def alt(self) -> str:  # noqa: D102 - see Figure
        then = self.say("then")
        return self.say(
            "alt",
            values=then.join(row(station) for station in self.values),
            loss=still.number(self.loss),
            gradients=then.join(row(station) for station in reversed(self.gradients)),
        )

    def still(self) -> str:  # noqa: D102 - see Figure
        kinds = [layer.get("activation") or self.say("fc") for layer in self.layers]
        return draw(kinds, self.values, self.gradients, self.loss)
