"""Figure 11 trains and reads as nnlib does, and can be drawn on with pointer and keys."""

import re
from pathlib import Path

import numpy as np
import pytest

from nnlib import (
    ActivationLayer,
    FCLayer,
    Network,
    digits,
    figures,
    mse,
    mse_prime,
    tanh,
    tanh_prime,
)
from nnlib.figures import DigitsLab
from tests.figures.node import run_module
from tools.digits_module import digits_module

KERNEL = Path(figures.__file__).parent / "js" / "parts" / "digits_training.js"
DATA = digits()
BLANK = [0] * 64


def packed():
    """Return the two texts of the digits' module."""
    return dict(re.findall(r'(pixels|labels): "([^"]*)"', digits_module()))


def confusion(network):
    counts = np.zeros((10, 10), dtype=int)
    np.add.at(counts, (DATA.labels_test, network.predict(DATA.x_test).argmax(axis=1)), 1)
    return counts


# --- in Python --------------------------------------------------------------------------------


def test_the_network_is_chapter_10s():
    figure = DigitsLab(epochs=60)
    wrong = figure.network.predict(DATA.x_test).argmax(axis=1) != DATA.labels_test
    assert wrong.sum() == 9
    np.testing.assert_array_equal(figure.outputs, figure.network.predict(DATA.x_test[:1])[0])
    assert repr(figure) == "DigitsLab(seed=1, alpha=1, scaled=True, epochs=60)"


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"seed": -1}, "seed is -1"),
        ({"alpha": 0.0}, "alpha is 0.0; expected above 0"),
        ({"epochs": 61}, "epochs is 61; expected 0 to 60"),
        ({"drawing": [0] * 63}, "expected 64 whole numbers from 0 to 16"),
        ({"drawing": [17] * 64}, "expected 64 whole numbers from 0 to 16"),
        ({"cell": (0, 10)}, "cell is (0, 10); expected None or two digits"),
        ({"weights": "all"}, "weights is 'all'"),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        DigitsLab(**state)


def test_the_still_shows_a_trained_network():
    figure = DigitsLab()
    html = figure.to_html()
    assert "after 60 epochs" in figure.alt()
    assert "Of 397 held-out digits it reads 9 wrong" in html
    assert "reads the drawing as 2" in figure.alt()
    assert "<script" not in html
    assert len(html) < 20_000


# --- the same numbers in JavaScript -----------------------------------------------------------


@pytest.mark.parametrize("settings", [{"epochs": 1}, {"epochs": 2, "seed": 4, "alpha": 0.5}])
def test_javascript_trains_as_nnlib(settings):
    figure = DigitsLab(**settings)
    given = {"packed": packed(), **figure.state()}
    shown = run_module(
        KERNEL,
        """
        const run = module.newTraining(module.unpack(given.packed), given);
        while (run.epoch < given.epochs) module.advance(run);
        return {
          parameters: run.network.filter((layer) => layer.weights)
            .flatMap(({ weights, bias }) => [[...weights.data], [...bias.data]]),
          test: run.history.at(-1).test, train: run.history.at(-1).train,
          outputs: module.outputsFor(run, given.drawing),
        };
        """,
        given,
    )
    layers = figure.network.layers[::2]
    expected = [array.ravel() for layer in layers for array in (layer.weights, layer.bias)]
    for ours, theirs in zip(shown["parameters"], expected, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)
    np.testing.assert_allclose(shown["outputs"], figure.outputs, rtol=0, atol=1e-12)
    data = digits(scale=figure.scaled)
    for name, x, labels in (
        ("test", data.x_test, data.labels_test),
        ("train", data.x_train, data.labels_train),
    ):
        assert shown[name] == (figure.network.predict(x).argmax(axis=1) == labels).mean()


