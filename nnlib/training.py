"""Training: forward, loss, backward, step, for every batch of every epoch."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from nnlib.options import (
    check_function,
    check_positive_integer,
    finite_number,
    random_generator,
)
from nnlib.parameters import finite_parameters
from nnlib.progress import with_progress
from nnlib.targets import check_targets
from nnlib.validation import Array

if TYPE_CHECKING:
    from nnlib.network import Network


@dataclass
class History:
    """What happened during training.

    Attributes
    ----------
    loss : list of float
        The mean loss over the samples of each epoch, each sample's loss taken just before
        the step that used it.
    """

    loss: list[float] = field(default_factory=list)


def fit(
    network: Network,
    x: ArrayLike,
    y: ArrayLike,
    *,
    epochs: int,
    alpha: float,
    batch_size: int = 1,
    shuffle: bool = False,
    rng: np.random.Generator | None = None,
    callback: Callable[[Network, int, float], object] | None = None,
    progress: bool = True,
) -> History:
    """Train a network by gradient descent: w ← w - α ∂L/∂w, batch after batch.

    With the defaults this is the tutorial's algorithm: one sample at a time, in order. If
    the loss stops being a finite number, training warns and stops.

    Parameters
    ----------
    network : Network
        The network to train; ``net.fit(x, y, …)`` puts it here.
    x : array_like of shape (n_samples, n_in) or (n_samples, 1, n_in)
        The inputs.
    y : array_like of shape (n_samples, n_out) or (n_samples, 1, n_out)
        The targets Y*. They are taken in the data type of `x`.
    epochs : int
        How many times to go through all samples.
    alpha : float
        The learning rate α.
    batch_size : int, default 1
        Samples per step; the last batch of an epoch may be smaller.
    shuffle : bool, default False
        Whether to draw a new order of the samples in every epoch.
    rng : numpy.random.Generator, optional
        Where the orders come from. Give one to get the same orders every time.
    callback : callable, optional
        Called as ``callback(network, epoch, loss)`` after every epoch, counted from 1. To see
        every step, train one epoch of one batch at a time.
    progress : bool, default True
        Whether to show a bar when training takes longer than two seconds. With TQDM_DISABLE=1
        in the environment there is none either.

    Returns
    -------
    History
        The loss of each epoch.

    Raises
    ------
    ValueError
        If the network has no layers or no loss, the arrays are empty, not finite or do not
        fit the network and each other, a parameter is not finite, or an option is out of
        range. Nothing is changed.
    """
    x = network.check_input(x)
    y = check_targets(network, x, y)
    finite_parameters(network)
    check_positive_integer("epochs", epochs)
    check_positive_integer("batch_size", batch_size)
    alpha = finite_number("alpha", alpha)
    if callback is not None:
        check_function("callback", callback, "print")
    rng = random_generator(rng)

    history = History()
    with np.errstate(over="ignore", invalid="ignore"):  # reported below, in words
        for epoch in with_progress(range(1, epochs + 1), progress):
            if shuffle:
                order = rng.permutation(len(x))
                x, y = x[order], y[order]
            loss = _one_epoch(network, x, y, alpha, batch_size)
            history.loss.append(loss)
            if callback is not None:
                callback(network, epoch, loss)
            if not np.isfinite(loss):
                warnings.warn(
                    f"the loss is {loss} after epoch {epoch}, training stopped: "
                    "the steps grew without bound; make the network anew "
                    f"and try a smaller alpha than {alpha}",
                    stacklevel=2,
                )
                break
    return history


def _one_epoch(
    network: Network,
    x: Array,
    y: Array,
    alpha: float,
    batch_size: int,
) -> float:
    """Take one step for each batch; return the mean of the samples' losses."""
    total = 0.0
    for start in range(0, len(x), batch_size):
        x_batch, y_star = x[start : start + batch_size], y[start : start + batch_size]
        output = network.forward_propagation(x_batch)
        total += network.loss(output, y_star) * len(x_batch)
        network.backward_propagation(network.loss_prime(output, y_star), alpha)
    return total / len(x)
