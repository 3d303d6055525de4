"""In JupyterLab a figure is a Python object: touched there it is read here, and the other way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from nnlib import figures
from tests.figures.lab import PATIENCE, Lab, serve_lab
from tests.figures.lab_cases import CASES

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="module")
def notebook(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with serve_lab(tmp_path_factory.mktemp("lab")) as address:
        lab = Lab(browser, address)
        lab.run("from nnlib.figures import *\nfrom nnlib.questions import Choice, Number")
        yield lab
        lab.page.close()


@pytest.fixture
def lab(notebook: Lab) -> Iterator[Lab]:
    """Return the notebook; a test fails if its page had an error or asked another host."""
    notebook.complaints.clear()
    yield notebook
    assert not notebook.complaints, notebook.complaints


@pytest.mark.parametrize("name", figures.__all__)
def test_figure_and_python_are_tied(lab: Lab, name: str):
    case, start = CASES[name], getattr(figures, name)()
    lab.show(f"figure = {name}()\nfigure")
    expect(lab.figure.locator(".nn-caption")).to_contain_text(start.say("title"))
    shown = lab.figure.locator(case.shown)

    case.touch(lab.figure)
    for trait, value in case.read.items():
        assert getattr(start, trait) != value
        lab.python(f"figure.{trait}", value)
    lab.figure.get_by_role("button", name="Reset").click()
    for trait in case.read:
        lab.python(f"figure.{trait}", getattr(start, trait))

    before = shown.all_text_contents()
    lab.run("\n".join(f"figure.{trait} = {value!r}" for trait, value in case.set.items()), 1)
    right = case.right(type(start)(**case.set))
    assert right != before
    expect(shown).to_have_text(right)
    lab.figure.get_by_role("button", name="Reset").click()
    expect(shown).to_have_text(before)
    for trait in case.set:
        lab.python(f"figure.{trait}", getattr(start, trait))


def test_the_decision_map_has_colors_without_any_touch(lab: Lab):
    """A notebook draws a figure once before it is on the page, where no color has a value."""
    lab.show("TrainingLab()")
    lab.page.wait_for_function(
        """() => {
          const canvas = document.querySelector(".tl-map canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const pixels = Array.from({ length: data.length / 4 }, (_, k) =>
            data.slice(4 * k, 4 * k + 3).join());
          return new Set(pixels).size > 3;
        }"""
    )


def test_figures_of_one_notebook_share_no_names(lab: Lab):
    """Each comes with its own script; radio buttons of one name would switch each other off."""
    lab.run("from ipywidgets import VBox\nVBox([LineByLine(), ErrorSquares(), Valley()])")
    expect(lab.figure).to_have_count(3)
    names = lab.page.evaluate(
        """() => [...document.querySelectorAll(".nn-live")].map((figure) => [...new Set(
          [...figure.querySelectorAll("[id], input[name]")].flatMap((node) => [node.id, node.name])
        )].filter(Boolean))"""
    )
    assert sum(map(len, names)) > 3
    assert sum(map(len, names)) == len(set().union(*names))


def test_keys_pressed_in_a_figure_do_not_reach_the_notebook(lab: Lab):
    lab.show("figure = Valley()\nfigure")
    button = lab.figure.get_by_role("button", name="Step")
    for key in ("b", "x", "ArrowDown", "Space"):  # new cell, cut, next cell; and the figure's own
        button.press(key)
    lab.python("figure.steps", 1)
    assert lab.page.locator(".jp-Notebook .jp-Cell").count() == 2
    assert lab.figure.count() == 1


def test_questions_judge_and_python_reads_the_answer(lab: Lab):
    lab.show(
        "figure = Choice('ch02-outputs', 'W is (2 × 3). How many outputs?', right='3',\n"
        "    options={'2': 'Rows belong to inputs.', '3': 'One for each column.'})\nfigure"
    )
    verdict = lab.figure.locator(".qu-verdict")
    for place, option in enumerate(("2", "3")):
        lab.figure.get_by_label(option, exact=True).click()
        lab.figure.get_by_role("button", name="Check").click()
        expect(verdict).to_contain_text(("Rows belong", "✓ Right. One for each")[place])
        lab.python("figure.chosen", place)
    lab.show(
        "figure = Number('ch04-half', 'Half of 3?', 1.5, why='3 / 2.', hint='Divide by 2.',\n"
        "    wrong={6: 'You multiplied.'})\nfigure"
    )
    for text, said in {"6": "✗ Not yet. You multiplied.", "1.5": "✓ Right. 3 / 2."}.items():
        lab.figure.get_by_label("Your number").fill(text)
        lab.page.keyboard.press("Enter")
        expect(verdict).to_have_text(said)
        lab.python("figure.given", float(text))


def test_a_question_speaks_the_language_of_its_notebook(lab: Lab):
    assert lab.page.locator("html").get_attribute("lang") == "en"
    lab.run("from nnlib.language import use_language\nuse_language('ru')", 1)
    lab.show("Number('ch04-half', 'Половина от 3?', 1.5, why='3 / 2.', hint='Делите на 2.')")
    lab.run("use_language('en')", 1)
    lab.figure.get_by_label("Ваше число").fill("1.5")
    lab.figure.get_by_role("button", name="Проверить").click()
    expect(lab.figure.locator(".qu-verdict")).to_have_text("✓ Верно. 3 / 2.")


def test_a_slider_of_ipywidgets_draws_anew(lab: Lab):
    chapter = json.loads((ROOT / "notebooks" / "05-gradient-descent.ipynb").read_text("utf-8"))
    wanted = ("setup", "first-steps", "walk", "walks", "slider-picture", "slider")
    cells = ["".join(cell["source"]) for cell in chapter["cells"] if cell["id"] in wanted]
    lab.run("\n\n".join(cells))
    picture = lab.page.locator(".widget-output img")
    expect(picture).to_have_attribute("src", re.compile("fill%3A%20%23ffffff"))  # dark themes too
    before = picture.get_attribute("src")
    lab.page.get_by_role("slider").press("ArrowRight")
    expect(lab.page.locator(".widget-readout")).to_have_text("0.98")
    expect(picture).not_to_have_attribute("src", before)
