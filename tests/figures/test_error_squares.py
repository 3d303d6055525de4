"""Figure 4 shows nnlib's loss and slopes, whatever is dragged, typed or chosen."""

import re
from itertools import pairwise

import numpy as np
import pytest

from nnlib import mse, mse_prime, numerical_gradient
from nnlib.figures import ErrorSquares

UNIT = 72  # what an error of 1 is in the picture


def numbers(text):
    """Return the numbers in a text of the figure."""
    return [float(one.replace("−", "-")) for one in re.findall(r"[−]?\d+(?:\.\d+)?", text)]


def check(page, factor):
    """Compare what the figure shows with nnlib, the loss being `factor` times the mean."""
    y, y_star = np.array(page.state("y")), np.array(page.state("y_star"))
    loss, slopes = factor * mse(y, y_star), factor * mse_prime(y, y_star)
    assert numbers(page.figure.locator(".es-loss").text_content())[0] == pytest.approx(
        loss, abs=5.1e-5
    )
    shown = [numbers(one)[0] for one in page.figure.locator(".es-slope").all_text_contents()]
    np.testing.assert_allclose(shown, slopes[0], atol=5.1e-5)
    sides = [float(one.get_attribute("width")) for one in page.figure.locator(".es-square").all()]
    np.testing.assert_allclose(sides, UNIT * np.abs(y - y_star)[0], atol=1e-9)
    area = float(page.figure.locator(".es-result").get_attribute("width")) ** 2
    assert area == pytest.approx(loss * UNIT**2)


def test_loss_and_slopes_belong_together():
    for constant, factor in {"sum": 3, "mean": 1, "half-sum": 1.5, "half-mean": 0.5}.items():
        figure = ErrorSquares(constant=constant)
        y, y_star = np.array(figure.y), np.array(figure.y_star)
        assert figure.loss == pytest.approx(factor * mse(y, y_star))
        slopes = numerical_gradient(lambda y, f=factor, t=y_star: f * mse(y, t), y)
        np.testing.assert_allclose(figure.slopes, slopes, atol=1e-9)
    assert repr(figure) == (
        "ErrorSquares(y=[[0.8, 0.4, 1]], y_star=[[1, 0, 1]], constant='half-mean')"
    )


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"y": [[0.1, 0.2]]}, "y has shape (1, 2) and y_star (1, 3)"),
        ({"y": [[0.1, 0.2, 1.6]]}, "expected numbers from -0.5 to 1.5"),
        ({"y_star": [[0, 0, -1]]}, "expected numbers from 0 to 1"),
        ({"constant": "half"}, "constant is 'half'; expected sum, mean, half-sum, half-mean"),
        ({"focus": 3}, "focus is 3; expected 0 to 2"),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        ErrorSquares(**state)


def test_html_has_a_still_with_its_finding():
    html = ErrorSquares().to_html()
    assert "output 2 is 0.4, its target 0, its square has the area 0.16" in html
    assert "slope 0.2667" in html
    assert "<svg" in html


@pytest.mark.parametrize("width", [1280, 390])
def test_fits_the_screen_and_its_reserved_height(show, width):
    page = show(ErrorSquares(), width=width)
    assert page.live
    assert page.fits(), page.heights()
    check(page, 1)


def test_arrow_keys_move_an_output(show):
    page = show(ErrorSquares())
    page.figure.get_by_role("slider", name="Output 1").focus()
    for _ in range(10):
        page.page.keyboard.press("ArrowUp")
    assert page.state("y") == [[1, 0.4, 1]]
    assert "Output 1 is on its target: slope 0" in page.text(".nn-readout")
    check(page, 1)
    page.page.keyboard.press("Shift+ArrowDown")
    assert page.state("y") == [[0.8, 0.4, 1]]
    page.page.keyboard.press("Home")
    assert page.state("y") == [[-0.5, 0.4, 1]]
    page.page.keyboard.press("End")
    assert page.state("y") == [[1.5, 0.4, 1]]
    page.figure.get_by_text("Reset").click()
    assert page.state("y") == [[0.8, 0.4, 1]]
    assert page.state("focus") == 1
    check(page, 1)


@pytest.mark.parametrize("width", [1280, 390])
def test_dragging_moves_an_output(show, width):
    page = show(ErrorSquares(), width=width)
    handle = page.figure.locator(".es-handle .es-dot").nth(2).bounding_box()
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x, y + 30, steps=4)
    page.page.mouse.up()
    assert 0.5 < page.state("y")[0][2] < 0.7
    assert page.state("focus") == 2
    assert "Output 3 is too low" in page.text(".nn-readout")
    check(page, 1)


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_finger_drags_an_output_and_scrolls_beside_it(show):
    page = show(ErrorSquares(), width=390, touch=True)
    handles = page.figure.locator(".es-handle")
    scrolled = page.page.evaluate("scrollY")
    page.touch_drag(*middle(handles.nth(1).locator(".es-dot")), 0, 60)
    (_, y, _), *_ = page.state("y")
    assert y == pytest.approx(0.4 - 60 / UNIT, abs=0.06)
    assert page.page.evaluate("scrollY") == scrolled
    assert page.state("focus") == 1
    assert "Output 2 is too low" in page.text(".nn-readout")
    check(page, 1)
    page.figure.get_by_text("½ sum", exact=True).tap()
    check(page, 1.5)
    x, top = middle(page.figure.locator(".es-loss"))
    page.touch_drag(x, top + 60, 0, -150)  # beside the outputs the page moves
    page.page.wait_for_function("before => scrollY > before", arg=scrolled)
    assert page.state("y")[0][1] == y