def test_one_step_without_scaling_is_nnlibs():
    # One step only: the unscaled steps are so long that rounding errors grow tenfold in each.
    shown = run_module(
        KERNEL,
        """
        const run = module.newTraining(module.unpack(given), { seed: 4, alpha: 1, scaled: false });
        while (run.epoch < 0) module.advance(run);
        module.advance(run);
        return [...run.network[0].weights.data];
        """,
        packed(),
    )
    rng, data = np.random.default_rng(4), digits(scale=False)
    layers = [FCLayer(64, 32, rng=rng), ActivationLayer(tanh, tanh_prime)]
    layers += [FCLayer(32, 10, rng=rng), ActivationLayer(tanh, tanh_prime)]
    network = Network(layers)
    network.use(mse, mse_prime)
    first = rng.permutation(1400)[:32]
    network.fit(data.x_train[first], data.y_train[first], epochs=1, alpha=1.0, batch_size=32)
    np.testing.assert_allclose(shown, layers[0].weights.ravel(), rtol=0, atol=1e-12)


# --- in the browser ---------------------------------------------------------------------------


def wait_for_epoch(page, epoch):
    page.page.wait_for_function(
        "text => document.querySelector('.nn-readout').textContent.startsWith(text)",
        arg=f"Epoch {epoch}:",
        timeout=30_000,
    )


def shown_outputs(page):
    texts = page.figure.locator(".dl-output").all_text_contents()
    return np.array([float(text.replace("−", "-")) for text in texts])


@pytest.mark.parametrize("width", [1280, 390])
def test_fits_the_screen_and_its_reserved_height(show, width):
    page = show(DigitsLab(), width=width)
    wait_for_epoch(page, 0)
    assert page.fits(), page.heights()


def test_training_shows_nnlibs_accuracy_confusion_and_outputs(show):
    page = show(DigitsLab(), width=390, theme="dark")
    wait_for_epoch(page, 0)
    np.testing.assert_allclose(shown_outputs(page), DigitsLab().outputs, atol=0.0051)
    page.figure.get_by_role("button", name="One epoch").focus()
    page.page.keyboard.press("Enter")
    wait_for_epoch(page, 1)
    figure = DigitsLab(epochs=1)
    counts = confusion(figure.network)
    texts = page.figure.locator(".dl-confusion td button").all_text_contents()
    np.testing.assert_array_equal([int(text or 0) for text in texts], counts.ravel())
    assert f"{np.trace(counts) / 3.97:.1f} % of the held-out" in page.text(".nn-readout")
    np.testing.assert_allclose(shown_outputs(page), figure.outputs, atol=0.0051)
    page.figure.get_by_role("button", name="Reset").click()
    wait_for_epoch(page, 0)
    assert page.state("epochs") == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colors_are_those_of_the_books_pictures(show, theme):
    page = show(DigitsLab(epochs=1), theme=theme)
    wait_for_epoch(page, 1)

    def styles(selector, *names):
        return page.figure.locator(selector).first.evaluate(
            "(el, names) => names.map((name) => getComputedStyle(el)[name])", list(names)
        )

    def is_blue(color):
        red, _, blue = re.findall(r"\d+", color)[:3]
        return int(blue) > int(red)

    for curve, blue, dashed in ((".dl-train", True, False), (".dl-test", False, True)):
        color, dashes = styles(curve, "stroke", "strokeDasharray")
        assert (is_blue(color), dashes != "none") == (blue, dashed), curve
    for key, blue, line in ((".dl-train-key", True, "solid"), (".dl-test-key", False, "dashed")):
        color, style = styles(key, "borderBottomColor", "borderBottomStyle")
        assert (is_blue(color), style) == (blue, line), key
    for cell, blue, width in ((".dl-right", True, "2px"), (".dl-wrong", False, "1px")):
        edge, ground, thick = styles(cell, "borderTopColor", "backgroundColor", "borderTopWidth")
        assert (is_blue(edge), is_blue(ground), thick) == (blue, blue, width), cell


def test_negative_outputs_are_orange_in_the_still():
    figure = DigitsLab(epochs=60)
    negative = (figure.outputs < 0).sum()
    assert negative
    assert figure.still().count("fill:var(--nn-column,") == negative


