"""What tests of all kinds share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import open_browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium; fails with the line to run where there is none."""
    with open_browser() as chromium:
        yield chromium
