"""Targets Y*: whether they belong to the samples, the network and its loss."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from nnlib.losses import check_loss, missing_loss
from nnlib.validation import Array, finite_array, sample_rows

if TYPE_CHECKING:
    from nnlib.network import Network


def check_targets(network: Network, x: Array, y: ArrayLike) -> Array:
    """Return `y` as rows that belong to the rows of `x`, or raise a ValueError.

    Parameters
    ----------
    network : Network
        The network that will be trained or checked. It is not touched.
    x : ndarray of shape (n_samples, n_in)
        Its samples.
    y : array_like of shape (n_samples, n_out) or (n_samples, 1, n_out)
        The targets Y*.

    Returns
    -------
    ndarray of shape (n_samples, n_out)
        The targets, in the data type of `x`: of float32 and float64 NumPy makes float64.

    Raises
    ------
    ValueError
        If the network has no loss, the loss gives no number, `y` does not have one target for
        every output, or a target is not finite in the data type of `x`.
    """
    if network.loss is missing_loss:
        missing_loss(x, x)
    rows = sample_rows("y", y)
    n_out = network.output_size(x.shape[1])
    if n_out is None:  # an own layer does not tell; a copy is asked, since layers remember
        n_out = copy.deepcopy(network).forward_propagation(x[:1]).shape[-1]
    expected = (len(x), n_out)
    if rows.shape != expected:
        raise ValueError(f"y has shape {rows.shape}; expected {expected} for {len(x)} samples")
    with np.errstate(over="ignore"):  # too large for float32: told in words
        rows = finite_array("y", rows.astype(x.dtype, copy=False))
    # On targets alone, not on a copy's output: a copied network computes 5 % slower afterward,
    # because copying takes its objects out of Python's fast form of attributes.
    with np.errstate(all="ignore"):  # some losses take the logarithm of 0
        check_loss(network.loss, network.loss_prime, rows[:1], rows[:1])
    return rows