def test_a_run_can_be_paused_and_the_page_answers_meanwhile(show):
    page = show(DigitsLab())
    wait_for_epoch(page, 0)
    page.figure.get_by_role("button", name="Train to epoch 60").click()
    page.page.wait_for_function("document.querySelector('.nn-figure').nnModel.get('epochs') >= 1")
    page.figure.get_by_role("button", name="Clear").click()
    assert page.state("drawing") == BLANK
    page.figure.get_by_role("button", name="Pause").click()
    page.figure.get_by_role("button", name="Train to epoch 60").wait_for()
    page.page.wait_for_function(
        "document.querySelector('.nn-readout').textContent.startsWith('Epoch')"
    )
    epochs = page.state("epochs")
    assert 1 <= epochs < 60
    figure = DigitsLab(epochs=epochs, drawing=BLANK)
    np.testing.assert_allclose(shown_outputs(page), figure.outputs, atol=0.0051)


def test_a_cell_shows_its_digits_and_one_goes_on_the_drawing(show):
    page = show(DigitsLab(epochs=3), width=390)
    wait_for_epoch(page, 3)
    network = DigitsLab(epochs=3).network
    answers = network.predict(DATA.x_test).argmax(axis=1)
    behind = np.flatnonzero((DATA.labels_test == 0) & (answers == 0))
    page.figure.locator('.dl-confusion button[data-r="0"][data-c="1"]').focus()
    page.page.keyboard.press("ArrowLeft")
    page.page.keyboard.press("Enter")
    assert page.state("cell") == [0, 0]
    images = page.figure.locator(".dl-images button")
    images.nth(len(behind) - 1).wait_for()
    assert images.count() == len(behind)
    images.nth(1).click()
    expected = (DATA.x_test[behind[1]] * 16).astype(int).tolist()
    assert page.state("drawing") == expected
    assert page.text(".dl-says").startswith("The network says 0")


def test_drawing_with_keys_pointer_and_moves(show):
    page = show(DigitsLab(drawing=BLANK, epochs=1))
    wait_for_epoch(page, 1)
    pad = page.figure.get_by_role("application", name="Arrow keys move, Enter puts ink")
    pad.get_by_role("button").first.focus()
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("Space")
    expected = [0, 16, *BLANK[2:]]
    assert page.state("drawing") == expected
    assert page.figure.get_by_label("row 1, column 2: ink 16 of 16").count() == 1
    page.figure.get_by_role("button", name="Move the drawing: left").click()
    assert page.state("drawing") == [16, *BLANK[1:]]
    page.page.wait_for_timeout(50)
    outputs = DigitsLab(drawing=[16, *BLANK[1:]], epochs=1).outputs
    np.testing.assert_allclose(shown_outputs(page), outputs, atol=0.0051)
    page.figure.get_by_role("button", name="Clear").click()
    box = page.figure.locator(".dl-pad").bounding_box()
    x, top = box["x"] + box["width"] * 3.5 / 8, box["y"]
    page.page.mouse.move(x, top + 20)
    page.page.mouse.down()
    page.page.mouse.move(x, top + box["height"] - 20, steps=12)
    page.page.mouse.up()
    drawing = np.array(page.state("drawing")).reshape(8, 8)
    assert (drawing[:, 3] == 16).all()
    assert (drawing[:, 2] > 0).all()
    assert (drawing[:, [0, 1, 5, 6, 7]] == 0).all()


def test_weights_before_and_what_training_added(show):
    page = show(DigitsLab(epochs=1))
    wait_for_epoch(page, 1)
    page.figure.get_by_text("Hidden weights as images").click()
    start, now = (DigitsLab(epochs=n).network.layers[0].weights for n in (0, 1))
    for which, weights in (
        ("what training added", now - start),
        ("before training", start),
        ("now", now),
    ):
        page.figure.get_by_label(which, exact=True).check()
        page.page.wait_for_timeout(50)
        most = round(float(np.abs(weights).max()), 3)
        assert f"±{most:g}." in page.figure.locator(".dl-weights + p").inner_text()
    assert page.state("weights") == "after"


