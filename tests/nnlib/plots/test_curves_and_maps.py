"""Curves go through their points; maps show the network's own outputs."""

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.markers import MarkerStyle

from nnlib import FCLayer, Layer, Network, relu, relu_prime, running_example, tanh, tanh_prime, xor
from nnlib.plots import activation_curve, decision_map, loss_curve, loss_surface
from nnlib.plots.style import BLUE, INK, VERMILION
from nnlib.training import History


def test_loss_curve_starts_at_epoch_one():
    (line,) = loss_curve([0.5, 0.3, 0.2]).lines
    assert line.get_xdata().tolist() == [1, 2, 3]
    assert line.get_ydata().tolist() == [0.5, 0.3, 0.2]


def test_what_fit_returns_can_be_drawn():
    (line,) = loss_curve(History([0.5, 0.3])).lines
    assert line.get_ydata().tolist() == [0.5, 0.3]
    assert len(loss_curve([History([0.5]), History([0.4, 0.3])]).lines) == 2


def test_loss_curves_of_different_lengths_are_told_apart():
    ax = loss_curve([[0.5, 0.3], np.array([0.4, 0.2, 0.1])], labels=["one", "two"], log=True)
    one, two = ax.lines
    assert (len(one.get_xdata()), len(two.get_xdata())) == (2, 3)
    assert one.get_color() != two.get_color()
    assert one.get_linestyle() != two.get_linestyle()
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["one", "two"]
    assert ax.get_yscale() == "log"


@pytest.mark.parametrize("epochs", [3, 20, 1000])
def test_epochs_are_counted_in_whole_numbers(epochs):
    ticks = loss_curve(np.linspace(1, 0, epochs)).get_xticks()
    assert len(ticks) > 2
    assert all(tick == round(tick) for tick in ticks)


def test_long_loss_curve_keeps_its_ends():
    (line,) = loss_curve(np.linspace(1, 0, 10_000)).lines
    assert len(line.get_xdata()) < 500
    assert (line.get_xdata()[-1], line.get_ydata()[-1]) == (10_000, 0)


def test_diverged_run_can_be_drawn():
    (line,) = loss_curve([1.0, 1e200, np.inf]).lines
    assert len(line.get_xdata()) == 3


def test_loss_surface_draws_the_path_from_its_start_to_its_end():
    path = np.array([[2.0, 1.0], [1.0, 0.5], [0.5, 0.0]])
    ax = loss_surface(lambda a, b: a**2 + b**2, (-3, 3), (-2, 2), path=path, labels=("w", "b"))
    way, start, end = ax.lines
    assert way.get_xydata().tolist() == path.tolist()
    assert (start.get_xydata().tolist(), start.get_marker()) == ([[2.0, 1.0]], "s")
    assert (end.get_xydata().tolist(), end.get_marker()) == ([[0.5, 0.0]], "*")
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("w", "b")


def test_loss_surface_knows_which_parameter_is_which():
    ax = loss_surface(lambda a, b: a, (0, 1), (0, 5))
    image = ax.images[0].get_array()
    assert image[0, 0] < image[0, -1], "the loss grows with a, to the right"
    assert image[0, 0] == image[-1, 0], "and not with b, upward"


def test_decision_map_shows_the_outputs():
    network = Network([FCLayer.from_arrays([[1.0], [0.0]], [[0.0]])])  # the output is x_1
    ax = decision_map(network, *xor())
    image = ax.images[0].get_array()
    assert image[0, 0] == pytest.approx(-0.25)
    assert image[-1, 0] == pytest.approx(-0.25)
    assert image[0, -1] == pytest.approx(1.25)
    zeros, ones = (c for c in ax.collections if c.get_offsets().size == 4)
    assert zeros.get_offsets().tolist() == [[0, 0], [1, 1]]
    assert ones.get_offsets().tolist() == [[0, 1], [1, 0]]
    for collection, marker in ((zeros, "o"), (ones, "s")):
        (drawn,), expected = collection.get_paths(), MarkerStyle(marker).get_path()
        assert drawn.vertices.shape == expected.vertices.shape, "circles are 0, squares are 1"
    texts = [text.get_text() for text in ax.get_legend().get_texts()]
    assert texts == ["target 0", "target 1"]


@pytest.mark.parametrize("targets", [[[0.0], [1.0], [1.0], [0.0]], [[0.0], [1.0], [3.0], [0.0]]])
def test_decision_map_is_blue_at_one_orange_at_zero_and_white_between(targets):
    network = Network([FCLayer.from_arrays([[1.0], [0.0]], [[0.0]])])
    ax = decision_map(network, xor()[0], targets)
    image = ax.images[0]
    (red0, _, blue0, _), (red1, _, blue1, _) = (image.to_rgba(output) for output in (0.0, 1.0))
    assert red0 > blue0 + 0.05, "0 is orange"
    assert blue1 > red1 + 0.05, "1 is blue"
    assert image.to_rgba(0.5) == pytest.approx([1, 1, 1, 1], abs=0.01)
    zeros, ones = (c for c in ax.collections if c.get_offsets().size == 4)
    assert [to_hex(c.get_facecolor()[0]).upper() for c in (zeros, ones)] == [VERMILION, BLUE]
    line = next(c for c in ax.collections if c not in (zeros, ones))
    assert to_hex(line.get_edgecolor()[0]) == INK


