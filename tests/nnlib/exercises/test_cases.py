"""The examples of a check can tell: several rows, square and not, nothing special."""

from copy import deepcopy

import numpy as np
import pytest

from nnlib.exercises import EXERCISES
from nnlib.exercises.comparing import close

MATRICES = [  # exercises about rows of samples
    "fc-forward",
    "predict",
    "scale-layer",
    "mse",
    "mse-prime",
    "chain-backward",
    "fc-backward",
    "bias-gradient",
    "fc-layer-backward",
    "activation-backward",
    "leaky-relu",
    "scale-layer-backward",
    "training-loop",
    "gain-layer",
]


def arrays(case):
    return [value for value in case if isinstance(value, np.ndarray)]


@pytest.mark.parametrize("name", MATRICES)
def test_examples_have_one_row_and_several(name):
    rows = {len(arrays(case)[0]) for case in EXERCISES[name].cases()}
    assert max(rows) >= 3
    assert len(rows) >= 2


@pytest.mark.parametrize("name", ["fc-forward", "fc-backward", "fc-layer-backward"])
def test_examples_are_square_and_not(name):
    shapes = [
        (*arrays(case)[0].shape, arrays(case)[1].shape[1]) for case in EXERCISES[name].cases()
    ]
    assert any(N == n == m for N, n, m in shapes)
    assert any(len({N, n, m}) == 3 for N, n, m in shapes)


@pytest.mark.parametrize("name", [*MATRICES, "neuron", "layer-by-sums", "descent-step"])
def test_numbers_are_float64_and_not_zero(name):
    for case in EXERCISES[name].cases():
        for array in arrays(case):
            assert array.dtype == np.float64
            assert np.all(array)


@pytest.mark.parametrize("name", EXERCISES)
def test_first_example_is_small_and_all_are_the_same_again(name):
    first, second = EXERCISES[name].cases(), EXERCISES[name].cases()
    assert len(first) >= 3
    sizes = [sum(array.size for array in arrays(case)) for case in first]
    assert sizes[0] <= sorted(sizes)[len(sizes) // 2]
    for one, two in zip(first, second, strict=True):
        for a, b in zip(arrays(one), arrays(two), strict=True):
            assert np.array_equal(a, b)


@pytest.mark.parametrize("name", EXERCISES)
def test_no_suspect_is_right(name):
    """A suspect that returns what is expected would accuse a right answer."""
    exercise = EXERCISES[name]
    for suspect in exercise.suspects:
        wrong = 0
        for case in exercise.cases():
            with np.errstate(all="ignore"):
                wrong += not _same(exercise, suspect, case)
        assert wrong, suspect.message


def _same(exercise, suspect, case):
    expected = exercise.expected(*deepcopy(case))
    if len(exercise.parts) > 1:
        expected = expected[suspect.part]
    try:
        return close(suspect.compute(*deepcopy(case)), expected)
    except Exception:
        return False
