"""Each check of the site goes red on a page that is broken in one way.

The broken pages are small ones written here; the checks are those that the other tests call.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.links import broken_links
from tests.site.server import serve
from tests.site.test_pages import BUDGET
from tests.site.visit import Visit

MATH = (
    '<span class="math"><span class="katex"><math><mi>x</mi></math>'
    '<span class="katex-html" aria-hidden="true">x</span></span></span>'
)
HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A page for the gates</title>
<link rel="icon" href="data:,"><link rel="canonical" href="https://example.org/page.html">
<meta name="description" content="A small page that shows whether a check still complains.">
<meta property="og:title" content="A"><meta property="og:description" content="A">
<meta property="og:image" content="A"><meta property="og:url" content="A">
</head><body><header>Book</header><nav aria-label="Book"><a href="page.html">Here</a></nav><main>
<article><section id="top"><h1>Title<a class="headerlink" href="#top">#</a></h1>
"""
PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
GOOD = f"""<p>Text with {MATH} in it.</p><pre style="overflow:auto" tabindex="0">code</pre>
<img src="{PICTURE}" alt="Loss falls from 1 to 0 in ten steps" width="40" height="30">"""
TAIL = "</section></article></main></body></html>"

# One fault each: what the page holds besides, and what a complaint must say.
FAULTS = {
    "console error": ("<script>console.error('broken')</script>", "console: broken"),
    "console warning": ("<script>console.warn('odd')</script>", "console: odd"),
    "script error": ("<script>nothing.here()</script>", "script: nothing is not defined"),
    "outside request": ('<script src="http://outside.invalid/x.js"></script>', "outside request"),
    "missing file": ('<script src="missing.js"></script>', "status 404"),
    "math not typeset": ('<span class="math">x_1</span>', "not typeset: x_1"),
    "formula with a part too many": (
        "<math><msub><mi>L</mi><mi>min</mi><mo>x</mo></msub></math>",
        "not 2 parts in msub: Lminx",
    ),
    "line begins with punctuation": (
        '<p style="width:0;padding-left:9px"><span class="keep"><span class="math">'
        '<math></math><span class="katex-html"><span class="keep" style="margin-left:9px">x</span>'
        "</span></span> , y</span></p>",
        "line begins with punctuation",
    ),
    "math in error": (
        '<span class="katex-error" title="Undefined control sequence">x</span>',
        "KaTeX: Undefined",
    ),
    "raw formula": (r"<p>$$ \frac{1}{2} $$</p>", "raw LaTeX"),
    "too wide": ('<div style="width:3000px">wide</div>', "wider than the screen"),
    "no alternative text": (f'<img src="{PICTURE}" alt="" width="9" height="9">', "no alternative"),
    "alternative text is a path": (
        f'<img src="{PICTURE}" alt="../_images/abc.svg" width="9" height="9">',
        "no alternative",
    ),
    "no room for a picture": (f'<img src="{PICTURE}" alt="A curve that falls">', "no room"),
    "low contrast": ('<p style="color:#999;background:#fff">pale words</p>', "axe color-contrast"),
    "field without a label": ("<input>", "axe label"),
    "button without a name": ("<button></button>", "axe button-name"),
    "target too small": (
        '<p><button style="width:9px;height:9px;padding:0">a</button>'
        '<button style="width:9px;height:9px;padding:0">b</button></p>',
        "axe target-size",
    ),
    "button with room but too low": (
        '<p style="margin:99px"><button style="height:21px;padding:0">Copy</button></p>',
        "button under 24 pixels: Copy",
    ),
    "headings skip a level": ("<h4>deep</h4>", "axe heading-order"),
    "second first heading": ("<h1>again</h1>", "not one first heading"),
    "heading without a link": ('<section id="s"><h2>Bare</h2></section>', "heading without a link"),
    "figure that fails": (
        '<figure class="nn-figure" data-figure="x" data-live="failed">x</figure>',
        "not alive: x",
    ),
    "figure that leaves its frame": (
        '<figure class="nn-figure" data-figure="x" data-live="yes"><div class="nn-stage" '
        'style="width:9rem"><p style="width:0;white-space:nowrap">a long name in no room</p>'
        "</div></figure>",
        "outside its frame: x P",
    ),
    "page that moves": (
        "<script>setTimeout(() => { const box = document.createElement('div');"
        "box.style.height = '300px'; document.querySelector('h1').before(box); }, 60)</script>"
        '<p style="height:400px">text</p>',
        "the page moved",
    ),
    "button that narrows what is printed": (
        '<div class="cell_output"><button style="float:right;height:24px">Copy</button>'
        '<div class="output stream"><pre style="overflow:auto">0.25</pre></div></div>',
        "pixels lost beside: 0.25",
    ),
}


