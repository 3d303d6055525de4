"""Figure 10 trains as nnlib does: the same weights, losses, failures and mistakes."""

import re
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from nnlib import figures, gradient_check, running_example, xor
from nnlib.figures import TrainingLab
from nnlib.figures.spoiled import MISTAKES
from tests.figures.node import run_module

KERNEL = Path(figures.__file__).parent / "js" / "parts" / "xor_training.js"
X, Y_STAR = xor()
ALWAYS_POSSIBLE = [mistake for mistake in MISTAKES if mistake != "no-transpose"]


def trained(figure):
    """Train in Node what the figure describes; return the parameters and the losses."""
    return run_module(
        KERNEL,
        """
        const run = module.newRun(given);
        while (run.steps < given.steps) module.advance(run);
        const parameters = module.NAMES.map((name) => [...run.net[name]]);
        return { parameters, losses: run.losses, check: module.check(run.net, given.mistake) };
        """,
        figure.state(),
    )


def parameters(network):
    return [array.ravel() for layer in network.layers[::2] for array in (layer.weights, layer.bias)]


# --- in Python --------------------------------------------------------------------------------


def test_defaults_are_chapter_9s_network_before_its_first_step():
    figure = TrainingLab()
    np.testing.assert_array_equal(figure.network.predict(X), running_example().network.predict(X))
    assert figure.losses == []
    assert repr(figure) == (
        "TrainingLab(seed=None, width=3, alpha=0.1, scale=0.5, batch=1, steps=0, mistake='none')"
    )