def test_the_first_of_two_curves_is_solid_blue_and_the_second_dashed_orange():
    train, held_out = loss_curve([[0.5, 0.3], [0.6, 0.5]], labels=["training", "test"]).lines
    assert (train.get_color(), train.get_linestyle()) == (BLUE, "-")
    assert (held_out.get_color(), held_out.get_linestyle()) == (VERMILION, "--")


class OwnLayer(Layer):
    """A layer that does not say how many numbers it gives."""

    def forward_propagation(self, input):
        self.input = input
        return input.sum(axis=1, keepdims=True)

    def backward_propagation(self, output_gradient, alpha):
        raise NotImplementedError


def test_decision_map_takes_any_network_and_leaves_what_it_remembers():
    network = Network([OwnLayer()])
    network.predict(np.array([[1.0, 2.0]]))
    image = decision_map(network, *xor()).images[0].get_array()
    assert image[-1, -1] == pytest.approx(2.5)
    assert network.layers[0].input.tolist() == [[1.0, 2.0]]


def test_activation_curve_draws_f_and_its_slope():
    ax = activation_curve(tanh, tanh_prime, points=[1.0])
    f, slope = (line for line in ax.lines if len(line.get_xdata()) > 100)
    np.testing.assert_allclose(f.get_ydata(), np.tanh(f.get_xdata()))
    np.testing.assert_allclose(slope.get_ydata(), 1 - np.tanh(f.get_xdata()) ** 2)
    assert f.get_linestyle() != slope.get_linestyle()
    tangent = next(
        line
        for line in ax.lines
        if len(line.get_xdata()) == 2
        and line.get_xdata()[0] != line.get_xdata()[1]
        and line.get_ydata()[0] != 0
    )
    (x0, x1), (y0, y1) = tangent.get_data()
    assert (y1 - y0) / (x1 - x0) == pytest.approx(1 - np.tanh(1.0) ** 2)
    marks = {line.get_marker(): line.get_xydata().tolist() for line in ax.lines}
    assert marks["o"] == [[1.0, pytest.approx(np.tanh(1.0))]], "the circle is on f"
    assert marks["D"] == [[1.0, pytest.approx(1 - np.tanh(1.0) ** 2)]], "the diamond on f′"


def test_no_upright_line_where_the_slope_jumps():
    ax = activation_curve(relu, relu_prime)
    slope = [line for line in ax.lines if len(line.get_xdata()) > 100][1]
    assert np.isnan(slope.get_ydata()).sum() == 1


@pytest.mark.parametrize("kind", [int, bool, float])
def test_slopes_of_any_kind_are_drawn_and_stay_the_readers_own(kind):
    given = []

    def step(x):
        given.append((x > 0).astype(kind))
        return given[-1]

    ax = activation_curve(relu, step)
    slope = [line for line in ax.lines if len(line.get_xdata()) > 100][1]
    assert np.isnan(slope.get_ydata()).sum() == 1
    assert given[0].tolist() == [0] * 101 + [1] * 100


def test_activation_that_does_not_bend_is_drawn():
    ax = activation_curve(lambda x: 0 * x, lambda x: 0 * x)
    assert len(ax.lines) == 4


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: loss_curve([]), r"shape \(0,\)"),
        (lambda: loss_curve([[[1.0]]]), r"\(1, 1\)"),
        (lambda: loss_curve([1.0], labels=["a", "b"]), "labels has 2 texts; expected 1"),
        (lambda: loss_surface(max, (1, 1), (0, 1)), r"a_range is \(1, 1\); expected two numbers"),
        (lambda: loss_surface(max, (0, 1), (0, 1, 2)), r"b_range is \(0, 1, 2\); expected two"),
        (lambda: loss_surface(max, 1, (0, 1)), "a_range is 1; expected two numbers"),
        (lambda: loss_surface(max, None, (0, 1)), "a_range has data type object"),
        (lambda: loss_surface(max, (0, 1), (0, np.inf)), "b_range holds inf"),
        (lambda: loss_surface(0.5, (0, 1), (0, 1)), "loss is 0.5; expected a function"),
        (lambda: loss_surface(max, (0, 1), (0, 1), path=[1, 2]), r"\(2,\); expected \(n_steps"),
        (lambda: decision_map(running_example().network, [[1.0]], [[1.0]]), r"\(1, 1\)"),
        (lambda: loss_curve(None), "losses holds None; expected numbers, or what fit returns"),
        (lambda: loss_curve("no"), "losses holds 'n'; expected numbers"),
        (lambda: decision_map(Network([FCLayer(2, 2)]), *xor()), r"\(4, 2\); expected \(4, 1\)"),
        (lambda: activation_curve(tanh, 3), "f_prime is 3; expected a function"),
        (lambda: activation_curve(lambda x: 1.0, tanh_prime), r"f gives .* shape \(\) .* \(201,\)"),
        (lambda: activation_curve(tanh, tanh_prime, points=[[1.0, 2.0]]), r"\(1, 2\)"),
    ],
)
def test_bad_input_is_named(draw, message):
    with pytest.raises(ValueError, match=message):
        draw()
