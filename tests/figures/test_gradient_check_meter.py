"""Figure 8 shows what nnlib's gradient check finds, for right and for spoiled networks."""

import json
import re
from html import unescape

import numpy as np
import pytest

from nnlib import gradient_check, running_example
from nnlib.figures import GradientCheckMeter
from nnlib.figures.gradient_check_meter import EXPONENTS
from nnlib.figures.spoiled import MISTAKES, spoil

PARAMETERS = ("layer1.weights", "layer1.bias", "layer3.weights", "layer3.bias")


def shown(page):
    """Return the gradients that the figure shows, by the names of their arrays."""
    tables = page.figure.locator(".gm-arrays .nn-matrix").all()
    assert len(tables) == len(PARAMETERS)
    return {
        name: np.array(
            [
                [float(cell.replace("−", "-")) for cell in row.inner_text().split()]
                for row in table.locator("tr").all()
            ]
        )
        for name, table in zip(PARAMETERS, tables, strict=True)
    }


def needle(page):
    """Return the error that the needle points at."""
    line = page.figure.locator(".gm-needle")
    x, y = (float(line.get_attribute(name)) for name in ("x2", "y2"))
    return 10 ** (13 * (1 - np.arctan2(118 - y, x - 150) / np.pi) - 12)


def curve(page):
    """Return the errors along the curve, from the heights of its points."""
    path = page.figure.locator(".gm-curve").get_attribute("d")
    heights = [float(point.split(",")[1]) for point in re.split("[ML]", path)[1:]]
    return np.array([10 ** (1 - 14 * (y - 12) / (194 - 12)) for y in heights])


def assert_same_size(value, expected):
    """Errors above rounding are equal; in the rounding noise their size is alike."""
    for one, other in zip(np.ravel(value), np.ravel(expected), strict=True):
        if other > 1e-3:
            assert one == pytest.approx(other, rel=0.02)
        else:
            assert one < 1e-3


# --- in Python --------------------------------------------------------------------------------


def test_without_a_mistake_the_check_is_nnlibs():
    example, figure = running_example(), GradientCheckMeter()
    expected = gradient_check(example.network, example.x_batch, example.y_star_batch)
    assert str(figure.check()) == str(expected)
    assert figure.check().ok
    assert repr(figure) == (
        "GradientCheckMeter(parameter='layer1.weights', entry=(0, 0), exponent=-5, mistake='none')"
    )


def test_the_errors_make_a_u():
    errors = dict(zip(EXPONENTS, GradientCheckMeter().errors(), strict=True))
    assert errors[-1.0] > 1e-4
    assert errors[-12.0] > 1e-6
    assert errors[-5.0] < 1e-8
    assert errors[-2.0] == pytest.approx(errors[-3.0] * 100, rel=0.01)


@pytest.mark.parametrize(
    ("mistake", "wrong"),
    [
        ("no-transpose", {"layer3.weights"}),
        ("bias-sign", {"layer1.bias", "layer3.bias"}),
        ("no-sum", {"layer1.bias", "layer3.bias"}),
        ("output", set(PARAMETERS)),
        ("early", {"layer1.weights", "layer1.bias"}),
        ("factor", set(PARAMETERS)),
    ],
)
def test_each_mistake_spoils_its_arrays(mistake, wrong):
    check = GradientCheckMeter(mistake=mistake).check()
    assert {name for name, error in check.errors.items() if error.max() > 1e-6} == wrong


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"mistake": "typo"}, "mistake is 'typo'; expected one of none, no-transpose"),
        ({"exponent": -13}, "exponent is -13"),
        ({"exponent": -2.1}, "expected a quarter step from -12 to -1"),
        ({"parameter": "layer2.weights"}, "expected one of layer1.weights, layer1.bias, layer3"),
        ({"parameter": "layer1.bias", "entry": (1, 0)}, "expected one inside the shape (1, 3)"),
        ({"x": [[1, 2]]}, "y has shape (3, 1); expected (1, 1)"),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        GradientCheckMeter(**state)


def test_an_unknown_mistake_is_refused():
    with pytest.raises(ValueError, match="mistake is 'x'; expected one of none"):
        spoil(running_example().network, "x")


