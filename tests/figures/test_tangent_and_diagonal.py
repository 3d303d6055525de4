"""Figure 9 shows nnlib's f, f′ and ∂L/∂X, folded and unfolded."""

import json
import re
from html import unescape

import numpy as np
import pytest

from nnlib import ActivationLayer, activations, running_example
from nnlib.figures import TangentAndDiagonal
from nnlib.figures.tangent_and_diagonal import FUNCTIONS


def numbers(texts):
    """Read numbers with true minus signs."""
    return np.array([float(text.replace("−", "-")) for text in texts])


def facts(page):
    """Return x, f(x), f′ at the input and f′ at the output, as they are written."""
    return numbers(page.figure.locator(".td-facts dd").all_inner_texts())


def expected(page):
    """Return what nnlib says for the state of the page."""
    f, f_prime = (getattr(activations, page.state("f") + name) for name in ("", "_prime"))
    x = np.array(page.state("x"))[:, page.state("chosen")]
    return np.array([x, f(x), f_prime(x), f_prime(f(x))]).ravel()


def figure_of(page):
    """Return the Python figure with the page's state."""
    names = ("f", "x", "g", "chosen", "folded")
    return TangentAndDiagonal(**{name: page.state(name) for name in names})


def assert_shows_nnlib(page):
    """Compare everything that the figure shows with nnlib."""
    figure = figure_of(page)
    m = len(figure.x[0])
    np.testing.assert_allclose(facts(page), expected(page), atol=6e-5)
    cells = numbers(page.figure.locator(".td-grid span").all_inner_texts())
    np.testing.assert_allclose(cells.reshape(m, m), figure.jacobian(), atol=6e-5)
    result = numbers(page.figure.locator(".td-result button").all_inner_texts())
    np.testing.assert_allclose([result], figure.gradient(), atol=6e-5)
    np.testing.assert_allclose([result], np.array(figure.g) @ figure.jacobian(), atol=6e-5)
    last = page.text(".td-sum").split("=")[-1]
    np.testing.assert_allclose(numbers([last]), figure.gradient()[0, figure.chosen], atol=6e-5)


# --- in Python --------------------------------------------------------------------------------


def test_defaults_are_layer_2_of_the_running_example():
    example, figure = running_example(), TangentAndDiagonal()
    np.testing.assert_allclose(figure.x, example.network.layers[0].forward_propagation(example.x))
    layer = ActivationLayer(activations.tanh, activations.tanh_prime)
    layer.forward_propagation(np.array(figure.x))
    np.testing.assert_array_equal(
        figure.gradient(), layer.backward_propagation(np.array([[0.5, -2.0, 1.0]]), 0.0)
    )
    assert repr(figure) == (
        "TangentAndDiagonal(f='tanh', x=[[0.9, 0.7, 0.5]], g=[[0.5, -2, 1]], folded=False)"
    )


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"f": "sine"}, "f is 'sine'; expected one of tanh, sigmoid, relu"),
        ({"x": [[1, 2]]}, "x has shape (1, 2) and g (1, 3)"),
        ({"x": [[0, 0, 9]]}, "expected numbers from -4 to 4"),
        ({"chosen": 3}, "chosen is 3; expected 0 to 2"),
        ({"x": [[1, 2, 3]] * 2}, "x has 2 rows; expected at most 1"),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        TangentAndDiagonal(**state)


def test_html_holds_the_state_and_a_still():
    html = TangentAndDiagonal().to_html()
    assert json.loads(unescape(re.search('data-state="([^"]*)"', html)[1]))["chosen"] == 1
    assert "The product is 0.2435, −1.2695, 0.7864" in html
    assert "<svg" in html
    assert "<script" not in html


