"""Figure 2: plug layers together; shapes must fit, and without activations they collapse."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import traitlets

from nnlib.data import running_example
from nnlib.fc_layer import FCLayer
from nnlib.figures import still
from nnlib.figures.base import Figure
from nnlib.figures.chain_still import chain_still, count_parameters, shape_of
from nnlib.figures.plain import network_from, plain_layers
from nnlib.figures.settings import checks
from nnlib.figures.traits import Int, Layers, Matrix
from nnlib.figures.words.plug_layers import WORDS
from nnlib.network import Network
from nnlib.validation import Array

_EXAMPLE = running_example()
MOST_LAYERS = 6


class PlugLayers(Figure):
    """Layers plugged together to a network: shapes flow along, parameters are counted.

    The defaults are the running example's network and sample.

    Parameters
    ----------
    layers : Network or list of Layer, up to 6 layers
        The network.
    x : array_like of shape (n_samples, n_in), up to 4 × 4
        X, what goes in.
    activations_on : bool
        Whether the activation functions work; if not, they let every number through.
    joint : int
        Where the next layer goes: 0 before the first layer, 1 behind it, and so on.
    collapse : bool
        Whether there is the part "All FC layers as one" and the switch for the activations.
    compared : bool
        Whether that part shows its answer; the reader's button "Compare" sets it.

    Raises
    ------
    ValueError
        If the layers do not fit together, or `x` does not fit the first.

    Examples
    --------
    >>> PlugLayers(activations_on=False)
    PlugLayers(FCLayer(2 → 3), ActivationLayer(tanh), FCLayer(3 → 1), ActivationLayer(tanh))
    """

    slug = "plug-layers"
    words = WORDS
    shareable = True
    height = 640
    height_narrow = 1210

    layers = Layers(_EXAMPLE.network).tag(sync=True)
    x = Matrix(_EXAMPLE.x.tolist(), max_rows=4, max_columns=4).tag(sync=True)
    activations_on = traitlets.Bool(True).tag(sync=True)
    joint = Int(len(_EXAMPLE.network.layers)).tag(sync=True)
    collapse = traitlets.Bool(True).tag(sync=True)
    compared = traitlets.Bool(False).tag(sync=True)

    _names: ClassVar = ("layers", "x", "joint")

    def __init__(self, layers: Any = None, **state: Any) -> None:
        if layers is not None:
            state["layers"] = plain_layers(layers)
            state.setdefault("joint", len(state["layers"]))
        super().__init__(**state)

    @property
    def network(self) -> Network:
        """The network that the figure shows, as nnlib's own; activations off are left out."""
        return network_from(
            layer for layer in self.layers if self.activations_on or "weights" in layer
        )

    @property
    def output(self) -> Array:
        """What the network makes of x."""
        return self.network.predict(self.x) if self.network.layers else np.array(self.x)

    @property
    def collapsed(self) -> FCLayer | None:
        """The one FC layer that all FC layers together are, if nothing stands between them."""
        chain = [layer for layer in network_from(self.layers).layers if isinstance(layer, FCLayer)]
        if not chain:
            return None
        weights, bias = chain[0].weights, chain[0].bias
        for layer in chain[1:]:
            weights, bias = weights @ layer.weights, bias @ layer.weights + layer.bias
        return FCLayer.from_arrays(weights, bias)

    @checks("layers", "x", "joint")
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        now = {name: getattr(self, name) for name in self._names}
        now[proposal["trait"].name] = proposal["value"]
        if len(now["layers"]) > MOST_LAYERS:
            raise ValueError(f"{len(now['layers'])} layers were given; expected at most 6")
        if not 0 <= now["joint"] <= len(now["layers"]):
            raise ValueError(f"joint is {now['joint']}; expected 0 to {len(now['layers'])}")
        network_from(now["layers"]).output_size(len(now["x"][0]))
        return proposal["value"]

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        if not self.collapse:
            return self.height - 35, self.height_narrow - 310
        return self.height, self.height_narrow

    def alt(self) -> str:  # noqa: D102 - see Figure
        network = network_from(self.layers)
        return self.say(
            "alt",
            shape=shape_of(np.array(self.x)),
            layers=self.say("then").join(map(repr, network.layers)) or self.say("no_layers"),
            output=still.number(self.output[0, 0]),
            count=count_parameters(network),
        )

    def still(self) -> str:  # noqa: D102 - see Figure
        return chain_still(network_from(self.layers), np.array(self.x), self.say)

    def __repr__(self) -> str:
        return f"PlugLayers({', '.join(map(repr, network_from(self.layers).layers))})"
