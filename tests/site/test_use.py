"""Use the site as a reader does: search, menu, theme, keyboard, print, a wrong address."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.visit import Visit

CHAPTER = "notebooks/07-fclayer-derivation.html"


@pytest.fixture(params=["web", "folder"])
def start(request: pytest.FixtureRequest, address: str, site: Path) -> str:
    """Address of the site, on the web and in a folder."""
    return address if request.param == "web" else site.as_uri() + "/"


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a tab."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield Visit(context)
    context.close()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("transpose", "^transpose\nGlossary"),
        ("bias", "^bias\nGlossary"),
        ("learning rate", "^learning rate\nGlossary"),
        ("equation (5)", r"Equation \(5\)"),
        ("∂L/∂W", r"^Equation \(i\)\nDerive the backward pass of the fully"),
        ("∂L/∂X", r"^Equation \(iii\)"),
        ("dL/dB", r"^Equation \(ii\)"),
        ("Y = XW + B", r"^Equation \(5\)"),
        ("narrow valley", "^Understand why a narrow valley is slow"),
        ("FCLayer.backward_propagation", "backward_propagation|FCLayer|backward"),
        ("gradient_check", "gradient_check"),
        ("gradeint", "radient"),
        ("matrix multiplication", "^matrix product\nGlossary"),
        ("np.dot", "^matrix product\nGlossary"),
        ("Hadamard", "^element-wise product\nGlossary"),
        ("dot product", "^scalar product\nGlossary"),
        ("cost function", "^loss function\nGlossary"),
        ("weight initialization", "^starting weights\nGlossary"),
        ("loss not decreasing", "^plateau\nGlossary"),
        ("print pdf", "^Offline and on paper"),
        ("xylophone transpose", "^transpose\nGlossary"),
        ("(7)", r"^Equation \(7\)"),
        ("(i)", r"^Equation \(i\)"),
        ("градиент", "^gradient\nGlossary"),
        ("softmax", "^softmax\nGlossary"),
    ],
)
def test_search_finds(visit: Visit, start: str, words: str, found: str) -> None:
    visit.open(start + CHAPTER)
    visit.page.keyboard.press("Control+k")
    visit.page.keyboard.type(words)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/search.html?q=*")
    first = visit.page.locator("#search-results li").first
    first.wait_for(timeout=5000)
    assert re.search(found, first.inner_text())
    first.locator("a").click()
    visit.page.wait_for_url(lambda url: "search.html" not in url)
    anchor = visit.page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert not anchor or visit.page.evaluate("(id) => !!document.getElementById(id)", anchor)
    assert not visit.complaints


@pytest.mark.parametrize("query", ["(7)", "(iii)", "(12)"])
def test_number_of_an_equation_finds_only_places_that_name_it(
    visit: Visit, address: str, site: Path, query: str
) -> None:
    data = (site / "search-data.js").read_text("utf-8").removeprefix("searchData = ").strip("\n;")
    names_it = re.compile(rf"(?<![\w^]){re.escape(query)}")  # range(7) and W^(7) do not
    places = [
        entry["url"]
        for entry in json.loads(data)
        if names_it.search(f"{entry['heading']} {entry['text']}")
    ]
    visit.open(f"{address}search.html?q={query}")
    found = [link.get_attribute("href") for link in visit.page.locator("#search-results a").all()]
    assert sorted(found) == sorted(places)
    marked = {mark.inner_text() for mark in visit.page.locator("#search-results mark").all()}
    assert marked <= {query}


def test_search_says_when_it_finds_nothing(visit: Visit, start: str) -> None:
    visit.open(start + "search.html?q=xylophone")
    assert "Nothing found" in visit.page.locator("#search-status").inner_text()
    assert visit.page.locator("#search-results li").count() == 0


@pytest.mark.parametrize("words", ["forward", "numerical_gradient", "∂L/∂W"])
def test_long_names_that_search_finds_fit_a_phone(visit: Visit, address: str, words: str) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 700})
    visit.open(f"{address}search.html?q={words}")
    visit.page.locator("#search-results li").first.wait_for()
    assert not visit.overflow()


def test_paper_asks_and_does_not_tell(visit: Visit, address: str) -> None:
    visit.open(address + "book/check-yourself.html")
    visit.page.emulate_media(media="print")
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    questions = visit.page.locator(".nn-question")
    assert questions.count() > 20
    for question in questions.all():
        assert question.locator(".qu-options > li, .qu-line").first.is_visible()
        assert not question.locator("details").is_visible()
    assert not visit.page.get_by_text("How far you are").first.is_visible()


def test_theme_is_remembered(visit: Visit, address: str) -> None:
    visit.open(address)
    color = "getComputedStyle(document.body).backgroundColor"
    light = visit.page.evaluate(color)
    visit.page.get_by_role("button", name="Dark colors").click()
    dark = visit.page.evaluate(color)
    assert dark != light
    visit.open(address + CHAPTER)
    assert visit.page.evaluate(color) == dark
    assert (
        visit.page.get_by_role("button", name="Dark colors").get_attribute("aria-pressed") == "true"
    )


def test_menu_on_a_phone(visit: Visit, address: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.open(address + CHAPTER)
    links = visit.page.locator("#site-nav")
    assert links.is_hidden()
    button = visit.page.get_by_role("button", name="Chapters")
    button.focus()
    visit.page.keyboard.press("Enter")
    assert links.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    assert visit.page.evaluate("document.activeElement.closest('#site-nav') !== null")
    visit.page.keyboard.press("Escape")
    assert links.is_hidden()
    assert visit.page.evaluate("document.activeElement.id") == "menu-button"


def test_keyboard_goes_through_the_page(visit: Visit, address: str) -> None:
    visit.open(address + CHAPTER)
    page = visit.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    assert page.locator(".skip-link").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    for _ in range(25):
        outline = page.evaluate(
            """() => {
              const style = getComputedStyle(document.activeElement);
              const box = document.activeElement.getBoundingClientRect();
              return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
                && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
            }"""
        )
        assert outline, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        page.keyboard.press("Tab")


def test_contents_follow(visit: Visit, address: str) -> None:
    visit.open(address + CHAPTER)
    marked = visit.page.locator(".page-toc [aria-current]")
    first = marked.inner_text()
    visit.page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    visit.page.wait_for_function(
        "(first) => document.querySelector('.page-toc [aria-current]').innerText !== first",
        arg=first,
    )
    assert marked.count() == 1


def test_progress_and_neighbors(visit: Visit, address: str) -> None:
    visit.open(address + CHAPTER)
    assert "Chapter 7 of 11" in visit.page.locator(".chapter-place").inner_text()
    assert visit.page.locator(".chapter-steps .done").count() == 7
    visit.page.locator(".prev-next .next").click()
    visit.page.wait_for_url("**/08-activationlayer-derivation.html")
    visit.page.locator(".prev-next .prev").click()
    visit.page.wait_for_url("**/07-fclayer-derivation.html")


def test_equation_link(visit: Visit, start: str) -> None:
    visit.open(start + CHAPTER)
    visit.page.locator("article a[href$='#eq-5']").first.click()
    visit.page.wait_for_url("**/02-fc-forward.html#eq-5")
    assert visit.page.locator("#eq-5").bounding_box()["y"] < 900


def test_a_damaged_address_is_no_fault_of_the_page(visit: Visit, start: str) -> None:
    visit.open(start + CHAPTER + "#100%")
    visit.page.evaluate("location.hash = '#%E0%'")
    visit.page.locator("html[data-settled]").wait_for()
    assert not visit.complaints


def fits_on_paper(page: Page) -> bool:
    """Whether nothing but the text is printed, with every folded text open."""
    return page.evaluate(
        """() => {
          const hidden = [".site-header", ".site-nav", ".page-toc", ".prev-next", ".page-actions"];
          const shown = (box) => getComputedStyle(document.querySelector(box)).display !== "none";
          return !hidden.some(shown)
            && [...document.querySelectorAll("article details:not(.hide)")]
              .every((box) => box.open);
        }"""
    )


def test_print(visit: Visit, address: str) -> None:
    visit.open(address + CHAPTER)
    visit.page.emulate_media(media="print")
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert fits_on_paper(visit.page)
    visit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert visit.page.locator("article details[open]").count() == 0


def test_search_does_not_give_answers_away(site: Path) -> None:
    data = (site / "search-data.js").read_text("utf-8")
    assert "Choice(" not in data
    assert "right=" not in data
