"""What tests of all kinds share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium; fails with the line to run where there is none."""
    from tools.browsers import open_browser  # here, so that nnlib's tests do without Playwright

    with open_browser() as chromium:
        yield chromium
