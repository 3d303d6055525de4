"""Figure 7 derives what nnlib computes, and its puzzle accepts what nudging accepts."""

import json
import re
from html import unescape

import numpy as np
import pytest

from nnlib import numerical_gradient, relative_error
from nnlib.figures import EarnTheTranspose
from nnlib.figures.earn_the_transpose import FACTORS


def shown(page, selector):
    """Return the numbers of a matrix, or its texts where they are no numbers."""
    rows = page.figure.locator(selector).locator("tr").all()
    return np.array(
        [[float(cell.replace("−", "-")) for cell in row.inner_text().split()] for row in rows]
    )


def result(page):
    """Return the gradient as the figure shows it."""
    return shown(page, ".et-given .nn-matrix:has(button):not([hidden])")


# --- in Python --------------------------------------------------------------------------------


def test_gradients_are_nnlibs_and_pass_nudging():
    figure = EarnTheTranspose()
    x, w, g = (np.array(getattr(figure, name)) for name in "xwg")
    gradients = figure.gradients()
    np.testing.assert_allclose(gradients["W"], [[-2.5, 0.5], [4.5, -3.5], [-0.5, -6]])
    np.testing.assert_allclose(gradients["B"], [[3.5, -0.5]])
    by_nudging = numerical_gradient(lambda one: float((one @ w * g).sum()), x)
    np.testing.assert_allclose(gradients["X"], by_nudging, atol=1e-8)
    assert repr(figure) == "EarnTheTranspose(wanted='W', entry=(2, 1), step=0)"


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"wanted": "Y"}, "wanted is 'Y'; expected one of W, B, X"),
        ({"left": "Z"}, "left is 'Z'; expected one of X, Xᵀ, G"),
        ({"entry": (3, 0)}, "entry is (3, 0); expected a row below 3"),
        ({"wanted": "B"}, "entry is (2, 1); expected a row below 1"),
        ({"square": True}, "entry is (2, 1); expected a row below 2"),
        ({"step": 6}, "step is 6; expected 0 to 5"),
        ({"g": [[1, 2]]}, "x has shape (4, 3), w (3, 2) and g (1, 2)"),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        EarnTheTranspose(**state)


def test_html_holds_the_state_and_a_still():
    html = EarnTheTranspose(step=5).to_html()
    state = json.loads(unescape(re.search('data-state="([^"]*)"', html)[1]))
    assert state["step"] == 5
    assert "meets column 2 of G and gives −6." in html
    assert "<svg" in html
    assert "<script" not in html


@pytest.mark.parametrize(
    ("wanted", "finding"),
    [
        ("W", "X transposed, which is column 3 of X, meets column 2 of G and gives −6."),
        ("B", "Column 2 of G adds up to −0.5."),
        ("X", "which is row 3 of W, and gives −0.9."),
    ],
)
def test_still_and_words_are_of_the_wanted_gradient(wanted, finding):
    figure = EarnTheTranspose(wanted=wanted, entry=(0, 0))
    left, right = figure.factors().values()
    np.testing.assert_allclose(left @ right, figure.gradients()[wanted], atol=1e-12)
    assert figure.alt().endswith(finding)
    assert f"∂L/∂{wanted}" in figure.still()


# --- in the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
def test_every_step_keeps_the_reserved_height(show, width):
    page = show(EarnTheTranspose(), width=width)
    assert page.live
    for wanted in "WBX":
        page.figure.get_by_label(wanted, exact=True).check()
        for step in range(6):
            assert page.state("step") == step
            assert page.fits(), (wanted, step, page.heights())
            page.figure.get_by_text("Next").dispatch_event("click")
    page.figure.get_by_label("Order puzzle").check()
    assert page.fits(), page.heights()


@pytest.mark.parametrize("wanted", ["W", "B", "X"])
def test_the_keyboard_steps_to_the_gradient(show, wanted):
    page = show(EarnTheTranspose(), theme="dark")
    page.figure.get_by_label(wanted, exact=True).check()
    page.figure.get_by_text("Next").focus()
    keyboard = page.page.keyboard
    keyboard.press("ArrowRight")
    zeros = page.figure.locator(".et-gone").count()
    left = page.figure.locator(".et-left").count()
    assert (zeros, left) == ((6, 2) if wanted == "X" else (4, 4))
    keyboard.press("Enter")
    i, j = page.state("entry")
    value = EarnTheTranspose().gradients()[wanted][i, j]
    assert page.text(".et-sum").endswith(f"= {value:g}".replace("-", "−"))
    for _ in range(5):
        keyboard.press("ArrowRight")
    assert page.state("step") == 5
    np.testing.assert_allclose(result(page), EarnTheTranspose().gradients()[wanted], atol=1e-4)
    assert "below 10⁻⁸" in page.text(".nn-readout")
    keyboard.press("ArrowLeft")
    assert page.state("step") == 4


def test_another_entry_by_mouse_and_by_arrow_keys(show):
    page = show(EarnTheTranspose(step=2))
    page.figure.get_by_label("∂L/∂W, row 2, column 1").click()
    assert page.text(".et-sum").endswith("= 2·0.5 + 1·1.5 + 0·(−0.5) + 1·2 = 4.5")
    page.page.keyboard.press("ArrowUp")
    assert page.state("entry") == [0, 0]
    assert page.text(".et-sum").endswith("= −2.5")
    page.figure.get_by_text("Reset").click()
    assert page.state("entry") == [2, 1]


