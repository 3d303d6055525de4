"""Many small square images in one picture: digits, and the weights of hidden neurons."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Colormap
from numpy.typing import ArrayLike

from nnlib.language import tell
from nnlib.options import check_positive_integer
from nnlib.plots.axes import bare, color_bar, new_axes
from nnlib.plots.checks import class_numbers, neuron_images, square_images
from nnlib.plots.style import INK_ORANGE, SIGNED
from nnlib.validation import Array


def digit_grid(
    images: ArrayLike,
    *,
    labels: ArrayLike | None = None,
    predictions: ArrayLike | None = None,
    columns: int = 10,
    ax: Axes | None = None,
) -> Axes:
    """Draw digits side by side, dark ink on light paper.

    Parameters
    ----------
    images : array_like of shape (n_images, 64) or (n_images, 8, 8)
        The images; other squares are fine.
    labels : array_like of int of shape (n_images,), optional
        What each is: written below it.
    predictions : array_like of int of shape (n_images,), optional
        What the network says. With labels, a right one is written as ✓ and a wrong one as
        "7 → 1": it is a 7, the network says 1.
    columns : int, default 10
        How many stand in a row.
    ax : Axes, optional
        Where to draw.

    Returns
    -------
    Axes
        The axes.

    Raises
    ------
    ValueError
        If the images are not square, or there are other numbers of labels.
    """
    squares = square_images("images", images)
    texts = _captions(len(squares), labels, predictions)
    columns = _columns(columns, len(squares))
    side, rows = squares.shape[1], -(-len(squares) // columns)
    # An inch for each, so that a phone shows large captions.
    width = min(6 if any("→" in text for text in texts) else 4.8, columns)
    line = math.ceil(columns * (side + 2) / width / 4) if texts else 0  # pixels in ¼ inch
    gap = 2 + line
    ax = new_axes(ax, width, max(0.8, width / columns * rows * (side + gap) / (side + 2)))
    _mosaic(ax, squares, columns, (gap, 2), "Greys", (0, float(squares.max()) or 1.0))
    for number, text in enumerate(texts):
        row, column = divmod(number, columns)
        wrong = "→" in text
        ax.text(
            column * (side + 2) + (side - 1) / 2,
            row * (side + gap) + side - 0.5 + 0.6 * line,
            text,
            ha="center",
            va="center",
            fontsize=11 if columns <= 10 else 10,
            color=INK_ORANGE if wrong else None,
            weight="bold" if wrong else None,
        )
    return ax


def weight_images(weights: ArrayLike, *, columns: int = 8, ax: Axes | None = None) -> Axes:
    """Draw the weights into each hidden neuron as an image, one pixel for each input.

    Parameters
    ----------
    weights : array_like of shape (side * side, n_hidden)
        W of the first layer: a column is a neuron.
    columns : int, default 8
        How many images stand in a row.
    ax : Axes, optional
        Where to draw.

    Returns
    -------
    Axes
        The axes. All images share one scale, told beside them: blue is positive, orange
        negative, and zero has the color of the page.

    Raises
    ------
    ValueError
        If the weights are no matrix, or its rows do not make a square image.
    """
    squares = neuron_images("weights", weights)
    columns = _columns(columns, len(squares))
    limit = float(np.abs(squares).max()) or 1.0
    rows = -(-len(squares) // columns)
    width = min(4.8, 0.6 * columns + 0.8)  # the bar of colors takes 0.8
    ax = new_axes(ax, width, max(0.9, (width - 0.8) / columns * rows))
    _mosaic(ax, squares, columns, (1, 1), SIGNED, (-limit, limit))
    color_bar(ax.images[0], ax, tell("weight"))
    return ax


def _mosaic(
    ax: Axes,
    squares: Array,
    columns: int,
    gaps: tuple[int, int],
    cmap: str | Colormap,
    limits: tuple[float, float],
) -> None:
    """Put all images into a single one: one picture in the file instead of dozens."""
    count, side, _ = squares.shape
    rows = -(-count // columns)
    down, across = gaps
    canvas = np.full((rows * (side + down), columns * (side + across) - across), np.nan)
    for number, square in enumerate(squares):
        row, column = divmod(number, columns)
        top, left = row * (side + down), column * (side + across)
        canvas[top : top + side, left : left + side] = square
    ax.imshow(canvas, cmap=cmap, vmin=limits[0], vmax=limits[1], interpolation="none")
    bare(ax)


def _captions(count: int, labels: ArrayLike | None, predictions: ArrayLike | None) -> list[str]:
    """Return what stands below each image; nothing if neither is given."""
    given = [
        class_numbers(name, value, count)
        for name, value in (("labels", labels), ("predictions", predictions))
        if value is not None
    ]
    if len(given) < 2:
        return [str(number) for numbers in given for number in numbers]
    true, said = given
    return [f"{t} ✓" if t == s else f"{t} → {s}" for t, s in zip(true, said, strict=True)]


def _columns(columns: int, count: int) -> int:
    check_positive_integer("columns", columns)
    return min(columns, count)
