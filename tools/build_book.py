"""Build the whole book into _build/html; any warning is an error.

Use: `python tools/build_book.py [--fresh] [--language ru]`; `--fresh` executes every notebook
again. Another edition than the English one is built beside its sources and goes into
_build/html/LANGUAGE. Without a language all editions are built.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from downloads import forget_downloads
from editions import ENGLISH, ROOT, source_folder, translations
from link_editions import link_editions

JUPYTER_BOOK = Path(sys.executable).with_name("jupyter-book")
# What Sphinx and jupyter-cache remember of the last build.
MEMORY = (".doctrees", ".jupyter_cache", "jupyter_execute")


def forget(*folders: Path) -> None:
    """Remove folders, whether they are there or not."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def toc_changed(source: Path) -> bool:
    """Tell whether the pages were read for another table of contents.

    Sphinx would write only the new pages, and leave the old ones with links to a previous and
    a next page that are no longer there.
    """
    memory = source / "_build" / ".doctrees" / "environment.pickle"
    toc = source / "_toc.yml"
    return memory.exists() and toc.stat().st_mtime > memory.stat().st_mtime


def environment(language: str) -> dict[str, str]:
    """Return the environment of a build: an edition is published below the English one."""
    address = os.environ.get("BOOK_URL")
    if not address or language == ENGLISH:
        return dict(os.environ)
    return os.environ | {"BOOK_URL": f"{address.rstrip('/')}/{language}/"}


def build_book(*, fresh: bool = False, language: str = ENGLISH, root: Path = ROOT) -> int:
    """Run Jupyter Book and return its exit status."""
    source = source_folder(language, root)
    build = source / "_build"
    if fresh:
        forget(*(build / name for name in MEMORY), build / "html")
    elif toc_changed(source):
        forget(build / ".doctrees")
    forget(build / "html" / "reports")  # of failures that are over
    forget_downloads(build / "html")
    command = [JUPYTER_BOOK, "build", str(source)]
    command += ["--config", str(source / "_config.yml"), "--toc", str(source / "_toc.yml")]
    command += ["-n", "-W", "--keep-going"]
    status = subprocess.run(command, cwd=source, env=environment(language)).returncode
    front_page = build / "html" / "index.html"
    if status == 0 and not front_page.exists():
        # Jupyter Book 2 with these files says "No site configuration found" and exits with 0.
        print(f"jupyter-book built no {front_page}", file=sys.stderr)
        status = 1
    if status:
        # Sphinx stays silent about pages that it has read before, so that a second run of a
        # faulty book would pass. Forget them, and the faults are shown again.
        forget(build / ".doctrees")
        return status
    site = root / "_build" / "html"
    if language != ENGLISH:
        forget(site / language)
        shutil.copytree(build / "html", site / language)
        front_page = site / language / "index.html"
    link_editions(site)
    print(f"\nThe book is in {front_page}")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fresh", action="store_true", help="execute every notebook again")
    parser.add_argument("--language", help="the edition, for example ru; without it, all")
    options = parser.parse_args()
    languages = [options.language] if options.language else [ENGLISH, *translations()]
    sys.exit(any([build_book(fresh=options.fresh, language=language) for language in languages]))
