"""The look that all pictures of the book share: colors, sizes, letters."""

from __future__ import annotations

import os
import sys
from typing import Any

import matplotlib.pyplot as plt
from cycler import cycler
from matplotlib.colors import LinearSegmentedColormap

# Okabe and Ito's colors, which people with color-blindness tell apart; their purple is darker
# here, so that it can be seen on the page.
BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#B5588F",
    "#E69F00",
    "#56B4E9",
)
INK_ORANGE = "#B34700"  # vermilion for words: thin strokes need more contrast
INK = "#1a1a1a"
PALE = "#b5b5b5"

#: The one scale of two sides: blue for positive, right and 1; orange for negative, wrong and 0.
#: Its middle is white, which the page shows as its own color, in dark mode too.
SIGNED = LinearSegmentedColormap.from_list("signed", ["#E8833A", "#ffffff", "#4C9FD1"])
#: The most of a color behind a number: with more, it could not be read in dark mode.
BEHIND_NUMBERS = 0.7
#: White to blue: for amounts from zero upward.
AMOUNT = LinearSegmentedColormap.from_list("amount", ["#ffffff", "#4C9FD1"])

STYLE: dict[Any, Any] = {
    "figure.figsize": (6, 3.6),
    "figure.constrained_layout.use": True,
    "figure.constrained_layout.hspace": 0.06,  # a title belongs to the picture below it
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
    byte, each time the notebook runs; in JupyterLab their ground is white.
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
        if "JPY_SESSION_NAME" in os.environ:  # JupyterLab is open; its dark theme inverts nothing
            plt.rcParams.update({"figure.facecolor": "white", "savefig.facecolor": "white"})
