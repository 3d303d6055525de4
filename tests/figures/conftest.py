"""What the tests of the figures share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from nnlib.figures.base import Figure
from tests.figures.page import FigurePage


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Return a function that opens a figure in the browser: show(figure, width=390, theme="dark").

    When the test ends, a page that had an error, a warning or a failed request fails it.
    """
    pages: list[FigurePage] = []

    def open_page(figure: Figure, **options: Any) -> FigurePage:
        folder = tmp_path / str(len(pages))
        folder.mkdir()
        pages.append(FigurePage(browser, folder, figure, **options))
        return pages[-1]

    yield open_page
    for page in pages:
        page.close()
