"""What a network with two inputs says at every point of the plane."""

from __future__ import annotations

import copy

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from nnlib.language import tell
from nnlib.network import Network
from nnlib.plots.axes import color_bar, new_axes
from nnlib.plots.style import BLUE, INK, SIGNED, VERMILION
from nnlib.validation import sample_rows

GRID = 101
MARGIN = 0.25  # of the samples' spread, so that no sample lies on the edge


def decision_map(network: Network, x: ArrayLike, y: ArrayLike, *, ax: Axes | None = None) -> Axes:
    """Color the plane by the network's output, with the samples on top.

    Parameters
    ----------
    network : Network
        A network with two inputs and one output.
    x : array_like of shape (n_samples, 2)
        The samples.
    y : array_like of shape (n_samples, 1)
        Their targets, 0 or 1.
    ax : Axes, optional
        Where to draw.

    Returns
    -------
    Axes
        The axes, with the scale beside them: 1 is blue, 0 orange, ½ has the color of the page.
        The line is where the output is ½; orange circles are samples with a target below ½,
        blue squares the others.

    Raises
    ------
    ValueError
        If the shapes are others.
    """
    samples, targets = sample_rows("x", x), sample_rows("y", y)
    if samples.shape[1] != 2 or targets.shape != (len(samples), 1):
        raise ValueError(
            f"x has shape {samples.shape} and y {targets.shape}; "
            "expected (n_samples, 2) and (n_samples, 1)"
        )
    network = copy.deepcopy(network)  # a pass here must not replace what its layers remember
    shape = network.predict(samples).shape
    if shape != targets.shape:
        raise ValueError(
            f"{network!r} gives an output of shape {shape}; expected {targets.shape}, "
            "one number for each sample"
        )

    low, high = samples.min(axis=0), samples.max(axis=0)
    room = MARGIN * np.where(high > low, high - low, 1)
    first, second = np.linspace(low - room, high + room, GRID).T
    plane = np.stack(np.meshgrid(first, second), axis=-1).reshape(-1, 2)
    output = network.predict(plane).reshape(GRID, GRID)

    ax = new_axes(ax, 4.8, 3.8)
    reach = max(0.5, float(np.abs(targets - 0.5).max()))  # as far to both sides: ½ is white
    image = ax.imshow(
        output,
        cmap=SIGNED,
        vmin=0.5 - reach,
        vmax=0.5 + reach,
        origin="lower",
        extent=(first[0], first[-1], second[0], second[-1]),
        aspect="auto",
        interpolation="none",
    )
    if output.min() < 0.5 < output.max():
        ax.contour(first, second, output, levels=[0.5], colors=INK, linewidths=2)
    kinds = (("o", VERMILION, targets < 0.5, "0"), ("s", BLUE, targets >= 0.5, "1"))
    for marker, color, chosen, name in kinds:
        inside = samples[chosen[:, 0]]
        ax.scatter(
            inside[:, 0],
            inside[:, 1],
            marker=marker,
            s=110,
            color=color,
            edgecolor=INK,
            linewidth=1.5,
            label=tell("target {name}", name=name),
        )
    color_bar(image, ax, tell("output"))
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
    return ax
