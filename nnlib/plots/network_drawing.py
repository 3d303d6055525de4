"""A network as neurons and edges, with its numbers."""

from __future__ import annotations

import itertools
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Circle
from numpy.typing import ArrayLike

from nnlib.fc_layer import FCLayer
from nnlib.language import tell
from nnlib.network import Network
from nnlib.plots.axes import bare, new_axes, number
from nnlib.plots.edge_labels import label_positions
from nnlib.plots.network_layout import Column, columns_of
from nnlib.plots.style import BLUE, INK, PALE, VERMILION
from nnlib.validation import Array

RADIUS = 0.27
WIDEST = 4.75  # inches: on a phone, letters of 11 points still come out at 11 pixels
MOST_LABELS = 8  # edges between two columns that still have room for their numbers
POSITIVE: dict[str, Any] = {"color": BLUE, "ls": "-"}
NEGATIVE: dict[str, Any] = {"color": VERMILION, "ls": (0, (4, 2))}


def draw_network(
    network: Network,
    x: ArrayLike | None = None,
    *,
    gradients: bool = False,
    ax: Axes | None = None,
) -> Axes:
    """Draw a network: neurons, edges, and on each edge its weight.

    A positive number has a solid blue edge, a negative one a dashed orange edge; the larger
    the number, the thicker. Below each neuron of an FC layer stands its bias. Layers of more
    than 8 edges are drawn without their numbers.

    Parameters
    ----------
    network : Network
        The network. It is not changed, nor is what its layers remember.
    x : array_like of shape (1, n_in), optional
        One sample: then the values are written into the neurons.
    gradients : bool, default False
        Write ∂L/∂w and ∂L/∂b of the last backward pass instead of w and b.
    ax : Axes, optional
        Where to draw.

    Returns
    -------
    Axes
        The axes.

    Raises
    ------
    ValueError
        If `x` is not one sample that fits, gradients are asked for before a backward pass, a
        layer is too large to be drawn, or a layer of one's own does not tell its size and
        there is no `x`.
    """
    columns = columns_of(network, x)
    width = columns[-1].place + 2 * RADIUS + 0.4
    top = max(column.heights[0] for column in columns) + RADIUS
    ax = new_axes(ax, min(WIDEST, max(3.6, width)), min(6, 2 * top + 1.3))
    ax.set(xlim=(-RADIUS - 0.15, width - RADIUS - 0.25), ylim=(-top - 0.45, top + 0.75))
    ax.set_aspect("equal")
    bare(ax)
    for before, column in itertools.pairwise(columns):
        numbers = _numbers(column, gradients)
        if numbers is None and len(before.heights) == len(column.heights):
            for height in column.heights:
                ax.plot([before.place, column.place], [height, height], color=PALE, lw=1.5, ls="-")
        elif numbers is not None:
            weights, bias = numbers
            _edges(ax, before, column, weights)
            if weights.size <= MOST_LABELS:
                name = "" if gradients else "b = "  # the legend has room for ∂L/∂b
                for height, value in zip(column.heights, bias[0], strict=True):
                    # To the right of the middle, where no edge comes in.
                    start = column.place - RADIUS + 0.07
                    _label(ax, start, height - RADIUS - 0.15, name + number(value), "left")
    for column in columns:
        _neurons(ax, column)
        ax.text(column.place, top + 0.15, column.header, ha="center", va="bottom", fontsize=12)
    _legend(ax, gradients)
    return ax


def _numbers(column: Column, gradients: bool) -> tuple[Array, Array] | None:
    """Return what to write on the edges into a column and below its neurons."""
    layer = column.layer
    if not isinstance(layer, FCLayer):
        return None
    if not gradients:
        return layer.weights, layer.bias
    if layer.weights_gradient is None or layer.bias_gradient is None:
        raise ValueError(f"{layer!r} has no gradients yet; expected a backward pass first")
    return layer.weights_gradient, layer.bias_gradient


def _edges(ax: Axes, before: Column, column: Column, weights: Array) -> None:
    shares = label_positions(before.heights, column.heights)
    largest = abs(weights).max() or 1.0
    for i, start in enumerate(before.heights):
        for j, end in enumerate(column.heights):
            value = weights[i, j]
            look = NEGATIVE if value < 0 else POSITIVE
            width = 0.8 + 2.2 * abs(value) / largest
            ax.plot([before.place, column.place], [start, end], lw=width, **look)
            if weights.size <= MOST_LABELS:
                share = shares[i, j]
                place = before.place + share * (column.place - before.place)
                _label(ax, place, start + share * (end - start), number(value))


def _label(ax: Axes, x: float, y: float, text: str, align: str = "center") -> None:
    """Write on a ground of its own, so that no edge strikes the text through."""
    ground = {"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none"}
    ax.text(x, y, text, ha=align, va="center", fontsize=11, zorder=3, bbox=ground)


def _neurons(ax: Axes, column: Column) -> None:
    for index, height in enumerate(column.heights):
        place = (column.place, height)
        ax.add_patch(Circle(place, RADIUS, facecolor="white", edgecolor=INK, lw=1.3, zorder=4))
        text = f"${column.symbol}_{{{index + 1}}}$"
        if column.values is not None:
            text = number(column.values[index])
        ax.text(*place, text, ha="center", va="center", fontsize=11, zorder=5)


def _legend(ax: Axes, gradients: bool) -> None:
    what = "∂L/∂w" if gradients else tell("weight")
    ax.legend(
        [Line2D([], [], **POSITIVE), Line2D([], [], **NEGATIVE)],
        [f"{what} ≥ 0", f"{what} < 0"],
        loc="upper center",
        bbox_to_anchor=(0.5, 0.02),
        ncols=2,
        frameon=False,
        title=tell("below a neuron: ∂L/∂b") if gradients else None,
        title_fontsize=11,
        handlelength=2.4,
    )
