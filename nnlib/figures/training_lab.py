"""Figure 10: the training lab, where the XOR network learns or gets stuck."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, cast

import traitlets

from nnlib.data import running_example, xor
from nnlib.fc_layer import FCLayer
from nnlib.figures import training_still
from nnlib.figures.base import Figure
from nnlib.figures.plain import network_from, plain_layers
from nnlib.figures.settings import checks
from nnlib.figures.spoiled import MISTAKES, network_with
from nnlib.figures.traits import Float, Int, Layers
from nnlib.figures.words.training_lab import WORDS
from nnlib.figures.xor_network import drawn_network, train, width_of
from nnlib.network import Network
from nnlib.validation import Array

_RANGES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "seed": (lambda value: value is None or 0 <= value < 2**32, f"None or 0 to {2**32 - 1}"),
    "width": (lambda value: 1 <= value <= 8, "1 to 8"),
    "alpha": (lambda value: 0 < value <= 1, "above 0 and at most 1"),
    "scale": (lambda value: 0 < value <= 10, "above 0 and at most 10"),
    "batch": (lambda value: value in (1, 4), "1 or 4"),
    "epochs": (lambda value: value in (1000, 5000), "1000 or 5000"),
    "steps": (lambda value: 0 <= value <= 40_000, "0 to 40000"),
    "mistake": (lambda value: value in MISTAKES, f"one of {', '.join(MISTAKES)}"),
}


class TrainingLab(Figure):
    """Train the network 2 → width → 1 on XOR, step by step or without stopping.

    The state is the settings and `steps`: the weights follow from them. The defaults are the
    running example's network before its first step.

    Parameters
    ----------
    seed : int or None
        Where the starting weights come from: ``FCLayer(2, width, rng=rng, scale=scale)``, then
        ``FCLayer(width, 1, …)``, with ``rng = np.random.default_rng(seed)``. None takes `start`.
    width : int, 1 to 8
        The number of hidden neurons.
    alpha : float, above 0 and at most 1
        The learning rate α.
    scale : float, above 0 and at most 10
        Weights from a seed start in [-scale, scale).
    batch : int, 1 or 4
        Samples per step.
    epochs : int, 1000 or 5000
        How far "Run" goes, and each of the 100 seeds.
    steps : int, 0 to 40,000
        How many steps were taken.
    mistake : str
        What is wrong in the backward pass: "none", "early" (updated before ∂L/∂X), "output" (f′
        of the output), "no-sum" (∂L/∂B of one row), "bias-sign", "factor" (2 forgotten) or
        "no-transpose" (needs width 4 and batch 4).
    pair : tuple of int or None
        The hidden neurons on the axes, counted from 0; None looks along the cut of layer 2.
    start : Network or layers
        FCLayer(2 → width), tanh, FCLayer(width → 1), tanh: the weights without a seed.

    Raises
    ------
    ValueError
        If a setting is out of range, or `width` is not that of `start` when there is no seed.

    Examples
    --------
    >>> TrainingLab(seed=0)
    TrainingLab(seed=0, width=3, alpha=0.1, scale=0.5, batch=1, steps=0, mistake='none')
    """

    slug = "training-lab"
    words = WORDS
    shareable = True
    height = 1106
    height_narrow = 1966
    shown_in_repr: ClassVar = ("seed", "width", "alpha", "scale", "batch", "steps", "mistake")

    seed = Int(None, allow_none=True).tag(sync=True)
    width = Int(3).tag(sync=True)
    alpha = Float(0.1).tag(sync=True)
    scale = Float(0.5).tag(sync=True)
    batch = Int(1).tag(sync=True)
    epochs = Int(1000).tag(sync=True)
    steps = Int(0).tag(sync=True)
    mistake = traitlets.Unicode("none").tag(sync=True)
    pair = traitlets.Tuple(Int(), Int(), default_value=None, allow_none=True).tag(sync=True)
    start = Layers(running_example().network).tag(sync=True)

    def __init__(self, **state: Any) -> None:
        if "start" in state and "width" not in state and state.get("seed") is None:
            state["width"] = width_of(plain_layers(state["start"]))
        super().__init__(**state)

    @checks(*_RANGES, "pair", "start")
    def _fit_together(self, proposal: dict[str, Any]) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        if name in _RANGES and not _RANGES[name][0](value):
            raise ValueError(f"{name} is {value!r}; expected {_RANGES[name][1]}")
        now = self.state() | {name: value}
        width, pair = now["width"], now["pair"]
        own = width_of(now["start"])
        if now["seed"] is None and width != own:
            raise ValueError(f"width is {width}, start has {own}; expected a seed, or width={own}")
        if pair is not None and not (pair[0] != pair[1] and {*pair} <= {*range(width)}):
            raise ValueError(f"pair is {pair}; expected None or two neurons below {width}")
        if now["mistake"] == "no-transpose" and not width == now["batch"] == 4:
            raise ValueError(
                f"without the transpose width {width} and batch {now['batch']} do not fit; "
                "expected width 4 and batch 4"
            )
        return value

    @property
    def network(self) -> Network:
        """The network after `steps` steps, trained by nnlib, mistake included."""
        return train(self.starting_network(), self.alpha, self.batch, self.steps)[0]

    @property
    def losses(self) -> list[float]:
        """The recorded loss of each whole epoch so far, as `fit` records it."""
        return train(self.starting_network(), self.alpha, self.batch, self.steps)[1]

    def starting_network(self) -> Network:
        """Return the network before the first step."""
        if self.seed is None:
            layers = network_from(self.start).layers[::2]
            return network_with(self.mistake, cast(list[FCLayer], layers))
        return drawn_network(self.seed, self.width, self.scale, self.mistake)

    def _shown(self) -> tuple[int, Network, list[float], Array]:
        """Return what the still shows: the present moment, or from the start the end of a run."""
        steps = self.steps or self.epochs * (4 // self.batch)
        network, losses = train(self.starting_network(), self.alpha, self.batch, steps)
        return steps * self.batch // 4, network, losses, network.predict(xor()[0]).ravel()

    def alt(self) -> str:  # noqa: D102 - see Figure
        epoch, _, losses, outputs = self._shown()
        return training_still.words(self.say, epoch, losses, outputs)

    def still(self) -> str:  # noqa: D102 - see Figure
        return training_still.draw(self.say, *self._shown())
