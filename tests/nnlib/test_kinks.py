"""Kinks are found where a slope jumps, and only there."""

import numpy as np
import pytest

from nnlib import (
    ActivationLayer,
    FCLayer,
    Network,
    gradient_check,
    identity,
    mse,
    mse_prime,
    relu,
    relu_prime,
    sigmoid,
    tanh,
)
from nnlib.kinks import has_kink


@pytest.mark.parametrize("bent", [relu, abs, lambda x: np.maximum(0.1 * x, x)])
def test_an_interval_around_a_kink_has_one(bent):
    low = np.array([[-1.0, -1e-4, -3e-7, 0.1, -2.0]])
    high = np.array([[0.5, 2e-4, 1e-6, 0.3, -1e-3]])
    np.testing.assert_array_equal(has_kink(bent, low, high), [[True, True, True, False, False]])


@pytest.mark.parametrize("smooth", [tanh, sigmoid, identity, np.square])
@pytest.mark.parametrize("width", [1e-4, 1e-2, 1.0])
def test_smooth_functions_have_none(smooth, width):
    x = np.linspace(-5, 5, 1001)
    assert not has_kink(smooth, x - width, x + width).any()


@pytest.mark.parametrize(("steep", "at"), [(np.exp, 12.0), (lambda z: tanh(400 * z), 0.001)])
def test_steep_smooth_functions_have_none(steep, at):
    assert not has_kink(steep, np.array([at - 1e-4]), np.array([at + 1e-4])).any()


def test_a_wrong_derivative_of_a_steep_function_is_no_kink():
    network = relu_network(1.0, 0.0)
    network.layers[1] = ActivationLayer(np.exp, lambda z: 3 * np.exp(z))
    check = gradient_check(network, [[12.0]], [[0.0]])
    assert check.kinks == []
    assert "verdict: failed" in str(check)


def test_a_steep_function_can_have_a_kink():
    assert has_kink(lambda z: 1000 * relu(z), np.array([-1e-4]), np.array([1e-4])).all()


@pytest.mark.parametrize("large", [1e10, 1e200, np.inf, np.nan])
def test_the_search_ends_for_any_interval(large):
    with np.errstate(all="ignore"):
        found = has_kink(relu, np.array([-large, 1.0]), np.array([large, 2.0]))
    assert found.tolist() == [bool(np.isfinite(large)), False]


def relu_network(weight, bias):
    network = Network(
        [FCLayer.from_arrays([[weight]], [[bias]]), ActivationLayer(relu, relu_prime)]
    )
    network.use(mse, mse_prime)
    return network


@pytest.mark.parametrize(("distance", "near"), [(9e-5, True), (-9e-5, True), (1.2e-4, False)])
def test_near_a_kink_is_within_a_ten_thousandth_of_it(distance, near):
    check = gradient_check(relu_network(1.0, 0.0), [[distance], [1.0]], [[3.0], [3.0]])
    assert check.kinks == (["layer2.input[0, 0]"] if near else [])


@pytest.mark.parametrize(
    ("weight", "bias", "x", "h"), [(1.0, -0.995, 1.0, 1e-2), (0.01, -0.9995, 100.0, 1e-5)]
)
def test_a_nudge_that_carries_an_input_across_a_kink_is_reported(weight, bias, x, h):
    check = gradient_check(relu_network(weight, bias), [[x]], [[3.0]], h=h)
    assert check.kinks == ["layer2.input[0, 0]"]
    assert "verdict: undecided" in str(check)
