"""Every page in a real browser: alone, readable, accessible, in light and dark, wide and narrow."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.built import ROOT, SITE, WITHOUT_DOCUMENT, pages
from tests.site.visit import Visit

sys.path.append(str(ROOT / "tools"))

from release import published_address

PAGES = pages() or ["index.html"]
BUDGET = 350_000
SCREENS = [(mode, width) for mode in ("light", "dark") for width in (1280, 390)]


@pytest.fixture(scope="module", params=SCREENS, ids=lambda screen: f"{screen[0]}-{screen[1]}")
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """Open one tab for all pages in this mode and width."""
    mode, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=mode, reduced_motion="reduce"
    )
    yield Visit(context)
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_page_on_the_web(visit: Visit, address: str, page: str) -> None:
    complaints = [*visit.open(address + page)]
    complaints += visit.shift() + visit.start_figures()
    complaints += visit.overflow() + visit.math() + visit.pictures()
    complaints += visit.buttons() + visit.axe()
    assert not complaints + visit.complaints


@pytest.mark.parametrize("page", PAGES)
def test_page_from_a_folder(visit: Visit, site: Path, page: str) -> None:
    complaints = [*visit.open((site / page).as_uri())]
    complaints += visit.start_figures()
    assert not complaints + visit.complaints


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Visit]:
    """Open a tab as wide as a page that is zoomed to 200 % on a small laptop, then less."""
    context = browser.new_context(viewport={"width": 640, "height": 450})
    yield Visit(context)
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_zoom_loses_nothing(narrow: Visit, site: Path, page: str) -> None:
    narrow.open((site / page).as_uri())
    complaints = narrow.overflow()
    narrow.resize(320, 450)
    complaints += narrow.overflow()
    narrow.resize(640, 450)
    assert not complaints


@pytest.fixture(scope="module", params=[(320, 100), (390, 200)], ids=["320", "large-letters"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """Open a tab on a narrow phone, then on one with letters of double size."""
    width, percent = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        is_mobile=True,
        has_touch=True,
        reduced_motion="reduce",
    )
    context.add_init_script(
        "addEventListener('DOMContentLoaded', () =>"
        f" document.documentElement.style.fontSize = '{percent}%')"
    )
    yield Visit(context)
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_phone_cuts_nothing(phone: Visit, site: Path, page: str) -> None:
    phone.open((site / page).as_uri())
    complaints = phone.overflow() + phone.start_figures()
    complaints += phone.overflow() + phone.frames() + phone.beside()
    assert not complaints


@pytest.mark.parametrize("page", PAGES)
def test_head_names_the_page(narrow: Visit, address: str, site: Path, page: str) -> None:
    narrow.open(address + page)
    own = None if page in WITHOUT_DOCUMENT else page.removesuffix("index.html")
    assert not narrow.head(own, published=bool(published_address(site)))


@pytest.mark.parametrize("page", PAGES)
def test_first_visit_is_light(browser: Browser, address: str, page: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    visit = Visit(context)
    visit.open(address + page)
    visit.page.wait_for_load_state("networkidle")
    weight = visit.weight()
    context.close()
    assert 0 < weight <= BUDGET, f"{weight} bytes"


@pytest.mark.parametrize("page", PAGES)
def test_text_and_math_need_no_script(browser: Browser, site: Path, page: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    tab = context.new_page()
    tab.goto((site / page).as_uri())
    assert tab.locator("h1").is_visible()
    formulas = tab.locator("article :not(details) > .displaymath .katex-html")
    if formulas.count():
        assert formulas.first.is_visible()
    assert tab.locator("#theme-button").is_hidden()
    for still in tab.locator(".nn-figure .nn-still").all():
        assert still.is_visible()
    context.close()


def test_there_are_pages() -> None:
    assert len(pages(SITE)) > 15
