"""The files that a release puts beside the site, and the front page's links to them."""

import re
import shutil
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "book" / "_ext"))

from book_words import WORDS, language_of

MARK = "<!-- downloads -->"


def link_downloads(front_page: Path, downloads: list[Path]) -> None:
    """Write links to the files, with their sizes, where the front page has the mark."""
    html = front_page.read_text("utf-8")
    if MARK not in html:
        raise ValueError(f"{front_page} has no {MARK}; expected the front page of a fresh build")
    words = WORDS[language_of(html)]
    links = "".join(
        f'<li><a href="download/{path.name}">{words[path.suffix]}</a> '
        f"({words['megabytes'].format(size=path.stat().st_size / 1e6)})</li>"
        for path in downloads
    )
    front_page.write_text(html.replace(MARK, f"{MARK}<ul>{links}</ul>"), encoding="utf-8")


def forget_downloads(site: Path) -> None:
    """Take away the files of an earlier release, which hold an earlier book, and the links."""
    shutil.rmtree(site / "download", ignore_errors=True)
    front_page = site / "index.html"
    if front_page.is_file():
        html = front_page.read_text("utf-8")
        front_page.write_text(re.sub(rf"{MARK}<ul>.*?</ul>", MARK, html), encoding="utf-8")
