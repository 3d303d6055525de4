"""Activation functions f of equation (2), each with its derivative f′.

Every function takes an array of floats, as layers pass it on, and works on each number by
itself. The derivatives take the *input* x of f, as equation (11) asks, not the output f(x).
"""

from __future__ import annotations

import numpy as np

from nnlib.validation import Array


def tanh(x: Array) -> Array:
    """Hyperbolic tangent: squeezes every number into (-1, 1).

    Parameters
    ----------
    x : ndarray of floats, of any shape
        The inputs.

    Returns
    -------
    ndarray of the same shape
        tanh(x) for each number.
    """
    return np.tanh(x)


def tanh_prime(x: Array) -> Array:
    """Derivative of tanh at x: 1 - tanh²(x).

    Parameters
    ----------
    x : ndarray of floats, of any shape
        The inputs of tanh, not its outputs.

    Returns
    -------
    ndarray of the same shape
        The slope at each input: 1 at zero, near 0 far from it.
    """
    return 1 - np.tanh(x) ** 2


def sigmoid(x: Array) -> Array:
    """Logistic function 1 / (1 + e⁻ˣ): squeezes every number into (0, 1).

    Parameters
    ----------
    x : ndarray of floats, of any shape
        The inputs.

    Returns
    -------
    ndarray of the same shape
        sigmoid(x) for each number, written with tanh so that e⁻ˣ cannot overflow.
    """
    y: Array = 0.5 * (1 + np.tanh(0.5 * x))
    return y


def sigmoid_prime(x: Array) -> Array:
    """Derivative of the sigmoid at x: sigmoid(x) · (1 - sigmoid(x)).

    Parameters
    ----------
    x : ndarray of floats, of any shape
        The inputs of the sigmoid, not its outputs.

    Returns
    -------
    ndarray of the same shape
        The slope at each input: ¼ at zero, its largest value.
    """
    return sigmoid(x) * (1 - sigmoid(x))


def relu(x: Array) -> Array:
    """Rectified linear unit: x where x is positive, 0 elsewhere.

    Parameters
    ----------
    x : ndarray of floats, of any shape
        The inputs.

    Returns
    -------
    ndarray of the same shape
        max(x, 0) for each number.
    """
    return np.maximum(x, 0)


def relu_prime(x: Array) -> Array:
    """Derivative of the rectified linear unit at x: 1 where x is positive, 0 elsewhere.

    Parameters
    ----------
    x : ndarray of floats, of any shape
        The inputs of relu, not its outputs.

    Returns
    -------
    ndarray of the same shape
        0 or 1. At x = 0 relu has a kink and no derivative; 0 is the usual choice.
    """
    return np.greater(x, 0).astype(x.dtype)


def identity(x: Array) -> Array:
    """Return the inputs unchanged, in a new array.

    Parameters
    ----------
    x : ndarray of floats, of any shape
        The inputs.

    Returns
    -------
    ndarray of the same shape
        A copy of x, so that input and output of a layer are never the same object.
    """
    return np.array(x)


def identity_prime(x: Array) -> Array:
    """Derivative of the identity: 1 everywhere.

    Parameters
    ----------
    x : ndarray of floats, of any shape
        The inputs of the identity.

    Returns
    -------
    ndarray of the same shape
        Ones.
    """
    return np.ones_like(x)
