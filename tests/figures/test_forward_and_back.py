"""Figure 6 shows both passes of nnlib's network, and paths that add up to its gradients."""

import re

import numpy as np
import pytest

from nnlib import FCLayer, mse, mse_prime, numerical_gradient, running_example
from nnlib.figures import ForwardAndBack
from tests.figures.node import MATH, run_module


def expected():
    """Return values, slopes of the values, and for each layer the slopes of its weights."""
    example = running_example()
    values = [example.x]
    for layer in example.network.layers:
        values.append(layer.forward_propagation(values[-1]))
    slopes = [mse_prime(values[-1], example.y_star)]
    for layer in reversed(example.network.layers):
        slopes.insert(0, layer.backward_propagation(slopes[0], 0))
    return values, slopes, example.network.layers


def number(text):
    """Return the number in a text, or None if there is none."""
    return float(text.replace("−", "-")) if text else None


def column(page, station, part):
    """Return what the boxes of a station show: their values or slopes."""
    boxes = page.figure.locator(f'[data-station="{station}"] .fb-{part}')
    return [number(text) for text in boxes.all_text_contents()]


def wires(page, part):
    """Return the numbers on all weights, in the order of the layers, rows and columns."""
    return [
        number(text)
        for text in page.figure.locator(f"[data-weight] .fb-{part}").all_text_contents()
    ]


def check(page):
    """Compare what is shown with nnlib's passes, as far as they have come."""
    values, slopes, layers = expected()
    step = page.state("step")
    for s in range(5):
        known = values[s][0] if step >= s else [None] * values[s].size
        assert column(page, s, "value") == pytest.approx(list(known), abs=5.1e-5)
        known = slopes[s][0] if step >= 10 - s else [None] * values[s].size
        assert column(page, s, "slope") == pytest.approx(list(known), abs=5.1e-5)
    loss = page.figure.locator('[data-what="loss"]').text_content().replace("L = ", "")
    known = mse(values[-1], running_example().y_star) if step >= 5 else None
    assert number(loss) == pytest.approx(known, abs=5.1e-5)
    fc = [(k, layer) for k, layer in enumerate(layers) if isinstance(layer, FCLayer)]
    assert wires(page, "weight") == [w for _, layer in fc for w in layer.weights.ravel()]
    shown = wires(page, "slope")
    for k, layer in fc:
        own = [shown.pop(0) for _ in range(layer.weights.size)]
        known = layer.weights_gradient.ravel() if step >= 10 - k else [None] * len(own)
        assert own == pytest.approx(list(known), abs=5.1e-5)


# --- in Python --------------------------------------------------------------------------------


