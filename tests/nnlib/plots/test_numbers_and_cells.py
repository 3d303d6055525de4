"""Heat maps, images and counts show the numbers that they are given."""

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from nnlib.plots import confusion_matrix, digit_grid, heat_map, weight_images


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_heat_map_writes_each_number_into_its_cell():
    ax = heat_map([[0.1, -0.2, 0.4], [0.3, 0.5, -0.1]], title="W", row_labels=["a", "b"])
    at = {(round(t.get_position()[1] - 0.5), round(t.get_position()[0] - 0.5)): t for t in ax.texts}
    assert [at[0, j].get_text() for j in range(3)] == ["0.1", "−0.2", "0.4"]
    assert [at[1, j].get_text() for j in range(3)] == ["0.3", "0.5", "−0.1"]
    assert ax.get_title() == "W"
    assert [label.get_text() for label in ax.get_yticklabels()] == ["a", "b"]
    assert ax.yaxis_inverted(), "the first row of a matrix stands on top"


@pytest.mark.parametrize("kind", [list, tuple, np.array])
def test_labels_of_a_heat_map_may_be_an_array(kind):
    ax = heat_map([[1.0, 2.0]], row_labels=kind(["a"]), column_labels=kind(["b", "c"]))
    assert [label.get_text() for label in ax.get_yticklabels()] == ["a"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["b", "c"]


def test_heat_map_is_white_at_zero_and_differs_by_sign():
    mesh = heat_map([[-1.0, 0.0, 1.0]]).collections[0]
    mesh.update_scalarmappable()
    negative, zero, positive = mesh.get_facecolor()
    assert zero == pytest.approx([1, 1, 1, 1], abs=0.01)
    assert negative[0] > negative[2], "orange: more red than blue"
    assert positive[2] > positive[0], "blue: more blue than red"


# As a page shows pictures in dark mode: invert(.92) hue-rotate(180deg).
HALF_TURN = [[-0.574, 1.43, 0.144], [0.426, 0.43, 0.144], [0.426, 1.43, -0.856]]


def contrast(colors):
    colors = np.clip(colors, 0, 1)
    linear = np.where(colors <= 0.03928, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    low, high = sorted(linear @ [0.2126, 0.7152, 0.0722])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    "draw", [lambda: heat_map([[-2.0, 0.0, 2.0]]), lambda: confusion_matrix([0, 0, 1], [0, 1, 1])]
)
def test_numbers_can_be_read_on_their_cells_in_dark_mode_too(draw):
    ax = draw()
    mesh = ax.collections[0]
    mesh.update_scalarmappable()
    for color in mesh.get_facecolor():
        both = np.array([color[:3], to_rgb(ax.texts[0].get_color())])
        assert contrast(both) >= 4.5, "light"
        assert contrast((0.92 - 0.84 * both) @ np.transpose(HALF_TURN)) >= 4.5, "dark"


def test_heat_maps_with_one_limit_are_comparable():
    def colors(numbers, **keywords):
        mesh = heat_map([numbers], **keywords).collections[0]
        mesh.update_scalarmappable()
        return mesh.get_facecolor()

    small, large = colors([-1.5, 1.5], limit=6), colors([1.5, -6, 4.5], limit=6)
    assert small[1] == pytest.approx(large[0]), "the same number, the same color"
    assert large[2][0] < small[1][0], "the larger number is the darker blue"
    assert colors([1.5])[0] == pytest.approx(colors([6])[0]), "without it, each has its own scale"
    ax = heat_map(np.ones((20, 20)), limit=4)
    assert ax.child_axes[0].get_ylim() == (-4, 4)


def test_a_row_of_numbers_is_a_matrix_of_one_row():
    assert texts(heat_map([1.0, -2.0])) == ["1", "−2"]


def test_large_heat_map_has_a_scale_instead_of_numbers():
    ax = heat_map(np.ones((20, 20)))
    assert texts(ax) == []
    (scale,) = ax.child_axes
    assert scale.get_ylim() == (-1, 1)


def test_confusion_matrix_counts():
    ax = confusion_matrix([0, 0, 1, 2, 2], [0, 1, 1, 2, 0])
    at = {(t.get_position()[1] - 0.5, t.get_position()[0] - 0.5): t.get_text() for t in ax.texts}
    assert at == {(0, 0): "1", (0, 1): "1", (1, 1): "1", (2, 2): "1", (2, 0): "1"}
    assert ax.get_ylabel() == "what it is"


def test_confusion_matrix_paints_right_answers_blue_and_mistakes_orange():
    ax = confusion_matrix([0, 0, 1, 2, 2, 2], [0, 1, 1, 2, 0, 0])
    mesh = ax.collections[0]
    mesh.update_scalarmappable()
    colors = mesh.get_facecolor().reshape(3, 3, 4)
    for i in range(3):
        assert colors[i, i, 2] > colors[i, i, 0], "right: more blue than red"
    one, two, none = colors[0, 1], colors[2, 0], colors[1, 0]
    assert one[0] > one[2], "wrong: more red than blue"
    assert two[2] < one[2], "the more mistakes, the stronger"
    assert none == pytest.approx([1, 1, 1, 1], abs=0.01)
    assert len(ax.patches) == 3, "right answers have a frame as well"


@pytest.mark.parametrize("draw", [heat_map, lambda weights: weight_images(weights, columns=20)])
def test_many_small_cells_have_the_colors_of_few(draw):
    weights = np.ones((64, 20))
    weights[0, 0] = -1
    image = draw(weights).images[0]
    (red, _, blue, _), zero, (red1, _, blue1, _) = (image.to_rgba(one) for one in (-1.0, 0.0, 1.0))
    assert red > blue, "negative is orange"
    assert blue1 > red1, "positive is blue"
    assert zero == pytest.approx([1, 1, 1, 1], abs=0.01)


def test_digits_tell_right_from_wrong_without_color():
    images = np.zeros((3, 64))
    assert texts(digit_grid(images)) == []
    assert texts(digit_grid(images, labels=[1, 2, 3])) == ["1", "2", "3"]
    assert texts(digit_grid(images, labels=[1, 2, 3], predictions=[1, 7, 3])) == [
        "1 ✓",
        "2 → 7",
        "3 ✓",
    ]


def test_what_is_wrong_is_written_in_an_orange_that_can_be_read():
    ax = digit_grid(np.zeros((2, 64)), labels=[1, 2], predictions=[1, 7])
    right, wrong = (np.array(to_rgb(text.get_color())) for text in ax.texts)
    assert wrong[0] > wrong[2], "more red than blue"
    page = np.array(to_rgb("#fdfcf9"))
    for color in (right, wrong):
        assert contrast(np.array([color, page])) >= 4.5


def test_each_image_stands_at_its_place():
    images = np.arange(4.0)[:, np.newaxis] * np.ones(64)
    canvas = digit_grid(images, columns=2).images[0].get_array()
    assert canvas[0, 0] == 0
    assert canvas[0, -1] == 1
    assert np.nanmax(canvas) == 3


@pytest.mark.parametrize("draw", [digit_grid, lambda images, **how: weight_images(images.T, **how)])
def test_few_images_make_a_narrow_picture(draw):
    # A phone shrinks every picture to its own width, and the letters of a wide one with it.
    images = np.ones((10, 64))
    widths = [draw(images, columns=columns).figure.get_figwidth() for columns in (3, 10)]
    assert widths[0] <= 3
    assert widths[1] == 4.8


def test_weight_images_share_a_scale_with_zero_in_the_middle():
    weights = np.zeros((64, 3))
    weights[5, 1] = -2.0
    image = weight_images(weights, columns=3).images[0]
    assert image.get_clim() == (-2, 2)
    assert image.get_array()[0, 9 + 5] == -2, "pixel 5 of neuron 2 is in the first row"


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: heat_map(np.ones((2, 2, 2))), r"\(2, 2, 2\); expected \(n_rows, n_columns\)"),
        (lambda: heat_map([[1.0, np.nan]]), "finite"),
        (lambda: heat_map([[1.0]], row_labels=["a", "b"]), "row_labels has 2 texts; expected 1"),
        (lambda: heat_map([[1.0]], limit=0), "limit is 0; expected a number above zero"),
        (lambda: heat_map([[1.0]], limit=-2.0), "limit is -2.0; expected a number above zero"),
        (lambda: heat_map([[1.0]], limit=np.nan), "limit is nan; expected a finite number"),
        (lambda: heat_map([[1.0]], limit=np.inf), "limit is inf; expected a finite number"),
        (lambda: heat_map([[1.0]], limit="1"), "limit is '1'; expected a finite number"),
        (lambda: digit_grid(np.ones((2, 63))), r"\(2, 63\); expected rows of side × side"),
        (lambda: digit_grid(np.ones((2, 64)), labels=[1]), r"labels has shape \(1,\)"),
        (lambda: digit_grid(np.ones((2, 64)), columns=0), "columns"),
        (
            lambda: weight_images(np.ones((65, 3))),
            r"weights has shape \(65, 3\); expected \(side × side",
        ),
        (
            lambda: weight_images(np.ones(64)),
            r"\(64,\); expected \(side × side, n_hidden\); write W\[:, :1\] for one neuron",
        ),
        (lambda: confusion_matrix([1e300], [0]), r"labels holds 1e\+300 at 0; expected .* to 9999"),
        (lambda: digit_grid(np.ones((1, 64)), labels=[1e300]), r"labels holds 1e\+300 at 0"),
        (lambda: confusion_matrix([1, 2], [1]), r"predictions has shape \(1,\); expected \(2,\)"),
        (lambda: confusion_matrix([1, -2], [1, 2]), "labels holds -2 at 1; expected whole numbers"),
        (lambda: digit_grid(np.ones((3, 64)), labels=[0, 1.5, -1]), "labels holds 1.5 at 1"),
        (
            lambda: confusion_matrix([1, 50], [1, 2]),
            "the largest number is 50; expected at most 49",
        ),
    ],
)
def test_bad_input_is_named(draw, message):
    with pytest.raises(ValueError, match=message):
        draw()
