"""The code of a layer as `LineByLine` shows it, and what nnlib makes of its settings."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnlib import activations
from nnlib.activation_layer import ActivationLayer
from nnlib.fc_layer import FCLayer
from nnlib.figures.source import source_lines
from nnlib.layer import Layer

KINDS: dict[str, type[Layer]] = {"FCLayer": FCLayer, "ActivationLayer": ActivationLayer}


def code_of(kind: str, direction: str) -> list[str]:
    """Return the lines of the forward pass, or of both passes with an empty line between."""
    methods = [KINDS[kind].forward_propagation, KINDS[kind].backward_propagation]
    lines = [source_lines(method) for method in methods[: 1 + (direction == "both")]]
    return [line for part in lines for line in [*part, ""]][:-1]


def run(state: dict[str, Any]) -> FCLayer | ActivationLayer:
    """Run all lines with nnlib; return the layer with what it then holds.

    Parameters
    ----------
    state : dict
        The settings of the figure.

    Returns
    -------
    Layer
        The layer.

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    made: FCLayer | ActivationLayer
    if state["layer"] == "FCLayer":
        made = FCLayer.from_arrays(state["w"], state["b"])
    else:
        made = ActivationLayer(activations.tanh, activations.tanh_prime)
    made.forward_propagation(np.array(state["x"]))
    if state["direction"] == "both":
        made.backward_propagation(np.array(state["output_gradient"]), state["alpha"])
    return made
