"""Questions judge fairly, say why, remember the answer in the browser only, and can be cleared."""

import pytest
from bs4 import BeautifulSoup
from traitlets import TraitError

from nnlib.questions import Choice, Number, Progress
from nnlib.questions.typeset import typeset

OPTIONS = {
    "2": "No: rows of W belong to inputs.",
    "3": "One output for each column of W.",
    "6": "No: that is the number of weights.",
}


def choice() -> Choice:
    return Choice("ch02-outputs", "W is (2 × 3). How many outputs?", OPTIONS, right="3")


def number() -> Number:
    wrong = {6: "You multiplied."}
    return Number("ch04-half", "Half of 3?", 1.5, why="3 / 2.", hint="Divide by 2.", wrong=wrong)


def answer(page, text=None):
    """Type or choose an answer with the keyboard alone, check it, and return the verdict."""
    if text is not None:
        page.figure.locator("input").first.fill(text)
    page.page.keyboard.press("Enter")
    return page.text(".qu-verdict")


# --- in Python --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"key": "outputs"}, "ch04-outlier"),
        ({"prompt": " "}, "expected a question"),
        ({"options": {"3": "Yes."}}, "at least two"),
        ({"options": {**OPTIONS, "7": ""}}, "a reason for each"),
        ({"options": {**OPTIONS, 7: "No."}}, "the answer 7 has 'No.'; expected a text"),
        ({"options": ["2", "3"]}, r"options is \['2', '3'\]; expected a dict"),
        ({"right": "5"}, "expected one of"),
    ],
)
def test_choice_refuses(arguments, word):
    given = {"key": "ch02-outputs", "prompt": "How many?", "options": OPTIONS, "right": "3"}
    with pytest.raises(ValueError, match=word):
        Choice(**{**given, **arguments})


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"answer": float("nan")}, "finite"),
        ({"tolerance": 0}, "above zero"),
        ({"why": ""}, "the text of why is ''; expected a reason"),
        ({"wrong": [2]}, r"wrong is \[2\]; expected a dict"),
        ({"wrong": {2: " "}}, "the text of 2 is ' '; expected a reason"),
        ({"wrong": {1.5001: "No."}}, "1.5001 counts as 1.5; expected numbers farther apart"),
        ({"wrong": {2: "No.", 2.0001: "No."}}, "2.0001 counts as 2; expected"),
    ],
)
def test_number_refuses(arguments, word):
    given = {
        "key": "ch04-half",
        "prompt": "Half of 3?",
        "answer": 1.5,
        "why": "3 / 2.",
        "hint": "?",
    }
    with pytest.raises(ValueError, match=word):
        Number(**{**given, **arguments})


def test_without_javascript_the_answer_is_folded_away():
    html = choice().to_html()
    folded = html[html.index("<details>") : html.index("</details>")]
    assert "<strong>3</strong>: One output for each column of W." in folded
    assert "1.5" in number().to_html()


def test_without_javascript_a_number_has_a_line_to_write_on_and_options_a_list():
    page = BeautifulSoup(number().to_html(), "html.parser")
    assert page.select_one("details").find_previous("p").get_text() == "Your number: ________"
    assert not page.select("li")
    page = BeautifulSoup(choice().to_html(), "html.parser")
    assert [item.get_text() for item in page.select(".qu-options > li")] == list(OPTIONS)


def test_a_refused_answer_leaves_the_old_one():
    question = choice()
    with pytest.raises(TraitError):
        question.set_state({"chosen": 3})
    assert question.chosen is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada's loss, both samples' mean", "Ada’s loss, both samples’ mean"),
        ("f'(x) and 'x'", "f'(x) and 'x'"),
        ("∂L/∂X = ∂L/∂Y · Wᵀ", "∂L/\u2060∂X = ∂L/\u2060∂Y · Wᵀ"),
        ("w = −0.5 and w = b", "w\u00a0=\u00a0−0.5 and w = b"),
        ("3/4 = 0.75", "3/4\u00a0=\u00a00.75"),
    ],
)
def test_texts_are_typeset(text, expected):
    assert typeset(text) == expected
    options = {text: text, "other": text}
    question = Choice("ch01-a", text, options, right=text)
    assert question.prompt == expected
    assert question.options[0] == {"text": expected, "why": expected}
    assert (question.options[1]["why"], question.right) == (expected, 0)
    asked = Number("ch01-a", text, 1, why=text, hint=text, wrong={2: text})
    assert (asked.prompt, asked.why, asked.hint) == (expected, expected, expected)
    assert asked.wrong[0]["why"] == expected


def test_repr_is_stable():
    assert repr(choice()) == repr(choice()) == "Choice(key='ch02-outputs')"


# --- in the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_choice_says_why_by_keyboard(show, width, theme):
    page = show(choice(), width=width, theme=theme)
    assert page.fits()
    page.figure.locator("input").first.focus()
    for text, why in OPTIONS.items():
        page.page.keyboard.press("Space")
        page.page.keyboard.press("Enter")
        verdict = page.text(".qu-verdict")
        assert why in verdict
        assert verdict.startswith("✓ Right." if text == "3" else "✗ Not yet.")
        page.page.keyboard.press("ArrowDown")


def test_choice_by_mouse_takes_the_old_verdict_away(show):
    page = show(choice())
    page.figure.get_by_label("6", exact=True).click()
    page.figure.get_by_role("button").click()
    assert "number of weights" in page.text(".qu-verdict")
    page.figure.get_by_label("3", exact=True).click()
    assert page.text(".qu-verdict") == ""
    assert page.state("chosen") == 2


