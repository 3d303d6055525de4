"""XOR, the digits and their license."""

from importlib.resources import files

import numpy as np
import pytest

from nnlib import digits, running_example, xor


def test_xor():
    x, y = xor()
    assert (x.shape, y.shape, x.dtype, y.dtype) == ((4, 2), (4, 1), np.float64, np.float64)
    for (a, b), (target,) in zip(x, y, strict=True):
        assert target == (a != b)


def test_digits_are_all_there_once():
    data = digits()
    assert data.x_train.shape == (1400, 64)
    assert data.x_test.shape == (397, 64)
    labels = np.concatenate([data.labels_train, data.labels_test])
    # Counts of the UCI description of the test part.
    assert np.bincount(labels).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert len(np.unique(np.vstack([data.x_train, data.x_test]), axis=0)) == 1797


def test_digits_are_scaled_and_one_hot():
    data, raw = digits(), digits(scale=False)
    assert (data.x_train.min(), data.x_train.max()) == (0, 1)
    np.testing.assert_array_equal(raw.x_test, data.x_test * 16)
    np.testing.assert_array_equal(raw.x_test, raw.x_test.round())
    for y, labels in ((data.y_train, data.labels_train), (data.y_test, data.labels_test)):
        np.testing.assert_array_equal(y.argmax(axis=1), labels)
        assert set(np.unique(y)) == {0, 1}
        assert (y.sum(axis=1) == 1).all()


def test_the_split_is_fixed_and_fair():
    first, second = digits(), digits()
    np.testing.assert_array_equal(first.x_test, second.x_test)
    assert first.labels_test[:8].tolist() == [2, 5, 7, 4, 5, 5, 2, 9]
    assert np.bincount(first.labels_test).min() >= 30


@pytest.mark.parametrize("make", [digits, running_example])
def test_data_are_compared_as_things_not_as_numbers(make):
    first, second = make(), make()
    assert first == first
    assert first != second
    assert len({first, second}) == 2


def test_the_file_is_small_and_has_its_license():
    folder = files("nnlib.data")
    assert len((folder / "digits.npz").read_bytes()) < 700_000
    license_text = (folder / "LICENSE-digits.txt").read_text(encoding="utf-8")
    for piece in ("Alpaydin", "Kaynak", "CC BY 4.0", "10.24432/C50P49"):
        assert piece in license_text
