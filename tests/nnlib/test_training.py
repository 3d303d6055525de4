"""`fit`: batches, order, history, callback, divergence."""

import re
import warnings

import numpy as np
import pytest

from nnlib import History, digits, mse, xor
from tests.nnlib.networks import make_network, make_samples, parameters


def network(seed=1):
    return make_network([2, 3, 1], ["tanh", "tanh"], seed)


def same(first, second):
    return all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def test_history_has_the_mean_loss_of_each_epoch():
    x, y = xor()
    net = network()
    before = mse(net.predict(x), y)
    history = net.fit(x, y, epochs=3, alpha=0.1, batch_size=4)
    assert isinstance(history, History)
    assert len(history.loss) == 3
    assert history.loss[0] == pytest.approx(before, rel=1e-12)  # taken before the step
    assert all(type(loss) is float for loss in history.loss)


def test_history_weighs_a_small_last_batch_by_its_samples():
    x, y = make_samples(5, 2, 1, seed=1)
    net = network()
    expected = mse(net.predict(x), y)
    history = net.fit(x, y, epochs=1, alpha=0.0, batch_size=2)
    assert history.loss[0] == pytest.approx(expected, rel=1e-12)


def test_a_batch_larger_than_the_data_is_the_data():
    x, y = xor()
    nets = [network(), network()]
    for net, batch_size in zip(nets, (4, 100), strict=True):
        net.fit(x, y, epochs=3, alpha=0.1, batch_size=batch_size)
    assert same(*map(parameters, nets))


def test_both_forms_of_samples_train_alike():
    x, y = xor()
    nets = [network(), network()]
    nets[0].fit(x, y, epochs=5, alpha=0.1)
    nets[1].fit(x.astype(int)[:, np.newaxis], y.tolist(), epochs=5, alpha=0.1)
    assert same(*map(parameters, nets))


def test_samples_are_used_in_order_unless_shuffled():
    x, y = make_samples(6, 2, 1, seed=1)
    ordered, by_hand, shuffled, again, other = (network() for _ in range(5))
    ordered.fit(x, y, epochs=1, alpha=0.5)
    for i in range(6):
        by_hand.fit(x[i : i + 1], y[i : i + 1], epochs=1, alpha=0.5)
    for net, seed in ((shuffled, 3), (again, 3), (other, 4)):
        net.fit(x, y, epochs=4, alpha=0.5, shuffle=True, rng=np.random.default_rng(seed))
    assert same(parameters(ordered), parameters(by_hand))
    assert same(parameters(shuffled), parameters(again))
    assert not same(parameters(shuffled), parameters(other))


def test_shuffling_keeps_samples_and_targets_together():
    x = np.arange(8.0).reshape(8, 1) / 8
    net = make_network([1, 1], ["identity"], seed=1)
    net.fit(x, 2 * x - 1, epochs=300, alpha=0.3, shuffle=True, rng=np.random.default_rng(1))
    np.testing.assert_allclose(net.predict(x), 2 * x - 1, atol=1e-6)


def test_the_given_arrays_are_left_alone():
    x, y = xor()
    before = x.copy(), y.copy()
    network().fit(x, y, epochs=3, alpha=0.1, shuffle=True, rng=np.random.default_rng(1))
    assert same((x, y), before)


def test_callback_sees_every_epoch_with_the_network_as_it_is_then():
    x, y = xor()
    net, seen = network(), []
    history = net.fit(
        x,
        y,
        epochs=3,
        alpha=0.1,
        callback=lambda n, epoch, loss: seen.append((n, epoch, loss, n.layers[0].weights.copy())),
    )
    assert [entry[0] for entry in seen] == [net] * 3
    assert [entry[1] for entry in seen] == [1, 2, 3]
    assert [entry[2] for entry in seen] == history.loss
    assert not np.array_equal(seen[0][3], seen[1][3])
    np.testing.assert_array_equal(seen[2][3], net.layers[0].weights)


def test_callback_can_record_every_step():
    x, y = xor()
    whole, stepwise, steps = network(), network(), []
    whole.fit(x, y, epochs=2, alpha=0.1)
    for _ in range(2):
        for i in range(4):
            stepwise.fit(
                x[i : i + 1], y[i : i + 1], epochs=1, alpha=0.1, callback=lambda *s: steps.append(s)
            )
    assert len(steps) == 8
    assert same(parameters(whole), parameters(stepwise))


def test_divergence_is_told_and_stops():
    net = make_network([1, 1], ["identity"], seed=1)
    x = np.array([[100.0], [-50.0]])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        history = net.fit(x, 3 * x, epochs=1000, alpha=9.0)
    (warning,) = caught
    assert warning.category is UserWarning
    assert warning.filename == __file__, "the warning points at the line that called fit"
    assert re.fullmatch(
        r"the loss is (inf|nan) after epoch \d+, training stopped: the steps grew without bound; "
        r"make the network anew and try a smaller alpha than 9\.0",
        str(warning.message),
    )
    assert len(history.loss) < 200
    assert not np.isfinite(history.loss[-1])
    assert np.isfinite(history.loss[:-1]).all()


def test_digits_are_learned():
    data = digits()
    net = make_network([64, 32, 10], ["tanh", "tanh"], seed=1)
    for layer in (net.layers[0], net.layers[2]):
        layer.weights *= 0.3
    net.fit(
        data.x_train,
        data.y_train,
        epochs=30,
        alpha=1.0,
        batch_size=32,
        shuffle=True,
        rng=np.random.default_rng(1),
    )
    right = net.predict(data.x_test).argmax(axis=1) == data.labels_test
    assert right.mean() >= 0.95