def test_the_sheets_add_up(show):
    page = show(EarnTheTranspose(step=4))
    sheets = [shown(page, f".et-sheets > table >> nth={r}") for r in range(4)]
    x, g = np.array(EarnTheTranspose().x), np.array(EarnTheTranspose().g)
    for r, sheet in enumerate(sheets):
        np.testing.assert_allclose(sheet, np.outer(x[r], g[r]))
    np.testing.assert_allclose(sum(sheets), result(page))


@pytest.mark.parametrize(("wanted", "entry"), [("W", (1, 1)), ("X", (1, 1)), ("B", (0, 1))])
@pytest.mark.parametrize("square", [False, True])
def test_the_puzzle_accepts_what_nudging_accepts(show, wanted, entry, square):
    figure = EarnTheTranspose(view="puzzle", wanted=wanted, entry=entry, square=square)
    page = show(figure)
    values = {name.upper(): np.array(value) for name, value in figure.case.items()}
    values["1"] = np.ones((len(values["X"]), 1))
    values |= {f"{name}ᵀ": value.T for name, value in values.items()}
    truth = numerical_gradient(
        lambda one: float(
            (
                (
                    (one if wanted == "X" else values["X"])
                    @ (one if wanted == "W" else values["W"])
                    + (one if wanted == "B" else 0)
                )
                * values["G"]
            ).sum()
        ),
        values.get(wanted, np.zeros((1, values["G"].shape[1]))),
    )
    right = []
    for left in FACTORS:
        page.figure.get_by_label("Left factor").select_option(left)
        for second in FACTORS:
            page.figure.get_by_label("Right factor").select_option(second)
            verdict, (a, b) = page.text(".et-verdict"), (values[left], values[second])
            if a.shape[1] != b.shape[0]:
                assert "does not exist" in verdict
            elif (a @ b).shape != truth.shape:
                assert "the product has shape" in verdict
            elif (error := relative_error(a @ b, truth).max()) > 1e-6:
                assert f"Relative error up to {error * 100:.0f} %" in verdict
            else:
                assert verdict.startswith("✓ Right")
                right.append((left, second))
    assert right == [{"W": ("Xᵀ", "G"), "X": ("G", "Wᵀ"), "B": ("1ᵀ", "G")}[wanted]]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("wanted", ["W", "B", "X"])
def test_every_number_can_be_read_and_nothing_moves(show, wanted, width):
    page = show(EarnTheTranspose(wanted=wanted, entry=(0, 1)), width=width)
    places = set()
    for step in range(6):
        page.figure.get_by_text("Next").dispatch_event("click" if step else "focus")
        assert page.state("step") == step
        sizes = page.figure.locator(".nn-matrix td > *:visible").evaluate_all(
            "cells => cells.map(cell => parseFloat(getComputedStyle(cell).fontSize))"
        )
        assert min(sizes) > 11
        places.add(page.figure.locator(".et-sum").bounding_box()["y"])
    assert len(places) == 1


def test_a_finger_derives_and_solves_at_390_pixels(show):
    page = show(EarnTheTranspose(), width=390, touch=True)
    gradients = EarnTheTranspose().gradients()
    for name in ("X", "W"):
        page.figure.get_by_text(name, exact=True).first.tap()
        assert page.state("wanted") == name
        for step in range(1, 6):
            page.figure.get_by_role("button", name="Next").tap()
            assert page.state("step") == step
        np.testing.assert_allclose(result(page), gradients[name], atol=1e-4)
    for (i, j), value in np.ndenumerate(gradients["W"]):
        entry = page.figure.get_by_label(f"∂L/∂W, row {i + 1}, column {j + 1}")
        assert min(entry.bounding_box()[side] for side in ("width", "height")) >= 24
        entry.tap()
        assert page.state("entry") == [i, j]
        assert page.text(".et-sum").endswith(f"= {value:g}".replace("-", "−"))
    page.figure.get_by_text("Order puzzle").tap()
    page.figure.get_by_text("Square: n = m = N = 2").tap()
    page.figure.get_by_label("Left factor").select_option("Xᵀ")
    assert page.text(".et-verdict").startswith("✓ Right: Xᵀ · G")
    page.figure.get_by_role("button", name="Reset").tap()
    assert page.state("view") == "derivation"


def test_a_finger_on_the_matrices_scrolls_the_page(show):
    page = show(EarnTheTranspose(), width=390, touch=True)
    page.page.set_viewport_size({"width": 390, "height": 500})
    box = page.figure.locator(".et-given").bounding_box()
    page.touch_drag(box["x"] + 60, box["y"] + 60, 0, -120)
    page.page.wait_for_function("scrollY > 50")
    assert page.state("entry") == [2, 1]


def test_next_says_where_it_leads(show):
    page = show(EarnTheTranspose())
    page.listen()
    page.figure.get_by_role("button", name="Next").press("Enter")
    (said,) = page.heard(page.text(".nn-readout"))
    assert said == f"{page.text('.et-progress')}. {page.text('.nn-readout')}"
    assert said.startswith("Step 2 of 6: ")
