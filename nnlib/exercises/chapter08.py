"""Chapter 8: the activation layer's way back, and functions and layers of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from nnlib.activations import sigmoid, sigmoid_prime, tanh, tanh_prime
from nnlib.exercises.chapter03 import SCALES
from nnlib.exercises.exercise import Exercise, Suspect, readable
from nnlib.numerical import numerical_gradient
from nnlib.validation import Array

Function = Callable[[Array], Array]
LEAK = 0.01


def _activation_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(81)
    pairs = ((tanh, tanh_prime), (sigmoid, sigmoid_prime))
    shapes = ((1, 1), (1, 3), (2, 3), (3, 3), (4, 2))
    return [
        (readable(rng, *shape), readable(rng, *shape), *pairs[number % 2])
        for number, shape in enumerate(shapes)
    ]


def _activation(X: Array, G: Array, f: Function, f_prime: Function) -> Array:
    return numerical_gradient(lambda moved: float((f(moved) * G).sum()), X)


def _leaky(x: Array) -> Array:
    return np.array([v if v > 0 else LEAK * v for v in x.ravel()]).reshape(x.shape)


def _leaky_both(x: Array) -> tuple[Array, Array]:
    return _leaky(x), numerical_gradient(lambda moved: float(_leaky(moved).sum()), x)


def _leaky_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(82)
    return [(readable(rng, *shape),) for shape in ((1, 2), (2, 3), (3, 3))]


def _scale_cases() -> list[tuple[Any, ...]]:
    rng = np.random.default_rng(83)
    return [(factor, readable(rng, *shape), readable(rng, *shape)) for factor, shape in SCALES]


def _scale_back(answers: tuple[Any, ...], factor: float, X: Array, G: Array) -> Any:
    layer = answers[0](factor)
    layer.forward_propagation(X)
    return layer.backward_propagation(G, 0.1)


EXERCISES = (
    Exercise(
        name="activation-backward",
        chapter=8,
        task="Compute ∂L/∂X of an activation layer.",
        answers=("activation_backward",),
        arguments=("X", "output_gradient", "f", "f_prime"),
        cases=_activation_cases,
        expected=_activation,
        may_ignore=("f",),
        suspects=(
            Suspect(
                "f′ is taken of the output f(X). The slope is wanted at the input X.",
                lambda X, G, f, f_prime: G * f_prime(f(X)),
            ),
            Suspect(
                "The factor f′ is missing: the gradient comes out as it came in.",
                lambda X, G, f, f_prime: G,
            ),
            Suspect(
                "∂L/∂Y is missing: this is the slope of f alone.",
                lambda X, G, f, f_prime: f_prime(X),
            ),
            Suspect(
                "f′ is taken of the gradient. The slope is wanted at the input X.",
                lambda X, G, f, f_prime: f_prime(G) * G,
            ),
            Suspect(
                "f′ is taken of the gradient. The slope is wanted at the input X.",
                lambda X, G, f, f_prime: f_prime(G),
            ),
            Suspect(
                "f is used in the place of its derivative.",
                lambda X, G, f, f_prime: G * f(X),
            ),
            Suspect(
                "@ is a matrix product. Each number goes through f alone, so each gradient meets "
                "one slope only: entry by entry.",
                lambda X, G, f, f_prime: G @ f_prime(X).T,
            ),
            Suspect(
                "@ is a matrix product. Each number goes through f alone, so each gradient meets "
                "one slope only: entry by entry.",
                lambda X, G, f, f_prime: G @ f_prime(X),
            ),
            Suspect(
                "The gradient is divided by the slope. The chain rule multiplies.",
                lambda X, G, f, f_prime: G / f_prime(X),
            ),
            Suspect(
                "The two factors are added. The chain rule multiplies.",
                lambda X, G, f, f_prime: G + f_prime(X),
            ),
            Suspect(
                "The input itself is a factor. Only its slope f′(X) is.",
                lambda X, G, f, f_prime: G * f_prime(X) * X,
            ),
            Suspect(
                "The rows are added up. Each sample keeps a gradient of its own.",
                lambda X, G, f, f_prime: (G * f_prime(X)).sum(axis=0, keepdims=True),
            ),
        ),
    ),
    Exercise(
        name="leaky-relu",
        chapter=8,
        task="Write leaky ReLU, x above zero and 0.01 x below, and its derivative.",
        answers=("leaky_relu", "leaky_relu_prime"),
        arguments=("x",),
        cases=_leaky_cases,
        expected=_leaky_both,
        parts=("leaky_relu", "leaky_relu_prime"),
        drive=lambda answers, x: (answers[0](x), answers[1](x)),
        suspects=(
            Suspect(
                "This is plain ReLU: below zero nothing is left. Leaky ReLU lets a little through.",
                lambda x: np.maximum(x, 0),
            ),
            Suspect("The leak is 0.01, not 0.1.", lambda x: np.where(x > 0, x, 0.1 * x)),
            Suspect(
                "Below zero it is 0.01 whatever x is. The line goes on through zero: 0.01 x.",
                lambda x: np.where(x > 0, x, 0.01),
            ),
            Suspect("Negative inputs come out positive.", lambda x: np.where(x > 0, x, -0.01 * x)),
            Suspect("The two sides have changed places.", lambda x: np.where(x > 0, 0.01 * x, x)),
            Suspect(
                "The derivative is that of plain ReLU: below zero the slope is not 0.",
                lambda x: np.where(x > 0, 1.0, 0.0),
                part=1,
            ),
            Suspect(
                "The derivative returns the function's values. It should return slopes.",
                lambda x: np.where(x > 0, x, 0.01 * x),
                part=1,
            ),
            Suspect(
                "The derivative still has x in it. The slope of a straight line is one number.",
                lambda x: np.where(x > 0, 1.0, 0.01 * x),
                part=1,
            ),
            Suspect(
                "The derivative is 1 everywhere. Below zero the line is flatter.",
                np.ones_like,
                part=1,
            ),
            Suspect(
                "The sign of the derivative is wrong below zero: leaky ReLU rises there too.",
                lambda x: np.where(x > 0, 1.0, -0.01),
                part=1,
            ),
            Suspect(
                "The two sides of the derivative have changed places.",
                lambda x: np.where(x > 0, 0.01, 1.0),
                part=1,
            ),
        ),
    ),
    Exercise(
        name="scale-layer-backward",
        chapter=8,
        task="Give the scale layer of chapter 3 its backward pass.",
        answers=("ScaleLayer",),
        arguments=("factor", "X", "output_gradient"),
        cases=_scale_cases,
        expected=lambda factor, X, G: numerical_gradient(
            lambda moved: float((factor * moved * G).sum()), X
        ),
        drive=_scale_back,
        is_class=True,
        may_ignore=("X",),
        suspects=(
            Suspect(
                "The gradient comes out as it came in: the factor is missing.",
                lambda factor, X, G: G,
            ),
            Suspect(
                "The gradient is divided by the factor. Going back is no undoing: the chain rule "
                "multiplies by the slope.",
                lambda factor, X, G: G / factor,
            ),
            Suspect(
                "The output comes back instead of a gradient.", lambda factor, X, G: factor * X
            ),
            Suspect(
                "The input is a factor. The slope of factor · x has no x in it.",
                lambda factor, X, G: G * X,
            ),
            Suspect(
                "The input is a factor. The slope of factor · x has no x in it.",
                lambda factor, X, G: factor * G * X,
            ),
            Suspect(
                "∂L/∂Y is missing: this is the slope of the layer alone.",
                lambda factor, X, G: np.full(X.shape, factor),
            ),
            Suspect(
                "∂L/∂Y is missing: this is the slope of the layer alone.",
                lambda factor, X, G: factor,
            ),
            Suspect(
                "The learning rate is a factor. It belongs to a step, and here is no parameter.",
                lambda factor, X, G: 0.1 * factor * G,
            ),
            Suspect(
                "The rows are added up. Each sample keeps a gradient of its own.",
                lambda factor, X, G: factor * G.sum(axis=0, keepdims=True),
            ),
        ),
    ),
)
