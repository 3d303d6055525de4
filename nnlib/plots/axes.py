"""What pictures have in common: new axes, bare axes, bars of colors, written numbers."""

from __future__ import annotations

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable


def new_axes(ax: Axes | None, width: float = 6, height: float = 3.6) -> Axes:
    """Return the axes, or those of a new figure if there are none.

    Parameters
    ----------
    ax : Axes or None
        What the caller was given.
    width, height : float
        Inches of the new figure.

    Returns
    -------
    Axes
        Where to draw.
    """
    return plt.subplots(figsize=(width, height))[1] if ax is None else ax


def number(value: float, digits: int = 2) -> str:
    """Write a number with few digits and a true minus sign.

    Parameters
    ----------
    value : float
        The number.
    digits : int, default 2
        Digits from the first that is not zero; numbers from 1 upward get one more.

    Returns
    -------
    str
        The text, without zeros at its end.

    Examples
    --------
    >>> number(-0.20), number(0.71629), number(1.3698), number(0.0)
    ('−0.2', '0.72', '1.37', '0')
    """
    digits += abs(value) >= 1
    return f"{value + 0.0:.{digits}g}".replace("-", "−")


def color_bar(image: ScalarMappable, ax: Axes, label: str = "") -> None:
    """Tell beside the axes what the colors of an image mean.

    Parameters
    ----------
    image : ScalarMappable
        What was drawn.
    ax : Axes
        Where.
    label : str, optional
        What the numbers are.
    """
    beside = ax.inset_axes((1.04, 0, 0.04, 1))  # as tall as the picture, whatever its aspect
    bar = ax.figure.colorbar(image, cax=beside, label=label)
    assert bar.solids is not None
    bar.solids.set_rasterized(True)  # 256 rectangles otherwise
    bar.outline.set_visible(False)


def bare(ax: Axes) -> None:
    """Take the frame, the ticks and the grid off.

    Parameters
    ----------
    ax : Axes
        The axes of a picture whose coordinates mean nothing.
    """
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
