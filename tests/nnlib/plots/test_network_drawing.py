"""The drawing shows the network's own numbers, and signs without color too."""

from collections import Counter

import numpy as np
import pytest
from matplotlib.colors import to_hex

from nnlib import (
    ActivationLayer,
    FCLayer,
    Layer,
    Network,
    mse_prime,
    running_example,
    tanh,
    tanh_prime,
    three_to_two,
)
from nnlib.plots import draw_network
from nnlib.plots.axes import number
from nnlib.plots.style import BLUE, VERMILION


def texts(ax):
    return [text.get_text() for text in ax.texts]


@pytest.fixture
def example():
    return running_example()


def edges(ax):
    """Return the lines that stand for weights: those of a sign's color."""
    return [line for line in ax.lines if to_hex(line.get_color()).upper() in (BLUE, VERMILION)]


def test_every_weight_and_bias_is_written(example):
    shown = texts(draw_network(example.network))
    for layer in example.network.layers[::2]:
        for weight in layer.weights.ravel():
            assert number(weight) in shown
        for bias in layer.bias.ravel():
            assert f"b = {number(bias)}" in shown


def test_neurons_of_two_pairs_have_two_names(example):
    names = [text for text in texts(draw_network(example.network)) if text.endswith("_{1}$")]
    assert names == ["$x_{1}$"] + [rf"${z}^{{({pair})}}_{{1}}$" for pair in (1, 2) for z in "yh"]
    alone = texts(draw_network(Network([FCLayer(2, 3)])))
    assert "$y_{1}$" in alone, "one pair needs no number"


def test_values_of_the_sample_stand_in_the_neurons(example):
    shown = texts(draw_network(example.network, example.x))
    for value in ["1", "2", "0.9", "0.7", "0.5", "0.72", "0.6", "0.46", "0.37", "0.35"]:
        assert value in shown


def test_sign_is_told_by_color_and_by_dash(example):
    lines = edges(draw_network(example.network))
    weights = [w for layer in example.network.layers[::2] for w in layer.weights.ravel()]
    assert len(lines) == len(weights)
    for line, weight in zip(lines, weights, strict=True):
        assert to_hex(line.get_color()).upper() == (VERMILION if weight < 0 else BLUE)
        assert line.is_dashed() == (weight < 0)


def test_gradients_are_those_of_the_last_backward_pass(example):
    network = example.network
    output = network.forward_propagation(example.x)
    network.backward_propagation(mse_prime(output, example.y_star), 0.0)
    ax = draw_network(network, gradients=True)
    assert ax.get_legend().get_title().get_text() == "below a neuron: ∂L/∂b"
    shown = texts(ax)
    for layer in network.layers[::2]:
        assert all(number(entry) in shown for entry in layer.weights_gradient.ravel())
        assert all(number(entry) in shown for entry in layer.bias_gradient.ravel())


def test_drawing_leaves_what_the_layers_remember(example):
    example.network.forward_propagation(example.x_batch)
    draw_network(example.network, example.x)
    assert example.network.layers[0].input is example.x_batch


def test_labels_keep_apart(example):
    network = example.network
    output = network.forward_propagation(example.x)
    network.backward_propagation(mse_prime(output, example.y_star), 0.0)
    three_to_two_alone = Network([three_to_two()[0]])
    for ax in (
        draw_network(network),
        draw_network(network, gradients=True),
        draw_network(three_to_two_alone),
    ):
        labels = [t for t in ax.texts if t.get_bbox_patch() is not None]
        ax.figure.canvas.draw()
        boxes = [label.get_window_extent() for label in labels]
        assert len(boxes) >= 8  # of edges, and of biases
        for i, box in enumerate(boxes):
            assert not any(box.overlaps(other) for other in boxes[:i])


def test_letters_are_large_enough_for_a_phone(example):
    ax = draw_network(example.network, example.x)
    on_a_phone = 358 / (ax.figure.get_figwidth() * 72)  # pixels for each point
    assert min(text.get_fontsize() for text in ax.texts) * on_a_phone > 11


def test_layer_with_many_edges_has_no_numbers():
    shown = texts(draw_network(Network([FCLayer(3, 5)])))
    assert not any("b = " in text or "." in text for text in shown)


def test_layer_of_ones_own_is_drawn_by_its_name():
    class ScaleLayer(Layer):
        def forward_propagation(self, input):
            self.input = input
            return 2 * input

        def backward_propagation(self, output_gradient, alpha):
            return 2 * output_gradient

    ax = draw_network(Network([ScaleLayer(), FCLayer(2, 1)]), [[1.0, 3.0]])
    assert "6" in texts(ax)
    assert any("ScaleLayer" in text for text in texts(ax))


class Own(Layer):
    """A reader's fully connected layer, which does not tell its size."""

    def __init__(self, w):
        self.w = np.array(w)

    def forward_propagation(self, input):
        self.input = input
        return input @ self.w

    def backward_propagation(self, output_gradient, alpha):
        raise NotImplementedError


OWN = Own([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])  # 2 → 3


@pytest.mark.parametrize(
    ("layers", "sizes"),
    [([OWN, FCLayer(3, 1)], [2, 3, 1]), ([FCLayer(1, 2), OWN], [1, 2, 3]), ([OWN], [2, 3])],
)
def test_layer_of_ones_own_may_change_the_size(layers, sizes):
    ax = draw_network(Network(layers), np.ones((1, sizes[0])))
    neurons = Counter(round(patch.center[0], 3) for patch in ax.patches)
    assert [count for _, count in sorted(neurons.items())] == sizes
    fc_edges = sum(layer.weights.size for layer in layers if isinstance(layer, FCLayer))
    assert len(ax.lines) == len(edges(ax)) == fc_edges, "nothing is drawn straight across"


def test_layer_of_ones_own_that_does_not_tell_its_size_needs_a_sample():
    with pytest.raises(ValueError, match=r"FCLayer\(3 → 1\)\) does not tell how many inputs"):
        draw_network(Network([OWN, FCLayer(3, 1)]))
    with pytest.raises(ValueError, match=r"Own\(\) does not tell its output size; expected x"):
        draw_network(Network([FCLayer(1, 2), OWN]))
    with pytest.raises(ValueError, match=r"the output of Own\(\) has shape \(1,\); expected"):
        draw_network(Network([Own([1.0, 2.0])]), [[1.0, 2.0]])


def test_bad_input_is_named(example):
    network = example.network
    with pytest.raises(ValueError, match="3 samples; expected one"):
        draw_network(network, example.x_batch)
    with pytest.raises(ValueError, match="no gradients yet"):
        draw_network(network, gradients=True)
    with pytest.raises(ValueError, match="13 neurons"):
        draw_network(Network([FCLayer(2, 13)]))
    with pytest.raises(ValueError, match="how many inputs"):
        draw_network(Network([ActivationLayer(tanh, tanh_prime)]))


def test_numbers_are_written_with_a_true_minus_and_no_float_noise():
    assert number(0.1 + 0.2) == "0.3"
    assert number(-0.0) == "0"
    assert number(np.float64(-1.5)) == "−1.5"
