"""The table of layers."""

from nnlib import ActivationLayer, FCLayer, Network, relu, relu_prime
from tests.nnlib.networks import make_network


def test_summary_counts_parameters_and_follows_shapes():
    network = make_network([64, 32, 10], ["tanh", "sigmoid"], seed=1)
    assert network.summary().splitlines() == [
        "layer                       output   learns",
        "1 FCLayer(64 → 32)          (N, 32)    2080",
        "2 ActivationLayer(tanh)     (N, 32)       0",
        "3 FCLayer(32 → 10)          (N, 10)     330",
        "4 ActivationLayer(sigmoid)  (N, 10)       0",
        "parameters                             2410",
    ]


def test_size_before_the_first_fc_layer_is_not_known():
    network = Network([ActivationLayer(relu, relu_prime), FCLayer(2, 1)])
    assert [line.split("(N, ")[1][0] for line in network.summary().splitlines()[1:3]] == ["?", "1"]
