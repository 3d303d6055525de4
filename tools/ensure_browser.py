"""Find a browser, install it where that is possible, or say what to run.

Use: `python tools/ensure_browser.py chromium|firefox [--if-any]`; prints the path of the browser.

Root on Debian gets a missing one from `apt-get`; anyone may get Chromium from `playwright install`.
With `--if-any` nothing is installed, and the status is 3 where there is none.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from browsers import NoBrowserError, chromium, firefox

NONE = 3


def may_use_apt() -> bool:
    """Whether this is root on a system whose packages are the browsers themselves."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    # Ubuntu's package `chromium` only leads to a snap, which containers cannot run.
    release = Path("/etc/os-release")
    debian = release.is_file() and "\nID=debian" in f"\n{release.read_text('utf-8')}"
    return root and debian and shutil.which("apt-get") is not None


def install(package: str) -> None:
    """Install a browser of Debian; the test for success is whether it is found afterwards."""
    if may_use_apt():
        subprocess.run(["apt-get", "update"], check=False)
        subprocess.run(["apt-get", "install", "-y", package], check=False)


def install_chromium() -> None:
    """Install Chromium from Debian, or the one that Playwright brings."""
    install("chromium")
    if shutil.which("chromium"):
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def install_firefox() -> None:
    """Install Firefox from Debian."""
    install("firefox-esr")


BROWSERS: dict[str, tuple[Callable[[], str], Callable[[], None]]] = {
    "chromium": (chromium, install_chromium),
    "firefox": (firefox, install_firefox),
}


def ensure_browser(name: str = "chromium") -> str:
    """Return the path of a browser, installing it if there is none; NoBrowserError if in vain."""
    find, install_it = BROWSERS[name]
    try:
        return find()
    except NoBrowserError:
        install_it()
        return find()


def main() -> int | str:
    """Print the path and return 0, or return the status or the message to end with."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=BROWSERS)
    parser.add_argument("--if-any", action="store_true")
    asked = parser.parse_args()
    try:
        print(BROWSERS[asked.name][0]() if asked.if_any else ensure_browser(asked.name))
    except NoBrowserError as error:
        return NONE if asked.if_any else str(error)
    except RuntimeError as error:
        return str(error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