def test_what_a_finger_meets_is_large_enough(show):
    page = show(ErrorSquares(), width=390, touch=True)
    assert page.small_targets(40) == []
    for hit in page.figure.locator(".es-hit").all():
        box = hit.bounding_box()
        assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("constant", ["sum", "mean", "half-sum", "half-mean"])
def test_the_largest_errors_stay_in_the_figure(show, constant, width):
    figure = ErrorSquares(y=[[-0.5, 1.5, -0.5]], constant=constant, focus=2)
    page = show(figure, width=width)
    assert page.fits(), page.heights()
    check(page, {"sum": 3, "mean": 1, "half-sum": 1.5, "half-mean": 0.5}[constant])
    outside = page.figure.evaluate(
        """figure => {
          const picture = figure.querySelector("svg[role=group]").getBoundingClientRect();
          return [...figure.querySelectorAll(".es-square, .es-area, .es-loss, .es-slope")]
            .map((one) => one.getBoundingClientRect())
            .filter((box) => box.left < picture.left || box.right > picture.right + 1).length;
        }"""
    )
    assert outside == 0


@pytest.mark.parametrize("live", [True, False])
def test_the_slopes_stand_apart(show, live):
    page = show(ErrorSquares(y=[[-0.123, -0.493, -0.133]], y_star=[[1, 1, 1]], focus=0), width=390)
    page.page.emulate_media(media="screen" if live else "print")
    texts = page.figure.locator(".nn-live .es-slope" if live else ".nn-still svg text")
    boxes = texts.evaluate_all(
        """texts => texts.filter((one) => /^(slope )?−0\\.\\d{4}$/.test(one.textContent))
          .map((one) => one.getBBox()).map(({ x, width }) => [x, x + width])"""
    )
    assert len(boxes) == 3
    assert all(right + 12 < left for (_, right), (left, _) in pairwise(boxes))


def test_the_curve_is_the_loss(show):
    page = show(ErrorSquares(y=[[0.8, 0.4, 0.3]], constant="half-sum"))
    heights = page.figure.locator(".es-curve-chosen").evaluate(
        """path => [0, 0.25, 0.5, 0.75, 1].map((part) =>
          path.getPointAtLength(part * path.getTotalLength())).map(({ x, y }) => [x, y])"""
    )
    top = max(1, 1.15 * ErrorSquares(y=[[0.8, 0.4, 0.3]], constant="half-sum").loss)
    for x, y in heights:
        output = -0.5 + 2 * (x - 16) / 308
        loss = ErrorSquares(y=[[0.8, min(1.5, max(-0.5, output)), 0.3]], constant="half-sum").loss
        assert top * (180 - y) / 170 == pytest.approx(loss, abs=0.01)


def test_the_constant_scales_and_moves_nothing(show):
    page = show(ErrorSquares())
    lowest = page.figure.locator(".es-target").last.get_attribute("x1")
    for label, factor in {"½ sum": 1.5, "½ mean": 0.5, "sum": 3, "mean": 1}.items():
        page.figure.get_by_label(label, exact=True).check()
        check(page, factor)
        assert page.figure.locator(".es-target").last.get_attribute("x1") == lowest
    page.figure.get_by_label("mean", exact=True).focus()
    page.page.keyboard.press("ArrowRight")
    assert page.state("constant") == "half-sum"
    assert "1.5 times those of the mean" in page.text(".nn-readout")
    check(page, 1.5)


def test_typing_numbers(show):
    page = show(ErrorSquares())
    page.figure.get_by_label("Y, output 3").fill("-0.25")
    page.figure.get_by_label("Y*, target 1").fill("0.5")
    assert page.state("y") == [[0.8, 0.4, -0.25]]
    assert page.state("y_star") == [[0.5, 0, 1]]
    check(page, 1)
    page.figure.get_by_label("Y, output 3").fill("7")  # outside the picture: refused
    assert page.state("y") == [[0.8, 0.4, -0.25]]


def test_each_change_says_the_loss_first(show):
    page = show(ErrorSquares())
    page.listen()
    page.figure.get_by_role("slider", name="Output 2").press("ArrowUp")
    (said,) = page.heard("Output 2 is too high")
    loss = ErrorSquares(y=page.state("y")).loss
    assert said.startswith("L = ")
    assert numbers(said)[0] == pytest.approx(loss, abs=5.1e-5)
    page.figure.get_by_label("sum", exact=True).check()
    (said,) = page.heard("With the sum")
    assert numbers(said)[0] == pytest.approx(3 * loss, abs=5.1e-5)
