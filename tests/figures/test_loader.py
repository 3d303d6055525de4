"""The page's loader: figures start from a folder, and fail with a message, not a hole."""

import re

import pytest

from nnlib import figures
from nnlib.figures import ForwardAndBack, MatrixMicroscope, Valley
from nnlib.questions import Choice
from tests.figures.lab_cases import CASES
from tests.figures.page import write_page


@pytest.fixture
def open_html(browser, tmp_path):
    pages = []

    def open_page(*html, before=lambda folder: None, lang="en", **options):
        path = write_page(tmp_path / "page.html", *html)
        path.write_text(path.read_text("utf-8").replace('lang="en"', f'lang="{lang}"'), "utf-8")
        before(tmp_path)
        page = browser.new_page(**options)
        page.requests = []
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()


def test_code_is_loaded_once_for_several_figures(open_html):
    page = open_html(*[MatrixMicroscope().to_html()] * 3)
    for number in range(3):
        page.locator(".nn-figure").nth(number).scroll_into_view_if_needed()
        page.wait_for_selector(f'.nn-figure:nth-of-type({number + 1})[data-live="yes"]')
    scripts = [url for url in page.requests if url.endswith(".js")]
    assert len(scripts) == len(set(scripts)) == 3  # loader, shared, figure
    assert all(url.startswith("file://") for url in page.requests if not url.startswith("data:"))


@pytest.mark.parametrize(
    "fault",
    [
        lambda html: re.sub('data-state="[^"]*"', 'data-state="{"', html),
        lambda html: re.sub(' data-state="[^"]*"', "", html),
        lambda html: re.sub('data-state="[^"]*"', 'data-state="{}"', html),
        lambda html: html.replace("matrix-microscope", "no-such-figure"),
    ],
    ids=["state is no JSON", "no state", "empty state", "unknown figure"],
)
def test_a_fault_leaves_the_still_and_a_message(open_html, fault):
    page = open_html(fault(MatrixMicroscope().to_html()))
    page.wait_for_selector('.nn-figure[data-live="failed"]')
    assert page.locator(".nn-still svg").is_visible()
    assert "could not start" in page.locator(".nn-message").inner_text()
    assert page.locator(".nn-live").count() == 0


def test_the_loader_speaks_the_language_of_the_page(open_html):
    html = MatrixMicroscope().to_html()
    page = open_html(html, html.replace('data-figure="matrix', 'data-figure="no'), lang="ru")
    page.get_by_text("Link to this state").first.click()
    assert page.get_by_text("Ссылка — в адресной строке").is_visible()
    page.locator(".nn-figure").nth(1).scroll_into_view_if_needed()
    page.wait_for_selector('.nn-figure[data-live="failed"]')
    assert page.locator(".nn-message").inner_text().startswith("Живой рисунок не запустился (")


def test_without_javascript_the_still_stands_with_its_text(open_html):
    page = open_html(MatrixMicroscope().to_html(), java_script_enabled=False)
    still = page.locator(".nn-still")
    assert still.is_visible()
    assert "Row 1 of X meets column 1 of W" in still.get_attribute("aria-label")
    assert "still picture" in page.locator("figcaption").inner_text()
    assert not page.get_by_text("Link to this state").is_visible()
    stage, picture = page.locator(".nn-stage").bounding_box(), still.bounding_box()
    assert stage["height"] < picture["height"] + 40  # no hole where the live figure would be


def test_print_shows_the_still(open_html):
    page = open_html(MatrixMicroscope().to_html())
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    assert not page.locator(".nn-still").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".nn-still").is_visible()
    assert not page.locator(".nn-live").is_visible()


