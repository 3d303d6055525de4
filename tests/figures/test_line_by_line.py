"""Figure 3 shows nnlib's own lines and, after each of them, the arrays that Python has there."""

import re
import sys

import numpy as np
import pytest

from nnlib import ActivationLayer, FCLayer, running_example, tanh, tanh_prime
from nnlib.figures import LineByLine
from tools.show_source import quoted_source

ARRAYS = ("input", "output_gradient", "input_gradient")
KEPT = ("input", "weights", "bias", "weights_gradient", "bias_gradient")


def record(figure):
    """Run nnlib under a tracer; return, for each line, what is there after it has run."""
    if figure.layer == "FCLayer":
        layer = FCLayer.from_arrays(figure.w, figure.b)
    else:
        layer = ActivationLayer(tanh, tanh_prime)
    methods = {type(layer).forward_propagation, type(layer).backward_propagation}
    codes = {method.__code__ for method in methods}
    moments = []

    def note(frame, returned=None):
        kept = {
            f"self.{name}": getattr(layer, name).copy()
            for name in KEPT
            if getattr(layer, name, None) is not None
        }
        local = {name: frame.f_locals[name].copy() for name in ARRAYS if name in frame.f_locals}
        moments.append(kept | local | ({} if returned is None else {"returned": returned.copy()}))

    def trace(frame, event, argument):
        if frame.f_code not in codes:
            return None
        if event == "line":  # what the line before has left, or the call itself
            note(frame)
        elif event == "return":
            note(frame, argument)
        return trace

    sys.settrace(trace)
    try:
        layer.forward_propagation(np.array(figure.x))
        if figure.direction == "both":
            layer.backward_propagation(np.array(figure.output_gradient), figure.alpha)
    finally:
        sys.settrace(None)
    return moments


def shown(page):
    """Return the arrays that the figure shows, by name."""
    arrays = {}
    for box in page.figure.locator(".ll-self .ll-var, .ll-local .ll-var").all():
        if not box.locator("table").is_visible():
            continue
        name = box.locator(".ll-name").inner_text().split(" ")[0]
        rows = box.locator("tr").all_inner_texts()
        arrays[name] = np.array([[float(n) for n in row.replace("−", "-").split()] for row in rows])
    return arrays


# --- in Python --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["FCLayer", "ActivationLayer"])
def test_code_is_nnlibs(kind):
    figure = LineByLine(layer=kind)
    expected = "\n\n".join(
        quoted_source(f"{kind}.{name}") for name in ("forward_propagation", "backward_propagation")
    )
    assert "\n".join(figure.code) == expected
    assert repr(figure) == f"LineByLine(layer='{kind}', direction='both', step=0)"


def test_defaults_are_the_running_example_with_its_gradients():
    example = running_example()
    network = example.network
    output = network.predict(example.x)
    network.backward_propagation(network.loss_prime(output, example.y_star), 0)
    first = LineByLine().run()
    np.testing.assert_allclose(first.weights_gradient, network.layers[0].weights_gradient)
    np.testing.assert_allclose(first.bias_gradient, network.layers[0].bias_gradient)


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"layer": "Layer"}, "layer is 'Layer'"),
        ({"direction": "backward"}, "direction 'backward'"),
        ({"code": []}, "code was given"),
        ({"step": 13}, "step is 13; expected 0 to 12"),
        ({"direction": "forward", "step": 4}, "step is 4; expected 0 to 3"),
        ({"alpha": float("inf")}, "alpha is inf; expected 0 to 10"),
        ({"x": [[1, 2, 3]]}, "input has shape (1, 3)"),
        ({"output_gradient": [[1, 2]]}, "output_gradient has shape (1, 2)"),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        LineByLine(**state)


# --- in the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("direction", ["forward", "both"])
@pytest.mark.parametrize("kind", ["FCLayer", "ActivationLayer"])
def test_every_line_leaves_what_python_has_there(show, kind, direction):
    figure = LineByLine(layer=kind, direction=direction)
    page = show(figure)
    moments = record(figure)
    lines = page.figure.locator(".ll-line")
    assert lines.count() == len(moments)
    lines.first.focus()
    page.page.keyboard.press("Enter")
    for number, moment in enumerate(moments, start=1):
        assert page.state("step") == number
        arrays = shown(page)
        for name, right in moment.items():
            np.testing.assert_allclose(arrays[name], right, atol=5e-5, err_msg=name)
        assert f"{number} of {len(moments)} lines" in page.text(".ll-progress")
        page.page.keyboard.press("ArrowDown")
    step = page.figure.get_by_text("Step", exact=True)
    assert step.is_disabled()
    back = page.figure.get_by_text("Back", exact=True)
    back.focus()
    for _ in range(len(moments) + 1):
        page.page.keyboard.press("Enter")
    assert page.state("step") == 0
    assert back.is_disabled()
    assert back.evaluate("button => button === document.activeElement")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("direction", ["forward", "both"])
