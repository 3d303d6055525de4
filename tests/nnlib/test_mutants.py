"""Every classic mistake turns a check red; without one, all checks are green."""

import numpy as np
import pytest

from nnlib import gradient_check, mse_prime, xor
from tests.nnlib.mutants import MUTANTS, gradient_check_passes, mutate, reference_agrees
from tests.nnlib.networks import make_network


def test_without_a_mistake_both_judges_are_content():
    assert gradient_check_passes()
    assert reference_agrees()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_mistake_is_found(monkeypatch, mutant):
    mutate(monkeypatch, mutant)
    assert not reference_agrees()
    assert gradient_check_passes() is not mutant.seen_by_check


def test_a_network_with_a_mistake_can_train_all_the_same(monkeypatch):
    """Training proves nothing: with stale weights XOR is learned, and only the check is red."""
    (mutant,) = [m for m in MUTANTS if m.name == "(iii) with the weights of after the step"]
    mutate(monkeypatch, mutant)
    x, y = xor()
    network = make_network([2, 3, 1], ["tanh", "tanh"], seed=1)
    assert not gradient_check(network, x, y).ok
    network.fit(x, y, epochs=1000, alpha=0.1)
    np.testing.assert_allclose(network.predict(x), y, atol=0.15)


def test_missing_sum_that_grows_the_bias_is_reported_with_its_shape(monkeypatch):
    """NumPy lets `bias = bias - step` grow from one row to N; the check names the shape."""
    network = make_network([2, 3], ["tanh"], seed=1)
    layer = network.layers[0]

    class Growing(type(layer)):
        def backward_propagation(self, output_gradient, alpha):
            self.weights_gradient = self.input.T @ output_gradient
            self.bias_gradient = output_gradient
            self.bias = self.bias - alpha * output_gradient
            return output_gradient @ self.weights.T

    layer.__class__ = Growing
    x, y = np.ones((4, 2)), np.zeros((4, 3))
    check = gradient_check(network, x, y)
    assert not check.ok
    assert "layer1.bias: differs\n  shape (4, 3); expected (1, 3)" in str(check)
    assert layer.bias.shape == (1, 3)
    output = network.forward_propagation(x)
    network.backward_propagation(mse_prime(output, y), 0.1)
    assert layer.bias.shape == (4, 3)
    with pytest.raises(ValueError, match=r"bias \(4, 3\); expected"):
        network.predict(x)
