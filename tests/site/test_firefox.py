"""Every page in Firefox, on the web and in a folder; search and figures used there once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from tests.firefox import Tab, open_firefox
from tests.site.built import pages
from tests.site.server import serve
from tests.site.test_gates import GOOD, HEAD, TAIL
from tests.site.visit import FIGURES, MATH, OVERFLOW, PICTURES, SETTLED

PAGES = pages() or ["index.html"]
# Each kind of visit has one mode and one width, so that all four are seen in half of the time.
VISITS = {
    "web-light-1280": (True, False, 1280),
    "web-dark-390": (True, True, 390),
    "folder-light-390": (False, False, 390),
    "folder-dark-1280": (False, True, 1280),
}

# Firefox reports no request to a file, so pages remember themselves what did not arrive.
REMEMBER_FAILURES = """() => {
  window.failures = [];
  addEventListener("error", ({ target }) => {
    const url = target.src ?? target.href;
    if (url) failures.push(`failed request: ${url}`);
  }, true);
  addEventListener("DOMContentLoaded", () => document.fonts.addEventListener("loadingerror",
    ({ fontfaces }) => failures.push(...fontfaces.map((face) => `no font: ${face.family}`))));
}"""

# Leaving a page cancels what it still loads, which is no fault: NS_BINDING_ABORTED.
CANCELED = ("NS_BINDING_ABORTED", "status=2152398850")

START_FIGURES = """(async () => {
  for (const figure of document.querySelectorAll(".nn-figure[data-figure]")) {
    figure.scrollIntoView({ behavior: "instant" });
    const start = performance.now();
    while (!figure.dataset.live && performance.now() - start < 10000)
      await new Promise((done) => setTimeout(done, 10));
  }
})()"""


def said(tab: Tab) -> list[str]:
    """Return what the console and the network complained about."""
    complaints = []
    for event in tab.events:
        about = event["params"]
        if event["method"] == "log.entryAdded":
            if about["level"] in ("warn", "error") and CANCELED[1] not in about["text"]:
                complaints.append(f"console: {about['text']}")
            continue
        url = about["request"]["url"]
        if not url.startswith(("data:", "blob:", "file:", "http://127.0.0.1:")):
            complaints.append(f"outside request: {url}")
        if event["method"] == "network.fetchError" and about["errorText"] != CANCELED[0]:
            complaints.append(f"failed request: {url}")
        if about.get("response", {}).get("status", 0) >= 400:
            complaints.append(f"status {about['response']['status']}: {url}")
    return complaints


def open_page(tab: Tab, url: str) -> None:
    """Load a page and wait until it is at rest."""
    tab.open(url)
    tab.evaluate("document.fonts.ready.then(() => null)")
    tab.until(f"({SETTLED})()")


def all_complaints(tab: Tab, url: str) -> list[str]:
    """Open a page, start its figures, and return everything that is wrong."""
    open_page(tab, url)
    tab.evaluate(START_FIGURES)
    complaints = []
    for check in (FIGURES, OVERFLOW, MATH, PICTURES):
        complaints += tab.evaluate(f"({check})()")
    return complaints + tab.evaluate("failures") + said(tab)


@pytest.fixture(scope="session")
def tab_in() -> Iterator[Callable[[bool], Tab]]:
    """Give a tab on a dark or a light system; each of the two is opened once."""
    with ExitStack() as opened:

        @cache
        def tab_in(dark: bool) -> Tab:
            tab = opened.enter_context(open_firefox(dark=dark))
            tab.before_each_page(REMEMBER_FAILURES)
            return tab

        yield tab_in


@pytest.fixture(scope="module", params=VISITS)
def visit(
    request: pytest.FixtureRequest, tab_in: Callable[[bool], Tab], address: str, site: Path
) -> tuple[Tab, str]:
    """Return a tab for all pages of one kind of visit, and the site's address."""
    on_the_web, dark, width = VISITS[request.param]
    tab = tab_in(dark)
    tab.resize(width, 900)
    return tab, address if on_the_web else site.as_uri() + "/"


@pytest.mark.parametrize("page", PAGES)
def test_page(visit: tuple[Tab, str], page: str) -> None:
    tab, start = visit
    assert not all_complaints(tab, start + page)


