"""Figure 1 shows what nnlib computes, whatever is typed, chosen or dragged."""

import json
import re
from html import unescape

import numpy as np
import pytest

from nnlib import FCLayer, running_example, three_to_two
from nnlib.figures import MatrixMicroscope


def shown(page, name):
    """Return the numbers in a matrix of the figure."""
    rows = page.figure.locator(f".mm-{name} tr").all()
    cells = [[cell for cell in row.locator("td > *").all()] for row in rows]
    return np.array(
        [
            [
                float(
                    (
                        cell.input_value()
                        if cell.evaluate("cell => cell.tagName") == "INPUT"
                        else cell.inner_text()
                    ).replace("−", "-")
                )
                for cell in row
            ]
            for row in cells
        ]
    )


def expected(page):
    """Return Y as nnlib computes it from the numbers that are shown."""
    return FCLayer.from_arrays(shown(page, "w"), shown(page, "b")).forward_propagation(
        shown(page, "x")
    )


# --- in Python --------------------------------------------------------------------------------


def test_defaults_are_layer_1_of_the_running_example():
    figure, example = MatrixMicroscope(), running_example()
    np.testing.assert_array_equal(
        figure.y, example.network.layers[0].forward_propagation(example.x)
    )
    assert repr(figure) == "MatrixMicroscope(x=[[1, 2]], focus=(0, 0))"


def test_takes_arrays_and_layers():
    layer, x = three_to_two()
    figure = MatrixMicroscope.of(layer, x, focus=(0, 1))
    assert figure.w == layer.weights.tolist()
    assert figure.written_sum() == (
        "y₂ = x₁·w₁₂ + x₂·w₂₂ + x₃·w₃₂ + b₂ = 1·(−0.4) + 2·0.1 + 3·0.6 + (−0.2) = 1.4"
    )


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"x": [[1, 2, 3]]}, "x has shape (1, 3), w (2, 3) and b (1, 3)"),
        ({"b": [[1, 2]]}, "b (1, 2)"),
        ({"x": [[1, float("nan")]]}, "nan"),
        ({"x": [[1, 2]] * 5}, "x has 5 rows; expected at most 4"),
        ({"x": [1, 2]}, "x has shape (2,)"),
        ({"focus": (1, 0)}, "focus is (1, 0)"),
        ({"edge": (2, 0)}, "edge is (2, 0)"),
        ({"x": [[1, 2]] * 2, "rows": False}, "x has 2 rows; expected 1 where rows is False"),
        ({"weights": [[1]]}, "weights is no setting of MatrixMicroscope; expected b, edge"),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        MatrixMicroscope(**state)


def test_several_settings_change_together():
    figure = MatrixMicroscope()
    layer, x = three_to_two()
    with figure.hold_trait_notifications():
        figure.x, figure.w, figure.b = x, layer.weights, layer.bias
    np.testing.assert_allclose(figure.y, [[0.4, 1.4]])


def test_html_holds_the_state_and_a_still_but_no_code():
    html = MatrixMicroscope(focus=(0, 1)).to_html()
    state = json.loads(unescape(re.search('data-state="([^"]*)"', html)[1]))
    assert state["focus"] == [0, 1]
    assert state["w"] == [[0.1, -0.2, 0.4], [0.3, 0.5, -0.1]]
    assert "y₂ = x₁·w₁₂ + x₂·w₂₂ + b₂ = 1·(−0.2) + 2·0.5 + (−0.1) = 0.7" in html
    assert ">= 1·(−0.2) + 2·0.5 + (−0.1) = 0.7</text>" in html
    assert "<svg" in html
    assert "<script" not in html
    assert len(html) < 12_000


# --- in the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("figure", [MatrixMicroscope(), MatrixMicroscope.of(*three_to_two())])
def test_fits_the_screen_and_its_reserved_height(show, figure, width):
    page = show(figure, width=width)
    assert page.live
    assert page.fits(), page.heights()
    np.testing.assert_allclose(shown(page, "y"), figure.y, atol=1e-12)


def test_typing_a_number_changes_the_sum(show):
    page = show(MatrixMicroscope())
    page.figure.get_by_label("W, weight from input 2 to output 3").fill("0.25")
    assert page.state("w")[1][2] == 0.25
    np.testing.assert_allclose(shown(page, "y"), expected(page), atol=1e-4)
    assert "2·0.25 + 0.3 = 1.2" in page.text(".mm-sum")
    page.figure.get_by_label("X, row 1, input 1").fill("")
    assert page.state("x") == [[1, 2]]  # an empty field is no number: nothing changes
    page.figure.get_by_text("Reset").click()
    np.testing.assert_allclose(shown(page, "y"), MatrixMicroscope().y, atol=1e-12)


