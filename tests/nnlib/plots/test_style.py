"""Pictures are the same each time, light, and ink on nothing."""

import io
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest

from nnlib import plots, relu, relu_prime, running_example, tanh, tanh_prime, xor
from nnlib.plots.style import BLUE, GREEN, VERMILION


def valley(a, b):
    return (a - 1) ** 2 + 8 * (b + 0.5) ** 2 + a * b


def draw_all():
    """Draw one picture of each kind; yield its name and axes."""
    rng = np.random.default_rng(1)
    example = running_example()
    yield "network", plots.draw_network(example.network, example.x)
    yield "heat map", plots.heat_map(rng.normal(size=(8, 9)))
    yield "large heat map", plots.heat_map(rng.normal(size=(64, 32)))
    yield "losses", plots.loss_curve([rng.random(5000), rng.random(10)], labels=["a", "b"])
    path = rng.normal(size=(50, 2))
    yield "surface", plots.loss_surface(valley, (-3, 3), (-2, 2), path=path)
    yield "decision", plots.decision_map(example.network, *xor())
    yield "tanh", plots.activation_curve(tanh, tanh_prime, points=[0, 1])
    yield "relu", plots.activation_curve(relu, relu_prime)
    labels = rng.integers(10, size=40)
    images = rng.random((40, 64))
    yield "digits", plots.digit_grid(images, labels=labels, predictions=rng.permutation(labels))
    yield "confusion", plots.confusion_matrix(labels, rng.permutation(labels))
    yield "weights", plots.weight_images(rng.normal(size=(64, 32)))


def svg(ax):
    file = io.StringIO()
    ax.figure.savefig(file, format="svg", bbox_inches="tight", metadata={"Date": None})
    plt.close(ax.figure)
    return file.getvalue()


@pytest.fixture(scope="module")
def drawn():
    with plt.rc_context():
        plots.use_book_style()
        return {name: svg(ax) for name, ax in draw_all()}


def test_each_picture_is_the_same_again(drawn):
    assert {name: svg(ax) for name, ax in draw_all()} == drawn


def test_pictures_weigh_little(drawn):
    assert len(drawn) == 11
    assert {name: len(text) for name, text in drawn.items() if len(text) > 60_000} == {}


def test_nothing_is_painted_behind_the_ink(drawn):
    for name, text in drawn.items():
        backgrounds = re.findall(r'<g id="patch_1">\s*<path d="[^"]*"\s*style="([^"]*)"', text)
        assert backgrounds, name
        assert all("fill: none" in style for style in backgrounds), name


def test_pictures_fit_into_the_column_of_text(drawn):
    for name, text in drawn.items():
        width = float(re.search(r'<svg [^>]*width="([\d.]+)pt"', text)[1])
        assert width <= 6.2 * 72, name


def test_letters_are_large_enough():
    for name, ax in draw_all():
        sizes = [
            text.get_fontsize()
            for axes in ax.figure.axes
            for text in axes.findobj(plt.Text)
            if text.get_text().strip()
        ]
        assert all(size >= 10 for size in sizes), name
        plt.close(ax.figure)


def test_first_colors_differ_in_lightness_for_eyes_that_see_no_color():
    def lightness(color):
        red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    shades = sorted(map(lightness, (BLUE, VERMILION, GREEN)))
    assert np.ptp(shades) > 15
    first, second, third = plt.rcParams["axes.prop_cycle"].by_key()["linestyle"][:3]
    assert len({first, second, third}) == 3, "lines are told apart by their dashes as well"


def test_the_first_four_colors_stand_out_from_the_page():
    def luminance(color):
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        return np.dot(
            [0.2126, 0.7152, 0.0722],
            [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts],
        )

    page = luminance("#fdfcf9")
    for color in plt.rcParams["axes.prop_cycle"].by_key()["color"][:4]:
        assert (page + 0.05) / (luminance(color) + 0.05) > 3.2, color


def test_functions_draw_where_they_are_told():
    figure, (left, right) = plt.subplots(1, 2)
    assert plots.heat_map([[1.0]], ax=left) is left
    assert plots.loss_curve([1.0, 0.5], ax=right) is right
    assert plt.get_fignums() == [figure.number]
