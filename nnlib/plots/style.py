"""The look that all pictures of the book share: colors, sizes, and how numbers are written."""

from __future__ import annotations

import sys
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
from cycler import cycler
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import LinearSegmentedColormap

# Okabe and Ito's colors, which people with color-blindness tell apart, darkest first.
BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9",
)
INK = "#1a1a1a"
PALE = "#b5b5b5"

#: Vermilion for negative, white for zero, blue for positive: for cells that show their number.
SIGNED = LinearSegmentedColormap.from_list("signed", ["#E8833A", "#ffffff", "#4C9FD1"])
#: Pale to blue: for amounts from zero upward.
AMOUNT = LinearSegmentedColormap.from_list("amount", ["#ffffff", "#4C9FD1"])
#: Gets lighter all the way, so it can be read without its colors: for many small cells.
ORDERED = mpl.colormaps["cividis"]

STYLE: dict[Any, Any] = {
    "figure.figsize": (6, 3.6),
    "figure.constrained_layout.use": True,
    # Nothing behind the ink: the page shows through, and inverts the ink in dark mode.
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "legend.framealpha": 0,
    "font.family": "DejaVu Sans",  # comes with matplotlib, so every build has it
    "mathtext.fontset": "dejavusans",
    "font.size": 12,
    "axes.titlesize": 13,
    "xtick.labelsize": 11,
    "ytick.labelsize": 11,
    "legend.fontsize": 11,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": cycler(
        color=[BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY],
        linestyle=["-", "--", "-.", ":", "-", "--"],
    ),
    "lines.linewidth": 2,
    # Letters as outlines. As text they would need the reader's machine to have the font: a
    # page shows a picture as <img>, where fonts of the page do not reach.
    "svg.fonttype": "path",
    "svg.hashsalt": "nnlib",  # without it, ids inside the file are random
}


def use_book_style() -> None:
    """Draw all pictures from here on in the style of the book.

    Dark ink on a transparent ground, colors that color-blind readers tell apart, letters
    large enough for a phone. In a notebook, pictures become SVG that is the same, byte for
    byte, each time the notebook runs.
    """
    plt.rcParams.update(STYLE)
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and hasattr(shell, "kernel"):
        from matplotlib_inline.backend_inline import set_matplotlib_formats
        from matplotlib_inline.config import InlineBackend

        # Set both: the backend reads the options again when the first figure is made.
        backend = InlineBackend.instance(parent=shell)
        backend.figure_formats = {"svg"}
        options: dict[str, Any] = {"bbox_inches": "tight", "metadata": {"Date": None}}
        backend.print_figure_kwargs = options
        set_matplotlib_formats("svg")  # type: ignore[no-untyped-call]


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
    bar = ax.figure.colorbar(image, ax=ax, label=label, shrink=0.9)
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
