"""Find Chromium and Firefox, and open Chromium: the one place that says how."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FIREFOX = ("firefox", "firefox-esr")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoBrowserError(RuntimeError):
    """There is no such browser here; the message says what to run."""


def find_browser(variable: str, names: tuple[str, ...]) -> str | None:
    """Return the path that the variable names, or else the first that the PATH has.

    Raises
    ------
    RuntimeError
        If the variable names a file that does not exist.
    """
    asked = os.environ.get(variable)
    if asked and not Path(asked).is_file():
        raise RuntimeError(f"{variable} is {asked!r}; expected the path of a browser")
    return asked or next(filter(None, map(shutil.which, names)), None)


def chromium() -> str:
    """Return the path of Chromium: $CHROMIUM, the PATH, or what Playwright installed.

    Raises
    ------
    NoBrowserError
        If there is none. A browser test never passes without a browser.
    """
    if found := find_browser("CHROMIUM", CHROMIUM):
        return found
    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).is_file():
            return playwright.chromium.executable_path
    raise NoBrowserError(
        "no Chromium found; install one with `.venv/bin/playwright install chromium`, "
        "or name yours: CHROMIUM=/path/to/chromium make test"
    )


def firefox() -> str:
    """Return the path of Firefox: $FIREFOX or the PATH; NoBrowserError if there is none."""
    if found := find_browser("FIREFOX", FIREFOX):
        return found
    raise NoBrowserError(
        "no Firefox found; install one, on Debian with `apt-get install firefox-esr`, "
        "or name yours: FIREFOX=/path/to/firefox make test-firefox"
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
