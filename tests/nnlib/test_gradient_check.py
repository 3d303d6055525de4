"""`gradient_check`: its verdicts, and that it touches nothing."""

import numpy as np
import pytest
from hypothesis import given

from nnlib import (
    ActivationLayer,
    FCLayer,
    GradientCheck,
    Network,
    gradient_check,
    mse,
    mse_prime,
    relu,
    relu_prime,
    running_example,
    xor,
)
from tests.nnlib.networks import SMOOTH, make_network, make_samples, parameters, problems


@given(problems(SMOOTH))
def test_smooth_networks_pass(problem):
    check = gradient_check(*problem)
    assert check.ok, str(check)
    assert check.kinks == []


@given(problems())
def test_networks_with_relu_pass_or_tell_why_not(problem):
    check = gradient_check(*problem)
    assert check.ok or check.kinks or check.all_zero, str(check)


def test_every_parameter_is_looked_at():
    example = running_example()
    check = gradient_check(example.network, example.x_batch, example.y_star_batch)
    assert isinstance(check, GradientCheck)
    assert {name: error.shape for name, error in check.errors.items()} == {
        "layer1.weights": (2, 3),
        "layer1.bias": (1, 3),
        "layer3.weights": (3, 1),
        "layer3.bias": (1, 1),
    }
    assert check.max_error < 1e-8
    assert str(check) == (
        "layer1.weights: agrees\nlayer1.bias: agrees\n"
        "layer3.weights: agrees\nlayer3.bias: agrees\n"
        "verdict: passed\n  every relative error is below 1e-06"
    )


def test_the_network_is_left_alone():
    example = running_example()
    before = parameters(example.network)
    gradient_check(example.network, example.x, example.y_star)
    for was, is_now in zip(before, parameters(example.network), strict=True):
        np.testing.assert_array_equal(was, is_now)
    assert example.network.layers[0].input is None
    assert example.network.layers[0].weights_gradient is None


class Forgetful(FCLayer):
    """Right, but does not name what it learns."""

    parameter_names = ()


def test_a_layer_that_does_not_name_what_it_learns_is_named():
    example = running_example()
    layers = example.network.layers
    layers[2] = Forgetful.from_arrays(layers[2].weights, layers[2].bias)
    with pytest.raises(ValueError, match=r"layer3, .* expected parameter_names to name all"):
        gradient_check(example.network, example.x_batch, example.y_star_batch)


def test_float32_networks_are_checked_in_float64():
    network = make_network([3, 4, 2], ["tanh", "sigmoid"], seed=1, dtype=np.float32)
    x, y = make_samples(3, 3, 2, seed=2)
    check = gradient_check(network, x.astype(np.float32), y.astype(np.float32))
    assert check.ok, str(check)
    assert check.max_error < 1e-7
    assert network.layers[0].weights.dtype == np.float32


def test_inputs_near_a_kink_are_reported():
    network = make_network([1, 1], ["relu"], seed=1)
    network.layers[0].weights[:], network.layers[0].bias[:] = 1.0, 0.0
    x, y = np.array([[0.0], [1.0]]), np.array([[1.0], [3.0]])
    check = gradient_check(network, x, y)
    assert check.kinks == ["layer2.input[0, 0]"]
    assert not check.ok
    assert "near a kink: layer2.input[0, 0]\nverdict: undecided\n  move the inputs" in str(check)
    assert gradient_check(network, x + 0.5, y).kinks == []


def test_a_check_of_nothing_does_not_pass():
    network = make_network([2, 2, 1], ["relu", "identity"], seed=1)
    x = np.ones((3, 2))
    check = gradient_check(network, x, network.predict(x))
    assert check.all_zero
    assert not check.ok
    assert str(check).endswith("verdict: nothing checked\n  every gradient is zero")


def test_a_gradient_where_there_should_be_none_is_a_mistake():
    """The slope 1 for a negative input of ReLU: backpropagation alone sees a gradient."""
    layers = [FCLayer.from_arrays([[1.0]], [[-5.0]]), ActivationLayer(relu, np.ones_like)]
    network = Network(layers)
    network.use(mse, mse_prime)
    check = gradient_check(network, [[1.0]], [[1.0]])
    assert not check.all_zero
    assert not check.ok
    assert "layer1.bias: differs, error 1e+00\nverdict: failed" in str(check)


