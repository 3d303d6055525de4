"""The contents of a page: at the side of a wide one, a bar that unfolds on a narrow one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.site.visit import Visit

CHAPTER = "notebooks/05-gradient-descent.html"
TOP = "(selector) => document.querySelector(selector).getBoundingClientRect().top"


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Open a chapter."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    visit = Visit(context)
    visit.open(address + CHAPTER)
    yield visit
    assert not visit.complaints
    context.close()


def test_at_the_side_they_are_open_and_there_is_nothing_to_press(visit: Visit) -> None:
    contents = visit.page.locator(".page-toc")
    links = contents.locator("li a")
    assert links.count() > 5
    assert links.last.is_visible()
    assert contents.locator(".to-top").is_hidden()
    assert contents.bounding_box()["x"] > visit.page.locator("main").bounding_box()["x"] + 500
    assert contents.locator("summary").evaluate("(summary) => summary.tabIndex") == -1


@pytest.mark.parametrize("width", [1024, 390])
def test_from_the_middle_of_a_narrow_page_every_section_can_be_reached(
    visit: Visit, width: int
) -> None:
    page = visit.page
    visit.resize(width, 800)
    page.evaluate("scrollTo(0, 6000)")
    contents = page.locator(".page-toc")
    links = contents.locator("li a")
    assert links.first.is_hidden()
    summary = contents.locator("summary")
    assert 0 <= summary.bounding_box()["y"] < 100
    summary.press("Enter")
    assert links.first.is_visible()
    target = links.nth(4)
    place = target.get_attribute("href")
    target.click()
    assert links.first.is_hidden()
    bar = contents.bounding_box()
    page.wait_for_function(
        f"([selector, bottom]) => ({TOP})(selector) >= bottom && ({TOP})(selector) < 400",
        arg=[f"{place} > h2", bar["y"] + bar["height"]],
    )
    summary.click()
    contents.get_by_role("link", name="Up to chapters and search").click()
    page.wait_for_function("scrollY === 0")
    assert page.locator("#site-search-input").is_visible()


def test_escape_closes_them(visit: Visit) -> None:
    visit.resize(390, 800)
    summary = visit.page.locator(".page-toc summary")
    summary.press("Enter")
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Escape")
    assert visit.page.locator(".page-toc li a").first.is_hidden()
    assert summary.evaluate("(summary) => summary === document.activeElement")
