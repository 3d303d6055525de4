"""Pictures are drawn without a screen, in the book's style, and closed again."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

from nnlib import plots


@pytest.fixture(autouse=True)
def _book_style():
    mpl.use("Agg")
    with mpl.rc_context():
        plots.use_book_style()
        yield
    plt.close("all")
