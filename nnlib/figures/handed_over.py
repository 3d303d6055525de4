"""What the first layers of the running example are handed, forward and backward."""

from __future__ import annotations

from typing import Any

from nnlib.data import running_example
from nnlib.fc_layer import FCLayer


def handed_to(kind: str) -> dict[str, Any]:
    """Return what layer 1 (``"FCLayer"``) or layer 2 is given, both ways, and W and B of layer 1.

    Parameters
    ----------
    kind : {"FCLayer", "ActivationLayer"}
        Which of the two layers.

    Returns
    -------
    dict
        ``x`` and ``output_gradient``, what the layer is given; ``w`` and ``b``.
    """
    example = running_example()
    network, first = example.network, example.network.layers[0]
    assert isinstance(first, FCLayer)
    output = network.predict(example.x)
    gradient = network.loss_prime(output, example.y_star)
    for layer in reversed(network.layers[2:]):
        gradient = layer.backward_propagation(gradient, 0)
    second = network.layers[1]
    x = second.remembered_input()
    if kind == "FCLayer":
        x, gradient = example.x, second.backward_propagation(gradient, 0)
    return {"x": x, "output_gradient": gradient, "w": first.weights, "b": first.bias}