class WrongSign(FCLayer):
    """A layer with a minus sign too many."""

    def backward_propagation(self, output_gradient, alpha):
        input_gradient = super().backward_propagation(output_gradient, alpha)
        self.weights_gradient *= -1
        return input_gradient


@pytest.mark.parametrize(("wrong", "verdict"), [(0, "undecided"), (2, "failed")])
def test_a_kink_excuses_the_layers_before_it_alone(wrong, verdict):
    layers = [
        FCLayer.from_arrays([[1.0]], [[0.0]]),
        ActivationLayer(relu, relu_prime),
        FCLayer.from_arrays([[2.0]], [[0.5]]),
    ]
    layers[wrong].__class__ = WrongSign
    network = Network(layers)
    network.use(mse, mse_prime)
    check = gradient_check(network, [[0.0], [1.0]], [[1.0], [3.0]])
    assert check.kinks == ["layer2.input[0, 0]"]
    assert f"layer{wrong + 1}.weights: differs" in str(check)
    assert f"verdict: {verdict}" in str(check)


def test_arrays_that_were_not_put_to_the_test_are_named():
    network = make_network([2, 3, 1], ["tanh", "tanh"], seed=1)
    network.layers[2] = FCLayer(3, 1, scale=0)
    text = str(gradient_check(network, *xor()[:1], np.ones((4, 1))))
    assert "layer1.weights: agrees, but all are zero" in text
    assert "layer3.bias: agrees\n" in text
    assert text.endswith("1e-06\n  but arrays of zeros prove nothing: try random weights")
    random = make_network([2, 3, 1], ["tanh", "tanh"], seed=1)
    assert "prove nothing" not in str(gradient_check(random, *xor()[:1], np.ones((4, 1))))


def test_wrong_entries_are_found_one_by_one():
    exact = {"layer1.weights": np.array([[1.0, 2.0]])}
    wrong = {"layer1.weights": np.array([[1.0, 2.2]])}
    check = GradientCheck(wrong, exact, [], 1e-6)
    np.testing.assert_allclose(check.errors["layer1.weights"], [[0, 0.2 / 2.2]])
    assert str(check) == (
        "layer1.weights: differs, error 9e-02\nverdict: failed\n  a relative error is above 1e-06"
    )


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_what_is_not_finite_does_not_pass(bad):
    good, poisoned = {"layer1.bias": np.ones((1, 2))}, {"layer1.bias": np.array([[1.0, bad]])}
    assert GradientCheck(good, good, [], 1e-6).ok
    assert not GradientCheck(poisoned, good, [], 1e-6).ok
    assert not GradientCheck(good, poisoned, [], 1e-6).ok


@pytest.mark.parametrize("order", [1, -1])
def test_one_number_that_is_not_finite_marks_its_own_array_alone(order):
    good = {"layer1.weights": np.array([[1.0, 2.0]]), "layer1.bias": np.array([[0.5]])}
    good = dict(list(good.items())[::order])
    numerical = {**good, "layer1.weights": np.array([[1.0, np.nan]])}
    errors = GradientCheck(good, numerical, [], 1e-6).errors
    np.testing.assert_array_equal(errors["layer1.weights"], [[0, np.inf]])
    np.testing.assert_array_equal(errors["layer1.bias"], [[0]])


def test_results_are_compared_as_things_not_as_numbers():
    gradient = {"layer1.weights": np.ones((1, 2))}
    first, second = (GradientCheck(gradient, gradient, [], 1e-6) for _ in range(2))
    assert first == first
    assert first != second
    assert len({first, second}) == 2


def test_a_looser_tolerance_passes_more():
    x, y = make_samples(3, 2, 1, seed=2)
    network = make_network([2, 3, 1], ["tanh", "tanh"], seed=1)
    rough = gradient_check(network, x, y, h=0.1)
    assert not rough.ok
    assert gradient_check(network, x, y, h=0.1, tolerance=1.0).ok