def test_forgetting_to_scale_starts_anew(show):
    page = show(DigitsLab(epochs=1))
    wait_for_epoch(page, 1)
    page.figure.get_by_label("divide the pixels by 16").uncheck()
    wait_for_epoch(page, 0)
    assert page.state("epochs") == 0
    assert "Pixels from 0 to 16 go in as they are" in page.text(".nn-readout")
    page.figure.get_by_role("button", name="One epoch").click()
    wait_for_epoch(page, 1)
    # Unscaled, the outputs are not nnlib's to the last digit: see the test of one step.
    accuracy = re.search(r"Epoch 1: ([\d.]+) %", page.text(".nn-readout"))[1]
    assert float(accuracy) < 60


def test_by_finger(show):
    page = show(DigitsLab(drawing=BLANK, epochs=1), width=390, touch=True)
    wait_for_epoch(page, 1)
    pad = page.figure.locator(".dl-pad")
    pad.scroll_into_view_if_needed()
    box, scrolled = pad.bounding_box(), page.page.evaluate("scrollY")
    x = box["x"] + box["width"] * 4.5 / 8
    page.touch_drag(x, box["y"] + 20, 0, box["height"] - 40, steps=14)
    assert page.page.evaluate("scrollY") == scrolled  # the page stays while a finger draws
    drawing = page.state("drawing")
    square = np.array(drawing).reshape(8, 8)
    assert (square[:, 4] == 16).all()
    assert (square[:, [0, 1, 2, 6, 7]] == 0).all()
    page.page.wait_for_timeout(50)
    figure = DigitsLab(drawing=drawing, epochs=1)
    np.testing.assert_allclose(shown_outputs(page), figure.outputs, atol=0.0051)
    page.figure.locator('.dl-confusion button[data-r="8"][data-c="8"]').tap()
    assert page.state("cell") == [8, 8]
    page.figure.locator(".dl-images button").first.tap()
    assert page.state("drawing") != drawing
    page.figure.get_by_role("button", name="One epoch").tap()
    wait_for_epoch(page, 2)


def test_the_weights_from_a_seed_come_in_pieces_and_are_nnlibs():
    shown = run_module(
        KERNEL,
        """
        const run = module.newTraining(module.unpack(given), { seed: 7, alpha: 1, scaled: true });
        let pieces = 0;
        for (; !module.isReady(run); pieces++) module.advance(run);
        const { start, network } = run;
        return { pieces, start: [...start], bias: [...network[2].bias.data] };
        """,
        packed(),
    )
    layers = DigitsLab(seed=7).network.layers
    assert shown["pieces"] > 8
    np.testing.assert_array_equal(shown["start"], layers[0].weights.ravel())
    np.testing.assert_array_equal(shown["bias"], layers[2].bias.ravel())


def test_who_listens_hears_what_the_network_says(show):
    page = show(DigitsLab(epochs=1))
    page.listen()
    wait_for_epoch(page, 1)
    pad = page.figure.get_by_role("application", name="Drawing")
    pad.get_by_role("button").nth(3).press("Enter")
    assert page.heard("The network says") == [page.text(".dl-says")]  # and nothing unasked before
    page.figure.get_by_role("button", name="A held-out digit").click()
    assert page.heard("The network says") == [page.text(".dl-says")]
    page.figure.get_by_label("a 0 read as 0").click()
    assert page.heard("It is a 0") == [page.text(".dl-behind-title")]
    page.figure.get_by_role("button", name="One epoch").click()
    wait_for_epoch(page, 2)
    said = [page.text(".nn-readout"), page.text(".dl-says")]
    page.page.wait_for_function("said => said.every((one) => nnHeard.includes(one))", arg=said)
    assert sorted(page.heard("Epoch 2")) == sorted(said)