def test_nothing_chosen_is_no_answer(show):
    page = show(choice())
    page.figure.get_by_role("button").click()
    assert "first" in page.text(".qu-verdict")
    assert page.state("chosen") is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("1.5", "✓ Right. 3 / 2."),
        ("1,5", "✓ Right. 3 / 2."),
        ("3/2", "✓ Right. 3 / 2."),
        ("6", "✗ Not yet. You multiplied."),
        ("−1.5", "✗ Not yet. Divide by 2."),
        ("many", "no number"),
        ("", "first"),
    ],
)
def test_number_reads_what_people_write(show, text, verdict):
    page = show(number(), width=390)
    page.figure.locator("input").focus()
    assert verdict in answer(page, text)


# What stands in the field, and the number that is read; None is no number.
WRITTEN = {
    "0.25": 0.25,
    " 0,25 ": 0.25,
    ".4": 0.4,
    ",4": 0.4,
    "1.": 1,
    "0.4.": 0.4,
    "+3": 3,
    "-0.7": -0.7,
    "−0.7": -0.7,
    "–0.7": -0.7,
    "- 0.7": -0.7,
    "−\N{NO-BREAK SPACE}0,7": -0.7,
    "= 0.4": 0.4,
    "y=0.4": 0.4,
    "y_2\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}−0.4": -0.4,
    "α = 1/4": 0.25,
    "1/4": 0.25,
    "−1 / 4": -0.25,
    "1,5/2": 0.75,
    "1 210": 1210,
    "-1\N{NO-BREAK SPACE}210": -1210,
    "1\N{THIN SPACE}234\N{NARROW NO-BREAK SPACE}567": 1234567,
    "1 210,5": 1210.5,
    "1,234,567": 1234567,
    "1,210.5": 1210.5,
    "1e3": 1000,
    "2.5E−3": 0.0025,
    "12l0": None,
    "abc": None,
    "y": None,
    "=": None,
    ".": None,
    "-": None,
    "0.4..": None,
    "1,2,3": None,
    "1.2.3": None,
    "1,21,000": None,
    "1,210,5": None,
    "1 2": None,
    "1 21": None,
    "1 2100": None,
    "0 210": None,
    "210 1 000": None,
    "1 .5": None,
    "--3": None,
    "-−3": None,
    "3-": None,
    "3 = 0.4": None,
    "2y = 0.4": None,
    "x y = 0.4": None,
    "y == 0.4": None,
    "y 0.4": None,
    "1/2/3": None,
    "1/": None,
    "/2": None,
    "1/0": None,
    "1 1/2": None,
    "0x10": None,
    "Infinity": None,
    "1e999": None,
}


def test_forms_of_numbers(show):
    page = show(Number("ch04-half", "How many?", 77, why="Sum.", hint="Count."))
    page.figure.locator("input").focus()

    def read(text):
        return None if "no number" in answer(page, text) else page.state("given")

    assert {text: read(text) for text in WRITTEN} == WRITTEN


@pytest.mark.parametrize(
    ("answer_is", "text", "verdict"),
    [
        (1210, "1,210", "✓ Right."),
        (-1210, "−1,210", "✓ Right."),
        (1234567, "1,234,567", "✓ Right."),
        (1.21, "1,210", "✓ Right."),
        (0.21, "0,210", "✓ Right."),
        (210, "0,210", "✗ Not yet. Count."),
        (1210, "2,000", "✗ Not yet. Two layers."),
        (1210, "1,2100", "✗ Not yet. Count."),
        (1210, "1,21,000", "no number"),
    ],
)
def test_a_comma_may_mark_thousands(show, answer_is, text, verdict):
    question = Number(
        "ch10-count", "How many?", answer_is, why="Sum.", hint="Count.", wrong={2000: "Two layers."}
    )
    page = show(question)
    page.figure.locator("input").focus()
    assert verdict in answer(page, text)


def test_the_browser_remembers_and_forgets(show):
    page = show(number())
    page.figure.locator("input").focus()
    answer(page, "1.5")
    stored = page.page.evaluate("localStorage.getItem('nn-answers')")
    assert stored == '{"ch04-half":true}'
    page.page.reload()
    page.page.wait_for_selector(".nn-figure[data-live]")
    assert "before" in page.text(".qu-verdict")
    answer(page, "15")
    assert page.page.evaluate("localStorage.getItem('nn-answers')") == stored

    overview = show(Progress({"ch04": 3}), width=390)
    overview.page.evaluate("localStorage.setItem('nn-answers', '{\"ch04-half\":true}')")
    overview.page.reload()
    overview.page.wait_for_selector(".nn-figure[data-live]")
    assert overview.fits()
    assert overview.figure.locator("tbody td").all_inner_texts() == ["1", "0", "2"]
    overview.figure.get_by_role("button").click()
    assert overview.figure.locator("tbody td").all_inner_texts() == ["0", "0", "3"]
    assert overview.page.evaluate("localStorage.getItem('nn-answers')") is None


def test_what_is_no_number_is_no_answer(show):
    page = show(number())
    page.figure.locator("input").focus()
    assert answer(page, "l.5").startswith("That is no number.")
    assert page.page.evaluate("localStorage.getItem('nn-answers')") is None
    answer(page, "6")
    assert page.page.evaluate("localStorage.getItem('nn-answers')") == '{"ch04-half":false}'


def test_a_field_has_its_question_for_a_name(show):
    page = show(number())
    page.figure.get_by_role("textbox", name="Half of 3? Your number", exact=True).wait_for()
    assert page.figure.get_by_role("group").count() == 0  # it would say the question once more
