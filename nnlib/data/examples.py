"""Small examples that the chapters share: the running example, the 3 → 2 layer, XOR."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnlib.activation_layer import ActivationLayer
from nnlib.activations import tanh, tanh_prime
from nnlib.fc_layer import FCLayer
from nnlib.losses import mse, mse_prime
from nnlib.network import Network
from nnlib.validation import Array


@dataclass(frozen=True, eq=False)  # arrays have no == of one answer
class RunningExample:
    """The network and the numbers that run through chapters 1 to 8.

    Attributes
    ----------
    network : Network
        FCLayer(2 → 3), tanh, FCLayer(3 → 1), tanh, with the loss `mse`.
    x : ndarray of shape (1, 2)
        One sample.
    y_star : ndarray of shape (1, 1)
        Its target.
    x_batch : ndarray of shape (3, 2)
        Three samples; the first is `x`.
    y_star_batch : ndarray of shape (3, 1)
        Their targets.
    """

    network: Network
    x: Array
    y_star: Array
    x_batch: Array
    y_star_batch: Array


def running_example() -> RunningExample:
    """Make the running example anew, so that no chapter sees what another one changed.

    Returns
    -------
    RunningExample
        The network with its starting weights, one sample and a batch of three.

    Examples
    --------
    >>> example = running_example()
    >>> example.network.predict(example.x).round(4)
    array([[0.3533]])
    """
    first = FCLayer.from_arrays([[0.1, -0.2, 0.4], [0.3, 0.5, -0.1]], [[0.2, -0.1, 0.3]])
    second = FCLayer.from_arrays([[0.5], [-0.3], [0.2]], [[0.1]])
    activations = [ActivationLayer(tanh, tanh_prime) for _ in range(2)]
    network = Network([first, activations[0], second, activations[1]])
    network.use(mse, mse_prime)
    x_batch = np.array([[1.0, 2.0], [0.0, 1.0], [-1.0, 1.0]])
    y_star_batch = np.array([[1.0], [0.0], [1.0]])
    return RunningExample(
        network, x_batch[:1].copy(), y_star_batch[:1].copy(), x_batch, y_star_batch
    )


def three_to_two() -> tuple[FCLayer, Array]:
    """Make the tutorial's example of a layer with n = 3 inputs and m = 2 outputs, in numbers.

    Returns
    -------
    layer : FCLayer
        The layer, FCLayer(3 → 2).
    x : ndarray of shape (1, 3)
        One sample.

    Examples
    --------
    >>> layer, x = three_to_two()
    >>> layer.forward_propagation(x).round(4)
    array([[0.4, 1.4]])
    """
    layer = FCLayer.from_arrays([[0.2, -0.4], [0.5, 0.1], [-0.3, 0.6]], [[0.1, -0.2]])
    return layer, np.array([[1.0, 2.0, 3.0]])


def xor() -> tuple[Array, Array]:
    """Return the four samples of "exclusive or": true when exactly one input is.

    Returns
    -------
    x : ndarray of shape (4, 2)
        The inputs, zeros and ones.
    y : ndarray of shape (4, 1)
        The targets.

    Examples
    --------
    >>> x, y = xor()
    >>> y.ravel()
    array([0., 1., 1., 0.])
    """
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return x, np.array([[0.0], [1.0], [1.0], [0.0]])
