"""The page's loader: figures start from a folder, and fail with a message, not a hole."""

import re

import pytest

from nnlib.figures import MatrixMicroscope
from tests.figures.page import write_page


@pytest.fixture
def open_html(browser, tmp_path):
    pages = []

    def open_page(*html, before=lambda folder: None, **options):
        path = write_page(tmp_path / "page.html", *html)
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


def test_without_javascript_the_still_stands_with_its_text(open_html):
    page = open_html(MatrixMicroscope().to_html(), java_script_enabled=False)
    still = page.locator(".nn-still")
    assert still.is_visible()
    assert "Row 1 of X meets column 1 of W" in still.get_attribute("aria-label")
    assert "still picture" in page.locator("figcaption").inner_text()


def test_print_shows_the_still(open_html):
    page = open_html(MatrixMicroscope().to_html())
    page.wait_for_selector('.nn-figure[data-live="yes"]')
    assert not page.locator(".nn-still").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".nn-still").is_visible()
    assert not page.locator(".nn-live").is_visible()
