"""The abstract layer and the two layers that derive from it: what formulas do not cover."""

import numpy as np
import pytest

from nnlib import ActivationLayer, FCLayer, Layer, Network, gradient_check, mse, mse_prime, tanh
from nnlib.activations import tanh_prime


def test_layer_is_abstract():
    with pytest.raises(TypeError, match="abstract"):
        Layer()
    assert Layer.__abstractmethods__ == {"forward_propagation", "backward_propagation"}
    assert issubclass(FCLayer, Layer)
    assert issubclass(ActivationLayer, Layer)


@pytest.mark.parametrize("layer", [FCLayer(2, 2), ActivationLayer(tanh, tanh_prime)])
def test_layer_remembers_its_input(layer):
    assert layer.input is None
    x = np.array([[0.1, 0.2]])
    y = layer.forward_propagation(x)
    assert layer.input is x
    assert not np.shares_memory(x, y)


def test_fc_layer_keeps_the_gradients_and_updates_in_place():
    layer = FCLayer.from_arrays([[1.0], [2.0]], [[3.0]])
    assert layer.weights_gradient is None
    assert layer.bias_gradient is None
    weights, bias = layer.weights, layer.bias
    layer.forward_propagation(np.array([[1.0, 2.0], [3.0, 4.0]]))
    input_gradient = layer.backward_propagation(np.array([[1.0], [-0.5]]), 0.1)
    np.testing.assert_allclose(layer.weights_gradient, [[-0.5], [0.0]])
    np.testing.assert_allclose(layer.bias_gradient, [[0.5]])
    np.testing.assert_allclose(input_gradient, [[1.0, 2.0], [-0.5, -1.0]])  # old weights
    np.testing.assert_allclose(layer.weights, [[1.05], [2.0]])
    np.testing.assert_allclose(layer.bias, [[2.95]])
    assert layer.weights is weights
    assert layer.bias is bias


def test_alpha_zero_changes_nothing_but_the_gradients():
    layer = FCLayer(2, 3, rng=np.random.default_rng(1))
    before = layer.weights.copy(), layer.bias.copy()
    layer.forward_propagation(np.ones((4, 2)))
    layer.backward_propagation(np.ones((4, 3)), 0)
    np.testing.assert_array_equal(layer.weights, before[0])
    np.testing.assert_array_equal(layer.bias, before[1])
    np.testing.assert_array_equal(layer.bias_gradient, [[4, 4, 4]])


def test_from_arrays_copies_and_takes_integers_and_float32():
    weights = np.array([[1.0, 2.0]])
    layer = FCLayer.from_arrays(weights, [[0, 1]])
    layer.weights += 1
    np.testing.assert_array_equal(weights, [[1, 2]])
    assert layer.bias.dtype == np.float64
    layer = FCLayer.from_arrays(np.ones((1, 2), np.float32), np.ones((1, 2), np.float32))
    assert layer.weights.dtype == layer.bias.dtype == np.float32


def test_starting_values():
    same = [FCLayer(3, 4, rng=np.random.default_rng(7)) for _ in range(2)]
    np.testing.assert_array_equal(same[0].weights, same[1].weights)
    np.testing.assert_array_equal(same[0].bias, same[1].bias)
    assert not np.array_equal(FCLayer(3, 4).weights, FCLayer(3, 4).weights)
    wide = FCLayer(50, 50, rng=np.random.default_rng(7), scale=2.0)
    assert 1.9 < abs(wide.weights).max() < 2
    assert not FCLayer(2, 2, scale=0).weights.any()


@pytest.mark.parametrize("targets", [np.float32, np.float64, int])
def test_float32_stays_float32_through_a_training_step(targets):
    rng = np.random.default_rng(1)
    layers = [FCLayer(2, 3, rng=rng, dtype=np.float32), ActivationLayer(tanh, tanh_prime)]
    net = Network(layers)
    net.use(mse, mse_prime)
    x = np.ones((4, 2), np.float32)
    net.fit(x, np.zeros((4, 3), targets), epochs=2, alpha=np.float64(0.1), batch_size=3)
    assert net.predict(x).dtype == np.float32
    assert layers[0].weights.dtype == layers[0].weights_gradient.dtype == np.float32
    assert layers[0].bias.dtype == layers[0].bias_gradient.dtype == np.float32


@pytest.mark.parametrize("name", ["f4", "float32", "single", np.float32, np.dtype("float32")])
def test_float32_goes_by_many_names(name):
    assert FCLayer(2, 3, dtype=name).weights.dtype == np.float32


def test_repr_shows_shapes():
    assert repr(FCLayer(2, 3)) == "FCLayer(2 → 3)"
    assert repr(ActivationLayer(tanh, tanh_prime)) == "ActivationLayer(tanh)"
    net = Network([FCLayer(2, 3), ActivationLayer(tanh, tanh_prime)])
    assert repr(net) == "Network(FCLayer(2 → 3), ActivationLayer(tanh))"
    assert repr(Network([OwnFC([[1.0]])])) == "Network(OwnFC())"


class OwnFC(Layer):
    """A reader's layer: two methods, names of parameters, nothing else."""

    parameter_names = ("w",)

    def __init__(self, w):
        self.w = np.array(w)

    def forward_propagation(self, input):
        self.input = input
        return input @ self.w

    def backward_propagation(self, output_gradient, alpha):
        input_gradient = output_gradient @ self.w.T
        self.w_gradient = self.input.T @ output_gradient
        self.w = self.w - alpha * self.w_gradient
        return input_gradient


def test_a_layer_of_ones_own_works_without_telling_its_size():
    net = Network([OwnFC([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]), ActivationLayer(tanh, tanh_prime)])
    net.add(FCLayer(3, 1, rng=np.random.default_rng(1)))
    net.use(mse, mse_prime)
    x, y = np.array([[1.0, 2.0], [0.5, -1.0]]), np.array([[1.0], [0.0]])
    assert gradient_check(net, x, y).ok
    losses = net.fit(x, y, epochs=50, alpha=0.1).loss
    assert losses[-1] < losses[0] / 2
    assert "(N, ?)" in net.summary()


def test_a_layer_that_does_not_tell_its_size_is_asked_with_one_sample():
    net = Network([OwnFC([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]])])
    net.use(mse, mse_prime)
    with pytest.raises(ValueError, match=r"y has shape \(2, 1\); expected \(2, 3\)"):
        net.fit(np.ones((2, 2)), np.ones((2, 1)), epochs=1, alpha=0.1)
