"""nnlib's matrix formulas against the index formulas (1) to (11) of `reference`."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib import FCLayer, mse, mse_prime
from tests.nnlib import reference
from tests.nnlib.networks import (
    NAMES,
    activation,
    as_lists,
    make_network,
    make_samples,
    parameters,
    problems,
)


def close(array, rows):
    """The same shape, and equal to 1e-12 of the largest entry."""
    expected = np.array(rows)
    assert array.shape == expected.shape
    np.testing.assert_allclose(array, expected, rtol=1e-12, atol=1e-12)


sizes = st.integers(1, 5)
seeds = st.integers(0, 2**32 - 1)


@given(n_rows=sizes, n=sizes, m=sizes, seed=seeds)
def test_fc_layer_forward_is_1(n_rows, n, m, seed):
    x, _ = make_samples(n_rows, n, m, seed)
    layer = FCLayer(n, m, rng=np.random.default_rng(seed))
    expected = reference.fc_forward(x.tolist(), layer.weights.tolist(), layer.bias.tolist())
    close(layer.forward_propagation(x), expected)


@given(n_rows=sizes, n=sizes, m=sizes, seed=seeds)
def test_fc_layer_backward_is_8_9_10(n_rows, n, m, seed):
    x, g = make_samples(n_rows, n, m, seed)
    layer = FCLayer(n, m, rng=np.random.default_rng(seed))
    w, b = layer.weights.tolist(), layer.bias.tolist()
    layer.forward_propagation(x)
    input_gradient = layer.backward_propagation(g, 0.25)
    close(layer.weights_gradient, reference.weights_gradient(x.tolist(), g.tolist()))
    close(layer.bias_gradient, reference.bias_gradient(g.tolist()))
    close(input_gradient, reference.fc_input_gradient(g.tolist(), w))
    close(layer.weights, reference.step(w, layer.weights_gradient.tolist(), 0.25))
    close(layer.bias, reference.step(b, layer.bias_gradient.tolist(), 0.25))


@pytest.mark.parametrize("name", NAMES)
@given(n_rows=sizes, m=sizes, seed=seeds)
def test_activation_layer_is_2_and_11(name, n_rows, m, seed):
    x, g = make_samples(n_rows, m, m, seed)
    f, f_prime = reference.FUNCTIONS[name]
    layer = activation(name)
    close(layer.forward_propagation(x), reference.activation_forward(x.tolist(), f))
    expected = reference.activation_input_gradient(g.tolist(), x.tolist(), f_prime)
    close(layer.backward_propagation(g, 0.25), expected)


@given(n_rows=sizes, m=sizes, seed=seeds)
def test_mse_is_6_and_mse_prime_is_7(n_rows, m, seed):
    y, y_star = make_samples(n_rows, m, m, seed)
    assert mse(y, y_star) == pytest.approx(reference.mse(y.tolist(), y_star.tolist()), rel=1e-12)
    close(mse_prime(y, y_star), reference.mse_gradient(y.tolist(), y_star.tolist()))


@given(problems())
def test_whole_network_forward_backward_and_step(problem):
    network, x, y_star = problem
    layers, rows, targets = as_lists(network), x.tolist(), y_star.tolist()
    output = network.forward_propagation(x)
    close(output, reference.forward(layers, rows)[-1])
    input_gradient = network.backward_propagation(mse_prime(output, y_star), 0.1)
    expected_input_gradient, found = reference.gradients(layers, rows, targets)
    close(input_gradient, expected_input_gradient)
    after = as_lists(network)
    for i, expected in enumerate(reference.train_step(layers, rows, targets, 0.1)):
        if found[i] is not None:
            close(network.layers[i].weights_gradient, found[i][0])
            close(network.layers[i].bias_gradient, found[i][1])
            close(np.array(after[i][0]), expected[0])
            close(np.array(after[i][1]), expected[1])


@given(problems())
def test_gradient_of_a_batch_is_the_mean_of_its_samples_gradients(problem):
    network, x, y_star = problem
    names = [(i, n) for i, layer in enumerate(network.layers) for n in layer.parameter_names]

    def gradients(rows, targets):
        output = network.forward_propagation(rows)
        network.backward_propagation(mse_prime(output, targets), 0.0)
        return [getattr(network.layers[i], f"{name}_gradient") for i, name in names]

    # mse divides by N · m for the batch and by m for one sample: hence the sum over N.
    singles = [gradients(x[r : r + 1], y_star[r : r + 1]) for r in range(len(x))]
    for batch, *rows in zip(gradients(x, y_star), *singles, strict=True):
        np.testing.assert_allclose(batch, sum(rows) / len(x), rtol=1e-12, atol=1e-12)


@given(n_rows=sizes, n=sizes, m=sizes, seed=seeds)
def test_fc_layer_gradients_of_a_batch_are_sums_over_the_rows(n_rows, n, m, seed):
    x, g = make_samples(n_rows, n, m, seed)
    layer = FCLayer(n, m, rng=np.random.default_rng(seed))

    def gradients(rows, row_gradients):
        layer.forward_propagation(rows)
        layer.backward_propagation(row_gradients, 0.0)
        return layer.weights_gradient, layer.bias_gradient

    single = [gradients(x[r : r + 1], g[r : r + 1]) for r in range(n_rows)]
    weights_gradient, bias_gradient = gradients(x, g)
    close(weights_gradient, sum(w for w, _ in single))
    close(bias_gradient, sum(b for _, b in single))


@given(problems())
def test_rows_do_not_see_each_other(problem):
    network, x, _ = problem
    one_by_one = [network.predict(x[r : r + 1])[0] for r in range(len(x))]
    close(network.predict(x), one_by_one)


def test_training_is_the_reference_step_after_step():
    network = make_network([2, 3, 2], ["tanh", "sigmoid"], seed=5)
    x, y_star = make_samples(4, 2, 2, seed=6)
    layers = as_lists(network)
    for _ in range(3):
        for start in (0, 3):  # batch_size=3 leaves a last batch of one
            batch = slice(start, start + 3)
            layers = reference.train_step(layers, x[batch].tolist(), y_star[batch].tolist(), 0.3)
    network.fit(x, y_star, epochs=3, alpha=0.3, batch_size=3)
    expected = [np.array(p) for layer in layers if not isinstance(layer, str) for p in layer]
    for got, want in zip(parameters(network), expected, strict=True):
        close(got, want)