def all_complaints(visit: Visit, url: str) -> list[str]:
    visit.open(url)
    visit.page.wait_for_timeout(150)
    complaints = visit.shift() + visit.start_figures() + visit.overflow() + visit.math()
    complaints += (
        visit.frames()
        + visit.beside()
        + visit.pictures()
        + visit.buttons()
        + visit.head("page.html")
        + visit.axe()
    )
    return visit.complaints + complaints


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a tab."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    yield Visit(context)
    context.close()


def test_good_page_is_green(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HEAD + GOOD + TAIL)
    with serve(tmp_path) as address:
        assert not all_complaints(visit, address + "page.html")


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_turns_red(visit: Visit, tmp_path: Path, fault: str) -> None:
    broken, words = FAULTS[fault]
    (tmp_path / "page.html").write_text(HEAD + GOOD + broken + TAIL)
    with serve(tmp_path) as address:
        complaints = all_complaints(visit, address + "page.html")
    assert any(words in complaint for complaint in complaints), complaints


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ('lang="en"', "no language"),
        ("<title>A page for the gates</title>", "no title"),
        ('name="description"', "no description"),
        ('href="https://example.org/page.html"', "canonical"),
        ('property="og:image"', "no og:image"),
        ('<link rel="icon" href="data:,">', "no favicon"),
    ],
)
def test_missing_head_turns_red(visit: Visit, tmp_path: Path, part: str, words: str) -> None:
    page = tmp_path / "page.html"
    assert part in HEAD
    page.write_text(HEAD.replace(part, "") + GOOD + TAIL)
    visit.open(page.as_uri())
    assert any(words in complaint for complaint in visit.head("page.html"))


def test_guessed_address_turns_red(visit: Visit, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(HEAD + GOOD + TAIL)
    visit.open(page.as_uri())
    complaints = visit.head("page.html", published=False)
    assert [one.split(" ")[0] for one in complaints] == ["canonical", "og:image", "og:url"]


def test_missing_file_in_a_folder_turns_red(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HEAD + '<script src="missing.js"></script>' + TAIL)
    assert any("failed request" in one for one in visit.open((tmp_path / "page.html").as_uri()))


def test_heavy_page_goes_over_the_budget(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HEAD + '<script src="heavy.js"></script>' + TAIL)
    noise = random.Random(0).randbytes(BUDGET).hex()
    (tmp_path / "heavy.js").write_text(f"// {noise}")
    context = browser.new_context()
    visit = Visit(context)
    with serve(tmp_path) as address:
        visit.open(address + "page.html")
        visit.page.wait_for_load_state("networkidle")
        assert visit.weight() > BUDGET
    context.close()


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<a href="nowhere.html">x</a>', "no such file: nowhere.html"),
        ('<a href="#nowhere">x</a>', "no place: #nowhere"),
        ('<a href="other.html#nowhere">x</a>', "no place: other.html#nowhere"),
        ('<a href="../outside.html">x</a>', "no such file"),
        ('<img src="missing.svg" alt="x">', "no such file: missing.svg"),
        ('<script src="https://cdn.example/x.js"></script>', "leads out"),
        ('<a href="ftp://example.org">x</a>', "leads out"),
        ('<p id="top">x</p>', "id twice: top"),
    ],
)
def test_broken_link_turns_red(tmp_path: Path, html: str, words: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "outside.html").write_text("outside")
    (site / "other.html").write_text(HEAD + TAIL)
    page = site / "page.html"
    page.write_text(HEAD + '<a href="other.html#top">x</a>' + TAIL)
    assert not broken_links(site, "page.html")
    page.write_text(HEAD + html + TAIL)
    complaints = broken_links(site, "page.html")
    assert len(complaints) == 1
    assert words in complaints[0]
