"""The fully connected layer: Y = XW + B forward, equations (i), (ii), (iii) backward."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from nnlib.layer import Layer
from nnlib.options import check_positive_integer, finite_number, random_generator
from nnlib.validation import Array, check_float_array, check_rows, finite_array

LARGEST_SCALE = 1e30  # float32 ends at 3e38
FLOAT_NAMES = ("float32", "float64", "f4", "f8", "single", "double")
FLOAT_TYPES = (np.float32, np.float64, float, *FLOAT_NAMES)


class FCLayer(Layer):
    """Fully connected layer: every input is joined to every output by a weight.

    Parameters
    ----------
    n_in : int
        n, the number of inputs.
    n_out : int
        m, the number of outputs.
    rng : numpy.random.Generator, optional
        Where the starting values come from. Give one to get the same network every time.
    scale : float, default 0.5
        Weights and biases start uniform in [-scale, scale). The tutorial uses 0.5.
    dtype : data type, default float64
        float64, or float32 for speed; then give float32 samples, and targets follow.

    Attributes
    ----------
    weights : ndarray of shape (n_in, n_out)
        W, equation (3): ``weights[i, j]`` joins input x_i to output y_j.
    bias : ndarray of shape (1, n_out)
        B, equation (4).
    weights_gradient : ndarray of shape (n_in, n_out) or None
        ∂L/∂W of the last backward pass, equation (i) of chapter 7.
    bias_gradient : ndarray of shape (1, n_out) or None
        ∂L/∂B of the last backward pass, equation (ii) of chapter 7 summed over the rows.

    Raises
    ------
    ValueError
        If a size is not a positive integer, the scale is negative or above 1e30, the data
        type is neither of the two, or rng is no generator.

    Examples
    --------
    >>> layer = FCLayer(2, 3, rng=np.random.default_rng(1))
    >>> layer
    FCLayer(2 → 3)
    >>> layer.forward_propagation(np.array([[1.0, 2.0]])).shape
    (1, 3)
    """

    parameter_names = ("weights", "bias")

    def __init__(
        self,
        n_in: int,
        n_out: int,
        *,
        rng: np.random.Generator | None = None,
        scale: float = 0.5,
        dtype: DTypeLike = np.float64,
    ) -> None:
        check_positive_integer("n_in", n_in)
        check_positive_integer("n_out", n_out)
        if not 0 <= finite_number("scale", scale) <= LARGEST_SCALE:
            raise ValueError(f"scale is {scale!r}; expected a number from 0 to {LARGEST_SCALE:g}")
        if dtype not in FLOAT_TYPES:
            raise ValueError(f"dtype is {dtype!r}; expected float32 or float64")
        rng = random_generator(rng)
        self.weights: Array = rng.uniform(-scale, scale, (n_in, n_out)).astype(dtype)
        self.bias: Array = rng.uniform(-scale, scale, (1, n_out)).astype(dtype)
        self.weights_gradient: Array | None = None
        self.bias_gradient: Array | None = None

    @classmethod
    def from_arrays(cls, weights: ArrayLike, bias: ArrayLike) -> FCLayer:
        """Make a layer with the given weights and bias instead of random ones.

        Parameters
        ----------
        weights : array_like of shape (n_in, n_out)
            W; the layer keeps a copy.
        bias : array_like of shape (1, n_out)
            B; the layer keeps a copy.

        Returns
        -------
        FCLayer
            The layer.

        Raises
        ------
        ValueError
            If the arrays are not finite numbers, or their shapes do not belong together.
        """
        w, b = finite_array("weights", weights).copy(), finite_array("bias", bias).copy()
        _check_parameters(w, b)
        layer = cls(*w.shape)
        layer.weights, layer.bias = w, b
        return layer

    def forward_propagation(self, input: Array) -> Array:  # noqa: D102 - see Layer
        self.input = check_rows("input", input, self.weights.shape[0])
        return input @ self.weights + self.bias  # (5)

    def backward_propagation(self, output_gradient: Array, alpha: float) -> Array:  # noqa: D102
        input = self.remembered_input()
        check_rows("output_gradient", output_gradient, self.weights.shape[1], len(input))

        input_gradient = output_gradient @ self.weights.T  # (iii), W not yet updated
        self.weights_gradient = input.T @ output_gradient  # (i)
        self.bias_gradient = output_gradient.sum(axis=0, keepdims=True)  # (ii)

        self.weights -= alpha * self.weights_gradient
        self.bias -= alpha * self.bias_gradient
        return input_gradient

    def output_size(self, input_size: int | None) -> int:  # noqa: D102 - see Layer
        _check_parameters(self.weights, self.bias)  # they may have been put in by hand
        n_in: int = self.weights.shape[0]
        n_out: int = self.weights.shape[1]
        if input_size not in (None, n_in):
            numbers = "1 number" if input_size == 1 else f"{input_size} numbers"
            raise ValueError(f"{self!r} would be given {numbers} per sample; expected {n_in}")
        return n_out

    def __repr__(self) -> str:
        return f"FCLayer({' → '.join(map(str, np.shape(self.weights)))})"


def _check_parameters(weights: Array, bias: Array) -> None:
    check_float_array("weights", weights)
    check_float_array("bias", bias)
    if weights.ndim != 2 or 0 in weights.shape or bias.shape != (1, weights.shape[1]):
        raise ValueError(
            f"weights have shape {weights.shape} and bias {bias.shape}; "
            "expected (n_in, n_out) and (1, n_out), for example (2, 3) and (1, 3)"
        )
