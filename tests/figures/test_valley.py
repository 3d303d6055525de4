"""Figure 5 walks as nnlib's layers do, whatever is chosen and dragged."""

import re

import numpy as np
import pytest

from nnlib import FCLayer, Network, mse, mse_prime, numerical_gradient
from nnlib.figures import Valley
from nnlib.figures.valley_walk import Y_STAR, X
from tests.figures.node import MATH, run_module


def shown(page):
    """Return the numbers of the figure's first sentence, the number of steps first."""
    sentence = page.text(".nn-readout").split(": ", 1)
    numbers = re.findall(r"[−]?\d+(?:\.\d+)?", sentence[0] + " " + sentence[1].split(". ")[0])
    return [float(one.replace("−", "-")) for one in numbers]


def python(page):
    """Return the figure in Python with the state that the page shows."""
    names = ("mode", "alpha", "curvature", "start", "steps", "batch_size")
    state = {name: page.state(name) for name in names}
    return Valley(**{**state, "start": tuple(state["start"])})


def check(page):
    """Compare what the figure says with nnlib's walk."""
    figure = python(page)
    steps, *numbers = shown(page)
    assert steps == figure.steps
    expected = [*figure.path[-1], figure.loss]
    if figure.mode == "one":
        expected.append(figure.curvature * (figure.path[-1, 0] - 3))
    np.testing.assert_allclose(numbers, expected, atol=5.1e-5)
    return figure


def middle(page, selector):
    """Scroll to what is seen of this and return its middle in the window."""
    seen = page.figure.locator(f"svg:not([hidden]) {selector}")
    seen.scroll_into_view_if_needed()
    box = seen.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def choose_line(page):
    page.figure.get_by_label("a line: w and b").check()


# --- in Python --------------------------------------------------------------------------------


def test_one_weight_is_the_step_of_the_chapter():
    figure = Valley(alpha=0.3, curvature=2, start=(1.0, 0.0), steps=5)
    w = np.array([1.0])
    for _ in range(5):
        w = w - 0.3 * numerical_gradient(lambda w: figure.loss_at(w[0]), w)
    assert figure.path[-1, 0] == pytest.approx(w[0], abs=1e-8)
    assert 2 / figure.largest_curvature == 1


def test_the_line_fit_is_nnlibs_training():
    for batch_size in (4, 2, 1):
        figure = Valley(mode="two", alpha=0.05, steps=8 * 4 // batch_size, batch_size=batch_size)
        layer = FCLayer.from_arrays([[0]], [[0]])
        network = Network([layer])
        network.use(mse, mse_prime)
        network.fit(X, Y_STAR, epochs=8, alpha=0.05, batch_size=batch_size)
        np.testing.assert_allclose(
            figure.path[-1], [layer.weights[0, 0], layer.bias[0, 0]], atol=1e-12
        )
    assert Valley(mode="two").largest_curvature == pytest.approx(8.405, abs=1e-3)
    assert Valley(mode="two", batch_size=1).largest_curvature == pytest.approx(20)


@pytest.mark.parametrize("batch_size", [4, 2, 1])
@pytest.mark.parametrize("mode", ["one", "two"])
def test_the_pages_walk_equals_nnlibs(mode, batch_size):
    figure = Valley(mode=mode, alpha=0.07, start=(1.7, -0.3), steps=60, batch_size=batch_size)
    code = "return [module.walk(given), module.steepest(given.batch_size)]"
    parts = MATH.parents[1] / "parts"
    path, steepest = run_module(parts / "valley_math.js", code, figure.state())
    np.testing.assert_allclose(path, figure.path, rtol=0, atol=1e-12)
    if mode == "two":
        assert steepest == pytest.approx(figure.largest_curvature, abs=1e-12)


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"mode": "three"}, "mode is 'three'; expected 'one' or 'two'"),
        ({"alpha": 0}, "alpha is 0; expected above 0 and up to 1.25"),
        ({"mode": "two", "alpha": 0.5}, "alpha is 0.5; expected above 0 and up to 0.3"),
        ({"curvature": 5}, "curvature is 5; expected 0.5 to 4"),
        ({"start": (11.0, 0.0)}, "expected numbers from -4 to 10"),
        ({"steps": 101}, "steps is 101; expected 0 to 100"),
        ({"batch_size": 3}, "batch_size is 3; expected 4, 2 or 1"),
    ],
)
def test_refuses_what_it_cannot_show(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        Valley(**state)


@pytest.mark.parametrize("mode", ["one", "two"])
def test_html_has_a_still_with_its_finding(mode):
    figure = Valley(mode=mode, steps=2)
    assert "stands after 2 steps at w = " in figure.alt()
    assert "<polyline" in figure.to_html()
    assert repr(figure) == f"Valley(mode='{mode}', alpha=0.1, start=(0, 0), steps=2)"


# --- in the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "figure",
    [
        Valley(),
        Valley(alpha=1.2, steps=100),
        Valley(mode="two", alpha=0.3, steps=100),
        Valley(mode="two", steps=7, batch_size=1),
    ],
    ids=["start", "diverges", "line diverges", "samples"],
)
def test_fits_the_screen_and_its_reserved_height(show, figure, width):
    page = show(figure, width=width)
    assert page.live
    assert page.fits(), page.heights()


