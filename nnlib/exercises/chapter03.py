"""Chapter 3: the chain of layers, and a layer of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from nnlib.activation_layer import ActivationLayer
from nnlib.activations import sigmoid, sigmoid_prime, tanh, tanh_prime
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.fc_layer import FCLayer
from nnlib.layer import Layer
from nnlib.validation import Array


def fc(rng: np.random.Generator, n: int, m: int) -> FCLayer:
    """Make a layer with numbers that are easy to read."""
    return FCLayer.from_arrays(readable(rng, n, m), readable(rng, 1, m))


def chains(rng: np.random.Generator) -> list[list[Layer]]:
    """Make chains of layers, short and long, square and not."""
    return [
        [fc(rng, 2, 2)],
        [fc(rng, 2, 2), ActivationLayer(tanh, tanh_prime)],
        [fc(rng, 2, 2), ActivationLayer(sigmoid, sigmoid_prime), fc(rng, 2, 2)],
        [fc(rng, 2, 3), ActivationLayer(tanh, tanh_prime), fc(rng, 3, 1)],
        [fc(rng, 3, 3), ActivationLayer(tanh, tanh_prime), fc(rng, 3, 2), fc(rng, 2, 2)],
    ]


def through(layers: Iterable[Layer], X: Array) -> Array:
    """Pass X through the layers by their formulas, without their methods."""
    for layer in layers:
        if isinstance(layer, FCLayer):
            X = np.einsum("ri,ij->rj", X, layer.weights) + np.repeat(layer.bias, len(X), axis=0)
        elif isinstance(layer, ActivationLayer):
            X = layer.f(X)
    return X


def run_forward(layers: Iterable[Layer], X: Array) -> Array:
    """Pass X through the layers by their methods."""
    for layer in layers:
        X = layer.forward_propagation(X)
    return X


def _chain_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(31)
    widths, rows = (2, 2, 2, 2, 3), (1, 2, 1, 3, 2)
    return [
        (layers, readable(rng, N, n))
        for layers, n, N in zip(chains(rng), widths, rows, strict=True)
    ]


def _scale_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(32)
    return [(factor, readable(rng, *shape)) for factor, shape in SCALES]


SCALES = ((3.0, (1, 2)), (-0.5, (2, 3)), (2.0, (3, 3)), (0.1, (4, 1)))


def _scaled(factor: float, X: Array) -> tuple[Array, Array]:
    return np.array([[factor * x for x in row] for row in X]), X


EXERCISES = (
    Exercise(
        name="predict",
        chapter=3,
        task="Pass X through a list of layers, first to last.",
        answers=("predict",),
        arguments=("layers", "X"),
        cases=_chain_cases,
        expected=through,
        suspects=(
            Suspect(
                "Every layer is given X itself. The output of each layer is the input of the next.",
                lambda layers, X: layers[-1].forward_propagation(X),
            ),
            Suspect(
                "The layers run in the wrong order. Forward means first to last.",
                lambda layers, X: run_forward(layers[::-1], X),
            ),
            Suspect(
                "Only the first layer runs. Does the function return inside the loop?",
                lambda layers, X: run_forward(layers[:1], X),
            ),
            Suspect("The last layer is left out.", lambda layers, X: run_forward(layers[:-1], X)),
            Suspect("The first layer is left out.", lambda layers, X: run_forward(layers[1:], X)),
            Suspect(
                "The input comes out unchanged. Is the output of each layer kept in a variable "
                "that the next round uses?",
                lambda layers, X: [X, *(layer.forward_propagation(X) for layer in layers)][0],
            ),
            Suspect(
                "All outputs are returned. Only the last one is the network's.",
                lambda layers, X: [through(layers[: k + 1], X) for k in range(len(layers))],
            ),
            Suspect(
                "Only two layers run. The list may have any length.",
                lambda layers, X: layers[1].forward_propagation(layers[0].forward_propagation(X)),
            ),
            Suspect(
                "Only the first sample is used. X may have several rows.",
                lambda layers, X: through(layers, X[:1]),
            ),
        ),
    ),
    Exercise(
        name="scale-layer",
        chapter=3,
        task="Write a layer that multiplies its input by a fixed factor, and remembers the input.",
        answers=("ScaleLayer",),
        arguments=("factor", "X"),
        cases=_scale_cases,
        expected=_scaled,
        parts=("the output", "layer.input"),
        drive=lambda answers, factor, X: _forward(answers[0](factor), X),
        is_class=True,
        suspects=(
            Suspect("The output is the input: the factor is not used.", lambda factor, X: X),
            Suspect("The factor is added. Scaling multiplies.", lambda factor, X: X + factor),
            Suspect("The input is divided by the factor.", lambda factor, X: X / factor),
            Suspect(
                "Every layer multiplies by the same number. Use the factor that this layer was "
                "made with.",
                lambda factor, X: 3.0 * X,
            ),
            Suspect(
                "The layer does not remember its input. The backward pass will need it.",
                lambda factor, X: None,
                part=1,
            ),
            Suspect(
                "The layer remembers its output instead of its input.",
                lambda factor, X: factor * X,
                part=1,
            ),
        ),
    ),
)


def _forward(layer: Layer, X: Array) -> tuple[Array, Array | None]:
    return layer.forward_propagation(X), layer.input
