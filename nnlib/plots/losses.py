"""The loss, epoch after epoch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import LogLocator, MaxNLocator, NullFormatter
from numpy.typing import ArrayLike

from nnlib.language import tell
from nnlib.plots.axes import new_axes
from nnlib.training import History
from nnlib.validation import Array

Run = ArrayLike | History
MOST_POINTS = 400  # a curve of more looks the same and weighs more


def loss_curve(
    losses: Run | Sequence[Run],
    *,
    labels: Sequence[str] | None = None,
    log: bool = False,
    ax: Axes | None = None,
) -> Axes:
    """Draw the loss of each epoch, for one training run or several.

    Parameters
    ----------
    losses : array_like of shape (n_epochs,) or History, or a sequence of them
        The losses; the runs may have different lengths. Values that are not finite, of a
        run that diverged, leave a gap.
    labels : sequence of str, optional
        A name for each run.
    log : bool, default False
        Whether the loss axis is logarithmic.
    ax : Axes, optional
        Where to draw.

    Returns
    -------
    Axes
        The axes.

    Raises
    ------
    ValueError
        If there is no loss, a run is no row of numbers, or there is another number of
        labels than runs.
    """
    runs = _runs(losses)
    if labels is not None and len(labels) != len(runs):
        raise ValueError(f"labels has {len(labels)} texts; expected {len(runs)}, one a run")
    ax = new_axes(ax)
    for number, run in enumerate(runs):
        epochs = np.arange(1, len(run) + 1)
        shown = np.unique(np.linspace(0, len(run) - 1, MOST_POINTS).round().astype(int))
        ax.plot(
            epochs[shown],
            run[shown],
            label=None if labels is None else labels[number],
            marker="o" if len(run) == 1 else None,
        )
    ax.set(xlabel=tell("epoch"), ylabel=tell("loss L"))
    # There is no epoch 2.5.
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    if log:
        ax.set_yscale("log")
        ax.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        ax.yaxis.set_major_formatter("{x:g}")  # 0.02 rather than 2 × 10⁻²
        ax.yaxis.set_minor_formatter(NullFormatter())
    else:
        ax.set_ylim(bottom=0)
    if labels is not None:
        ax.legend()
    return ax


def _runs(losses: Any) -> list[Array]:
    """Return a list of runs, whatever of the two was given."""
    losses = _plain(losses)
    given = list(map(_plain, losses)) if isinstance(losses, Iterable) else [losses]
    if not given or np.ndim(given[0]) == 0:
        given = [given]
    runs = [np.asarray(run) for run in given]
    for run in runs:
        if run.ndim != 1 or run.size == 0:
            raise ValueError(
                f"losses has a run of shape {run.shape}; expected (n_epochs,), at least one epoch"
            )
        if run.dtype.kind not in "biuf":
            raise ValueError(
                f"losses holds {run.tolist()[0]!r}; expected numbers, or what fit returns"
            )
    return runs


def _plain(run: Any) -> Any:
    return run.loss if isinstance(run, History) else run
