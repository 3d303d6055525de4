"""The chain of layers: shapes of predictions, the running example, linear collapse."""

import numpy as np
import pytest

from nnlib import FCLayer, Network, mse, running_example
from tests.nnlib.networks import make_network


def test_numbers_of_the_running_example():
    example = running_example()
    network = example.network
    y1 = network.layers[0].forward_propagation(example.x)
    h1 = network.layers[1].forward_propagation(y1)
    y2 = network.layers[2].forward_propagation(h1)
    output = network.layers[3].forward_propagation(y2)
    np.testing.assert_allclose(y1, [[0.9, 0.7, 0.5]], rtol=1e-12)
    np.testing.assert_allclose(h1, [[0.7163, 0.6044, 0.4621]], atol=5e-5)
    np.testing.assert_allclose(y2, [[0.3693]], atol=5e-5)
    np.testing.assert_allclose(output, [[0.3533]], atol=5e-5)
    assert mse(output, example.y_star) == pytest.approx(0.4182, abs=5e-5)
    np.testing.assert_array_equal(example.x_batch[:1], example.x)
    np.testing.assert_array_equal(network.predict(example.x), output)


def test_running_example_is_made_anew():
    first = running_example()
    first.network.fit(first.x, first.y_star, epochs=1, alpha=1)
    second = running_example()
    assert not np.array_equal(first.network.layers[0].weights, second.network.layers[0].weights)
    np.testing.assert_allclose(second.network.predict(second.x), [[0.3533]], atol=5e-5)


@pytest.mark.parametrize("as_given", [list, np.array, lambda x: np.array(x, np.float32)])
def test_predictions_have_the_form_of_the_samples(as_given):
    network = make_network([2, 3, 1], ["tanh", "tanh"], seed=1)
    flat = network.predict(as_given([[0, 0], [0, 1], [1, 1]]))
    deep = network.predict(as_given([[[0, 0]], [[0, 1]], [[1, 1]]]))
    assert flat.shape == (3, 1)
    assert deep.shape == (3, 1, 1)
    np.testing.assert_array_equal(flat, deep[:, 0, :])


def test_integers_and_booleans_are_numbers():
    network = make_network([2, 3, 1], ["tanh", "tanh"], seed=1)
    expected = network.predict([[0.0, 1.0]])
    np.testing.assert_array_equal(network.predict(np.array([[0, 1]], np.uint8)), expected)
    np.testing.assert_array_equal(network.predict(np.array([[False, True]])), expected)


def test_predict_needs_no_loss_and_changes_nothing():
    network = Network([FCLayer(2, 3, rng=np.random.default_rng(1))])
    x = np.array([[1, 2]])
    np.testing.assert_array_equal(network.predict(x), network.predict(x))
    np.testing.assert_array_equal(x, [[1, 2]])


def test_two_fc_layers_without_activation_are_one():
    first, second = (FCLayer(n, m, rng=np.random.default_rng(n)) for n, m in ((2, 3), (3, 2)))
    one = FCLayer.from_arrays(
        first.weights @ second.weights, first.bias @ second.weights + second.bias
    )
    x = np.random.default_rng(1).normal(size=(5, 2))
    np.testing.assert_allclose(
        Network([first, second]).predict(x), Network([one]).predict(x), atol=1e-12
    )


def test_backward_returns_the_gradient_of_the_input():
    network = make_network([2, 3, 1], ["tanh", "sigmoid"], seed=1)
    x, y_star, h = np.array([[0.3, -0.7]]), np.array([[1.0]]), 1e-6
    gradient = network.backward_propagation(
        network.loss_prime(network.forward_propagation(x), y_star), 0
    )
    for i in range(2):
        step = h * np.eye(2)[i : i + 1]
        above, below = (
            mse(network.predict(x + step), y_star),
            mse(network.predict(x - step), y_star),
        )
        assert gradient[0, i] == pytest.approx((above - below) / (2 * h), rel=1e-6)
