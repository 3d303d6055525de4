"""Measure nnlib against a bare NumPy loop, PyTorch on the CPU, and scikit-learn.

Use: `make bench`. In each row all contenders start from the same weights and take the same
steps; the weights they end with are compared before anything is timed. They take many short
turns one after the other, so that a busy machine slows all of them alike. A ratio is the
other's time over nnlib's in the same turn, and the median over the turns is printed: above 1,
nnlib is faster. A target holds for the faster of PyTorch on one thread and on all. The status
is 1 if a target is missed.
"""

import argparse
import os
import platform
import statistics
import time
import warnings

import numpy as np
import sklearn
import torch
from sklearn.neural_network import MLPClassifier, MLPRegressor

from nnlib import (
    ActivationLayer,
    FCLayer,
    Network,
    digits,
    identity,
    identity_prime,
    mse,
    mse_prime,
    tanh,
    tanh_prime,
    xor,
)

ALPHA = 0.05
SECONDS = 0.05  # per turn and contender, at least
THREADS = torch.get_num_threads()


def make_network(sizes, dtype, last=(tanh, tanh_prime)):
    """FC, tanh, FC, and the last activation, with the same weights on every call."""
    rng = np.random.default_rng(1)
    n, hidden, m = sizes
    network = Network(
        [
            FCLayer(n, hidden, rng=rng, scale=0.1, dtype=dtype),
            ActivationLayer(tanh, tanh_prime),
            FCLayer(hidden, m, rng=rng, scale=0.1, dtype=dtype),
            ActivationLayer(*last),
        ]
    )
    network.use(mse, mse_prime)
    return network


class Nnlib:
    """`Network.fit` as a reader calls it."""

    def __init__(self, network, x, y, batch_size, alpha=ALPHA):
        self.network, self.x, self.y = network, x, y
        self.options = {"batch_size": batch_size, "alpha": alpha, "progress": False}

    def train(self, epochs):
        """Take the steps of some epochs."""
        self.network.fit(self.x, self.y, epochs=epochs, **self.options)

    def weights(self):
        """Return W and B of the first FC layer, then of the second."""
        layers = self.network.layers
        return [layers[0].weights, layers[0].bias, layers[2].weights, layers[2].bias]


class Bare:
    """The same arithmetic in one loop: no classes, no checks."""

    def __init__(self, network, x, y, batch_size):
        self.parameters = [a.copy() for a in Nnlib(network, x, y, batch_size).weights()]
        self.x, self.y, self.batch_size = x, y, batch_size

    def train(self, epochs):
        """Take the steps of some epochs."""
        w1, b1, w2, b2 = self.parameters
        losses = []
        for _ in range(epochs):
            total = 0.0
            for start in range(0, len(self.x), self.batch_size):
                x = self.x[start : start + self.batch_size]
                y_star = self.y[start : start + self.batch_size]
                y1 = x @ w1 + b1
                h1 = np.tanh(y1)
                y2 = h1 @ w2 + b2
                h2 = np.tanh(y2)
                total += float(((y_star - h2) ** 2).sum() / h2.size) * len(x)
                g = 2 / h2.size * (h2 - y_star)
                g = g * (1 - np.tanh(y2) ** 2)
                gh1 = g @ w2.T
                gw2 = h1.T @ g
                gb2 = g.sum(axis=0, keepdims=True)
                w2 -= ALPHA * gw2
                b2 -= ALPHA * gb2
                g = gh1 * (1 - np.tanh(y1) ** 2)
                _ = g @ w1.T
                gw1 = x.T @ g
                gb1 = g.sum(axis=0, keepdims=True)
                w1 -= ALPHA * gw1
                b1 -= ALPHA * gb1
            losses.append(total / len(self.x))

    def weights(self):
        """Return W and B of the first FC layer, then of the second."""
        return self.parameters


