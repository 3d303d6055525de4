"""The loss function of the book: mean squared error, equation (6), and its gradient (7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import numpy as np

from nnlib.validation import Array

#: L(y, y_star), a number: a mean over the samples, as `fit` weighs each batch by its rows.
Loss = Callable[[Array, Array], float]
#: Its gradient ∂L/∂Y, an array of the shape of y.
LossPrime = Callable[[Array, Array], Array]


def mse(y: Array, y_star: Array) -> float:
    """Mean squared error, equation (6): the mean of (y* - y)² over all entries.

    For one sample this is the tutorial's (1/m) Σ (y*_i - y_i)². For a batch of N samples it
    is the mean over all N · m entries.

    Parameters
    ----------
    y : ndarray of shape (n_samples, n_out)
        Y, what the network says.
    y_star : ndarray of shape (n_samples, n_out)
        Y*, what it should say.

    Returns
    -------
    float
        The loss L, in the square of the target's unit.

    Raises
    ------
    ValueError
        If the two are not arrays of one shape. NumPy would stretch (4, 1) against (4,) to
        (4, 4).

    Examples
    --------
    The tutorial's example: ten outputs, the third should be 1.

    >>> import numpy as np
    >>> y = np.full((1, 10), 0.01)
    >>> y[0, 2] = 0.91
    >>> y_star = np.zeros((1, 10))
    >>> y_star[0, 2] = 1
    >>> round(mse(y, y_star), 4)
    0.0009
    """
    _check_same_shape(y, y_star)
    return float(((y_star - y) ** 2).sum() / y.size)


def mse_prime(y: Array, y_star: Array) -> Array:
    """Gradient of the mean squared error with respect to y, equation (7).

    For one sample this is the tutorial's (2/m)(y - y*); for a batch of N samples the mean in
    `mse` runs over N · m entries, so the factor is 2 / (N · m).

    Parameters
    ----------
    y : ndarray of shape (n_samples, n_out)
        Y, what the network says.
    y_star : ndarray of shape (n_samples, n_out)
        Y*, what it should say.

    Returns
    -------
    ndarray of shape (n_samples, n_out)
        ∂L/∂Y.

    Raises
    ------
    ValueError
        If the two are not arrays of one shape.

    Examples
    --------
    >>> import numpy as np
    >>> mse_prime(np.array([[0.5, 2.0]]), np.array([[0.0, 1.0]]))
    array([[0.5, 1. ]])
    """
    _check_same_shape(y, y_star)
    return 2 / y.size * (y - y_star)


def _check_same_shape(y: Array, y_star: Array) -> None:
    given, expected = getattr(y, "shape", None), getattr(y_star, "shape", None)
    if given != expected or given is None or y.size == 0:
        raise ValueError(
            f"y has shape {given} and y_star has shape {expected}; "
            "expected two arrays of the same shape, not empty"
        )


def check_loss(loss: Loss, loss_prime: LossPrime, y: Array, y_star: Array) -> None:
    """Raise a ValueError unless a loss gives a number, and its gradient the shape of `y`.

    Parameters
    ----------
    loss, loss_prime : callable
        What `Network.use` was given.
    y, y_star : ndarray of shape (n_samples, n_out)
        An output and a target to try them on.

    Raises
    ------
    ValueError
        If one of the two gives something else.
    """
    number = loss(y, y_star)
    if np.ndim(number) != 0 or not isinstance(number, (float, int, np.number)):
        raise ValueError(f"loss gave {number!r}; expected one number")
    shape = np.shape(loss_prime(y, y_star))
    if shape != y.shape:
        raise ValueError(f"loss_prime gave an array of shape {shape}; expected {y.shape}")


def missing_loss(y: Array, y_star: Array) -> NoReturn:
    """Stand in for the loss of a network that was not told one.

    Raises
    ------
    ValueError
        Always.
    """
    raise ValueError("the network has no loss; expected net.use(mse, mse_prime) first")