@pytest.fixture
def tab(tab_in: Callable[[bool], Tab]) -> Tab:
    """Return a tab on a light system."""
    tab = tab_in(False)
    tab.resize(1280, 900)
    return tab


@pytest.fixture(params=["web", "folder"])
def start(request: pytest.FixtureRequest, address: str, site: Path) -> str:
    """Address of the site, on the web and in a folder."""
    return address if request.param == "web" else site.as_uri() + "/"


def test_search_finds(tab: Tab, start: str) -> None:
    open_page(tab, start + "notebooks/01-network.html")
    tab.press("Control", "k")
    tab.type("transpose")
    tab.press("Enter")
    tab.until("document.querySelector('#search-results li a')")
    assert "transpose" in tab.evaluate("document.querySelector('#search-results li').innerText")
    tab.click("#search-results li a")
    there = "document.getElementById(decodeURIComponent(location.hash.slice(1)))"
    tab.until(f"!location.pathname.endsWith('/search.html') && {there}")
    tab.until("document.readyState === 'complete'")
    assert not said(tab)


def test_valley_by_keyboard_and_pointer(tab: Tab, start: str) -> None:
    open_page(tab, start + "notebooks/05-gradient-descent.html")
    tab.evaluate(START_FIGURES)
    valley = "document.querySelector('[data-figure=valley]')"
    tab.evaluate(f"{valley}.querySelector('svg:not([hidden]) [role=slider]').focus()")
    at_first = tab.evaluate(f"{valley}.nnModel.get('start')")
    tab.press("ArrowRight")
    by_key = tab.evaluate(f"{valley}.nnModel.get('start')")
    assert by_key[0] > at_first[0]
    tab.click("[data-figure=valley] svg:not([hidden]) .va-ground")
    assert tab.evaluate(f"{valley}.nnModel.get('start')") != by_key
    assert not said(tab)


def test_number_typed_into_the_microscope(tab: Tab, start: str) -> None:
    open_page(tab, start + "notebooks/01-network.html")
    tab.evaluate(START_FIGURES)
    microscope = "document.querySelector('[data-figure=matrix-microscope]')"
    field = f"{microscope}.querySelector('input[aria-label^=W]')"
    tab.evaluate(f"({field}.focus(), {field}.select())")
    tab.type("0.25")
    tab.press("Tab")
    assert tab.evaluate(f"{microscope}.nnModel.get('w')[0][0]") == 0.25
    assert not said(tab)


# What a page holds besides, and what Firefox must say about it, served and in a folder.
FAULTS = {
    "console error": ("<script>console.error('broken')</script>", "console: broken"),
    "console warning": ("<script>console.warn('odd')</script>", "console: odd"),
    "script error": ("<script>nothing.here()</script>", "nothing is not defined"),
    "outside request": ('<img src="http://outside.invalid/x.png">', "outside request"),
    "missing script": ('<script src="missing.js"></script>', "failed request"),
    "missing font": (
        "<style>@font-face{font-family:Lost;src:url(lost.woff2)}</style>"
        '<p style="font-family:Lost">x</p>',
        "no font: Lost",
    ),
    "invalid MathML": ("<math><msub><mi>L</mi></msub></math>", "console: Invalid markup"),
    "math not typeset": ('<span class="math">x_1</span>', "not typeset: x_1"),
    "too wide": ('<div style="width:3000px">wide</div>', "wider than the screen"),
    "figure that fails": (
        '<figure class="nn-figure" data-figure="x" data-live="failed">x</figure>',
        "not alive: x",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_turns_red(tab: Tab, tmp_path: Path, fault: str) -> None:
    broken, words = FAULTS[fault]
    (tmp_path / "good.html").write_text(HEAD + GOOD + TAIL)
    (tmp_path / "broken.html").write_text(HEAD + GOOD + broken + TAIL)
    with serve(tmp_path) as served:
        for start in (tmp_path.as_uri() + "/", served):
            assert not all_complaints(tab, start + "good.html")
            complaints = all_complaints(tab, start + "broken.html")
            assert any(words in complaint for complaint in complaints), (start, complaints)
