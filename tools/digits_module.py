"""The digits as a module of JavaScript, for the figure that trains on them in the page."""

import numpy as np

from nnlib.data import digits


def digits_module() -> str:
    """Write the digits as a JavaScript module: one letter per pixel, "A" for 0 to "Q" for 16.

    First come the 1,400 to train on, then the 397 held out, in nnlib's order. Letters compress
    on the way to the reader as well as packed bits do.
    """
    data = digits(scale=False)
    pixels = np.concatenate([data.x_train, data.x_test]).astype(np.uint8) + ord("A")
    labels = np.concatenate([data.labels_train, data.labels_test])
    return (
        f'export default {{ pixels: "{pixels.tobytes().decode("ascii")}", '
        f'labels: "{"".join(map(str, labels))}" }};\n'
    )
