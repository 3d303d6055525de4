"""Where the neurons of a drawing stand, and what is written beside them."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nnlib.fc_layer import FCLayer
from nnlib.layer import Layer
from nnlib.network import Network
from nnlib.validation import Array

MOST_NEURONS = 12  # in one column
FC_STEP, ACTIVATION_STEP = 1.7, 0.68  # inches from one column to the next
NEURON_STEP, CROWDED_STEP = 1.4, 0.75  # with room for a bias below, and without
CROWDED = 6  # neurons in a column
LABEL_WIDTH = 0.13  # half of a label, as a share of its edge
SHARES = np.linspace(0.34, 0.66, 17).tolist()  # where labels may stand
ENOUGH = 0.3  # inches around a label; what is more does not make it clearer


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
        The letter for its neurons.
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
        If there are no layers, more than one sample, or too many neurons to draw.
    """
    values = None if x is None else network.check_input(x)
    if values is not None and len(values) != 1:
        raise ValueError(f"x has {len(values)} samples; expected one, such as x[:1]")
    layers = copy.deepcopy(network.layers)  # a forward pass here must not replace their memory
    size = _input_size(network) if values is None else values.shape[1]
    columns = [_column(None, 0.0, size, "$X$", "x", values)]
    place, pair = 0.0, 0
    for layer, own in zip(layers, network.layers, strict=True):
        connected = isinstance(layer, FCLayer)
        pair += connected
        place += FC_STEP if connected else ACTIVATION_STEP
        size = layer.output_size(size) or size
        values = None if values is None else layer.forward_propagation(values)
        letter = "Y" if connected else "H"
        header = f"{_name(layer)}\n${letter}^{{({max(pair, 1)})}}$"
        columns.append(_column(own, place, size, header, letter.lower(), values))
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
    raise ValueError(f"{network!r} does not tell how many inputs it has; expected x as well")


def _name(layer: Layer) -> str:
    if isinstance(layer, FCLayer):
        return "FC"
    return getattr(getattr(layer, "f", None), "__name__", type(layer).__name__)


def label_positions(left: Array, right: Array) -> Array:
    """Find for each edge the place where its label is farthest from other edges and labels.

    Parameters
    ----------
    left, right : ndarray of shape (n,) and (m,)
        Heights of the neurons at both ends.

    Returns
    -------
    ndarray of shape (n, m)
        How far along each edge its label stands, between 0 (left end) and 1 (right end).
    """
    starts, ends = (side.ravel() for side in np.meshgrid(left, right, indexing="ij"))
    chosen = np.full(starts.size, 0.5)
    if starts.size > 1:
        for edge in [*range(starts.size)] * 3:  # each looks again where the others went
            rooms = [_room(edge, share, starts, ends, chosen) for share in SHARES]
            chosen[edge] = SHARES[int(np.argmax(rooms))]
    return chosen.reshape(len(left), len(right))


def _room(edge: int, share: float, starts: Array, ends: Array, chosen: Array) -> float:
    """Return how far a label at this share of its edge is from what could be mistaken for it."""
    others = np.arange(starts.size) != edge
    height = starts[edge] + share * (ends[edge] - starts[edge])
    to_edges = [
        abs(starts[others] + x * (ends[others] - starts[others]) - height).min()
        for x in (share - LABEL_WIDTH, share, share + LABEL_WIDTH)
    ]
    heights = starts[others] + chosen[others] * (ends[others] - starts[others])
    to_labels = np.hypot((chosen[others] - share) * FC_STEP / 2, heights - height).min()
    return float(min(*to_edges, to_labels, ENOUGH) - 0.05 * abs(share - 0.5))