def test_steps_are_those_of_fit():
    network = running_example().network
    history = network.fit(X, Y_STAR, epochs=50, alpha=0.1)
    figure = TrainingLab(steps=200)
    assert figure.losses == history.loss
    for shown, expected in zip(parameters(figure.network), parameters(network), strict=True):
        np.testing.assert_array_equal(shown, expected)


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"width": 9}, "width is 9; expected 1 to 8"),
        ({"width": 5}, "width is 5"),
        ({"alpha": 0.0}, "alpha is 0.0; expected above 0"),
        ({"batch": 2}, "batch is 2; expected 1 or 4"),
        ({"steps": -1}, "steps is -1"),
        ({"mistake": "all"}, "mistake is 'all'; expected one of none,"),
        ({"mistake": "no-transpose", "seed": 1}, "width 3 and batch 1"),
        ({"seed": 1, "pair": (0, 3)}, "pair is (0, 3)"),
        ({"start": running_example().network.layers[:2]}, "start"),
    ],
)
def test_refuses_what_does_not_fit(state, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        TrainingLab(**state)


def test_the_still_shows_a_finished_training():
    html = TrainingLab().to_html()
    assert "after 1000 epochs" in TrainingLab().alt()
    assert "4 of 4 samples are right" in html
    assert "2 of 4 samples are right" in TrainingLab(seed=0, steps=4000).alt()
    assert "<script" not in html
    assert len(html) < 40_000


# --- the same numbers in JavaScript -----------------------------------------------------------


@pytest.mark.parametrize(
    "settings",
    [
        {"steps": 200},
        {"steps": 7},
        {"steps": 200, "seed": 3},
        {"steps": 200, "seed": 12, "width": 8, "scale": 2, "alpha": 0.3},
        {"steps": 50, "seed": 5, "width": 1, "batch": 4},
        *({"steps": 202, "seed": 4, "mistake": mistake} for mistake in ALWAYS_POSSIBLE),
        *(
            {"steps": 50, "batch": 4, "alpha": 0.4, "mistake": mistake}
            for mistake in ALWAYS_POSSIBLE
        ),
        {"steps": 50, "seed": 4, "width": 4, "batch": 4, "mistake": "no-transpose"},
    ],
    ids=str,
)
def test_javascript_trains_as_nnlib(settings):
    figure = TrainingLab(**settings)
    shown = trained(figure)
    for ours, theirs in zip(shown["parameters"], parameters(figure.network), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)
    np.testing.assert_allclose(shown["losses"], figure.losses, rtol=0, atol=1e-12)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_gradient_check_is_nnlibs(mistake):
    size = {"width": 4, "batch": 4} if mistake == "no-transpose" else {}
    figure = TrainingLab(seed=4, mistake=mistake, steps=20, **size)
    rng = np.random.default_rng(0)
    x, y = rng.uniform(-1, 1, (4, 2)), rng.uniform(-1, 1, (4, 1))
    found = gradient_check(figure.network, x, y)
    assert found.ok == (mistake == "none")
    shown = trained(figure)["check"]
    assert (max(shown.values()) <= 1e-6) == found.ok
    for ours, theirs in zip(shown.values(), found.errors.values(), strict=True):
        np.testing.assert_allclose(ours, theirs.max(), rtol=1e-3, atol=1e-8)


# --- in the browser ---------------------------------------------------------------------------


def wait_for_steps(page, steps):
    page.page.wait_for_function(
        "steps => document.querySelector('.nn-figure').nnModel.get('steps') === steps", arg=steps
    )


@pytest.mark.parametrize("width", [1280, 390])
def test_fits_the_screen_and_its_reserved_height(show, width):
    page = show(TrainingLab(), width=width)
    assert page.live
    assert page.fits(), page.heights()


def test_first_steps_are_those_of_chapter_9(show):
    page = show(TrainingLab())
    page.figure.get_by_role("button", name="Step").focus()
    page.page.keyboard.press("Enter")
    assert "Sample (0, 0), target 0: the output was 0.2792" in page.text(".nn-readout")
    page.page.keyboard.press("Enter")
    assert "Sample (0, 1), target 1: the output was 0.1821" in page.text(".nn-readout")
    page.figure.get_by_role("button", name="Epoch", exact=True).click()
    assert page.state("steps") == 4
    outputs = TrainingLab(steps=4).network.predict(X).ravel()
    shown = page.figure.locator(".tl-map g g text").all_text_contents()
    np.testing.assert_allclose(
        [float(text.replace("−", "-")) for text in shown], outputs, atol=0.00051
    )
    page.figure.get_by_role("button", name="Reset").click()
    assert page.state("steps") == 0
    assert page.text(".nn-readout").startswith("Epoch 0: 2 of 4")


def test_run_pause_and_reset(show):
    page = show(TrainingLab())
    run = page.figure.get_by_role("button", name="Run")
    run.click()
    page.page.wait_for_function("document.querySelector('.nn-figure').nnModel.get('steps') > 40")
    page.figure.get_by_role("button", name="Pause").click()
    steps = page.state("steps")
    figure = TrainingLab(steps=steps)
    assert 40 < steps < 4000
    loss = ((figure.network.predict(X) - Y_STAR) ** 2).mean()
    assert f"loss now {loss:.4f}" in page.text(".nn-readout")
    run.click()
    page.figure.get_by_role("button", name="Reset").click()
    page.page.wait_for_timeout(400)
    assert page.state("steps") == 0


def test_no_button_goes_past_what_python_takes(show):
    page = show(TrainingLab(steps=39_999))
    page.figure.locator(".nn-readout", has_text="Epoch 9999").wait_for()
    page.figure.get_by_role("button", name="Epoch", exact=True).click()
    wait_for_steps(page, 40_000)
    for name in ("Step", "Epoch", "Run"):
        button = page.figure.get_by_role("button", name=name, exact=True)
        expect(button).to_have_attribute("aria-disabled", "true")
        button.click(force=True)
    assert page.state("steps") == 40_000
    state = page.figure.locator(".nn-readout")
    expect(state).to_contain_text("no more steps than these: press Back to epoch 0")
    page.figure.get_by_role("button", name="Reset").click()
    expect(state).not_to_contain_text("no more steps")
    expect(page.figure.locator(".nn-bar [aria-disabled=true]")).to_have_count(0)
    assert TrainingLab(steps=40_000).steps == 40_000
    with pytest.raises(ValueError, match="expected 0 to 40000"):
        TrainingLab(steps=40_001)


def test_a_hundred_seeds_and_one_of_them_loaded(show):
    page = show(TrainingLab(), width=390, theme="dark")
    page.figure.get_by_text("100 seeds", exact=True).click()
    page.listen()
    page.figure.get_by_role("button", name="Train 100 seeds").click()
    result = page.figure.get_by_text("72 of 100 seeds solve XOR").first
    result.wait_for(timeout=20_000)
    assert page.heard("72 of 100") == [result.inner_text()]  # and not each count on the way
    assert page.figure.locator(".tl-strip .tl-solved").count() == 72
    strip = page.figure.get_by_role("application", name="Arrow keys move, Enter loads one.")
    seed = strip.get_by_role("button", name="seed 0: stuck")
    seed.focus()
    page.page.keyboard.press("Enter")
    wait_for_steps(page, 4000)
    assert page.state("seed") == 0
    page.figure.locator(".nn-readout", has_text="stuck on the plateau").wait_for()
    assert page.figure.locator(".tl-strip .tl-solved").count() == 72
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("Enter")
    page.page.wait_for_function("document.querySelector('.nn-figure').nnModel.get('seed') === 1")
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_bench_tells_loss_from_gradient_check(show):
    page = show(TrainingLab(), width=390)
    page.figure.get_by_text("Break it").click()
    page.figure.locator(".tl-checks li").first.wait_for()
    assert "Passed" in page.figure.locator(".tl-panel .tl-verdict").inner_text()
    page.figure.get_by_label("updated too early").check()
    assert page.state("mistake") == "early"
    page.figure.get_by_role("button", name="Run").click()
    page.page.wait_for_timeout(100)
    assert "Failed" in page.figure.locator(".tl-panel .tl-verdict").inner_text()
    checks = page.figure.locator(".tl-checks li").all_inner_texts()
    assert [line[0] for line in checks] == ["✕", "✕", "✓", "✓"]
    page.figure.get_by_label("transpose forgotten").check()
    assert (page.state("width"), page.state("batch"), page.state("steps")) == (4, 4, 0)


def settings(page):
    return {name: page.state(name) for name in ("width", "batch", "seed", "mistake")}


def forgetting(show, **state):
    """Open the bench and forget the transpose, which sets width, batch and a seed."""
    page = show(TrainingLab(**state))
    page.figure.get_by_text("Break it").click()
    page.figure.get_by_label("transpose forgotten").check()
    assert (page.state("width"), page.state("batch")) == (4, 4)
    return page


@pytest.mark.parametrize("mistake", ["none", "wrong sign for B"])
def test_what_a_forgotten_transpose_sets_goes_with_it(show, mistake):
    page = forgetting(show)
    assert page.state("seed") == 1
    page.figure.get_by_label(mistake, exact=True).check()
    name = {"none": "none", "wrong sign for B": "bias-sign"}[mistake]
    assert settings(page) == {"width": 3, "batch": 1, "seed": None, "mistake": name}
    page.figure.get_by_role("button", name="Step", exact=True).click()
    assert "Sample (0, 0), target 0: the output was 0.2792" in page.text(".nn-readout")


def test_what_the_reader_set_since_stays(show):
    page = forgetting(show, seed=5, width=8, pair=(6, 7))
    assert page.state("pair") is None
    page.figure.get_by_label("seed", exact=True).fill("9")
    page.figure.get_by_label("none", exact=True).check()
    assert settings(page) == {"width": 8, "batch": 1, "seed": 9, "mistake": "none"}


def test_larger_starting_weights_keep_their_seed(show):
    page = forgetting(show)
    page.figure.get_by_label("Weights in ±").press("ArrowRight")
    page.figure.get_by_label("none", exact=True).check()
    assert settings(page) == {"width": 3, "batch": 1, "seed": 1, "mistake": "none"}


def test_another_width_or_batch_ends_the_forgotten_transpose(show):
    page = forgetting(show)
    page.figure.get_by_label("Hidden neurons").press("ArrowRight")
    assert settings(page) == {"width": 5, "batch": 1, "seed": 1, "mistake": "none"}
    page.figure.get_by_role("button", name="Reset").click()
    page.figure.get_by_label("transpose forgotten").check()
    page.figure.get_by_text("one sample", exact=True).click()
    assert settings(page) == {"width": 3, "batch": 1, "seed": None, "mistake": "none"}


def test_weights_and_gradients_are_nnlibs(show):
    page = show(TrainingLab(steps=40))
    page.figure.get_by_text("Weights and gradients").click()
    page.figure.locator(".tl-weights .tl-value").first.wait_for()
    network = TrainingLab(steps=40).network
    output = network.forward_propagation(X)
    network.backward_propagation(network.loss_prime(output, Y_STAR), 0.0)
    first, second = network.layers[0], network.layers[2]
    for kind, arrays in (
        (".tl-value", (first.weights, first.bias, second.weights, second.bias)),
        (
            ".tl-slope",
            tuple(
                getattr(layer, f"{name}_gradient")
                for layer in (first, second)
                for name in ("weights", "bias")
            ),
        ),
    ):
        texts = page.figure.locator(f".tl-weights {kind}").all_inner_texts()
        shown = np.array([float(text.replace("−", "-")) for text in texts])
        by_neuron = np.vstack([arrays[0], arrays[1], arrays[2].T]).T.ravel()
        np.testing.assert_allclose(shown, [*by_neuron, arrays[3].item()], atol=5.1e-5)


def test_python_moves_the_figure_to_any_step(show):
    page = show(TrainingLab(seed=2))
    page.figure.evaluate("figure => figure.nnModel.set('steps', 2000)")
    page.page.wait_for_function(
        "document.querySelector('.nn-readout').textContent.startsWith('Epoch 500')"
    )
    outputs = TrainingLab(seed=2, steps=2000).network.predict(X).ravel()
    shown = page.figure.locator(".tl-map g g text").all_text_contents()
    np.testing.assert_allclose(
        [float(text.replace("−", "-")) for text in shown], outputs, atol=0.00051
    )


def test_by_finger(show):
    page = show(TrainingLab(), width=390, touch=True)
    page.figure.get_by_text("from seed", exact=True).tap()
    assert page.state("seed") == 1
    page.figure.get_by_role("button", name="Step", exact=True).tap()
    page.figure.get_by_role("button", name="Step", exact=True).tap()
    assert page.state("steps") == 2
    page.figure.get_by_text("all four", exact=True).tap()
    assert (page.state("batch"), page.state("steps")) == (4, 0)
    page.figure.get_by_role("button", name="Epoch", exact=True).tap()
    outputs = TrainingLab(seed=1, batch=4, steps=1).network.predict(X).ravel()
    shown = page.figure.locator(".tl-map g g text").all_text_contents()
    np.testing.assert_allclose(
        [float(text.replace("−", "-")) for text in shown], outputs, atol=0.00051
    )
    page.figure.get_by_text("100 seeds", exact=True).tap()
    page.figure.get_by_role("button", name="seed 5: not trained yet").tap()
    page.page.wait_for_function("document.querySelector('.nn-figure').nnModel.get('seed') === 5")
    wait_for_steps(page, 1000)
    page.figure.get_by_text("Break it").tap()
    page.figure.get_by_text("updated too early", exact=True).tap()
    assert page.state("mistake") == "early"


def test_a_training_draws_its_unfolded_sections_too(show):
    page = show(TrainingLab(seed=2), width=390)
    page.figure.get_by_text("Weights and gradients").click()
    for _ in range(3):
        page.figure.get_by_role("button", name="Epoch", exact=True).click()
    network = TrainingLab(seed=2, steps=12).network
    weight = f"{network.layers[0].weights[0, 0]:.4f}".replace("-", "−")
    page.figure.locator(".tl-weights .tl-value").get_by_text(weight, exact=True).wait_for()


def test_who_listens_can_compare_on_the_bench(show):
    page = show(TrainingLab())
    page.figure.get_by_text("Break it").click()
    page.figure.locator(".tl-checks li").first.wait_for()
    page.listen()
    for mistake, names in (("updated too early", "W⁽¹⁾, B⁽¹⁾"), ("wrong sign for B", "B⁽¹⁾, B⁽²⁾")):
        page.figure.get_by_label(mistake).check()
        page.heard(f"Failed: backpropagation and differences disagree in {names}.")
    right, wrong = (
        TrainingLab(steps=40, mistake=name).losses[-1] for name in ("none", "bias-sign")
    )
    page.figure.evaluate("figure => figure.nnModel.set('steps', 40)")
    section = page.figure.locator("details", has_text="Break it")
    alone = f"Loss curve over 10 epochs, the last loss is {wrong:.4f}."
    beside = f"Dashed: the same training without the mistake, the last loss is {right:.4f}."
    section.get_by_role("img", name=f"{alone} {beside}", exact=True).wait_for()
    page.figure.get_by_label("none", exact=True).check()
    page.figure.evaluate("figure => figure.nnModel.set('steps', 40)")
    alone = f"Loss curve over 10 epochs, the last loss is {right:.4f}."
    section.get_by_role("img", name=alone, exact=True).wait_for()