def test_steps_by_keyboard(show):
    page = show(Valley())
    check(page)
    page.figure.get_by_role("button", name="Step").focus()
    for _ in range(3):
        page.page.keyboard.press("Enter")
    figure = check(page)
    assert figure.steps == 3
    cells = page.figure.locator(".va-steps tbody tr").nth(3).locator("td").all_inner_texts()
    assert cells == ["3", "1.464", "2.3593", "−3.072"]
    page.figure.get_by_label("Reset").or_(page.figure.get_by_text("Reset")).first.click()
    assert page.state("steps") == 0


def test_the_learning_rate_passes_its_thresholds(show):
    page = show(Valley(steps=3))
    slider = page.figure.get_by_label("Learning rate α")
    for alpha, words in {
        "0.1": "creeps",
        "0.5": "arrives in one step",
        "0.95": "changes sides each time and comes closer",
        "1": "at the same height for ever",
        "1.1": "ends farther out",
    }.items():
        slider.fill(alpha)
        check(page)
        assert words in page.text(".nn-readout")
    slider.focus()
    page.page.keyboard.press("ArrowLeft")
    assert page.state("alpha") == pytest.approx(1.09)
    marks = page.figure.locator(".va-mark").all_inner_texts()
    assert marks == ["1/c = 0.5", "2/c = 1"]
    page.figure.get_by_label("Curvature c").fill("4")
    check(page)
    assert page.figure.locator(".va-mark").all_inner_texts() == ["1/c = 0.25", "2/c = 0.5"]


@pytest.mark.parametrize("curvature", [1.7, 2.0, 3.0])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_zone_that_diverges_has_its_name(show, width, curvature):
    page = show(Valley(curvature=curvature), width=width)
    word, zone, scale, marks = page.figure.locator(".va-scale").evaluate(
        """(scale) => {
          const box = (thing) => {
            const { left, top, right, bottom } = thing.getBoundingClientRect();
            return [left, top, right, bottom];
          };
          const text = (el) => {
            const range = document.createRange();
            range.selectNodeContents(el);
            return box(range);
          };
          const zone = scale.querySelector(".va-zones span:last-child");
          const shown = getComputedStyle(zone).overflow === "visible";
          return [shown ? text(zone) : null, box(zone), box(scale),
            [...scale.querySelectorAll(".va-mark:not([hidden])")].map(text)];
        }"""
    )
    assert word
    left, top, right, bottom = word
    assert scale[0] <= left < right <= scale[2] + 1
    assert scale[1] <= top < bottom <= scale[3] + 1
    assert (left >= zone[0] and right <= zone[2] + 1) or top >= zone[3], "in its zone, or below"
    for x1, y1, x2, y2 in marks:
        assert right <= x1 or x2 <= left or bottom <= y1 or y2 <= top, "clear of the limits"


def test_running_ends_at_the_lowest_point(show):
    page = show(Valley(mode="two"))
    page.figure.get_by_role("button", name="Run").click()  # at once: the page asks for no motion
    figure = check(page)
    assert figure.steps == 100
    assert figure.loss == pytest.approx(0.175, abs=1e-3)
    step = page.figure.get_by_role("button", name="Step")
    assert step.is_disabled()
    step.press("Enter")
    assert page.state("steps") == 100
    assert step.evaluate("button => button === document.activeElement")
    page.figure.get_by_text("Back to the start").click()
    check(page)


@pytest.mark.parametrize("alpha", ["0.236", "0.24"])
def test_the_limit_of_the_line_fit(show, alpha):
    page = show(Valley(mode="two", steps=100))
    page.figure.get_by_label("Learning rate α").fill(alpha)
    first, last = check(page).path[[1, -1]]
    away = np.array([np.hypot(*(place - 0.9)) for place in (first, last)])
    assert (away[1] < away[0]) == (alpha == "0.236")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_start_is_dragged_on_the_map(show, width):
    page = show(Valley(), width=width)
    choose_line(page)
    start = page.figure.locator("svg:not([hidden]) .va-start rect").bounding_box()
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x + 100, y - 50, steps=4)
    page.page.mouse.up()
    w, b = page.state("start")
    assert 0.9 < w < 1.2
    assert 0.4 < b < 0.6
    page.figure.get_by_role("button", name="Step").click()
    check(page)


