"""Numbers per sample on their way through a network: whether they fit, how many come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numpy.typing import ArrayLike

from nnlib.validation import Array, sample_rows

if TYPE_CHECKING:
    from nnlib.network import Network


def output_size(network: Network, input_size: int | None = None) -> int | None:
    """Follow the numbers per sample through all layers; see `Layer.output_size`.

    Parameters
    ----------
    network : Network
        The network; ``net.output_size(2)`` puts it here.
    input_size : int or None
        Numbers per sample that the first layer is given; None if that is not known.

    Returns
    -------
    int or None
        How many numbers per sample come out, or None if the last layers do not tell.

    Raises
    ------
    ValueError
        If a layer needs another input size than the one it would be given.
    """
    for layer in network.layers:
        input_size = layer.output_size(input_size)
    return input_size


def check_input(network: Network, x: ArrayLike) -> Array:
    """Return `x` as rows that the first layer can take.

    Parameters
    ----------
    network : Network
        The network; ``net.check_input(x)`` puts it here.
    x : array_like of shape (n_samples, n_in) or (n_samples, 1, n_in)
        The samples.

    Returns
    -------
    ndarray of shape (n_samples, n_in)
        The samples: float32 stays, all else becomes float64.

    Raises
    ------
    ValueError
        If the network has no layers, or `x` is empty, not finite or of another shape.
    """
    if not network.layers:
        raise ValueError("the network has no layers; expected net.add(FCLayer(…)) first")
    rows = sample_rows("x", x)
    network.output_size(rows.shape[1])
    return rows