def test_html_holds_the_state_and_a_still():
    html = GradientCheckMeter().to_html()
    assert json.loads(unescape(re.search('data-state="([^"]*)"', html)[1]))["exponent"] == -5
    assert "the check of all entries passes" in html
    assert "<polyline" in html
    assert "<script" not in html


# --- in the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
def test_every_mistake_keeps_the_reserved_height(show, width):
    page = show(GradientCheckMeter(), width=width)
    assert page.live
    for mistake in MISTAKES:
        page.figure.get_by_label("Mistake in the backward pass").select_option(mistake)
        assert page.fits(), (mistake, page.heights())


@pytest.mark.parametrize("mistake", MISTAKES)
def test_every_mistake_gives_nnlibs_gradients_and_errors(show, mistake):
    figure = GradientCheckMeter(mistake=mistake, parameter="layer1.bias", entry=(0, 1))
    page = show(figure, theme="dark")
    check = figure.check()
    for name, gradient in shown(page).items():
        np.testing.assert_allclose(gradient, check.backpropagated[name], atol=6e-5)
    assert_same_size(needle(page), check.max_error)
    assert_same_size(curve(page), figure.errors())
    coarse = np.array(EXPONENTS) >= -3.5  # there the curve is smooth, h² and no rounding
    np.testing.assert_allclose(curve(page)[coarse], np.array(figure.errors())[coarse], rtol=0.02)
    assert page.text(".gm-verdict").startswith("✓ Passed" if check.ok else "✗ Failed")
    untouched = not check.ok and check.errors["layer1.bias"][0, 1] <= 1e-6
    assert ("not touched" in page.text(".gm-verdict")) == untouched
    for name, table in zip(
        PARAMETERS, page.figure.locator(".gm-arrays caption").all(), strict=True
    ):
        agrees = check.errors[name].max() <= 1e-6
        assert table.inner_text().endswith("agrees" if agrees else "differs")


def test_the_slider_by_keyboard(show):
    page = show(GradientCheckMeter())
    page.figure.get_by_role("slider", name="Nudge h").focus()
    for _ in range(4):
        page.page.keyboard.press("ArrowRight")
    assert page.state("exponent") == -4
    assert (
        page.figure.get_by_role("slider", name="Nudge h").get_attribute("aria-valuetext")
        == "1 · 10⁻⁴"
    )
    page.page.keyboard.press("End")
    figure = GradientCheckMeter(exponent=-1)
    assert_same_size(needle(page), figure.check().max_error)
    assert "a chord is not the slope" in page.text(".gm-verdict")
    page.page.keyboard.press("Home")
    assert "rounding drowns the difference" in page.text(".gm-verdict")
    page.figure.get_by_text("Reset").click()
    assert page.state("exponent") == -5


def test_the_curve_by_mouse(show):
    page = show(GradientCheckMeter())
    box = page.figure.locator(".gm-plot").bounding_box()
    scale = box["width"] / 330
    x = box["x"] + scale * (48 + (330 - 58) * (-2 + 12) / 11)
    page.page.mouse.click(x, box["y"] + 40)
    assert page.state("exponent") == -2
    error = GradientCheckMeter(exponent=-2).check().errors["layer1.weights"][0, 0]
    mantissa, exponent = f"{error:.0e}".split("e")
    sign = str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    assert page.text(".gm-numbers").endswith(f"relative error {mantissa} · 10{sign}")


def test_another_entry_by_mouse_and_arrow_keys(show):
    page = show(GradientCheckMeter())
    page.figure.get_by_label("layer3.weights, row 1, column 1").click()
    page.page.keyboard.press("ArrowDown")
    assert page.state("parameter") == "layer3.weights"
    assert page.state("entry") == [1, 0]
    value = GradientCheckMeter().check().backpropagated["layer3.weights"][1, 0]
    assert f"by backpropagation {value:.8f}".replace("-", "−") in page.text(".gm-numbers")


def test_small_entries_are_measured_as_nnlib_does(show):
    x = [[0.001, 2], [0, 1], [-0.001, 1]]  # little enters the first row of W
    figure = GradientCheckMeter(mistake="factor", x=x)
    check = figure.check()
    assert check.errors["layer1.weights"][0, 0] < 0.4  # against itself it would be 0.5
    coarse = np.array(EXPONENTS) >= -9  # left of it, rounding moves even so large an error
    np.testing.assert_allclose(
        curve(show(figure))[coarse], np.array(figure.errors())[coarse], rtol=0.02
    )


