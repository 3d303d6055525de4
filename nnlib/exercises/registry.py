"""All code exercises of the book, by name."""

from __future__ import annotations

from importlib import import_module

from nnlib.exercises.exercise import Exercise

_NAMES = (
    "neuron",
    "layer-by-sums",
    "fc-forward",
    "parameter-count",
    "predict",
    "scale-layer",
    "mse",
    "mse-prime",
    "descent-step",
    "descent-loop",
    "chain-backward",
    "numerical-gradient",
    "fc-backward",
    "bias-gradient",
    "fc-layer-backward",
    "gradient-check",
    "activation-backward",
    "leaky-relu",
    "scale-layer-backward",
    "training-loop",
    "xor-accuracy",
    "one-hot",
    "accuracy",
    "minibatches",
    "gain-layer",
)

#: Every exercise, in the order of the chapters. Its module has its name, with underscores.
EXERCISES: dict[str, Exercise] = {
    name: import_module(f"nnlib.exercises.catalog.{name.replace('-', '_')}").EXERCISE
    for name in _NAMES
}
