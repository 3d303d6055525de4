"""A table of a network's layers, shapes and numbers of parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnlib.language import tell
from nnlib.parameters import named_parameters

if TYPE_CHECKING:
    from nnlib.network import Network


def summary(network: Network) -> str:
    """Describe the layers of a network in a table.

    Parameters
    ----------
    network : Network
        The network; ``net.summary()`` puts it here.

    Returns
    -------
    str
        One line a layer: its number, what it is, the shape of its output for N samples,
        and how many numbers it learns. The last line adds up these parameters.

    Raises
    ------
    ValueError
        If the layers do not fit together, or `parameter_names` do not name arrays of floats.

    Examples
    --------
    >>> import numpy as np
    >>> from nnlib import ActivationLayer, FCLayer, Network, tanh, tanh_prime
    >>> net = Network([FCLayer(2, 3), ActivationLayer(tanh, tanh_prime)])
    >>> print(net.summary())
    layer                    output  learns
    1 FCLayer(2 → 3)         (N, 3)       9
    2 ActivationLayer(tanh)  (N, 3)       0
    parameters                            9
    """
    sizes = [
        (layer, getattr(layer, name).size) for layer, name in named_parameters(network).values()
    ]
    rows = [(tell("layer"), tell("output"), tell("learns"))]
    size: int | None = None
    total = 0
    for number, layer in enumerate(network.layers, start=1):
        size = layer.output_size(size)
        count = sum(size for owner, size in sizes if owner is layer)
        total += count
        rows.append((f"{number} {layer!r}", f"(N, {size or '?'})", str(count)))
    rows.append((tell("parameters"), "", str(total)))
    a, b, c = (max(map(len, column)) for column in zip(*rows, strict=True))
    return "\n".join(f"{r[0]:<{a}}  {r[1]:<{b}}  {r[2]:>{c}}" for r in rows)
