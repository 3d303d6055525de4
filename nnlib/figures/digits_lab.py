"""Figure 11: the digits lab, where a network learns to read and is given drawings."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import traitlets

from nnlib.data import digits
from nnlib.figures import digits_still, still
from nnlib.figures.base import Figure
from nnlib.figures.digits_network import trained
from nnlib.figures.settings import checks
from nnlib.figures.traits import Float, Int
from nnlib.figures.words.digits_lab import WORDS
from nnlib.network import Network
from nnlib.validation import Array

MOST_EPOCHS = 60


class DigitsLab(Figure):
    """Train 64 → 32 → 10 on the handwritten digits, draw one, and see what it is read as.

    The state is the settings and `epochs`: the weights follow from them, as
    ``fit(…, batch_size=32, shuffle=True, rng=rng)`` trains them.

    Parameters
    ----------
    seed : int
        Where starting weights and orders come from: ``rng = np.random.default_rng(seed)``.
    alpha : float, above 0 and at most 5
        The learning rate α.
    scaled : bool
        Whether the pixels, 0 to 16, are divided by 16. If not, rounding errors grow from step
        to step, and what the figure trains is not `network` digit for digit.
    epochs : int, 0 to 60
        How many epochs were trained.
    drawing : list of 64 int
        The drawing, 0 (paper) to 16 (ink), row after row; the first held-out digit at first.
    cell : tuple of int or None
        The chosen cell of the confusion matrix: what the digits are, and what they are read as.
    weights : str
        Which weights the images show: "before" training, "after" it, or what it "added".

    Raises
    ------
    ValueError
        If a setting is out of range.

    Examples
    --------
    >>> DigitsLab(epochs=10)
    DigitsLab(seed=1, alpha=1, scaled=True, epochs=10)
    """

    slug = "digits-lab"
    words = WORDS
    shareable = True
    height = 1140
    height_narrow = 1955
    shown_in_repr: ClassVar = ("seed", "alpha", "scaled", "epochs")

    seed = Int(1).tag(sync=True)
    alpha = Float(1.0).tag(sync=True)
    scaled = traitlets.Bool(True).tag(sync=True)
    epochs = Int(0).tag(sync=True)
    drawing = traitlets.List(Int()).tag(sync=True)
    cell = traitlets.Tuple(Int(), Int(), default_value=None, allow_none=True).tag(sync=True)
    weights = traitlets.Unicode("added").tag(sync=True)

    @traitlets.default("drawing")
    def _first_held_out_digit(self) -> list[int]:
        first: list[int] = digits(scale=False).x_test[0].astype(int).tolist()
        return first

    @checks("seed", "alpha", "epochs", "drawing", "cell", "weights")
    def _in_range(self, proposal: dict[str, Any]) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        if name == "seed":
            fits, expected = 0 <= value < 2**32, f"0 to {2**32 - 1}"
        elif name == "alpha":
            fits, expected = 0 < value <= 5, "above 0 and at most 5"
        elif name == "epochs":
            fits, expected = 0 <= value <= MOST_EPOCHS, f"0 to {MOST_EPOCHS}"
        elif name == "drawing":
            fits = len(value) == 64 and all(0 <= ink <= 16 for ink in value)
            expected = "64 whole numbers from 0 to 16"
        elif name == "cell":
            fits = value is None or all(0 <= digit <= 9 for digit in value)
            expected = "None or two digits"
        else:
            fits = value in ("before", "after", "added")
            expected = "'before', 'after' or 'added'"
        if not fits:
            raise ValueError(f"{name} is {value!r}; expected {expected}")
        return value

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        images = 50 if self.cell else 0  # a row of images
        return self.height + images, self.height_narrow + 2 * images

    @property
    def network(self) -> Network:
        """The network after `epochs` epochs, trained by nnlib. It is kept: do not train it on."""
        return trained(self.seed, self.alpha, self.scaled, self.epochs)

    @property
    def outputs(self) -> Array:
        """The ten outputs of the network for the drawing."""
        return self._outputs_of(self.network)

    def _outputs_of(self, network: Network) -> Array:
        x = np.array([self.drawing], dtype=float) / (16 if self.scaled else 1)
        outputs: Array = network.predict(x)[0]
        return outputs

    def _shown(self) -> tuple[int, Array, int]:
        """Return what the still shows: now, or before training the end of it."""
        epochs = self.epochs or MOST_EPOCHS
        network, data = trained(self.seed, self.alpha, self.scaled, epochs), digits()
        x = data.x_test if self.scaled else data.x_test * 16
        wrong = int((network.predict(x).argmax(axis=1) != data.labels_test).sum())
        return epochs, self._outputs_of(network), wrong

    def alt(self) -> str:  # noqa: D102 - see Figure
        epochs, outputs, wrong = self._shown()
        largest = still.number(float(outputs.max()), 2)
        return self.say("alt", epochs=epochs, digit=outputs.argmax(), output=largest, wrong=wrong)

    def still(self) -> str:  # noqa: D102 - see Figure
        epochs, outputs, wrong = self._shown()
        says = {key: self.say(f"still_{key}") for key in ("drawing", "outputs")}
        result = self.say("still_result", epochs=epochs, wrong=wrong)
        return digits_still.draw(self.drawing, outputs, **says, result=result)
