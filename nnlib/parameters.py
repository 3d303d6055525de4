"""All parameters of a network under one name each; saving them and loading them back."""

from __future__ import annotations

import zipfile
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from nnlib.validation import Array, check_float_array, finite_array

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
            name = f"layer{number}.{attribute}"
            check_float_array(name, getattr(layer, attribute, None))
            named[name] = (layer, attribute)
    return named


def finite_parameters(network: Network) -> dict[str, Array]:
    """Return every parameter array under its name, or raise if training ruined one.

    Parameters
    ----------
    network : Network
        The network.

    Returns
    -------
    dict of str to ndarray
        The layers' own arrays, under the names of `named_parameters`.

    Raises
    ------
    ValueError
        As `named_parameters` does, or if a number is NaN or infinite.
    """
    return {
        name: finite_array(name, getattr(*where))
        for name, where in named_parameters(network).items()
    }


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
        If the name has another ending, the network has nothing to save, or a parameter is
        not finite. Nothing is written.
    """
    arrays: dict[str, Any] = finite_parameters(network)
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
        network, or a number in it is not finite, or not in the network's data type. The
        network keeps the parameters it had.
    """
    loaded = {name: finite_array(name, array) for name, array in _read(path).items()}
    own = {name: getattr(*where) for name, where in named_parameters(network).items()}
    given = {name: array.shape for name, array in loaded.items()}
    expected = {name: array.shape for name, array in own.items()}
    if given != expected:
        raise ValueError(f"{str(path)!r} holds {given}; expected {expected}")
    with np.errstate(over="ignore"):  # too large for float32: told in words
        fitting = {
            name: finite_array(name, loaded[name].astype(array.dtype))
            for name, array in own.items()
        }
    for name, array in own.items():
        array[...] = fitting[name]


def _read(path: str | PathLike[str]) -> dict[str, Array]:
    """Return the arrays of a file; objects in it are refused, so that no code in it runs."""
    if not zipfile.is_zipfile(path):
        Path(path).stat()  # a missing file is reported as such
        raise ValueError(f"{str(path)!r} is no .npz file; expected one that save wrote")
    try:
        with np.load(path, allow_pickle=False) as file:
            return dict(file)
    except Exception as error:  # damage shows in many ways: to zlib, zipfile, NumPy
        raise ValueError(f"{str(path)!r}: {error}; expected a file that save wrote") from error
