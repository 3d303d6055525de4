"""Activation functions and their derivatives."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib import activations, numerical_gradient, relu_prime, sigmoid, tanh_prime
from tests.nnlib.networks import NAMES
from tests.nnlib.reference import FUNCTIONS


@pytest.mark.parametrize("name", NAMES)
@given(values=st.lists(st.floats(-8, 8), min_size=1, max_size=6))
def test_derivative_is_the_slope(name, values):
    x = np.array(values)
    x = np.where(abs(x) < 1e-3, x + 0.01, x)  # away from the kink of relu
    f, f_prime = getattr(activations, name), getattr(activations, f"{name}_prime")
    numerical = numerical_gradient(lambda x: float(f(x).sum()), x)
    np.testing.assert_allclose(f_prime(x), numerical, atol=1e-8)


@pytest.mark.parametrize("name", NAMES)
@given(values=st.lists(st.floats(-8, 8), min_size=1, max_size=6))
def test_function_and_derivative_number_by_number(name, values):
    x = np.array(values)
    f, f_prime = FUNCTIONS[name]
    np.testing.assert_allclose(getattr(activations, name)(x), [f(v) for v in values], atol=1e-14)
    found = getattr(activations, f"{name}_prime")(x)
    np.testing.assert_allclose(found, [f_prime(v) for v in values], atol=1e-14)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("shape", [(1, 1), (3, 2), (5,)])
def test_shape_and_data_type_stay_and_the_input_is_left_alone(name, dtype, shape):
    x = np.linspace(-2, 2, math.prod(shape)).reshape(shape).astype(dtype)
    before = x.copy()
    for function in (getattr(activations, name), getattr(activations, f"{name}_prime")):
        y = function(x)
        assert (y.shape, y.dtype) == (shape, dtype)
        assert not np.shares_memory(x, y)
    np.testing.assert_array_equal(x, before)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.filterwarnings("error")
def test_large_inputs_give_no_warning_and_no_nan(name):
    x = np.array([-1e4, -800.0, 0.0, 800.0, 1e4])
    for function in (getattr(activations, name), getattr(activations, f"{name}_prime")):
        assert np.isfinite(function(x)).all()


def test_known_values():
    assert tanh_prime(np.array([0.0])) == 1
    np.testing.assert_array_equal(sigmoid(np.array([-1e4, 0.0, 1e4])), [0, 0.5, 1])
    np.testing.assert_array_equal(relu_prime(np.array([-1.0, 0.0, 1.0])), [0, 0, 1])
