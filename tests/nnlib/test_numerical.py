"""Central differences and relative errors."""

import numpy as np
import pytest

from nnlib import numerical_gradient, relative_error


def test_numerical_gradient_of_a_product():
    point = np.array([[2.0, 3.0], [5.0, 7.0]])
    gradient = numerical_gradient(lambda a: float(a.prod()), point)
    np.testing.assert_allclose(gradient, 210 / point, rtol=1e-9)
    np.testing.assert_array_equal(point, [[2, 3], [5, 7]])


def test_error_falls_with_the_square_of_h_and_then_rounding_takes_over():
    error = {
        h: abs(numerical_gradient(lambda a: float(np.exp(a[0])), np.zeros(1), h)[0] - 1)
        for h in (1e-1, 1e-2, 1e-5, 1e-12)
    }
    assert error[1e-1] / error[1e-2] == pytest.approx(100, rel=0.01)
    assert error[1e-5] < 1e-9
    assert error[1e-12] > 1e-6


def test_numerical_gradient_of_integers_and_float32_is_float64():
    for dtype in (int, np.float32):
        gradient = numerical_gradient(lambda a: float((a**2).sum()), np.array([1, 3], dtype))
        assert gradient.dtype == np.float64
        np.testing.assert_allclose(gradient, [2, 6], rtol=1e-9)


def test_relative_error():
    a, b = np.array([1.0, 0.0, 3.0]), np.array([1.1, 0.0, -3.0])
    np.testing.assert_allclose(relative_error(a, b), [0.1 / 1.1, 0, 2])
    np.testing.assert_allclose(relative_error(b, a), relative_error(a, b))
    assert (relative_error(np.zeros(2), np.zeros(2)) == 0).all()


@pytest.mark.parametrize("kind", [list, lambda a: np.array(a, np.uint8), np.array])
def test_relative_error_of_lists_and_whole_numbers(kind):
    np.testing.assert_array_equal(relative_error(kind([1, 2]), kind([2, 1])), [0.5, 0.5])


@pytest.mark.parametrize("bad", [["1"], [1j], [None]])
def test_relative_error_of_what_is_no_number(bad):
    for name, pair in (("gradient", (bad, [1.0])), ("numerical", ([1.0], bad))):
        with pytest.raises(ValueError, match=f"{name} has data type .*; expected real numbers"):
            relative_error(*pair)


def test_tiny_entries_are_compared_with_a_hundredth_of_the_scale():
    error = relative_error(np.array([1.0, 1e-9]), np.array([1.0, 2e-9]))
    np.testing.assert_allclose(error, [0, 1e-7])
    error = relative_error(np.array([1e-9]), np.array([2e-9]), scale=1e-9)
    np.testing.assert_allclose(error, [0.5])


def test_relative_error_of_what_is_not_finite():
    assert np.isinf(relative_error(np.array([np.nan, 1.0]), np.array([1.0, 1.0]), 1.0)[0])
    assert np.isinf(relative_error(np.array([1.0]), np.array([np.inf]))[0])
    one_bad = relative_error(np.array([1.0, 2.0]), np.array([1.0, np.nan]))
    np.testing.assert_array_equal(one_bad, [0, np.inf])


def test_relative_error_of_other_shapes():
    with pytest.raises(ValueError, match=r"has shape \(4, 3\); expected \(1, 3\)"):
        relative_error(np.ones((4, 3)), np.ones((1, 3)))
