"""The figures' mathematics equals nnlib's to 1e-12: same networks, batches and steps in both."""

from itertools import pairwise

import numpy as np
import pytest

import nnlib
from nnlib import ActivationLayer, FCLayer, Network, gradient_check, mse, mse_prime
from nnlib.figures.spoiled import MISTAKES, spoil
from tests.figures.node import MATH, run_js

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
    given = {"network": plain(network), "x": x.tolist(), "y": y.tolist(), "size": batch_size}
    answer = run_js(
        """
        const net = math.networkFrom(given.network), losses = [];
        for (let k = 0; k < 20; k++) {
          for (let at = 0; at < given.x.length; at += given.size) {
            const [x, y] = [given.x, given.y].map((rows) =>
              math.fromRows(rows.slice(at, at + given.size)));
            losses.push(math.step(net, x, y, 0.1));
          }
        }
        const rows = (layer) => layer.weights && [layer.weights, layer.bias].map(math.toRows);
        return { losses, network: net.map((layer) => rows(layer) ?? null) };""",
        given,
    )
    history = network.fit(x, y, epochs=20, alpha=0.1, batch_size=batch_size)
    assert_same(np.reshape(answer["losses"], (20, -1)).mean(axis=1), history.loss)
    for mine, layer in zip(answer["network"], network.layers, strict=True):
        if isinstance(layer, FCLayer):
            assert_same(mine[0], layer.weights)
            assert_same(mine[1], layer.bias)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_gradient_check_with_each_mistake(mistake):
    network, x, y = random_case([3, 3, 1], "tanh", 3, seed=6)
    given = {"network": plain(network), "x": x.tolist(), "y": y.tolist(), "mistake": mistake}
    answer = run_js(
        """
        const { spoiledBackward } = await import(given.spoiled);
        const net = math.networkFrom(given.network);
        const [x, y] = [math.fromRows(given.x), math.fromRows(given.y)];
        const stepped = math.copyNetwork(net);
        spoiledBackward(stepped, math.msePrime(math.forward(stepped, x), y), 1, given.mistake);
        const back = [], numerical = [];
        net.forEach((layer, number) => ["weights", "bias"].forEach((parameter) =>
          layer[parameter]?.data.forEach((_, entry) => {
            back.push(stepped[number][`${parameter}Gradient`].data[entry]);
            numerical.push(math.numericalSlope(net, x, y, { layer: number, parameter, entry }));
          })));
        const size = Math.max(...numerical.map(Math.abs));
        const errors = back.map((slope, k) => math.relativeError(slope, numerical[k], size));
        return { back, numerical, errors };""",
        given | {"spoiled": (MATH.parents[1] / "parts" / "spoiled.js").as_uri()},
    )
    check = gradient_check(spoil(network, mistake), x, y)
    together = {
        name: np.concatenate([array.ravel() for array in arrays.values()])
        for name, arrays in (("back", check.backpropagated), ("numerical", check.numerical))
    }
    assert_same(answer["back"], together["back"])
    np.testing.assert_allclose(answer["numerical"], together["numerical"], rtol=0, atol=1e-10)
    assert (max(answer["errors"]) < 1e-6) == check.ok == (mistake == "none")


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
