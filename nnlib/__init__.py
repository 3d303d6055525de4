"""A fully connected neural network in NumPy, written to be read.

The names and equation numbers are those of the book "How a neural network learns".
"""

from nnlib.activation_layer import ActivationLayer
from nnlib.activations import (
    identity,
    identity_prime,
    relu,
    relu_prime,
    sigmoid,
    sigmoid_prime,
    tanh,
    tanh_prime,
)
from nnlib.data import (
    Digits,
    RunningExample,
    digits,
    running_example,
    three_to_two,
    xor,
)
from nnlib.fc_layer import FCLayer
from nnlib.gradient_check import gradient_check
from nnlib.gradient_result import GradientCheck
from nnlib.layer import Layer
from nnlib.losses import mse, mse_prime
from nnlib.network import Network
from nnlib.numerical import numerical_gradient, relative_error
from nnlib.training import History

__version__ = "0.1.0"

__all__ = [
    "ActivationLayer",
    "Digits",
    "FCLayer",
    "GradientCheck",
    "History",
    "Layer",
    "Network",
    "RunningExample",
    "digits",
    "gradient_check",
    "identity",
    "identity_prime",
    "mse",
    "mse_prime",
    "numerical_gradient",
    "relative_error",
    "relu",
    "relu_prime",
    "running_example",
    "sigmoid",
    "sigmoid_prime",
    "tanh",
    "tanh_prime",
    "three_to_two",
    "xor",
]