@pytest.mark.parametrize("typed", ["1e9", "", "-1001"])
@pytest.mark.parametrize("leaving", ["Enter", "Tab"])
def test_a_refused_number_is_put_back_and_the_limits_are_said(show, typed, leaving):
    page = show(MatrixMicroscope(), width=390)
    field = page.figure.get_by_label("W, weight from input 1 to output 2")
    assert field.input_value() == "−0.2"
    field.fill(typed)
    assert page.state("w")[0][1] == -0.2
    assert "Numbers from" not in page.text(".nn-live")  # not yet
    page.page.keyboard.press(leaving)
    assert page.text(".nn-note") == "Numbers from −1000 to 1000"
    assert float(field.input_value().replace("−", "-")) == -0.2
    assert field.get_attribute("aria-invalid") == "false"
    note, stage = (page.figure.locator(one).bounding_box() for one in (".nn-note", ".nn-stage"))
    assert note["x"] >= stage["x"]
    assert note["x"] + note["width"] <= stage["x"] + stage["width"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("0,5", 0.5), ("−2", -2), ("–0,25", -0.25), ("1/2", 0.5), ("-3/4", -0.75), ("1,5/-2", -0.75)],
)
@pytest.mark.parametrize("pasted", [False, True])
def test_a_number_may_be_written_as_the_book_and_other_languages_do(show, typed, number, pasted):
    page = show(MatrixMicroscope())
    field = page.figure.get_by_label("X, row 1, input 1")
    field.focus()
    if pasted:
        page.page.keyboard.insert_text(f" {typed} ")
    else:
        page.page.keyboard.type(typed)
    page.page.keyboard.press("Tab")
    assert page.state("x") == [[number, 2]]
    assert field.input_value() == str(number).replace("-", "−")
    assert page.figure.locator(".nn-note").count() == 0


@pytest.mark.parametrize("typed", ["5000", "7/0", "7/", "1/2/3"])
@pytest.mark.parametrize("leaving", ["Enter", "Tab"])
def test_the_number_before_the_typing_is_put_back(show, typed, leaving):
    page = show(MatrixMicroscope())
    field = page.figure.get_by_label("X, row 1, input 2")
    field.focus()
    page.page.keyboard.type(typed)
    page.page.keyboard.press(leaving)
    assert field.input_value() == "2"
    assert page.state("x") == [[1, 2]]
    assert page.text(".nn-note") == "Numbers from −1000 to 1000"


def test_enter_takes_a_number_so_that_a_later_slip_goes_back_to_it(show):
    page = show(MatrixMicroscope())
    page.figure.get_by_label("X, row 1, input 2").focus()
    page.page.keyboard.type("1/4")
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("ControlOrMeta+a")
    page.page.keyboard.type("8000")
    page.page.keyboard.press("Tab")
    assert page.state("x") == [[1, 0.25]]


def test_a_taken_number_is_kept_without_a_note(show):
    page = show(MatrixMicroscope())
    field = page.figure.get_by_label("W, weight from input 1 to output 2")
    field.fill("-0.75")
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("ArrowUp")
    page.page.keyboard.press("Tab")
    assert page.state("w")[0][1] == pytest.approx(-0.7, abs=0.06)  # the nearest step up
    assert page.figure.locator(".nn-note").count() == 0


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "state",
    [
        {"x": [[0.123456, -3]]},
        {"x": [[-876.5432, 999.8765]]},
        {"x": [[-1000, -1000]], "w": [[1000] * 4] * 2, "b": [[-1000] * 4]},
    ],
)
def test_long_numbers_stay_in_their_cells(show, state, width):
    page = show(MatrixMicroscope(**state), width=width)
    too_wide = page.figure.evaluate(
        """figure => [...figure.querySelectorAll(".nn-matrix td > *")].filter((cell) => {
          if (cell.tagName === "INPUT") return cell.scrollWidth > cell.clientWidth;
          const text = document.createRange();
          text.selectNodeContents(cell);
          return text.getBoundingClientRect().width > cell.clientWidth;
        }).map((cell) => cell.value || cell.textContent)"""
    )
    assert too_wide == []


