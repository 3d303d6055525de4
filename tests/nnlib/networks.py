"""Networks for the tests: random ones, and their layers as the slow reference wants them."""

import numpy as np
from hypothesis import strategies as st

from nnlib import activations, losses
from nnlib.activation_layer import ActivationLayer
from nnlib.fc_layer import FCLayer
from nnlib.network import Network

NAMES = ("tanh", "sigmoid", "relu", "identity")
SMOOTH = ("tanh", "sigmoid", "identity")


def activation(name):
    return ActivationLayer(getattr(activations, name), getattr(activations, f"{name}_prime"))


def make_network(sizes, names, seed, dtype=np.float64):
    """FCLayer(sizes[0] → sizes[1]), activation names[0], and so on, with the loss `mse`."""
    rng = np.random.default_rng(seed)
    network = Network()
    for n_in, n_out, name in zip(sizes, sizes[1:], names, strict=False):
        network.add(FCLayer(n_in, n_out, rng=rng, scale=1.0, dtype=dtype))
        network.add(activation(name))
    network.use(losses.mse, losses.mse_prime)
    return network


def make_samples(n_rows, n_in, n_out, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n_rows, n_in)), rng.normal(size=(n_rows, n_out))


def as_lists(network):
    """Return the layers for `reference`: (W, B) as lists, or the name of the function."""
    return [
        (layer.weights.tolist(), layer.bias.tolist())
        if isinstance(layer, FCLayer)
        else layer.f.__name__
        for layer in network.layers
    ]


def parameters(network):
    """Return copies of all parameter arrays."""
    return [
        getattr(layer, name).copy() for layer in network.layers for name in layer.parameter_names
    ]


@st.composite
def problems(draw, names=NAMES):
    """Draw a network of up to three FC layers with activations, inputs and targets."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))
    chosen = draw(st.lists(st.sampled_from(names), min_size=3, max_size=3))
    n_rows = draw(st.integers(1, 5))
    seed = draw(st.integers(0, 2**32 - 1))
    x, y = make_samples(n_rows, sizes[0], sizes[-1], seed + 1)
    return make_network(sizes, chosen, seed), x, y