# --- in the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("m", [1, 3, 4])
def test_fits_the_screen_and_its_reserved_height(show, width, m):
    page = show(
        TangentAndDiagonal(x=[[0.5, 3.9, -2, 1][:m]], g=[[1, -2, 3, 4][:m]], chosen=m // 2),
        width=width,
    )
    assert page.live
    for f in ("tanh", "sigmoid", "ReLU"):
        page.figure.get_by_label(f, exact=True).check()
        assert page.fits(), page.heights()
    page.figure.get_by_role("button", name="Fold", exact=True).click()
    assert page.fits(), page.heights()


@pytest.mark.parametrize("f", FUNCTIONS)
@pytest.mark.parametrize("folded", [False, True])
def test_shows_nnlibs_numbers(show, f, folded):
    page = show(TangentAndDiagonal(f=f, x=[[-1.5, 0, 0.3, 2]], g=[[1, 2, -3, 4]], folded=folded))
    for chosen in range(4):
        page.figure.locator(".td-result button").nth(chosen).click()
        assert page.state("chosen") == chosen
        assert_shows_nnlib(page)


def test_a_point_by_keyboard(show):
    page = show(TangentAndDiagonal(), theme="dark")
    point = page.figure.get_by_role("slider", name="x1, a point")
    point.focus()
    page.page.keyboard.press("ArrowRight")
    assert page.state("x") == [[1.0, 0.7, 0.5]]
    assert page.state("chosen") == 0
    page.page.keyboard.press("Shift+ArrowRight")
    page.page.keyboard.press("PageUp")
    page.page.keyboard.press("PageUp")
    page.page.keyboard.press("PageUp")
    assert page.state("x")[0][0] == 4  # the end of the drawing
    assert point.get_attribute("aria-valuetext") == "x = 4, f(x) = 0.9993"
    assert "next to nothing" in page.text(".td-remark")
    assert_shows_nnlib(page)
    page.page.keyboard.press("Home")
    assert page.state("x")[0][0] == -4
    page.page.keyboard.press("End")
    assert page.state("x")[0][0] == 4
    page.figure.get_by_text("Reset").click()
    assert page.state("x") == [[0.9, 0.7, 0.5]]
    assert_shows_nnlib(page)


def test_a_point_by_mouse(show):
    page = show(TangentAndDiagonal())
    box = page.figure.locator(".td-front").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    scale = page.figure.locator(".td-plot").bounding_box()["width"] / 340
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x - 2 * scale * 298 / 8, y, steps=4)
    page.page.mouse.up()
    assert page.state("chosen") == 1
    assert page.state("x")[0] == [0.9, pytest.approx(-1.3), 0.5]
    assert_shows_nnlib(page)
    page.page.keyboard.press("ArrowLeft")  # the point has the focus
    assert page.state("x")[0][1] == pytest.approx(-1.4)


def test_the_tangent_has_the_slope(show):
    page = show(TangentAndDiagonal(f="sigmoid"))
    line = page.figure.locator(".td-tangent")
    x1, y1, x2, y2 = (float(line.get_attribute(name)) for name in ("x1", "y1", "x2", "y2"))
    across, up = (x2 - x1) / 298 * 8, (y1 - y2) / 184 * 1.6  # from pixels to the axes' units
    assert up / across == pytest.approx(figure_of(page).slopes()[0, 1])


def test_folding_hides_the_zeros_and_keeps_the_result(show):
    page = show(TangentAndDiagonal())
    before = page.figure.locator(".td-result button").all_inner_texts()
    zero = page.figure.locator(".td-zero").first
    assert zero.evaluate("cell => getComputedStyle(cell).opacity") == "1"
    assert page.text(".td-sum").startswith("∂L/∂x₂ = 0.5·0 + (−2)·0.6347 + 1·0 =")
    fold = page.figure.get_by_role("button", name="Fold")
    fold.focus()
    page.page.keyboard.press("Enter")
    assert zero.evaluate("cell => getComputedStyle(cell).opacity") == "0"  # reduced motion: at once
    tops = [cell.bounding_box()["y"] for cell in page.figure.locator(".td-diagonal").all()]
    assert max(tops) - min(tops) < 1
    assert page.text(".td-sum").startswith("∂L/∂x₂ = (−2)·0.6347 =")
    assert page.figure.locator(".td-result button").all_inner_texts() == before
    assert page.figure.get_by_role("button", name="Unfold").count() == 1


def test_typing_changes_the_gradient(show):
    page = show(TangentAndDiagonal())
    page.figure.get_by_label("G, upstream gradient 3").fill("-4")
    page.figure.get_by_label("X, input 3", exact=True).fill("-0.25")
    assert page.state("chosen") == 2
    assert page.state("x")[0][2] == -0.25
    assert_shows_nnlib(page)


def test_by_finger(show):
    page = show(TangentAndDiagonal(), width=390, touch=True)
    page.figure.get_by_text("sigmoid", exact=True).tap()
    assert page.state("f") == "sigmoid"
    page.figure.locator(".td-result button").nth(2).tap()
    assert page.state("chosen") == 2
    page.figure.locator(".td-plot").scroll_into_view_if_needed()
    box = page.figure.locator(".td-front").bounding_box()
    scale = page.figure.locator(".td-plot").bounding_box()["width"] / 340
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.touch_drag(x, y, -3 * scale * 298 / 8, 2)
    assert page.state("x")[0] == [0.9, 0.7, pytest.approx(-2.5)]
    assert_shows_nnlib(page)
    page.figure.get_by_role("button", name="Fold", exact=True).tap()
    assert page.state("folded") is True
    assert_shows_nnlib(page)


def test_a_finger_beside_the_curve_scrolls(show):
    page = show(TangentAndDiagonal(), width=390, touch=True)
    box = page.figure.locator(".td-facts").bounding_box()
    page.touch_drag(box["x"] + 60, box["y"] + 50, 0, -200)
    page.page.wait_for_function("scrollY > 50")
    assert page.state("x") == [[0.9, 0.7, 0.5]]


def test_the_words_below_the_result_always_say_what_gets_through(show):
    page = show(TangentAndDiagonal(), width=390)
    assert page.text(".td-remark") == "x₂ gets its entry of G times 0.6347."
    page.figure.get_by_label("ReLU", exact=True).check()
    page.figure.get_by_label("X, input 1", exact=True).fill("0")
    assert "no slope there; nnlib takes 0" in page.text(".td-remark")
