"""Find the browser of the tests, install it where that is possible, or say what to run.

Chromium: $CHROMIUM, the PATH, Playwright's own; then `apt-get` for root on Debian, then `playwright
install`. With the argument `firefox`: $FIREFOX, the PATH; then `apt-get` for root on Debian.
Prints the path of the browser.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT))

from tests.browser import chromium  # noqa: E402
from tests.firefox import firefox  # noqa: E402


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


def ensure_browser() -> str:
    """Return the path of Chromium, installing it first if there is none; RuntimeError if not."""
    try:
        return chromium()
    except RuntimeError:
        if os.environ.get("CHROMIUM"):
            raise
        install_chromium()
        return chromium()


def ensure_firefox() -> str:
    """Return the path of Firefox, installing it first if there is none; RuntimeError if not."""
    try:
        return firefox()
    except RuntimeError:
        if os.environ.get("FIREFOX"):
            raise
        install("firefox-esr")
        return firefox()


if __name__ == "__main__":
    try:
        print(ensure_firefox() if sys.argv[1:] == ["firefox"] else ensure_browser())
    except RuntimeError as error:
        sys.exit(str(error))
