"""What a screen reader is given: the accessibility tree of a page, as Chromium builds it."""

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

CHAPTERS = ["01-network", "07-fclayer-derivation", "10-handwritten-digits"]
ALL_LAID_OUT = """[...document.querySelectorAll("article section section")]
  .every((section) => section.style.contentVisibility === "visible")"""
SHOWN = """(kind) => [...document.querySelectorAll(kind)]
  .filter((node) => node.checkVisibility({ visibilityProperty: true })).length"""

FIRST_PRINTED = ".cell_output > .output:is(.stream, .text_plain):first-child"


def tree(page: Page) -> list[dict[str, Any]]:
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in nodes if not node.get("ignored")]


def role(node: dict[str, Any]) -> str:
    return node["role"]["value"]


@pytest.fixture(scope="module", params=CHAPTERS)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Page:
    """Return a chapter that nobody scrolls."""
    page = browser.new_page()
    page.goto(f"{address}notebooks/{request.param}.html")
    page.wait_for_function(ALL_LAID_OUT)
    return page


def test_everything_below_the_screen_is_there(page: Page) -> None:
    heard = Counter(map(role, tree(page)))
    assert heard["heading"] == page.evaluate(SHOWN, "h1, h2, h3, h4, [role=heading]")
    assert heard["MathMLMath"] == page.evaluate(SHOWN, "math")


def test_headings_are_their_words_alone(page: Page) -> None:
    names = [node["name"]["value"] for node in tree(page) if role(node) == "heading"]
    assert len(names) > 10
    assert not [name for name in names if name.endswith("#")]
    assert not [
        node for node in tree(page) if role(node) == "link" and node["name"]["value"] == "#"
    ]


def test_what_a_cell_printed_is_told_from_its_code(page: Page) -> None:
    printed = [node for node in tree(page) if node.get("name", {}).get("value") == "Output"]
    assert {role(node) for node in printed} == {"group"}
    assert len(printed) == page.evaluate(SHOWN, FIRST_PRINTED)
