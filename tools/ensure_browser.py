"""Find Chromium for the browser tests, install it where that is possible, or say what to run.

Order: $CHROMIUM, the PATH, Playwright's own; then `apt-get` for root on Debian and Ubuntu, then
`playwright install`. Prints the path of the browser.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT))

from tests.browser import chromium  # noqa: E402


def may_use_apt() -> bool:
    """Whether this is root on a system whose package `chromium` is the browser."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    # Ubuntu's package of this name only leads to a snap, which containers cannot run.
    release = Path("/etc/os-release")
    debian = release.is_file() and "\nID=debian" in f"\n{release.read_text('utf-8')}"
    return root and debian and shutil.which("apt-get") is not None


def install() -> None:
    """Install Chromium; the test for success is whether it is found afterwards."""
    if may_use_apt():
        subprocess.run(["apt-get", "update"], check=False)
        subprocess.run(["apt-get", "install", "-y", "chromium"], check=False)
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
        install()
        return chromium()


if __name__ == "__main__":
    try:
        print(ensure_browser())
    except RuntimeError as error:
        sys.exit(str(error))
