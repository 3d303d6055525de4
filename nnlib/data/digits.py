"""The 1,797 handwritten digits of the UCI machine learning repository, 8 × 8 pixels each."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from nnlib.validation import Array

N_TRAIN = 1400
SPLIT_SEED = 0


@dataclass(frozen=True, eq=False)  # arrays have no == of one answer
class Digits:
    """Handwritten digits, split into those to train on and those held out.

    Attributes
    ----------
    x_train, x_test : ndarray of shape (1400, 64) and (397, 64)
        The images, one in each row: 8 rows of 8 pixels one after the other, 0 is paper and
        1 is ink (0 to 16 if they were not scaled).
    y_train, y_test : ndarray of shape (1400, 10) and (397, 10)
        One-hot targets: 1 in the column of the digit, 0 elsewhere.
    labels_train, labels_test : ndarray of int of shape (1400,) and (397,)
        The digits themselves, 0 to 9.
    """

    x_train: Array
    y_train: Array
    labels_train: NDArray[np.int64]
    x_test: Array
    y_test: Array
    labels_test: NDArray[np.int64]


def digits(*, scale: bool = True) -> Digits:
    """Load the digits from the package: nothing is downloaded.

    They come in a fixed random order, 1,400 to train on and 397 held out.

    Parameters
    ----------
    scale : bool, default True
        Divide the pixels, 0 to 16 in the file, by 16.

    Returns
    -------
    Digits
        The images, targets and labels.

    Notes
    -----
    Source: E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI
    Machine Learning Repository, 1998, https://doi.org/10.24432/C50P49 (CC BY 4.0); the test
    part, as scikit-learn's ``load_digits`` has it.

    Examples
    --------
    >>> data = digits()
    >>> data.x_train.shape, data.y_test.shape, float(data.x_train.max())
    ((1400, 64), (397, 10), 1.0)
    """
    with (
        (files("nnlib.data") / "digits.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        images, labels = arrays["images"].astype(np.float64), arrays["labels"].astype(np.int64)
    order = np.random.default_rng(SPLIT_SEED).permutation(len(images))
    x, labels = images[order] / (16 if scale else 1), labels[order]
    y = np.eye(10)[labels]
    train, test = slice(None, N_TRAIN), slice(N_TRAIN, None)
    return Digits(x[train], y[train], labels[train], x[test], y[test], labels[test])