@pytest.mark.parametrize(
    ("mistake", "chosen"),
    [
        ("no-sum", ("layer1.bias", [0, 0])),
        ("bias-sign", ("layer1.bias", [0, 0])),
        ("no-transpose", ("layer3.weights", [0, 0])),
        ("early", ("layer1.weights", [1, 2])),  # it reaches the entry that was chosen
    ],
)
def test_choosing_a_mistake_chooses_an_entry_that_it_reaches(show, mistake, chosen):
    page = show(GradientCheckMeter(entry=(1, 2), exponent=-1), width=390)
    page.figure.get_by_label("Mistake in the backward pass").select_option(mistake)
    assert (page.state("parameter"), page.state("entry")) == chosen
    page.page.wait_for_timeout(50)
    assert "not touched" not in page.text(".gm-verdict")
    page.figure.get_by_label("layer1.weights, row 1, column 2").click()
    page.figure.evaluate("figure => figure.nnModel.set('exponent', -5)")
    assert page.state("entry") == [0, 1]
    assert ("not touched" in page.text(".gm-verdict")) == (mistake != "early")


def test_the_needle_never_crosses_a_word(show):
    page = show(GradientCheckMeter(), width=390)
    from_hub = page.figure.locator(".gm-needle").evaluate(
        "line => Math.hypot(line.x1.baseVal.value - 150, line.y1.baseVal.value - 118)"
    )
    for word in ("passes", "fails"):
        corners = page.figure.locator(".gm-dial text", has_text=word).evaluate(
            """text => { const { x, y, width, height } = text.getBBox();
              return [[x, y], [x + width, y], [x, y + height], [x + width, y + height]]; }"""
        )
        assert max(np.hypot(x - 150, y - 118) for x, y in corners) < from_hub - 3  # half its width


def test_by_finger(show):
    page = show(GradientCheckMeter(), width=390, touch=True)
    page.figure.get_by_label("layer3.weights, row 2, column 1").tap()
    assert (page.state("parameter"), page.state("entry")) == ("layer3.weights", [1, 0])
    plot = page.figure.locator(".gm-plot")
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    scale = box["width"] / 330
    quarters = (330 - 58) / 44  # an exponent's step on the drawing
    start = box["x"] + scale * (48 + 28 * quarters)
    page.touch_drag(start, box["y"] + 60, scale * 8 * quarters, 3)
    assert page.state("exponent") == -3
    figure = GradientCheckMeter(parameter="layer3.weights", entry=(1, 0), exponent=-3)
    assert_same_size(needle(page), figure.check().max_error)
    assert_same_size(curve(page), figure.errors())


def test_who_listens_hears_which_entries_differ(show):
    page = show(GradientCheckMeter(parameter="layer1.bias", entry=(0, 1)), width=390)
    page.listen()
    page.figure.get_by_label("Mistake in the backward pass").select_option("early")
    page.heard("Differing: layer1.weights")
    wrong = page.figure.get_by_role("button", name=re.compile("^layer1.weights.*, differs$"))
    right = page.figure.get_by_role("button", name=re.compile(r"^layer3.bias, .*\d$"))
    assert (wrong.count(), right.count()) == (6, 1)
    right.click()
    (said,) = page.heard("layer3.bias")
    assert said.endswith("choose one that differs, in a double red frame.")
    assert page.fits(), page.heights()
    page.figure.get_by_label("Mistake in the backward pass").select_option("none")
    page.heard("All arrays agree")
    assert page.figure.get_by_role("button", name="differs").count() == 0


def one_digit(value):
    mantissa, exponent = f"{value:.0e}".split("e")
    raised = str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{mantissa} · 10{raised}"


def test_the_curve_has_words(show):
    page = show(GradientCheckMeter())
    errors = curve(page)
    best = int(np.argmin(errors))
    assert page.figure.locator(".gm-plot").get_attribute("aria-label") == (
        f"Relative error of the chosen entry against h: {one_digit(errors[0])} at h = 10⁻¹², "
        f"lowest, {one_digit(errors[best])}, near h = {one_digit(10 ** EXPONENTS[best])}, "
        f"{one_digit(errors[-1])} at h = 0.1."
    )