def test_chapter_1_has_no_rows(show):
    figure = MatrixMicroscope(rows=False)
    assert "The inputs meet column 1 of W, and the bias is added" in figure.alt()
    page = show(figure, width=390)
    assert page.fits(), page.heights()
    assert page.figure.get_by_role("button", name="row").count() == 0
    said = "The inputs meet column 1 of W; then b₁ is added. 2 numbers in, 3 numbers out."
    assert page.text(".nn-readout") == said
    assert page.figure.get_by_label("X, input 2").count() == 1
    page.figure.get_by_label("Y, output 3").click()
    assert page.state("focus") == [0, 2]
    page.figure.locator('.mm-edge[data-r="1"][data-c="2"]').focus()
    assert not re.search(r"sample|of X", page.text(".nn-readout"))


def test_dashes_mean_a_negative_weight_alone(show):
    page = show(MatrixMicroscope())
    styles = page.figure.locator(".nn-matrix td, [class*=nn-term]").evaluate_all(
        "all => all.map((el) => getComputedStyle(el).borderBottomStyle)"
    )
    assert {"solid", "double", "dotted"} <= set(styles)
    assert "dashed" not in styles
    dashes = page.figure.locator(".mm-line").evaluate_all(
        "all => all.map((el) => getComputedStyle(el).strokeDasharray)"
    )
    weights = np.ravel(page.state("w"))
    assert [dash != "none" for dash in dashes] == (weights < 0).tolist()
    still = MatrixMicroscope().still()
    assert "stroke-dasharray" not in still.replace('stroke-dasharray="2 3"', ""), "but for B's dots"


def test_keyboard_alone_reaches_every_cell_of_y(show):
    page = show(MatrixMicroscope())
    page.figure.locator(".mm-y button").first.focus()
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("ArrowRight")
    assert page.state("focus") == [0, 2]
    assert "y₃" in page.text(".mm-sum")
    assert "column 3 of W" in page.text(".nn-readout")
    page.page.keyboard.press("Home")
    assert page.state("focus") == [0, 0]


def test_the_drawing_is_one_tab_stop(show):
    page = show(MatrixMicroscope())
    page.figure.locator(".mm-y button[tabindex='0']").focus()
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.matches('.mm-edge')")
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.closest('.mm-edge, svg')") is None


def test_rows_grow_x_and_y_alone(show):
    page = show(MatrixMicroscope())
    for rows in (2, 3, 4):
        page.figure.get_by_text("Add a row to X").press("Enter")
        assert shown(page, "x").shape == (rows, 2)
        np.testing.assert_allclose(shown(page, "y"), expected(page), atol=1e-4)
        assert f"B (1 × 3) used\u00a0{rows}\u00a0times" in page.text(".mm-b caption")
    add = page.figure.get_by_text("Add a row to X")
    assert add.is_disabled()
    assert add.evaluate("button => button === document.activeElement")
    assert "same 6 weights" in page.text(".nn-readout")
    batch = running_example().x_batch
    np.testing.assert_array_equal(shown(page, "x")[:3], batch)
    for _ in range(3):
        page.figure.get_by_text("Take a row away").click()
    assert page.state("focus") == [0, 0]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_new_row_makes_no_matrix_wider(show, width):
    layer, x = three_to_two()
    page = show(MatrixMicroscope(x=x, w=layer.weights, b=layer.bias), width=width)
    ends = "es => es.map(e => e.getBoundingClientRect().right)"
    matrices = page.figure.locator(".mm-product .nn-matrix")
    before = matrices.evaluate_all(ends)
    page.figure.get_by_text("Add a row to X").click()
    assert "used" in page.text(".mm-w caption")
    assert matrices.evaluate_all(ends) == before


def test_an_edge_is_a_cell_of_w(show):
    page = show(MatrixMicroscope())
    edge = page.figure.locator('.mm-edge[data-r="1"][data-c="2"]')
    edge.focus()
    assert page.state("edge") == [1, 2]
    assert page.figure.locator(".mm-w tr:nth-child(2) td:nth-child(3).nn-chosen").count() == 1
    page.page.keyboard.press("+")
    assert page.state("w")[1][2] == 0
    page.page.keyboard.press("ArrowLeft")
    assert page.state("edge") == [1, 1]
    assert "from x₂ to y₂ carries 0.5" in page.text(".nn-readout")


def test_dragging_an_edge_changes_its_weight(show):
    page = show(MatrixMicroscope())
    line = page.figure.locator('.mm-edge[data-r="0"][data-c="0"] .mm-hit').bounding_box()
    x, y = line["x"] + line["width"] * 0.8, line["y"] + line["height"] * 0.2
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x + 60, y)
    page.page.mouse.up()
    assert page.state("edge") == [0, 0]
    assert page.state("w")[0][0] > 0.5
    np.testing.assert_allclose(shown(page, "y"), expected(page), atol=1e-4)


