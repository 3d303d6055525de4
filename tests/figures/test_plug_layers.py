"""Figure 2 joins and refuses what nnlib does, and collapses as the algebra says."""

import re

import numpy as np
import pytest

from nnlib import ActivationLayer, FCLayer, Network, running_example, tanh, tanh_prime
from nnlib.figures import PlugLayers
from nnlib.figures.plain import network_from


def numbers(text):
    """Return the numbers of the last [brackets] in a text."""
    return [
        float(one) for one in re.findall(r"\[([^\[\]]*)\]", text)[-1].replace("−", "-").split(",")
    ]


def values(page):
    """Return the numbers at every joint."""
    return [numbers(item.inner_text()) for item in page.figure.locator(".pl-joint").all()]


def through(layers, x, *, activations=True):
    """Return what nnlib has at every joint."""
    found = [x]
    for layer in network_from(layers).layers:
        passes = activations or isinstance(layer, FCLayer)
        found.append(layer.forward_propagation(found[-1]) if passes else found[-1])
    return [one[0].tolist() for one in found]


def plug_fc(page, n, m):
    page.figure.get_by_label("n inputs").select_option(str(n))
    page.figure.get_by_label("m outputs").select_option(str(m))
    page.figure.get_by_text("Plug in", exact=True).click()


# --- in Python --------------------------------------------------------------------------------


def test_defaults_are_the_running_example():
    figure, example = PlugLayers(), running_example()
    np.testing.assert_array_equal(figure.output, example.network.predict(example.x))
    assert repr(figure) == (
        "PlugLayers(FCLayer(2 → 3), ActivationLayer(tanh), FCLayer(3 → 1), ActivationLayer(tanh))"
    )
    assert "13 parameters in all" in figure.alt()
    assert "13 parameters in all" in figure.to_html()


def test_empty_chain_says_that_nothing_changes():
    figure = PlugLayers(layers=[], joint=0)
    np.testing.assert_array_equal(figure.output, figure.x)
    assert "goes through no layer, so it comes out as it went in" in figure.alt()


def test_without_activations_the_chain_is_one_layer():
    rng = np.random.default_rng(3)
    network = Network([FCLayer(3, 4, rng=rng), FCLayer(4, 2, rng=rng), FCLayer(2, 2, rng=rng)])
    figure = PlugLayers(network, x=rng.normal(size=(2, 3)), activations_on=False)
    np.testing.assert_allclose(
        figure.collapsed.forward_propagation(np.array(figure.x)), figure.output, rtol=1e-12
    )


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"layers": [FCLayer(3, 2)]}, "FCLayer(3 → 2) would be given 2 numbers per sample"),
        ({"x": [[1, 2, 3]]}, "FCLayer(2 → 3) would be given 3 numbers per sample"),
        ({"x": [[1]]}, "FCLayer(2 → 3) would be given 1 number per sample; expected 2"),
        ({"joint": 5}, "joint is 5; expected 0 to 4"),
        ({"layers": [ActivationLayer(tanh, tanh_prime)] * 7}, "7 layers were given"),
        ({"layers": [ActivationLayer(np.sin, np.cos)]}, "ActivationLayer(sin) was given"),
        ({"layers": ["tanh"]}, "'tanh' was given"),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        PlugLayers(**state)


# --- in the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("part", [{}, {"collapse": False}, {"compared": True}])
def test_fits_and_shows_nnlibs_numbers(show, width, on, part):
    figure = PlugLayers(activations_on=on, **part)
    page = show(figure, width=width)
    assert page.fits(), page.heights()
    expected = through(figure.layers, np.array(figure.x), activations=on)
    for shown, right in zip(values(page), expected, strict=True):
        np.testing.assert_allclose(shown, right, atol=5e-5)


def test_a_layer_that_does_not_fit_is_refused_with_nnlibs_reason(show):
    page = show(PlugLayers())
    plug_fc(page, 3, 2)
    with pytest.raises(ValueError, match="would be given") as refused:
        running_example().network.add(FCLayer(3, 2))
    reason = page.text(".pl-message").removeprefix("Refused: ")
    assert reason.removesuffix(".") == str(refused.value)
    assert len(page.state("layers")) == 4
    plug_fc(page, 2, 2)
    assert "FCLayer(2 → 2) would be given 1 number per sample" in page.text(".pl-message")
    page.figure.get_by_label("Take FCLayer(2 → 3) out").click()  # the next layer would miss it
    assert "FCLayer(3 → 1) would be given 2 numbers" in page.text(".pl-message")