def test_a_link_opens_the_state_that_it_was_made_in(open_html, browser):
    html = [MatrixMicroscope().to_html()] * 2
    page = open_html(*html)
    second = page.locator(".nn-figure").nth(1)
    second.scroll_into_view_if_needed()
    second.get_by_label("Y, row 1, output 3").click()
    second.get_by_label("X, row 1, input 2").fill("-4")
    second.get_by_text("Link to this state").click()
    assert "#matrix-microscope.2?" in page.url
    assert "address bar" in second.locator(".nn-link").inner_text()
    again = browser.new_page()
    again.goto(page.url)
    again.wait_for_selector('.nn-figure:nth-of-type(2)[data-live="yes"]')
    states = again.locator(".nn-figure").evaluate_all(
        "figures => figures.map(({ nnModel }) => [nnModel.get('focus'), nnModel.get('x')])"
    )
    assert states == [[[0, 0], [[1, 2]]], [[0, 2], [[1, -4]]]]
    again.locator(".nn-figure").nth(1).get_by_text("Reset").click()
    model = again.locator(".nn-figure").nth(1)
    assert model.evaluate("figure => figure.nnModel.get('x')") == [[1, 2]]
    again.close()


@pytest.mark.parametrize("asked", ["focus=[7,7]", "focus=", "x=[[1]]", "nothing=1", "focus=%"])
def test_a_damaged_link_opens_the_chapters_state(browser, tmp_path, asked):
    path = write_page(tmp_path / "page.html", MatrixMicroscope().to_html())
    page = browser.new_page()
    page.goto(f"{path.as_uri()}#matrix-microscope?{asked}")
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    assert "y₁ = x₁·w₁₁ + x₂·w₂₁ + b₁" in page.locator(".mm-sum").inner_text()
    page.close()


@pytest.mark.parametrize("name", figures.__all__)
def test_every_figure_offers_a_link_to_its_state(open_html, name):
    page = open_html(getattr(figures, name)().to_html())
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    wanted = CASES[name].set
    setting = """(figure, wanted) => {
      for (const [key, value] of Object.entries(wanted)) figure.nnModel.set(key, value);
    }"""
    page.locator(".nn-figure").evaluate(setting, wanted)
    page.get_by_role("button", name="Link to this state").click()
    page.reload()
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    reading = "(figure, keys) => keys.map((key) => figure.nnModel.get(key))"
    shown = page.locator(".nn-figure").evaluate(reading, [*wanted])
    assert shown == [*wanted.values()]


ACCEPTS = """([kind, start, states]) => states.map((state) => {
  try {
    return nnFigures.figures[kind].accepts({ ...start, ...state }, start);
  } catch {
    return false;  // as the loader does
  }
})"""
NO_SETTINGS = [float("nan"), float("inf"), -100, 1e12, "alpha", True, None]
NO_SETTINGS += [[], [[1]], [[1, 2], [3]], [0, 0], ["value", 9, 9], ["weight", 1, 0, 0], {}, [{}]]


@pytest.mark.parametrize("name", figures.__all__)
def test_a_link_is_refused_where_python_refuses(open_html, name):
    """`accepts` in a figure's JavaScript judges states as its class in Python does."""
    kind = getattr(figures, name)
    figure = kind()
    page = open_html(figure.to_html())
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    start = figure.state()
    good = [{}, CASES[name].set, {**CASES[name].read, **CASES[name].set}]
    assert page.evaluate(ACCEPTS, [figure.slug, start, good]) == [True] * 3
    numbers = [key for key, value in start.items() if type(value) in (int, float)]
    bad = [{key: value} for key in start for value in NO_SETTINGS if is_refused(kind, key, value)]
    bad += [{key: next_to_limit(kind, key, start[key], way)} for key in numbers for way in (1, -1)]
    said = page.evaluate(ACCEPTS, [figure.slug, start, bad])
    assert [one for one, taken in zip(bad, said, strict=True) if taken] == []


def test_a_link_may_choose_what_the_network_has(open_html):
    figure = ForwardAndBack()
    page = open_html(figure.to_html())
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    there = [["value", 0, 1], ["value", 4, 0], ["weight", 0, 1, 2], ["weight", 2, 2, 0]]
    missing = [["value", 5, 0], ["value", 4, 1], ["weight", 1, 0, 0], ["weight", 0, 2, 0]]
    states = [{"chosen": one} for one in there + missing]
    said = page.evaluate(ACCEPTS, [figure.slug, figure.state(), states])
    assert said == [True] * 4 + [False] * 4
    assert said == [not is_refused(ForwardAndBack, "chosen", one) for one in there + missing]