@pytest.mark.parametrize("kind", ["FCLayer", "ActivationLayer"])
def test_fits_at_every_step(show, kind, direction, rows, width):
    x = running_example().x_batch[:rows]
    x = x if kind == "FCLayer" else np.full((rows, 3), -0.1234)
    gradient = np.full((rows, 3), -0.1234)
    page = show(
        LineByLine(layer=kind, direction=direction, x=x, output_gradient=gradient), width=width
    )
    reserved, needed = page.heights()
    for _ in range(page.figure.locator(".ll-line").count()):
        page.figure.get_by_text("Step", exact=True).click()
        needed = max(needed, page.heights()[1])
    assert reserved - 40 < needed <= reserved + 1
    assert page.fits()


def test_the_remembered_input_is_marked_stored_and_used(show):
    page = show(LineByLine())
    memory = page.figure.locator(".ll-self .ll-var").first
    assert memory.inner_text().strip() == "self.input = None"
    step = page.figure.get_by_text("Step", exact=True)
    marks = []
    for _ in range(5):
        step.click()
        marks.append(memory.inner_text().split("–")[-1].split("\n")[0].strip())
    assert marks == ["self.input = None", "written", "remembered", "remembered", "read"]
    assert "comes out of self.input" in page.text(".nn-readout")
    page.figure.get_by_text("Back", exact=True).click()
    assert page.state("step") == 4


def test_a_new_input_runs_through_all_lines(show):
    page = show(LineByLine(step=12))
    page.figure.get_by_label("input, row 1, number 2").fill("-3")
    figure = LineByLine(x=page.state("x"))
    assert figure.x == [[1, -3]]
    arrays, layer = shown(page), figure.run()
    np.testing.assert_allclose(arrays["self.weights_gradient"], layer.weights_gradient, atol=5e-5)
    np.testing.assert_allclose(arrays["self.weights"], layer.weights, atol=5e-5)
    page.figure.get_by_text("Reset").click()
    assert page.state("x") == [[1, 2]]


def test_a_finger_runs_lines_and_scrolls_the_code(show):
    figure = LineByLine()
    page = show(figure, width=390, touch=True)
    assert page.small_targets(32) == []
    moments = record(figure)
    page.figure.get_by_text("Step", exact=True).tap()
    assert page.state("step") == 1
    listing = page.figure.locator(".ll-code")
    box = listing.bounding_box()
    page.touch_drag(box["x"] + 150, box["y"] + 200, 0, -190)
    page.page.wait_for_function("() => document.querySelector('.ll-code').scrollTop > 100")
    assert page.state("step") == 1  # a finger that scrolls chooses no line
    page.figure.locator(".ll-line").nth(7).tap()
    assert page.state("step") == 8
    arrays = shown(page)
    for name, right in moments[7].items():
        np.testing.assert_allclose(arrays[name], right, atol=5e-5, err_msg=name)


@pytest.mark.parametrize("width", [1280, 390])
def test_long_numbers_stay_in_their_cells(show, width):
    gradient = [[-0.123456, 999.8765, -876.5432]] * 2
    page = show(LineByLine(x=[[-0.2756, 1], [0, -1000]], output_gradient=gradient), width=width)
    too_wide = page.figure.evaluate(
        """figure => [...figure.querySelectorAll("td > input")].filter((cell) =>
          cell.scrollWidth > cell.clientWidth).map((cell) => cell.value)"""
    )
    assert too_wide == []


def test_code_that_the_figure_does_not_know_leaves_the_still(show, monkeypatch):
    code = [line.replace("gradient @", "gradient * 2 @") for line in LineByLine().code]
    monkeypatch.setattr("nnlib.figures.line_by_line.code_of", lambda kind, direction: code)
    page = show(LineByLine())
    assert not page.live
    assert "no such line is known: input_gradient = output_gradient * 2" in page.text(".nn-message")