def test_passes_are_nnlibs_and_the_slopes_are_right():
    figure = ForwardAndBack()
    values, slopes, layers = expected()
    for ours, theirs in zip([*figure.values, *figure.gradients], [*values, *slopes], strict=True):
        np.testing.assert_array_equal(ours, theirs)
    np.testing.assert_array_equal(
        figure.parameter_gradients[0]["weights"], layers[0].weights_gradient
    )
    assert figure.parameter_gradients[1] == {}
    example = running_example()
    nudged = numerical_gradient(
        lambda x: mse(example.network.predict(x), example.y_star), example.x
    )
    np.testing.assert_allclose(figure.gradients[0], nudged, atol=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_the_pages_passes_equal_nnlibs(seed):
    rng = np.random.default_rng(seed)
    layers = [
        FCLayer.from_arrays(rng.normal(size=(3, 2)), rng.normal(size=(1, 2))),
        {"activation": "sigmoid"},
        FCLayer.from_arrays(rng.normal(size=(2, 3)), rng.normal(size=(1, 3))),
        {"activation": "tanh"},
    ]
    figure = ForwardAndBack(
        layers=layers, x=rng.normal(size=(1, 3)), y_star=rng.normal(size=(1, 3)),
        chosen=["weight", 0, 2, 1],
    )  # fmt: skip
    values, slopes, loss, paths, gradient = run_module(
        MATH.parents[1] / "parts" / "passes.js",
        """
        const all = module.passes(given);
        const found = module.pathsOf(all, given.chosen);
        const paths = found.map((path) => path.map((one) => one.factor));
        return [all.values, all.gradients, all.loss, paths, module.gradientOf(all, given.chosen)];
        """,
        figure.state(),
    )
    shown = [*values, *slopes, *paths]
    known = [*(row[0] for row in [*figure.values, *figure.gradients]), *figure.paths]
    for one, other in zip(shown, known, strict=True):
        np.testing.assert_allclose(one, other, rtol=0, atol=1e-12)
    assert loss == pytest.approx(figure.loss, abs=1e-12)
    assert gradient == pytest.approx(figure.parameter_gradients[0]["weights"][2, 1], abs=1e-12)
    assert len(paths) == 3


def test_paths_add_up_to_the_gradient():
    figure = ForwardAndBack()
    _, slopes, layers = expected()
    everything = [
        (["value", s, i], slopes[s][0, i]) for s in range(5) for i in range(slopes[s].size)
    ]
    everything += [
        (["weight", k, i, j], layers[k].weights_gradient[i, j])
        for k in (0, 2)
        for i, j in np.ndindex(layers[k].weights.shape)
    ]
    for chosen, gradient in everything:
        figure.chosen = chosen
        assert sum(map(np.prod, figure.paths)) == pytest.approx(gradient, abs=1e-12)
    figure.chosen = ["value", 0, 1]
    assert len(figure.paths) == 3
    figure.chosen = ["weight", 0, 1, 2]
    assert len(figure.paths) == 1


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"step": 11}, "step is 11; expected 0 to 10"),
        ({"chosen": ["weight", 1, 0, 0]}, "chosen is ['weight', 1, 0, 0]"),
        ({"chosen": ["value", 0, 2]}, "chosen is ['value', 0, 2]"),
        ({"y_star": [[1, 0]]}, "y_star has shape (1, 2); expected (1, 1)"),
        (
            {"layers": [FCLayer.from_arrays(np.ones((2, 4)), np.ones((1, 4)))]},
            "expected at most 3 neurons in each",
        ),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        ForwardAndBack(**state)


def test_html_has_a_still_with_its_finding():
    html = ForwardAndBack().to_html()
    assert "[0.9, 0.7, 0.5]; then [0.7163, 0.6044, 0.4621]" in html
    assert "loss 0.4182" in html
    assert "from the output to the input: [−1.2933]; then [−1.1318]" in html
    assert "<svg" in html


# --- in the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "figure",
    [
        ForwardAndBack(),
        ForwardAndBack(step=10),
        ForwardAndBack(step=5, chosen=["weight", 0, 1, 2]),
        ForwardAndBack(step=10, chosen=["value", 0, 1]),
    ],
    ids=["start", "end", "weight", "value"],
)
def test_fits_the_screen_and_its_reserved_height(show, figure, width):
    page = show(figure, width=width)
    assert page.live
    assert page.fits(), page.heights()
    check(page)


def test_a_card_stays_in_its_frame_on_the_narrowest_screen(show):
    page = show(ForwardAndBack(step=10), width=320)
    card = page.figure.locator(".fb-card")
    assert card.evaluate("card => card.scrollWidth <= card.clientWidth")


@pytest.mark.parametrize("width", [1280, 390])
def test_both_passes_step_by_step_with_the_keyboard(show, width):
    page = show(ForwardAndBack(), width=width)
    page.figure.get_by_role("button", name="Next step").focus()
    memory = []
    for step in range(11):
        assert page.state("step") == step
        check(page)
        memory.append(page.figure.locator(".fb-memory").first.text_content())
        page.page.keyboard.press("Enter")
    assert memory == ["□", *["■ X"] * 9, "✓ X"]
    button = page.figure.get_by_role("button", name="Next step")
    assert button.is_disabled()
    assert button.evaluate("button => button === document.activeElement")  # not lost to the body
    assert page.state("step") == 10
    assert "13 slopes for 13 weights and biases" in page.text(".nn-readout")


