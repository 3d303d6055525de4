"""The picture of a chain of layers in print, with the numbers at every joint."""

from __future__ import annotations

from collections.abc import Callable

from nnlib.fc_layer import FCLayer
from nnlib.figures import still
from nnlib.network import Network
from nnlib.validation import Array


def shape_of(rows: Array) -> str:
    """Write the shape of a matrix."""
    return "({} × {})".format(*rows.shape)


def count_parameters(network: Network) -> int:
    """Return how many weights and biases a network has."""
    return sum(
        getattr(layer, name).size for layer in network.layers for name in layer.parameter_names
    )


def chain_still(network: Network, x: Array, say: Callable[..., str]) -> str:
    """Draw the layers below each other; `say` gives the words, see `Figure.say`."""
    values = x
    parts = [still.text(0, 16, f"X {shape_of(values)}: {_row(values)}")]
    y = 34.0
    for layer in network.layers:
        mark = "row" if isinstance(layer, FCLayer) else "column"
        values = layer.forward_propagation(values)
        size = sum(getattr(layer, name).size for name in layer.parameter_names)
        parts += [
            still.line(20, y - 8, 20, y),
            still.box(0, y, 420, 34, mark),
            still.text(12, y + 17, say("still_layer", layer=repr(layer), count=size)),
            still.line(20, y + 34, 20, y + 42),
            still.text(34, y + 52, f"{shape_of(values)}: {_row(values)}"),
        ]
        y += 76
    parts.append(still.text(0, y + 4, say("still_total", count=count_parameters(network))))
    return still.picture(460, y + 20, *parts)


def _row(values: Array) -> str:
    numbers = ", ".join(still.number(value) for value in values[0])
    return f"[{numbers}]" if len(values) == 1 else f"[{numbers}], …"
