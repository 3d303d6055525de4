"""Find Chromium and open it: the one place that says how, for every test with a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """Return the path of Chromium: $CHROMIUM, the PATH, or what Playwright installed.

    Raises
    ------
    RuntimeError
        If there is none. A browser test never passes without a browser.
    """
    asked = os.environ.get("CHROMIUM")
    if asked:
        if not Path(asked).is_file():
            raise RuntimeError(f"CHROMIUM is {asked!r}; expected the path of a browser")
        return asked
    for name in NAMES:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).is_file():
            return playwright.chromium.executable_path
    raise RuntimeError(
        "no Chromium found; install one with `.venv/bin/playwright install chromium`, "
        "or name yours: CHROMIUM=/path/to/chromium make test"
    )


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Open Chromium without a window."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()