def test_a_finger_chooses_and_adds(show):
    page = show(MatrixMicroscope(), width=390, touch=True)
    page.figure.locator(".mm-y button").nth(2).tap()
    assert page.state("focus") == [0, 2]
    page.figure.get_by_text("Add a row to X").tap()
    assert shown(page, "x").shape == (2, 2)
    hit = page.figure.locator('.mm-edge[data-r="0"][data-c="0"] .mm-hit').bounding_box()
    page.page.touchscreen.tap(hit["x"] + hit["width"] * 0.8, hit["y"] + hit["height"] * 0.2)
    assert page.state("edge") == [0, 0]


def place_on(edge):
    """Return a point of the window on an edge, near its first end, where no other edge is."""
    return edge.locator(".mm-line").evaluate(
        """line => {
          const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => line[name].baseVal.value);
          const there = new DOMPoint(x1 + 0.8 * (x2 - x1), y1 + 0.8 * (y2 - y1));
          const { x, y } = there.matrixTransform(line.getScreenCTM());
          return [x, y];
        }"""
    )


def test_a_finger_drags_a_weight_and_scrolls_the_page(show):
    page = show(MatrixMicroscope(), width=390, touch=True)
    edge = page.figure.locator('.mm-edge[data-r="1"][data-c="2"]')
    edge.scroll_into_view_if_needed()
    at, scrolled = place_on(edge), page.page.evaluate("scrollY")
    page.touch_drag(*at, 60, 10)
    assert page.state("edge") == [1, 2]
    weight = page.state("w")[1][2]
    assert weight == pytest.approx(-0.1 + 60 / 60, abs=0.11)
    assert page.page.evaluate("scrollY") == scrolled
    np.testing.assert_allclose(shown(page, "y"), expected(page), atol=1e-4)
    assert shown(page, "w")[1, 2] == weight
    page.touch_drag(*at, 5, -150)  # up or down, on an edge too: the page moves
    page.page.wait_for_function("before => scrollY > before", arg=scrolled)
    assert page.state("w")[1][2] == weight


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("rows", [True, False])
def test_choosing_an_edge_moves_nothing(show, rows, width):
    page = show(MatrixMicroscope(rows=rows), width=width)
    page.figure.locator('.mm-edge[data-r="1"][data-c="2"]').focus()
    assert "carries −0.1" in page.text(".nn-readout")
    assert page.fits(), page.heights()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("shape", [(2, 4), (4, 2), (4, 4)])
def test_many_columns_stay_in_the_figure(show, shape, width):
    n, m = shape
    numbers = np.linspace(-9.1, 9, n * m).reshape(n, m).round(1)
    figure = MatrixMicroscope(x=numbers[:1, :1] * np.ones((1, n)), w=numbers, b=numbers[:1])
    page = show(figure, width=width)
    assert page.fits(), page.heights()
    overlap = page.figure.evaluate(
        """figure => {
          const boxes = (selector) => [...figure.querySelectorAll(selector)].map((one) =>
            one.getBoundingClientRect());
          const circles = boxes(".mm-neuron circle");
          return boxes(".mm-bias-text").filter((text) => circles.some((circle) =>
            circle.top < text.bottom - 3 && circle.bottom > text.top + 3
            && circle.left < text.right && circle.right > text.left)).length;
        }"""
    )
    assert overlap == 0


def test_a_changed_number_says_the_new_y(show):
    page = show(MatrixMicroscope(rows=False))
    page.listen()
    page.figure.get_by_label("X, input 1").press("ArrowUp")
    (said,) = page.heard("Y = (")
    assert said.startswith("Y = (0.91, 0.68, 0.54). The inputs meet column 1")
    page.figure.get_by_label("W, weight from input 2 to output 3").press("ArrowUp")
    (said,) = page.heard("Y = (")
    assert said.startswith("Y = (0.91, 0.68, 0.74). The inputs meet column 3")
    page.figure.get_by_label("Y, output 2").press("Enter")  # nothing is computed anew
    (said,) = page.heard("The inputs meet column 2")
    assert said.startswith("The inputs")


def test_of_several_rows_the_chosen_one_is_said(show):
    page = show(MatrixMicroscope(x=running_example().x_batch))
    page.listen()
    page.figure.get_by_label("X, row 2, input 2").press("ArrowUp")
    said = page.heard("Row 2 of Y is")[-1]
    numbers = ", ".join(f"{value:g}" for value in shown(page, "y")[1]).replace("-", "−")
    assert said.startswith(f"Row 2 of Y is ({numbers}). Row 2 of X meets")