def test_a_layers_card_says_what_goes_in_and_out(show):
    page = show(ForwardAndBack(step=10))
    _, slopes, layers = expected()
    card = page.text(".fb-card")
    for array in (slopes[1], slopes[0], layers[0].weights_gradient, layers[0].bias_gradient):
        for value in array.ravel():
            shown = f"{value:.4f}".rstrip("0").replace("-", "−")
            assert shown in card
    assert "∂L/∂Y⁽¹⁾" in card
    page.figure.get_by_role("button", name="Step back").click()
    assert page.text(".fb-card").startswith("Layer 2 (tanh), backward")
    check(page)
    page.figure.get_by_text("Reset").click()
    assert page.state("step") == 10  # where this figure began
    page.figure.get_by_role("button", name="Step back").click()
    page.figure.get_by_role("button", name="To the end").click()
    check(page)


@pytest.mark.parametrize(
    "figure",
    [
        ForwardAndBack(step=10),
        ForwardAndBack(
            layers=[{"activation": "tanh"}, FCLayer.from_arrays(np.ones((2, 1)), np.ones((1, 1)))],
            step=6,
        ),
    ],
    ids=["FC first", "tanh first"],
)
def test_the_first_layer_hands_its_gradient_to_nobody(show, figure):
    page = show(figure)
    assert "∂L/∂X, which no layer needs" in page.text(".nn-readout").replace("\u2060", "")
    assert "to the layer before" not in page.text(".nn-readout")
    page.figure.get_by_role("button", name="Step back").click()
    assert "to the layer before" in page.text(".nn-readout")


def test_a_weight_chosen_with_the_mouse_lights_its_path(show):
    page = show(ForwardAndBack(step=10))
    box = page.figure.locator('[data-weight="0,1,2"] .fb-weight').bounding_box()
    page.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.state("chosen") == ["weight", 0, 1, 2]
    assert page.figure.locator("g.fb-wire.fb-lit").count() == 4
    paths = page.text(".fb-paths")
    assert "2 · 0.7864 · 0.2 · 0.8751 · (−1.2933) = −0.3561" in paths
    assert "∂L/\u2060∂w₂₃⁽¹⁾ = −0.3561: the same" in paths


def test_paths_by_keyboard(show):
    page = show(ForwardAndBack(step=5))
    page.figure.locator(".fb-node").first.focus()
    page.page.keyboard.press("Enter")
    assert page.state("chosen") == ["value", 0, 0]
    _, slopes, _ = expected()
    products = [
        number(text) for text in page.figure.locator(".fb-paths strong").all_text_contents()
    ]
    figure = ForwardAndBack(chosen=["value", 0, 0])
    assert products == pytest.approx([np.prod(path) for path in figure.paths], abs=5.1e-5)
    assert number(page.text(".fb-sum").split(": ")[1]) == pytest.approx(slopes[0][0, 0], abs=5.1e-5)
    assert "has not come here yet" in page.text(".fb-equal")
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press(" ")
    assert page.state("chosen") == ["value", 1, 1]
    assert page.figure.locator(".fb-paths li").count() == 1
    page.page.keyboard.press(" ")
    assert page.state("chosen") is None
    page.figure.locator("g.fb-wire.fb-choice").first.focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.page.keyboard.press(key)
    assert page.state("chosen") == ["weight", 2, 0, 0]


def test_one_tab_stop_for_the_weights_and_one_for_the_values(show):
    page = show(ForwardAndBack(step=5))
    page.figure.get_by_role("button", name="Reset").focus()
    stops = []
    for _ in range(2):
        page.page.keyboard.press("Tab")
        stops.append(page.page.evaluate("document.activeElement.getAttribute('class')"))
    assert ["fb-choice" in stop for stop in stops] == [True, True], stops
    last = page.figure.locator(".fb-node").last
    last.focus()
    assert last.get_attribute("tabindex") == "0"  # Tab comes back to where one was
    assert page.figure.locator(".fb-node[tabindex='0']").count() == 1
    taken = page.figure.locator("svg g:not(.fb-choice)").evaluate_all(
        "groups => groups.filter((g) => (g.focus(), g === document.activeElement)).length"
    )
    assert taken == 0  # nor by a click


