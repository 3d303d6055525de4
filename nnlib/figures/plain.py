"""Networks in the plain form that figures send to JavaScript, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nnlib import activations
from nnlib.activation_layer import ActivationLayer
from nnlib.fc_layer import FCLayer
from nnlib.layer import Layer
from nnlib.network import Network

KNOWN = ("tanh", "sigmoid", "relu", "identity")


def plain_layers(layers: Network | Iterable[Layer | dict[str, Any]]) -> list[dict[str, Any]]:
    """Write layers as dictionaries of lists and names.

    Parameters
    ----------
    layers : Network or iterable of Layer
        The layers; what is in the plain form already stays as it is.

    Returns
    -------
    list of dict
        For each layer ``{"weights": rows, "bias": rows}`` or ``{"activation": name}``.

    Raises
    ------
    ValueError
        If a layer is of a kind that figures cannot compute, or they do not fit together.
    """
    listed = layers.layers if isinstance(layers, Network) else layers
    if isinstance(listed, str | dict) or not isinstance(listed, Iterable):
        raise ValueError(f"{layers!r} was given; expected a Network or a list of layers")
    plain = [_plain_layer(layer) for layer in listed]
    network_from(plain)  # nnlib's own checks
    return plain


def _plain_layer(layer: Any) -> dict[str, Any]:
    if isinstance(layer, FCLayer):
        return {"weights": layer.weights.tolist(), "bias": layer.bias.tolist()}
    if isinstance(layer, ActivationLayer):
        for name in KNOWN:
            if layer.f is getattr(activations, name):
                return {"activation": name}
    elif isinstance(layer, dict) and (
        set(layer) == {"weights", "bias"} or layer.get("activation") in KNOWN
    ):
        return layer
    raise ValueError(
        f"{layer!r} was given; expected an FCLayer or an ActivationLayer with one of "
        f"{', '.join(KNOWN)}"
    )


def network_from(plain: Iterable[dict[str, Any]]) -> Network:
    """Make nnlib's network from its plain form, without a loss.

    Raises
    ------
    ValueError
        If the layers do not fit together.
    """
    return Network(
        FCLayer.from_arrays(layer["weights"], layer["bias"])
        if "weights" in layer
        else ActivationLayer(
            getattr(activations, layer["activation"]),
            getattr(activations, f"{layer['activation']}_prime"),
        )
        for layer in plain
    )
