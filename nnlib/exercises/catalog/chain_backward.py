"""Chapter 6, exercise `chain-backward`."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib.exercises.catalog.chains import chains, run_forward, through
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.fc_layer import FCLayer
from nnlib.layer import Layer
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array


def _chain_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(61)
    cases: list[tuple[Any, ...]] = []
    for layers, n, N in zip(chains(rng), (2, 2, 2, 2, 3), (1, 2, 1, 3, 2), strict=True):
        output: Array = readable(rng, N, n) / 2
        for layer in layers:
            output = layer.forward_propagation(output)
        cases.append((layers, readable(rng, *output.shape), 0.1))
    return cases


def _weights(layers: list[Layer]) -> Array:
    return np.concatenate([w.ravel() for fc in layers if isinstance(fc, FCLayer)
                           for w in (fc.weights, fc.bias)])  # fmt: skip


def _chain(layers: list[Layer], output_gradient: Array, alpha: float) -> tuple[Array, Array]:
    """Nudge the input and every parameter, with L = Σ Y ⊙ ∂L/∂Y."""
    X = layers[0].remembered_input()

    def loss(moved: Array) -> float:
        return float((through(layers, moved) * output_gradient).sum())

    input_gradient = numerical_gradient(loss, X)
    steps = []
    for layer in layers:
        for name in layer.parameter_names:
            values = getattr(layer, name)

            def loss_of(moved: Array, layer: Layer = layer, name: str = name) -> float:
                setattr(layer, name, moved)
                return loss(X)

            steps.append(numerical_gradient(loss_of, values).ravel())
            setattr(layer, name, values)
    return input_gradient, _weights(layers) - alpha * np.concatenate(steps)


def _back(layers: list[Layer], output_gradient: Array, alpha: float) -> Array:
    for layer in layers:
        output_gradient = layer.backward_propagation(output_gradient, alpha)
    return output_gradient


def _run(answers: tuple[Any, ...], layers: list[Layer], *arguments: Any) -> tuple[Any, Array]:
    kept = list(layers)  # if the answer changes the list, its layers are still here
    return answers[0](layers, *arguments), _weights(kept)


EXERCISE = Exercise(
    name="chain-backward",
    chapter=6,
    task="Pass ∂L/∂Y back through a list of layers and return ∂L/∂X.",
    answers=("chain_backward",),
    arguments=("layers", "output_gradient", "alpha"),
    cases=_chain_cases,
    expected=_chain,
    parts=("∂L/∂X", "the parameters after the step"),
    drive=_run,
    suspects=(
        Suspect(
            "The layers run in the wrong order. Backward means last to first.",
            _back,
        ),
        Suspect(
            "Every layer is given the gradient of the network's output. What one layer "
            "returns is what the layer before it needs.",
            lambda layers, G, alpha: [
                layer.backward_propagation(G, alpha) for layer in layers[::-1]
            ][-1],
        ),
        Suspect(
            "Only the last layer runs. Does the function return inside the loop?",
            lambda layers, G, alpha: _back(layers[:0:-1][:1] or layers, G, alpha),
        ),
        Suspect(
            "The first layer is left out. It has weights to learn, and ∂L/∂X comes from it.",
            lambda layers, G, alpha: _back(layers[:0:-1], G, alpha),
        ),
        Suspect(
            "The gradient comes out unchanged. Is what each layer returns kept in a variable "
            "that the next round uses?",
            lambda layers, G, alpha: [
                G,
                *(layer.backward_propagation(G, alpha) for layer in layers[::-1]),
            ][0],
        ),
        Suspect(
            "The layers run forward. The way back uses backward_propagation.",
            lambda layers, G, alpha: run_forward(layers, G),
        ),
        Suspect(
            "The layers run forward. The way back uses backward_propagation.",
            lambda layers, G, alpha: run_forward(layers[::-1], G),
        ),
        Suspect(
            "The parameters stay as they were. Give each layer the learning rate α.",
            lambda layers, G, alpha: _weights(layers),
            part=1,
        ),
        Suspect(
            "The parameters move the wrong way: the sign of α is wrong.",
            lambda layers, G, alpha: 2 * _weights(layers) - _chain(layers, G, alpha)[1],
            part=1,
        ),
    ),
)