class Torch:
    """`nn.Sequential`, `MSELoss` and `SGD` on the CPU."""

    def __init__(self, network, x, y, batch_size, threads):
        self.threads = threads
        w1, b1, w2, b2 = (torch.from_numpy(a.copy()) for a in Nnlib(network, x, y, 1).weights())
        first, second = torch.nn.Linear(*w1.shape), torch.nn.Linear(*w2.shape)
        with torch.no_grad():
            for layer, w, b in ((first, w1, b1), (second, w2, b2)):
                layer.weight.copy_(w.T)
                layer.bias.copy_(b[0])
        self.model = torch.nn.Sequential(first, torch.nn.Tanh(), second, torch.nn.Tanh())
        self.loss = torch.nn.MSELoss()
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=ALPHA)
        self.x, self.y, self.batch_size = torch.from_numpy(x), torch.from_numpy(y), batch_size

    def train(self, epochs):
        """Take the steps of some epochs."""
        torch.set_num_threads(self.threads)
        losses = []
        for _ in range(epochs):
            total = 0.0
            for start in range(0, len(self.x), self.batch_size):
                x = self.x[start : start + self.batch_size]
                loss = self.loss(self.model(x), self.y[start : start + self.batch_size])
                total += loss.item() * len(x)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
            losses.append(total / len(self.x))

    def weights(self):
        """Return W and B of the first FC layer, then of the second."""
        w1, b1, w2, b2 = (p.detach().numpy() for p in self.model.parameters())
        return [w1.T, b1[np.newaxis], w2.T, b2[np.newaxis]]


class Sklearn:
    """`partial_fit` of scikit-learn, plain gradient descent without momentum or penalty."""

    def __init__(self, kind, network, x, y, batch_size):
        self.x, self.y = x, y
        self.model = kind(
            hidden_layer_sizes=(network.layers[0].weights.shape[1],),
            activation="tanh",
            solver="sgd",
            alpha=0.0,
            momentum=0.0,
            batch_size=batch_size,
            learning_rate_init=ALPHA,
            shuffle=False,
        )
        self.train(1)  # makes the arrays, into which the same starting weights are put
        for array, start in zip(
            [*self.model.coefs_, *self.model.intercepts_],
            [network.layers[i].weights for i in (0, 2)]
            + [network.layers[i].bias[0] for i in (0, 2)],
            strict=True,
        ):
            array[:] = start

    def train(self, epochs):
        """Take the steps of some epochs."""
        for _ in range(epochs):
            if isinstance(self.model, MLPClassifier):
                self.model.partial_fit(self.x, self.y, classes=range(10))
            else:
                self.model.partial_fit(self.x, self.y)

    def weights(self):
        """Return W and B of the first FC layer, then of the second."""
        (w1, w2), (b1, b2) = self.model.coefs_, self.model.intercepts_
        return [w1, b1[np.newaxis], w2, b2[np.newaxis]]


def log_loss(y, y_star):
    """Cross-entropy of the softmax of y: the loss of MLPClassifier."""
    return float(-(y_star * _log_softmax(y)).sum() / len(y))


def log_loss_prime(y, y_star):
    """Its gradient, (softmax(y) - y*) / N."""
    return (np.exp(_log_softmax(y)) - y_star) / len(y)


def _log_softmax(y):
    y = y - y.max(axis=1, keepdims=True)
    return y - np.log(np.exp(y).sum(axis=1, keepdims=True))


def measure(contenders, turns):
    """Return the seconds per epoch of each contender in each turn, all having warmed up."""
    for contender in contenders.values():
        contender.train(1)
    reference = contenders["nnlib"].weights()
    for name, contender in contenders.items():
        for expected, got in zip(reference, contender.weights(), strict=True):
            if not np.allclose(expected, got, rtol=1e-3, atol=1e-5):
                raise AssertionError(f"{name} took other steps than nnlib")
    epochs = {}
    for name, contender in contenders.items():
        epochs[name] = 1
        while (seconds := _seconds(contender, epochs[name])) < SECONDS:
            epochs[name] = max(2 * epochs[name], int(epochs[name] * SECONDS / seconds))
    times = {name: [] for name in contenders}
    for _ in range(turns):
        for name, contender in contenders.items():
            times[name].append(_seconds(contender, epochs[name]) / epochs[name])
    return times


def _seconds(contender, epochs):
    start = time.perf_counter()
    contender.train(epochs)
    return time.perf_counter() - start


