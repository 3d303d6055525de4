"""Figure 6: values forward, gradients backward, and all paths of a weight to the loss."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import traitlets

from nnlib.activation_layer import ActivationLayer
from nnlib.data import running_example
from nnlib.fc_layer import FCLayer
from nnlib.figures import still
from nnlib.figures.base import Figure
from nnlib.figures.plain import network_from
from nnlib.figures.traits import Layers, Matrix
from nnlib.figures.words.forward_and_back import WORDS
from nnlib.losses import mse, mse_prime
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
    height_narrow = 1010
    shown_in_repr: ClassVar = ("step", "chosen")

    layers = Layers(_EXAMPLE.network).tag(sync=True)
    x = Matrix(_EXAMPLE.x.tolist(), max_rows=1, max_columns=3).tag(sync=True)
    y_star = Matrix(_EXAMPLE.y_star.tolist(), max_rows=1, max_columns=3).tag(sync=True)
    step = traitlets.Int(0).tag(sync=True)
    chosen: traitlets.List[Any] = traitlets.List(default_value=None, allow_none=True).tag(sync=True)

    _names: ClassVar = ("layers", "x", "y_star", "step", "chosen")

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        card = (130, 220) if self.step else (0, 0)  # of the layer at work
        return self.height + card[0], self.height_narrow + card[1]

    @property
    def values(self) -> list[Array]:
        """The numbers at each station: X, then the output of each layer."""
        stations = [np.array(self.x)]
        for layer in network_from(self.layers).layers:
            stations.append(layer.forward_propagation(stations[-1]))
        return stations

    @property
    def loss(self) -> float:
        """L, the mean squared error of the sample."""
        return mse(self.values[-1], np.array(self.y_star))

    @property
    def gradients(self) -> list[Array]:
        """The slopes of L for the numbers at each station."""
        return self._backward()[0]

    @property
    def parameter_gradients(self) -> list[dict[str, Array]]:
        """For each layer ``{"weights": …, "bias": …}``, or nothing for an activation layer."""
        return self._backward()[1]

    @property
    def paths(self) -> list[list[float]]:
        """For each path from the chosen number to L its factors, the chosen number's own first."""
        if self.chosen is None:
            return []
        kind, *where = self.chosen
        if kind == "weight":
            layer, i, j = where
            first = float(self.values[layer][0, i])
            return [[first, *rest] for rest in self._paths_from(layer + 1, j)]
        return self._paths_from(*where)

    def _paths_from(self, station: int, i: int) -> list[list[float]]:
        values = self.values
        if station == len(self.layers):
            return [[float(mse_prime(values[-1], np.array(self.y_star))[0, i])]]
        layer = network_from(self.layers).layers[station]
        if isinstance(layer, FCLayer):
            slopes = dict(enumerate(self.layers[station]["weights"][i]))
        elif isinstance(layer, ActivationLayer):
            slopes = {i: float(layer.f_prime(values[station])[0, i])}
        else:
            raise ValueError(f"{layer!r} is at station {station}; expected FC or activation")
        return [
            [slope, *rest]
            for k, slope in slopes.items()
            for rest in self._paths_from(station + 1, k)
        ]

    def _backward(self) -> tuple[list[Array], list[dict[str, Array]]]:
        network = network_from(self.layers)
        output = network.forward_propagation(np.array(self.x))
        gradients = [mse_prime(output, np.array(self.y_star))]
        for layer in reversed(network.layers):
            gradients.insert(0, layer.backward_propagation(gradients[0], 0))
        own = [
            {name: getattr(layer, f"{name}_gradient") for name in layer.parameter_names}
            for layer in network.layers
        ]
        return gradients, own

    @traitlets.validate(*_names)
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
        if now["chosen"] is not None and not _exists(now["chosen"], layers, sizes):
            raise ValueError(
                f"chosen is {now['chosen']}; expected ['weight', layer, i, j] of an FC layer or "
                "['value', station, i], counted from 0"
            )
        return proposal["value"]

    def alt(self) -> str:  # noqa: D102 - see Figure
        values = "; then ".join(_row(station) for station in self.values)
        gradients = "; then ".join(_row(station) for station in reversed(self.gradients))
        return (
            f"A network and its two passes. Values forward: {values}; loss "
            f"{still.number(self.loss)}. Slopes of the loss backward, from the output to the "
            f"input: {gradients}."
        )

    def still(self) -> str:  # noqa: D102 - see Figure
        parts, y = [], 10.0
        gradients = self.gradients
        for k, values in enumerate(self.values):
            if k:
                kind = self.layers[k - 1].get("activation", "fully connected layer")
                parts += [still.line(20, y - 8, 20, y + 12), still.text(34, y + 2, f"↓ {kind} ↑")]
                y += 26
            parts += [
                still.box(0, y, 200, 30, "row"),
                still.text(8, y + 15, _row(values)),
                still.box(208, y, 230, 30, "column"),
                still.text(216, y + 15, f"∂L: {_row(gradients[k])}"),
            ]
            y += 40
        parts.append(still.text(0, y + 8, f"L = {still.number(self.loss)}"))
        return still.picture(440, y + 24, *parts)


def _exists(chosen: list[Any], layers: list[dict[str, Any]], sizes: list[int]) -> bool:
    kind, *where = chosen or [None]
    if not all(isinstance(one, int) and one >= 0 for one in where):
        return False
    if kind == "value" and len(where) == 2:
        return bool(where[0] < len(sizes) and where[1] < sizes[where[0]])
    return bool(
        kind == "weight"
        and len(where) == 3
        and where[0] < len(layers)
        and "weights" in layers[where[0]]
        and where[1] < sizes[where[0]]
        and where[2] < sizes[where[0] + 1]
    )


def _row(values: Array) -> str:
    return f"[{', '.join(still.number(value) for value in values[0])}]"
