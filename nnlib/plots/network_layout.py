"""Where the neurons of a drawing stand, and what is written above and into them."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nnlib.activation_layer import ActivationLayer
from nnlib.fc_layer import FCLayer
from nnlib.layer import Layer
from nnlib.network import Network
from nnlib.validation import Array, check_rows

MOST_NEURONS = 12  # in one column
FC_STEP, ACTIVATION_STEP = 1.7, 0.68  # inches from one column to the next
NEURON_STEP, CROWDED_STEP = 1.4, 0.75  # with room for a bias below, and without
CROWDED = 6  # neurons in a column


@dataclass(frozen=True)
class Column:
    """The neurons that one layer gives its output to; the first column is the input.

    Attributes
    ----------
    layer : Layer or None
        The layer on the left of the column; None for the input.
    place : float
        Where the column stands, from left to right.
    heights : ndarray of shape (n_neurons,)
        Where its neurons stand, the first one on top.
    header : str
        What stands above.
    symbol : str
        The letter for its neurons; with the number of their pair if the network has several.
    values : ndarray of shape (n_neurons,) or None
        The outputs for the sample, if one was given.
    """

    layer: Layer | None
    place: float
    heights: Array
    header: str
    symbol: str
    values: Array | None


def columns_of(network: Network, x: ArrayLike | None) -> list[Column]:
    """Lay out the columns of a network.

    Parameters
    ----------
    network : Network
        The network.
    x : array_like of shape (1, n_in), optional
        One sample, whose values are written into the neurons.

    Returns
    -------
    list of Column
        The input, and a column for each layer.

    Raises
    ------
    ValueError
        If there are no layers, more than one sample, too many neurons to draw, or a layer
        does not tell its size and there is no sample.
    """
    values = None if x is None else network.check_input(x)
    if values is not None and len(values) != 1:
        raise ValueError(f"x has {len(values)} samples; expected one, such as x[:1]")
    layers = copy.deepcopy(network.layers)  # a forward pass here must not replace their memory
    size = _input_size(network) if values is None else values.shape[1]
    columns = [_column(None, 0.0, size, "$X$", "x", values)]
    place, pair = 0.0, 0
    several = sum(isinstance(layer, FCLayer) for layer in layers) > 1
    for layer, own in zip(layers, network.layers, strict=True):
        connected = isinstance(layer, FCLayer)
        pair += connected
        place += FC_STEP if connected else ACTIVATION_STEP
        if values is None:
            size = _told_size(layer, size)
        else:
            output = layer.forward_propagation(values)
            values = check_rows(f"the output of {layer!r}", output, n_rows=1)
            size = values.shape[1]
        letter, raised = "Y" if connected else "H", f"^{{({max(pair, 1)})}}"
        header = f"{_name(layer)}\n${letter}{raised}$"
        symbol = letter.lower() + (raised if several else "")
        columns.append(_column(own, place, size, header, symbol, values))
    return columns


def _column(
    layer: Layer | None, place: float, size: int, header: str, symbol: str, values: Array | None
) -> Column:
    if size > MOST_NEURONS:
        raise ValueError(
            f"{size} neurons stand in one column; expected at most {MOST_NEURONS}, "
            "or weights and values could not be read (weight_images draws larger layers)"
        )
    step = CROWDED_STEP if size >= CROWDED else NEURON_STEP
    heights = step * ((size - 1) / 2 - np.arange(size))
    return Column(layer, place, heights, header, symbol, None if values is None else values[0])


def _input_size(network: Network) -> int:
    for layer in network.layers:
        if isinstance(layer, FCLayer):
            return len(layer.weights)
        if not isinstance(layer, ActivationLayer):  # which keeps the size
            break
    raise ValueError(f"{network!r} does not tell how many inputs it has; expected x as well")


def _told_size(layer: Layer, input_size: int) -> int:
    size = layer.output_size(input_size)
    if size is None:
        raise ValueError(f"{layer!r} does not tell its output size; expected x as well")
    return size


def _name(layer: Layer) -> str:
    if isinstance(layer, FCLayer):
        return "FC"
    return getattr(getattr(layer, "f", None), "__name__", type(layer).__name__)
