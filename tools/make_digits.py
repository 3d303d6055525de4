"""Make nnlib/data/digits.npz from scikit-learn's copy of the UCI handwritten digits.

Run it by hand if the file is ever to be made again: `python tools/make_digits.py` with
scikit-learn installed (`make bench` installs it). The numbers are small whole numbers, so
one byte each holds them.
"""

from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

TARGET = Path(__file__).parents[1] / "nnlib" / "data" / "digits.npz"

if __name__ == "__main__":
    source = load_digits()
    images = source.data.astype(np.uint8)
    labels = source.target.astype(np.uint8)
    assert np.array_equal(images, source.data), "a pixel is not a whole number of one byte"
    np.savez_compressed(TARGET, images=images, labels=labels)
    print(f"{TARGET.name}: {images.shape} images, {TARGET.stat().st_size:,} bytes")
