"""The figures' mathematics equals nnlib's to 1e-12: same networks, batches and steps in both."""

from itertools import pairwise

import numpy as np
import pytest

import nnlib
from nnlib import ActivationLayer, FCLayer, Network, gradient_check, mse, mse_prime
from tests.figures.node import run_js

ACTIVATIONS = ("tanh", "sigmoid", "relu", "identity")
SIZES = ([2, 3, 1], [3, 2], [1, 1], [4, 5, 3, 2])


def random_case(sizes, activation, rows, seed):
    """Return a random network with an activation after each FC layer, and a batch for it."""
    rng = np.random.default_rng(seed)
    network = Network()
    for n, m in pairwise(sizes):
        network.add(FCLayer(n, m, rng=rng, scale=1.5))
        functions = (getattr(nnlib, activation), getattr(nnlib, f"{activation}_prime"))
        network.add(ActivationLayer(*functions))
    network.use(mse, mse_prime)
    return network, rng.normal(size=(rows, sizes[0])), rng.normal(size=(rows, sizes[-1]))


def plain(network):
    """Return the network in the form that figures send to JavaScript."""
    return [
        {"weights": layer.weights.tolist(), "bias": layer.bias.tolist()}
        if isinstance(layer, FCLayer)
        else {"activation": layer.f.__name__}
        for layer in network.layers
    ]


def assert_same(from_js, from_nnlib):
    np.testing.assert_allclose(from_js, from_nnlib, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_forward_loss_and_backward(sizes, activation):
    cases = [random_case(sizes, activation, rows, seed) for seed, rows in enumerate((1, 3, 7))]
    given = [
        {"network": plain(network), "x": x.tolist(), "y": y.tolist()} for network, x, y in cases
    ]
    answers = run_js(
        """
        return given.map(({ network, x, y }) => {
          const net = math.networkFrom(network), yStar = math.fromRows(y);
          const output = math.forward(net, math.fromRows(x));
          const inputs = net.map((layer) => math.toRows(layer.input));
          const gradient = math.msePrime(output, yStar);
          const dX = math.backward(net, gradient);
          return {
            output: math.toRows(output), loss: math.mse(output, yStar), inputs,
            gradient: math.toRows(gradient), dX: math.toRows(dX),
            dW: net.filter((l) => l.weights).map((l) => math.toRows(l.weightsGradient)),
            dB: net.filter((l) => l.weights).map((l) => math.toRows(l.biasGradient)),
          };
        });""",
        given,
    )
    for (network, x, y), answer in zip(cases, answers, strict=True):
        output = network.forward_propagation(x)
        assert_same(answer["output"], output)
        assert_same(answer["loss"], mse(output, y))
        assert_same(answer["gradient"], mse_prime(output, y))
        for mine, layer in zip(answer["inputs"], network.layers, strict=True):
            assert_same(mine, layer.input)
        assert_same(answer["dX"], network.backward_propagation(mse_prime(output, y), 0))
        layers = [layer for layer in network.layers if isinstance(layer, FCLayer)]
        for dw, db, layer in zip(answer["dW"], answer["dB"], layers, strict=True):
            assert_same(dw, layer.weights_gradient)
            assert_same(db, layer.bias_gradient)


@pytest.mark.parametrize("batch_size", [1, 2, 4])
def test_training_steps(batch_size):
    network, x, y = random_case([2, 3, 1], "tanh", 4, seed=5)
    given = {
        "network": plain(network),
        "x": x.tolist(),
        "y": y.tolist(),
        "batchSize": batch_size,
    }
    answer = run_js(
        """
        const net = math.networkFrom(given.network), losses = [];
        const x = math.fromRows(given.x), y = math.fromRows(given.y);
        for (let k = 0; k < 20; k++) losses.push(math.epoch(net, x, y, 0.1, given.batchSize));
        return { losses, network: math.networkToPlain(net) };""",
        given,
    )
    history = network.fit(x, y, epochs=20, alpha=0.1, batch_size=batch_size)
    assert_same(answer["losses"], history.loss)
    for mine, theirs in zip(answer["network"], plain(network), strict=True):
        if "weights" in theirs:
            assert_same(mine["weights"], theirs["weights"])
            assert_same(mine["bias"], theirs["bias"])


def test_gradient_check():
    network, x, y = random_case([2, 3, 1], "tanh", 3, seed=6)
    entries = run_js(
        """
        return math.gradientCheck(math.networkFrom(given.network), math.fromRows(given.x),
                                  math.fromRows(given.y));""",
        {"network": plain(network), "x": x.tolist(), "y": y.tolist()},
    )
    check = gradient_check(network, x, y)
    for name, which in (("backpropagated", check.backpropagated), ("numerical", check.numerical)):
        theirs = np.concatenate([gradient.ravel() for gradient in which.values()])
        np.testing.assert_allclose(
            [entry[name] for entry in entries],
            theirs,
            rtol=0,
            atol=1e-12 if name == "backpropagated" else 1e-10,  # rounding / 2h
        )
    assert max(entry["error"] for entry in entries) < 1e-6


def test_gradient_check_sees_a_wrong_backward_pass():
    network, x, y = random_case([2, 3, 1], "tanh", 3, seed=7)
    errors = run_js(
        """
        const wrong = (net, gradient, alpha) => {
          const dX = math.backward(net, gradient, alpha);
          net[0].biasGradient = math.scale(net[0].biasGradient, 2);
          return dX;
        };
        return math.gradientCheck(math.networkFrom(given.network), math.fromRows(given.x),
          math.fromRows(given.y), { backwardPass: wrong }).map((entry) => entry.error);""",
        {"network": plain(network), "x": x.tolist(), "y": y.tolist()},
    )
    assert max(errors) > 0.1


@pytest.mark.parametrize("seed", [0, 1, 42, 2**32 - 1])
def test_random_numbers_are_numpys(seed):
    answer = run_js(
        """
        const rng = math.defaultRng(given);
        const layer = math.randomFcLayer(2, 3, rng);
        return { weights: math.toRows(layer.weights), bias: math.toRows(layer.bias),
                 uniform: Array.from(rng.uniform(-2, 5, 50)), order: rng.permutation(1400),
                 last: rng.random() };""",
        seed,
    )
    rng = np.random.default_rng(seed)
    layer = FCLayer(2, 3, rng=rng)
    assert answer["weights"] == layer.weights.tolist()
    assert answer["bias"] == layer.bias.tolist()
    assert answer["uniform"] == rng.uniform(-2, 5, 50).tolist()
    assert answer["order"] == rng.permutation(1400).tolist()
    assert answer["last"] == rng.random()