def rows():
    """Yield a title, the contenders, the number of steps per epoch and the target ratios."""
    x, y = xor()
    network = make_network((2, 3, 1), np.float64)
    yield (
        "XOR 2→3→1, one sample a step, float64",
        {"nnlib": Nnlib(network, x, y, 1), "bare loop": Bare(network, x, y, 1)},
        len(x),
        {"bare loop": 1 / 1.3},
    )

    data = digits()
    labels = np.concatenate([data.labels_train, data.labels_test])
    x = np.vstack([data.x_train, data.x_test]).astype(np.float32)
    y = np.vstack([data.y_train, data.y_test]).astype(np.float32)
    for batch_size, hidden, target in (
        (1, 16, 5),
        (8, 32, 5),
        (32, 64, 5),
        (128, 128, 1.5),
        (1797, 512, 1),
    ):
        n = 256 if batch_size <= 8 else len(x)
        network = make_network((64, hidden, 10), np.float32)
        rest = network, x[:n], y[:n], batch_size
        contenders = {"bare loop": Bare(*rest), "nnlib": Nnlib(*rest)}
        for threads in sorted({1, THREADS}):
            contenders[f"PyTorch, {threads} thread{'s' * (threads > 1)}"] = Torch(*rest, threads)
        steps = -(-n // batch_size)
        title = f"digits 64→{hidden}→10, batch {batch_size}, float32"
        yield title, contenders, steps, {"PyTorch": target}

    for batch_size, hidden in ((1, 16), (32, 64), (128, 128)):
        n = 256 if batch_size == 1 else len(x)
        steps = -(-n // batch_size)
        network = make_network((64, hidden, 10), np.float32, (identity, identity_prime))
        sk = Sklearn(MLPRegressor, network, x[:n], y[:n], batch_size)
        # Its loss is half the sum over the outputs, so its gradient is 10 / 2 times ours.
        own = Nnlib(network, x[:n], y[:n], batch_size, ALPHA * 10 / 2)
        title = f"digits 64→{hidden}→10, batch {batch_size}, linear output"
        yield title, {"nnlib": own, "MLPRegressor": sk}, steps, {}

        network = make_network((64, hidden, 10), np.float32, (identity, identity_prime))
        network.use(log_loss, log_loss_prime)
        sk = Sklearn(MLPClassifier, network, x[:n], labels[:n], batch_size)
        own = Nnlib(network, x[:n], y[:n], batch_size)
        title = f"digits 64→{hidden}→10, batch {batch_size}, log loss"
        yield title, {"nnlib": own, "MLPClassifier": sk}, steps, {}


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=25, help="turns of each contender")
    turns = parser.parse_args().turns
    warnings.filterwarnings("ignore", module="sklearn")
    print(f"Python {platform.python_version()}, NumPy {np.__version__}, ", end="")
    print(f"PyTorch {torch.__version__}, ", end="")
    print(f"scikit-learn {sklearn.__version__}; median of {turns} turns\n")
    load, cores = os.getloadavg()[0], os.cpu_count()
    if load > cores / 2:
        print(
            f"Other programs are running: load {load:.1f} on {cores} cores. Measure again later.\n"
        )
    missed = 0
    for title, contenders, steps, targets in rows():
        times = measure(contenders, turns)
        own = times.pop("nnlib")
        print(f"{title}: nnlib {statistics.median(own) / steps * 1e6:.1f} µs a step")
        ratios = {}
        for name, seconds in times.items():
            ratios[name] = statistics.median(a / b for a, b in zip(seconds, own, strict=True))
            microseconds = statistics.median(seconds) / steps * 1e6
            print(f"  {name:18}{microseconds:8.1f} µs   ratio {ratios[name]:5.2f}")
        for start, target in targets.items():
            worst = min(ratio for name, ratio in ratios.items() if name.startswith(start))
            missed += worst < target
            verdict = "met" if worst >= target else "missed"
            print(f"  target {target:.2f} against {start}: {verdict}", end="")
            # What a loop without classes or checks reaches tells the machine from the library.
            if start != "bare loop":
                print(f"; the bare loop reaches {worst / ratios['bare loop']:.2f}", end="")
            print(flush=True)
    return missed > 0


if __name__ == "__main__":
    raise SystemExit(main())