def test_the_start_moves_by_arrow_keys_and_by_a_click(show):
    page = show(Valley())
    page.figure.get_by_role("slider", name="Start of the walk").focus()
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("Shift+ArrowRight")
    assert page.state("start") == [2.75, 0]
    page.page.keyboard.press("ArrowDown")
    assert page.state("start") == [2.5, 0]
    check(page)
    choose_line(page)
    page.figure.get_by_role("slider", name="Start of the walk").focus()
    page.page.keyboard.press("ArrowUp")
    page.page.keyboard.press("ArrowLeft")
    assert page.state("start") == [-0.05, 0.05]
    check(page)
    page.figure.locator("svg:not([hidden]) .va-ground").click()
    np.testing.assert_allclose(page.state("start"), [0.9, 0.9], atol=0.02)


@pytest.mark.parametrize("mode", ["one", "two"])
def test_home_and_end_move_the_start_and_not_the_page(show, mode):
    page = show(Valley(mode=mode, start=(0, 0)))
    page.page.evaluate("addEventListener('keydown', (event) => (window.kept = event))")
    handle = page.figure.locator("svg:not([hidden]) .va-start")
    handle.focus()
    for key, limit in [("Home", "aria-valuemin"), ("End", "aria-valuemax")]:
        page.page.keyboard.press(key)
        end = float(handle.get_attribute(limit))
        assert page.state("start") == [end, 0]
        assert float(handle.get_attribute("aria-valuenow")) == end
        assert page.page.evaluate("kept.defaultPrevented")
    check(page)


def test_keys_with_alt_are_the_browsers(show):
    page = show(Valley(start=(1, 0)))
    page.page.evaluate("addEventListener('keydown', (event) => (window.kept = event))")
    page.figure.get_by_role("slider", name="Start of the walk").press("Alt+ArrowLeft")  # "back"
    assert not page.page.evaluate("kept.defaultPrevented")
    assert page.state("start") == [1, 0]


@pytest.mark.parametrize("batch_size", [2, 1])
def test_batches_see_their_samples_alone(show, batch_size):
    page = show(Valley(mode="two", alpha=0.05, steps=3))
    page.figure.get_by_label(str(batch_size), exact=True).check()
    assert page.state("steps") == 0
    for _ in range(3):
        page.figure.get_by_role("button", name="Step").click()
        check(page)
    assert page.figure.locator(".va-sample.va-seen").count() == batch_size
    seen = "sample with x = 3 alone" if batch_size == 1 else "samples with x = 2 and x = 3"
    assert f"The next step sees the {seen}" in page.text(".nn-readout")


def test_a_finger_walks_and_drags_at_390_pixels(show):
    page = show(Valley(), width=390, touch=True)
    page.figure.get_by_text("a line: w and b").tap()
    page.figure.get_by_role("button", name="Step").tap()
    page.figure.get_by_role("button", name="Step").tap()
    assert check(page).steps == 2
    x, y = middle(page, ".va-start rect")
    before = page.page.evaluate("scrollY")
    page.touch_drag(x, y, 60, -90)
    assert page.page.evaluate("scrollY") == before
    w, b = page.state("start")
    assert 0.55 < w < 0.7  # 300 units of the picture are 3 in w and in b, a unit 0.98 pixels
    assert 0.85 < b < 1
    check(page)
    rate = page.figure.get_by_label("Learning rate α")
    box = rate.bounding_box()
    rate.tap(position={"x": 0.75 * box["width"], "y": box["height"] / 2})
    assert page.state("alpha") == pytest.approx(0.225, abs=0.01)
    check(page)
    ground = page.figure.locator("svg:not([hidden]) .va-ground")
    ground.tap()
    np.testing.assert_allclose(page.state("start"), [0.9, 0.9], atol=0.02)


def test_a_finger_beside_the_square_scrolls_the_page(show):
    page = show(Valley(mode="two"), width=390, touch=True)
    x, y = middle(page, ".va-ground")
    before = page.page.evaluate("scrollY")
    page.touch_drag(x + 60, y, 0, -150)
    page.page.wait_for_function("before => scrollY > before + 50", arg=before)
    assert page.state("start") == [0, 0]


@pytest.mark.parametrize("name", ["Step", "Run", "Back to the start", "Reset"])
def test_buttons_have_room_for_a_finger(show, name):
    page = show(Valley(), width=390, touch=True)
    box = page.figure.get_by_role("button", name=name).bounding_box()
    assert min(box["width"], box["height"]) >= 44


def test_numbers_out_of_the_picture_are_powers_of_ten(show):
    page = show(Valley(alpha=1.2, steps=100))
    assert "w = −1.2 · 10¹⁵, loss 1.5 · 10³⁰" in page.text(".nn-readout")
    assert "The walk has left the picture." in page.text(".nn-readout")


def test_a_slider_speaks_once_and_nothing_stays_twice_in_the_page(show):
    page = show(Valley(steps=3))
    page.page.clock.install()
    page.listen()
    rate = page.figure.get_by_label("Learning rate α")
    rate.press("ArrowRight")
    assert rate.get_attribute("aria-valuetext") == page.text(".nn-value")
    page.page.clock.run_for(500)
    sentence = page.text(".nn-readout")
    assert page.heard(sentence) == [sentence]
    page.page.clock.run_for(4000)
    assert page.figure.get_by_text(sentence).count() == 1