def test_before_the_loss_there_are_no_local_slopes(show):
    page = show(ForwardAndBack(chosen=["value", 0, 1]))
    assert "3 paths lead to L. Step forward to the loss first" in page.text(".fb-paths")
    assert page.figure.locator("g.fb-wire.fb-lit").count() == 3 + 3 + 3 + 1


def overlaps(page):
    """Return the pairs of numbers on the wires and of layers' names that meet in the drawing."""
    return page.figure.evaluate(
        """figure => {
          const labels = [...figure.querySelectorAll(".fb-weight, .fb-slope, .fb-local, .fb-small")]
            .filter(one => one.textContent)
            .map(one => [one.textContent, one.getBoundingClientRect()]);
          return labels.flatMap(([text, a], k) => labels.slice(k + 1)
            .filter(([, b]) => a.left < b.right && b.left < a.right)
            .filter(([, b]) => a.top + 3 < b.bottom && b.top + 3 < a.bottom)
            .map(([other]) => [text, other]));
        }"""
    )


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("step", [0, 10])
def test_no_number_meets_another(show, width, step):
    page = show(ForwardAndBack(step=step, chosen=["value", 0, 1]), width=width)
    assert overlaps(page) == []


def test_no_other_wire_runs_through_a_weight_on_a_phone(show):
    page = show(ForwardAndBack(), width=390)
    crossed = page.figure.evaluate(
        """figure => {
          const wires = [...figure.querySelectorAll(".fb-wire[data-r]")];
          const labels = [...figure.querySelectorAll("[data-weight] .fb-weight")];
          return labels.flatMap((label, k) => {
            const box = label.getBBox();
            return wires.filter((_, n) => n !== k).filter((wire) => {
              const line = wire.querySelector(".fb-line");
              const long = line.getTotalLength();
              return Array.from({ length: 300 }, (_, s) => line.getPointAtLength((long * s) / 299))
                .some(({ x, y }) => x > box.x && x < box.x + box.width
                  && y > box.y + 2 && y < box.y + box.height - 2);
            }).map(() => label.textContent);
          });
        }"""
    )
    assert page.figure.locator("[data-weight] .fb-weight").count() == 9
    assert crossed == []


def test_the_box_of_the_loss_says_what_will_stand_there(show):
    page = show(ForwardAndBack(step=4), width=390)
    name = page.figure.locator(".fb-words > .fb-name")
    assert name.text_content() == "L"
    page.figure.get_by_role("button", name="Next step").click()
    assert page.figure.locator('[data-what="loss"]').text_content() == "L = 0.4182"
    assert name.text_content() == ""


def test_a_finger_steps_and_chooses_at_390_pixels(show):
    page = show(ForwardAndBack(), width=390, touch=True)
    for step in range(1, 5):
        page.figure.get_by_role("button", name="Next step").tap()
        assert page.state("step") == step
        check(page)
    page.figure.get_by_role("button", name="To the end").tap()
    check(page)
    for layer, i, j in [*np.ndindex(1, 2, 3), *((2, i, 0) for i in range(3))]:
        for part in ("weight", "slope"):
            label = page.figure.locator(f'[data-weight="{layer},{i},{j}"] .fb-{part}')
            label.scroll_into_view_if_needed()
            box = label.bounding_box()
            x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
            page.page.touchscreen.tap(x - box["width"] / 3, y + 4)  # a finger is not exact
            assert page.state("chosen") == ["weight", layer, i, j]
            page.page.touchscreen.tap(x, y)
            assert page.state("chosen") is None
    page.figure.locator(".fb-node").nth(1).tap()
    assert page.state("chosen") == ["value", 0, 1]
    slope = number(page.text(".fb-sum").split(": ")[1])
    assert slope == pytest.approx(expected()[1][0][0, 1], abs=5.1e-5)


def test_a_finger_on_the_drawing_scrolls_the_page(show):
    page = show(ForwardAndBack(), width=390, touch=True)
    box = page.figure.locator(".fb-stage").bounding_box()
    page.touch_drag(box["x"] + box["width"] / 2, box["y"] + 200, 0, -150)
    page.page.wait_for_function("scrollY > 50")
    assert page.state("chosen") is None
