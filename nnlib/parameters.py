"""All parameters of a network under one name each; saving them and loading them back."""

from __future__ import annotations

import zipfile
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nnlib.validation import Array, finite_array

if TYPE_CHECKING:
    from nnlib.layer import Layer
    from nnlib.network import Network


def named_parameters(network: Network) -> dict[str, tuple[Layer, str]]:
    """Name every parameter array of a network.

    Parameters
    ----------
    network : Network
        The network.

    Returns
    -------
    dict of str to (Layer, str)
        For a name such as ``"layer1.weights"`` the layer and its attribute. Layers count
        from 1.

    Raises
    ------
    ValueError
        If a layer's `parameter_names` are no tuple of names, or do not name arrays of floats.
    """
    named = {}
    for number, layer in enumerate(network.layers, start=1):
        if isinstance(layer.parameter_names, str):
            raise ValueError(
                f"layer{number}.parameter_names is {layer.parameter_names!r}; "
                f"expected a tuple, such as {(layer.parameter_names,)!r}"
            )
        for attribute in layer.parameter_names:
            array = getattr(layer, attribute, None)
            if getattr(array, "dtype", None) not in (np.float32, np.float64):
                raise ValueError(
                    f"layer{number}.{attribute} is {array!r}; "
                    "expected an array of float32 or float64"
                )
            named[f"layer{number}.{attribute}"] = (layer, attribute)
    return named


def save(network: Network, path: str | PathLike[str]) -> None:
    """Save the parameters of a network to a file that NumPy reads.

    Parameters
    ----------
    network : Network
        The network; ``net.save(path)`` puts it here.
    path : str or path
        Where to write; the name must end in ``.npz``.

    Raises
    ------
    ValueError
        If the name has another ending, or the network has nothing to save.
    """
    arrays = {name: getattr(*where) for name, where in named_parameters(network).items()}
    if not str(path).endswith(".npz"):
        raise ValueError(f"path is {str(path)!r}; expected a name that ends in .npz")
    if not arrays:
        raise ValueError(f"{network!r} has no parameters; expected a layer with weights")
    np.savez(path, **arrays)


def load(network: Network, path: str | PathLike[str]) -> None:
    """Load parameters that `save` wrote into a network of the same layers.

    Parameters
    ----------
    network : Network
        The network; ``net.load(path)`` puts it here.
    path : str or path
        The file to read. It holds arrays only: no code in it is run.

    Raises
    ------
    ValueError
        If the file is none that `save` wrote, the names or shapes in it are not those of the
        network, or a number in it is not finite. The network keeps the parameters it had.
    """
    loaded = {name: finite_array(name, array) for name, array in _read(path).items()}
    own = {name: getattr(*where) for name, where in named_parameters(network).items()}
    given = {name: array.shape for name, array in loaded.items()}
    expected = {name: array.shape for name, array in own.items()}
    if given != expected:
        raise ValueError(f"{str(path)!r} holds {given}; expected {expected}")
    for name, array in own.items():
        array[...] = loaded[name]


def _read(path: str | PathLike[str]) -> dict[str, Array]:
    """Return the arrays of a file; objects in it are refused, so that no code in it runs."""
    if not zipfile.is_zipfile(path):
        Path(path).stat()  # a missing file is reported as such
        raise ValueError(f"{str(path)!r} is no .npz file; expected one that save wrote")
    try:
        with np.load(path, allow_pickle=False) as file:
            return dict(file)
    except (ValueError, zipfile.BadZipFile) as error:
        raise ValueError(f"{str(path)!r}: {error}; expected a file that save wrote") from error