def test_plugging_in_the_middle_by_keyboard(show):
    page = show(PlugLayers())
    page.figure.locator(".pl-plus").nth(2).focus()
    page.page.keyboard.press("Enter")
    assert page.state("joint") == 2
    page.figure.get_by_label("n inputs").select_option("3")
    page.figure.get_by_label("m outputs").select_option("3")
    page.figure.get_by_text("Plug in", exact=True).focus()
    page.page.keyboard.press("Enter")
    layers = page.state("layers")
    assert len(layers) == 5
    rng = np.random.default_rng(233)  # 2 FC layers before, 3 inputs, 3 outputs
    layer = FCLayer(3, 3, rng=rng)
    np.testing.assert_array_equal(layers[2]["weights"], layer.weights.round(1))
    np.testing.assert_array_equal(layers[2]["bias"], layer.bias.round(1))
    assert "25 parameters in all" in page.text(".pl-total")
    for shown, right in zip(values(page), through(layers, np.array(page.state("x"))), strict=True):
        np.testing.assert_allclose(shown, right, atol=5e-5)
    page.figure.get_by_text("Reset").click()
    assert page.state("layers") == PlugLayers().layers


def test_no_more_than_six_layers(show):
    page = show(PlugLayers())
    for _ in range(3):
        page.figure.get_by_label("Plug in relu").click()
    assert "6 layers at most" in page.text(".pl-message")
    assert len(page.state("layers")) == 6


def test_switching_activations_off_collapses_the_chain(show):
    page = show(PlugLayers(compared=True))
    assert "Different: an activation function" in page.text(".pl-verdict")
    page.figure.get_by_label("Activation functions on").press("Space")
    assert page.state("activations_on") is False
    assert "Equal" in page.text(".pl-verdict")
    page.figure.get_by_label("x₁").fill("-3")
    collapsed = PlugLayers().collapsed
    lines = page.figure.locator(".pl-formula p").all_inner_texts()
    assert "W = W⁽¹⁾W⁽²⁾ =" in lines[0]
    assert "B = B⁽¹⁾W⁽²⁾ + B⁽²⁾ =" in lines[1]
    weights = [float(one) for one in re.findall(r"\[+([-\d.]+)\]", lines[0].replace("−", "-"))]
    np.testing.assert_allclose(weights, collapsed.weights[:, 0], atol=5e-5)
    np.testing.assert_allclose(numbers(lines[1]), collapsed.bias[0], atol=5e-5)
    expected = collapsed.forward_propagation(np.array([[-3.0, 2.0]]))[0]
    np.testing.assert_allclose(numbers(lines[2]), expected, atol=5e-5)
    np.testing.assert_allclose(numbers(lines[3]), expected, atol=5e-5)


def test_the_first_figure_says_nothing_of_the_collapse(show):
    page = show(PlugLayers(collapse=False))
    assert not re.search("as one|Compare|Activation functions on", page.text(".nn-live"))
    assert "chapter 8" in page.text(".pl-panel")  # where sigmoid and relu are explained


def test_the_answer_comes_when_the_reader_asks(show):
    page = show(PlugLayers(activations_on=False))
    assert "Predict first" in page.text(".pl-answer")
    lines = page.figure.locator(".pl-formula p").all_inner_texts()
    assert lines[0] == "W = W⁽¹⁾W⁽²⁾ = ?"
    assert lines[3] == "one layer gives XW + B = ?"
    page.figure.get_by_text("Compare", exact=True).focus()
    page.page.keyboard.press("Enter")
    assert page.state("compared") is True
    assert page.figure.get_by_text("Compare", exact=True).is_hidden()
    assert page.figure.locator(".pl-verdict").evaluate("e => e === document.activeElement")
    assert "Equal" in page.text(".pl-verdict")
    page.figure.get_by_text("Reset").click()
    assert "Predict first" in page.text(".pl-answer")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("on", [True, False])
def test_the_answer_takes_the_room_of_the_question(show, on, width):
    page = show(PlugLayers(activations_on=on), width=width)
    before = page.heights()
    page.figure.get_by_text("Compare", exact=True).click()
    assert page.text(".pl-verdict")
    assert page.heights() == before
    assert page.fits(), before