def is_refused(kind, key, value):
    try:
        kind(**{key: value})
    except ValueError:
        return True
    return False


def next_to_limit(kind, key, start, way):
    """Return the number after the last that Python takes, upward or downward from the start."""
    unit = way if isinstance(start, int) else way / 100
    near, far = 0, 1
    while not is_refused(kind, key, start + far * unit):
        near, far = far, 2 * far
    while far - near > 1:
        middle = (near + far) // 2
        refused = is_refused(kind, key, start + middle * unit)
        near, far = (near, middle) if refused else (middle, far)
    return start + far * unit


@pytest.mark.parametrize(
    "asked",
    ['alpha="0.5"', "alpha=-5", "alpha=1e999", "alpha=null", "alpha=[0.5]", "start=3", "start=[1]",
     'start=["1",0]', "start={}", "steps=1.5", 'mode="three"', "alpha=0.5&steps=-1"],
)  # fmt: skip
def test_a_link_out_of_range_opens_the_chapters_state(browser, tmp_path, asked):
    path = write_page(tmp_path / "page.html", Valley(alpha=0.3).to_html())
    page = browser.new_page()
    page.goto(f"{path.as_uri()}#valley?{asked}")
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    names = "['alpha', 'start', 'steps', 'mode']"
    state = page.evaluate(
        f"{names}.map((one) => document.querySelector('figure').nnModel.get(one))"
    )
    assert state == [0.3, [0, 0], 0, "one"]
    page.close()


def test_no_link_changes_a_question(open_html):
    """Else it could have a wrong answer judged "Right", and other words put into the book."""
    question = Choice("ch01-rows", "Rows?", {"2": "Yes.", "3": "No."}, right="2")
    page = open_html(question.to_html())
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    page.evaluate("location.hash = '#choice-question?right=1&prompt=\"Password:\"'")
    page.reload()
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    assert page.evaluate("document.querySelector('.nn-figure').nnModel.get('right')") == 0
    assert page.locator(".nn-live .qu-prompt").inner_text() == "Rows?"


def test_a_link_to_a_state_works_in_an_open_page(open_html):
    page = open_html("<p style='height: 3000px'>Far above.</p>", Valley().to_html())
    page.evaluate("scrollTo(0, 3000)")
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    page.evaluate("scrollTo(0, 0)")
    figure = page.locator(".nn-figure")
    model = "figure => ['alpha', 'steps'].map((name) => figure.nnModel.get(name))"

    def follow(link):
        page.evaluate("link => (location.hash = link)", link)
        page.wait_for_function("link => location.hash === link", arg=link)
        page.evaluate("() => new Promise(requestAnimationFrame)")
        return figure.evaluate(model)

    assert follow("#valley?alpha=0.95&steps=5") == [0.95, 5]
    assert page.evaluate("scrollY") > 2000
    assert page.locator(".nn-live").count() == 1
    assert (
        page.get_by_role("slider", name="Learning rate").get_attribute("aria-valuetext") == "0.95"
    )
    # Only together do these fit: with one weight, a start of 9 is inside; for the line it is not.
    assert follow("#valley?mode=%22two%22&alpha=0.25&steps=2") == [0.25, 2]
    assert follow("#valley?start=[9,0]&alpha=1.2") == [1.2, 0]
    page.get_by_role("button", name="Step").click()
    page.get_by_text("Link to this state").click()
    assert "steps=1" in page.url
    assert follow("#valley?") == [0.1, 0]
    assert follow("#valley?alpha=0.5") == [0.5, 0]
    assert follow("#valley?alpha=-5") == [0.1, 0]
    assert follow("#elsewhere") == [0.1, 0]
    page.get_by_role("button", name="Step").click()
    assert figure.evaluate(model) == [0.1, 1]


def test_values_set_from_outside_move_the_figure(open_html):
    """A kernel sets traits as this does; what the reader does goes the other way by `set`."""
    page = open_html(MatrixMicroscope().to_html())
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    page.locator(".nn-figure").evaluate("figure => figure.nnModel.set('focus', [0, 1])")
    assert "y₂" in page.locator(".mm-sum").inner_text()
