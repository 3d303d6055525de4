"""Chapter 10, exercise `minibatches`: many orders are right."""

from __future__ import annotations

import copy
import itertools
from typing import Any

import numpy as np

from nnlib.exercises.exercise import Exercise
from nnlib.sentences import sentence
from nnlib.validation import Array

Batches = list[tuple[Array, Array]]
MOST = 100  # batches that are looked at, should a generator never end
KIND = sentence("It should return a list of pairs (x_batch, y_batch) of arrays.")


def _cases() -> list[tuple[Any, ...]]:
    cases: list[tuple[Any, ...]] = []
    for N, batch_size in ((6, 2), (7, 3), (12, 4), (8, 8)):
        x = np.arange(1.0, N + 1)[:, np.newaxis] * np.array([1.0, 10.0])
        cases.append((x, x[:, :1] * 100, batch_size, np.random.default_rng(N)))
    return cases


def _drive(answers: tuple[Any, ...], x: Array, y: Array, batch_size: int, rng: Any) -> Any:
    """Run it twice, with two generators, to see whether the order comes from them."""
    other = np.random.default_rng(1000)
    before = copy.deepcopy(other.bit_generator.state)
    first = answers[0](x, y, batch_size, rng)
    if first is None or first is ...:
        return None
    second = list(itertools.islice(answers[0](x, y, batch_size, other), MOST))
    return list(itertools.islice(first, MOST)), second, other.bit_generator.state != before


def _problem(values: tuple[Any, ...], x: Array, y: Array, batch_size: int, rng: Any) -> str | None:
    first, second, used = values[0]
    for pair in (*first, *second):
        arrays = isinstance(pair, tuple | list) and len(pair) == 2
        if not arrays or not all(isinstance(part, np.ndarray) and part.ndim == 2 for part in pair):
            return KIND
        if pair[0].shape[1:] != x.shape[1:] or pair[1].shape[1:] != y.shape[1:]:
            return sentence(
                "A batch has rows of another width than x and y have. Samples are rows."
            )
        if len(pair[0]) != len(pair[1]):
            return sentence("A batch has more inputs than targets, or fewer.")
    if not first:
        return sentence("There are no batches.")
    for problem in (_rows(first, x, y), _sizes(first, len(x), batch_size)):
        if problem:
            return problem
    seen = np.concatenate([batch for batch, _ in first])
    again = np.concatenate([batch for batch, _ in second])
    if np.array_equal(seen, x):
        return sentence("The samples come in the order that they had. Shuffle them first.")
    if not used:
        return sentence("The order does not come from rng, so that nobody can repeat or change it.")
    if np.array_equal(seen, again):
        return sentence("The order is the same for every rng.")
    return None


def _rows(batches: Batches, x: Array, y: Array) -> str | None:
    """Check that each sample comes once, with its own target."""
    seen = np.concatenate([batch for batch, _ in batches])
    targets = np.concatenate([batch for _, batch in batches])
    numbers = seen[:, 0].tolist()
    if len(set(numbers)) < len(numbers):
        return sentence("Some samples come twice. In an epoch, each comes once.")
    if len(numbers) < len(x):
        return sentence(
            "{missing} of {all} samples are left out. "
            "The last batch may be smaller than the others.",
            missing=len(x) - len(numbers),
            all=len(x),
        )
    if not np.allclose(targets[:, 0], 100 * seen[:, 0]):
        return sentence(
            "Inputs and targets have been shuffled apart: a sample has lost its own target."
        )
    return None


def _sizes(batches: Batches, count: int, batch_size: int) -> str | None:
    sizes = [len(batch) for batch, _ in batches]
    right = [min(batch_size, count - start) for start in range(0, count, batch_size)]
    if sizes == right:
        return None
    if len(sizes) == batch_size:
        return sentence(
            "There are {batch_size} batches. batch_size is how many samples a batch has, "
            "not how many batches there are.",
            batch_size=batch_size,
        )
    return sentence("The batches have {sizes} samples; expected {right}.", sizes=sizes, right=right)


EXERCISE = Exercise(
    name="minibatches",
    chapter=10,
    task="Shuffle the samples with rng and cut them into batches, inputs with their targets.",
    answers=("minibatches",),
    arguments=("x", "y", "batch_size", "rng"),
    cases=_cases,
    expected=lambda x, y, batch_size, rng: None,
    drive=_drive,
    extra=_problem,
)