def test_a_finger_plugs_takes_out_and_compares(show):
    page = show(PlugLayers(), width=390, touch=True)
    assert page.small_targets() == []
    page.figure.locator(".pl-plus").nth(2).tap()
    assert page.state("joint") == 2
    page.figure.get_by_label("Plug in relu").tap()
    layers = page.state("layers")
    assert [layer.get("activation") for layer in layers] == [None, "tanh", "relu", None, "tanh"]
    for shown, right in zip(values(page), through(layers, np.array([[1.0, 2.0]])), strict=True):
        np.testing.assert_allclose(shown, right, atol=5e-5)
    page.figure.get_by_label("Take ActivationLayer(tanh) out").last.tap()
    page.figure.get_by_text("Plug in", exact=True).tap()  # FCLayer(1 → 2) where 3 numbers arrive
    assert "would be given 3 numbers per sample; expected 1" in page.text(".pl-message")
    page.figure.get_by_label("Activation functions on").tap()
    page.figure.get_by_text("Compare", exact=True).tap()
    assert "Equal" in page.text(".pl-verdict")
    one = network_from(page.state("layers")).layers
    expected = PlugLayers(one).collapsed.forward_propagation(np.array([[1.0, 2.0]]))[0]
    np.testing.assert_allclose(numbers(page.text(".pl-formula")), expected, atol=5e-5)


def in_view(page, selector):
    """Whether all of an element is on the screen."""
    return page.figure.locator(selector).evaluate(
        """e => {
          const { top, bottom } = e.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight + 1;
        }"""
    )


def test_a_phone_shows_the_refusal_where_it_was_asked_for(show):
    page = show(PlugLayers(collapse=False), width=390, touch=True)
    page.page.set_viewport_size({"width": 390, "height": 500})
    page.figure.get_by_label("Take FCLayer(2 → 3) out").tap()
    row = page.figure.locator(".pl-layer").first
    assert "Refused: FCLayer(3 → 1) would be given 2" in row.inner_text()
    assert in_view(page, ".pl-message")
    assert not in_view(page, ".pl-panel")
    page.figure.get_by_label("Take ActivationLayer(tanh) out").last.tap()
    assert "ActivationLayer(tanh) is out" in page.text(".pl-panel .pl-message")
    assert "Refused" not in page.text(".nn-live")


def test_a_phone_goes_to_the_panel_when_a_joint_is_tapped(show):
    page = show(PlugLayers(collapse=False), width=390, touch=True)
    page.page.set_viewport_size({"width": 390, "height": 500})
    assert not in_view(page, ".pl-panel")
    page.figure.locator(".pl-plus").nth(1).tap()
    page.page.wait_for_timeout(100)
    assert in_view(page, ".pl-panel")
    assert "at joint 1" in page.text(".pl-panel")


def test_a_bend_at_the_end_alone_is_named(show):
    page = show(PlugLayers(compared=True))
    page.figure.get_by_label("Take ActivationLayer(tanh) out").first.click()
    end = np.tanh(PlugLayers().collapsed.forward_propagation(np.array([[1.0, 2.0]])))[0, 0]
    verdict = page.text(".pl-verdict")
    assert verdict == f"Different only by the tanh at the end: tanh(0.44) = {end:.4f}."
    page.figure.get_by_label("Plug in relu").click()  # a second one behind it
    assert "only by the tanh and relu at the end: relu(tanh(0.44)) = 0.4136" in page.text(
        ".pl-verdict"
    )
    page.figure.locator(".pl-plus").first.click()
    page.figure.get_by_label("Plug in tanh").click()  # a bend before the FC layers
    assert "Different: an activation function" in page.text(".pl-verdict")


@pytest.mark.parametrize("place", ["between", "at the end"])
def test_a_bend_that_changes_nothing_is_not_called_different(show, place):
    """The sums of the example are positive, and relu passes them; those of x₁ = 5 are not all."""
    first, _, second, _ = PlugLayers().layers
    relu = {"activation": "relu"}
    layers = [first, relu, second] if place == "between" else [first, second, relu]
    page = show(PlugLayers(layers=layers, joint=3, compared=True))
    assert page.text(".pl-verdict").startswith("Equal for this X: here the activation functions")
    assert page.figure.locator(".pl-same").count() == 1
    page.figure.get_by_label("x₁", exact=True).fill("5" if place == "between" else "-9")
    assert page.text(".pl-verdict").startswith("Different")
    assert page.figure.locator(".pl-different").count() == 1
