"""Build the whole book into _build/html; any warning is an error.

Use: `python tools/build_book.py [--fresh]`; `--fresh` executes every notebook again.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from downloads import forget_downloads

ROOT = Path(__file__).parents[1]
JUPYTER_BOOK = Path(sys.executable).with_name("jupyter-book")
BUILD = ROOT / "_build"
TOC = ROOT / "_toc.yml"
# What Sphinx and jupyter-cache remember of the last build.
MEMORY = (".doctrees", ".jupyter_cache", "jupyter_execute")


def forget(*folders: Path) -> None:
    """Remove folders, whether they are there or not."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def toc_changed() -> bool:
    """Tell whether the pages were read for another table of contents.

    Sphinx would write only the new pages, and leave the old ones with links to a previous and
    a next page that are no longer there.
    """
    memory = BUILD / ".doctrees" / "environment.pickle"
    return memory.exists() and TOC.stat().st_mtime > memory.stat().st_mtime


def build_book(*, fresh: bool = False) -> int:
    """Run Jupyter Book and return its exit status."""
    if fresh:
        forget(*(BUILD / name for name in MEMORY), BUILD / "html")
    elif toc_changed():
        forget(BUILD / ".doctrees")
    forget(BUILD / "html" / "reports")  # of failures that are over
    forget_downloads(BUILD / "html")
    command = [JUPYTER_BOOK, "build", str(ROOT)]
    command += ["--config", str(ROOT / "_config.yml"), "--toc", str(TOC)]
    status = subprocess.run([*command, "-n", "-W", "--keep-going"], cwd=ROOT).returncode
    front_page = BUILD / "html" / "index.html"
    if status == 0 and not front_page.exists():
        # Jupyter Book 2 with these files says "No site configuration found" and exits with 0.
        print(f"jupyter-book built no {front_page}", file=sys.stderr)
        status = 1
    if status:
        # Sphinx stays silent about pages that it has read before, so that a second run of a
        # faulty book would pass. Forget them, and the faults are shown again.
        forget(BUILD / ".doctrees")
    else:
        print(f"\nThe book is in {front_page}")
    return status


if __name__ == "__main__":
    sys.exit(build_book(fresh="--fresh" in sys.argv[1:]))
