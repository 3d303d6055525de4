"""Chapter 9, exercise `training-loop`."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from nnlib.activation_layer import ActivationLayer
from nnlib.activations import tanh, tanh_prime
from nnlib.exercises.catalog.paths import as_array
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.fc_layer import FCLayer
from nnlib.losses import mse, mse_prime
from nnlib.network import Network
from nnlib.validation import Array

Result = tuple[Array, Array]


def _network(sizes: tuple[int, ...], seed: int) -> Network:
    rng = np.random.default_rng(seed)
    network = Network()
    for n, m in itertools.pairwise(sizes):
        network.add(FCLayer(n, m, rng=rng))
        network.add(ActivationLayer(tanh, tanh_prime))
    network.use(mse, mse_prime)
    return network


def _training_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(91)
    cases: list[tuple[Any, ...]] = []
    for N, sizes, epochs, alpha in (
        (1, (2, 1), 1, 0.5),
        (1, (2, 2, 1), 3, 0.2),
        (3, (2, 3, 1), 2, 0.1),
        (4, (3, 3, 2), 4, 0.3),
    ):
        x, y = readable(rng, N, sizes[0]), readable(rng, N, sizes[-1]) / 2
        cases.append((_network(sizes, N), x, y, epochs, alpha))
    return cases


def _state(network: Network) -> Array:
    layers = [layer for layer in network.layers if isinstance(layer, FCLayer)]
    return np.concatenate([a.ravel() for layer in layers for a in (layer.weights, layer.bias)])


def _train(network: Network, x: Array, y: Array, epochs: int, alpha: float) -> Result:
    losses = network.fit(x, y, epochs=epochs, alpha=alpha).loss
    return np.array(losses), _state(network)


def _drive(answers: tuple[Any, ...], network: Network, *arguments: Any) -> tuple[Any, Array]:
    return as_array(answers[0](network, *arguments)), _state(network)


def _variant(
    step: Callable[..., float], *, rows: Callable[[int], list[slice]] | None = None
) -> Callable[..., Result]:
    """Make a training loop with something wrong: its step, or the rows that each step takes."""

    def train(network: Network, x: Array, y: Array, epochs: int, alpha: float) -> Result:
        losses = []
        for _ in range(epochs):
            chosen = rows(len(x)) if rows else [slice(k, k + 1) for k in range(len(x))]
            losses.append(float(np.mean([step(network, x[k], y[k], alpha) for k in chosen])))
        return np.array(losses), _state(network)

    return train


def _step(network: Network, x: Array, y: Array, alpha: float) -> float:
    output = network.forward_propagation(x)
    network.backward_propagation(mse_prime(output, y), alpha)
    return mse(output, y)


def _still(network: Network, x: Array, y: Array, alpha: float) -> float:
    return mse(network.forward_propagation(x), y)


def _loss_after(network: Network, x: Array, y: Array, alpha: float) -> float:
    _step(network, x, y, alpha)
    return mse(network.forward_propagation(x), y)


def _error_back(network: Network, x: Array, y: Array, alpha: float) -> float:
    output = network.forward_propagation(x)
    network.backward_propagation(output - y, alpha)
    return mse(output, y)


_LOOPS = (
    ("The weights never change: the backward pass is missing.", _variant(_still)),
    ("All samples make one step together. Here each sample makes a step of its own.",
     _variant(_step, rows=lambda N: [slice(0, N)])),
    ("Only the first sample is used. An epoch goes through all of them.",
     _variant(_step, rows=lambda N: [slice(0, 1)])),
    ("The steps go uphill: a sign is wrong, or output and target have changed places.",
     _variant(lambda network, x, y, alpha: _step(network, x, y, -alpha))),
    ("The error itself goes back. The way back starts with the gradient of the loss.",
     _variant(_error_back)),
    ("There is one epoch only.",
     lambda network, x, y, epochs, alpha: _train(network, x, y, 1, alpha)),
    ("The samples come in another order than they stand in.",
     _variant(_step, rows=lambda N: [slice(k, k + 1) for k in range(N)][::-1])),
)  # fmt: skip


def _sums(network: Network, x: Array, y: Array, epochs: int, alpha: float) -> Array:
    return _train(network, x, y, epochs, alpha)[0] * len(x)


def _last_epoch(network: Network, x: Array, y: Array, epochs: int, alpha: float) -> float:
    return float(_train(network, x, y, epochs, alpha)[0][-1])


EXERCISE = Exercise(
    name="training-loop",
    chapter=9,
    task="Train a network one sample at a time; return each epoch's mean loss, before the steps.",
    answers=("train",),
    arguments=("network", "x", "y", "epochs", "alpha"),
    cases=_training_cases,
    expected=_train,
    parts=("the losses", "the parameters after training"),
    drive=_drive,
    suspects=(
        *(Suspect(text, lambda *a, loop=loop: loop(*a)[0]) for text, loop in _LOOPS),
        Suspect(
            "The loss is taken after the step. Take it from the output that the step starts from.",
            lambda *a: _variant(_loss_after)(*a)[0],
        ),
        Suspect("The losses of an epoch are added up. Return their mean.", _sums),
        Suspect("Only one loss is returned. Return one for each epoch.", _last_epoch),
        *(Suspect(text, lambda *a, loop=loop: loop(*a)[1], 1) for text, loop in _LOOPS),
    ),
)
