"""Make one page of the whole book, for paper: cover, contents, every chapter, links inside."""

import posixpath
import re
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

import yaml

sys.path.append(str(Path(__file__).parents[1] / "book" / "_ext"))

from book_words import WORDS, Words, language_of

ARTICLE = re.compile(r"<article>(.*)</article>", re.DOTALL)
TITLE = re.compile(r"<h1>(.*?)<a class=\"headerlink\"", re.DOTALL)
SECTION = re.compile(
    r'<section id="([^"]+)">\s*(?:<span id="[^"]*"></span>\s*)*<h2>(.*?)<a class="headerlink"',
    re.DOTALL,
)
ID = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)(")')
LINK = re.compile(r'(\s(?:xlink:)?href=")([^"]*)(")')
SOURCE = re.compile(r'(\ssrc=")([^"]*)(")')

# Folded text is opened on paper, code that the page folds away stays away.
FOLDED = re.compile(r'<details(?![^>]*(?:\sopen|class="[^"]*\bhide\b))')

STYLE = """
@page { size: A4; margin: 18mm 17mm 20mm; }
body { display: block; }
main { max-width: none; padding: 0; }
.chapter { break-before: page; }
.cover { min-height: 230mm; display: flex; flex-direction: column; justify-content: center; }
.cover h1 { font-size: 40pt; }
.cover p { font-size: 13pt; max-width: 34rem; }
.contents { break-before: page; columns: 2; column-gap: 2rem; font-size: 9.5pt; }
.contents h2 { column-span: all; }
.contents ul { list-style: none; margin: 0 0 .75rem; padding-left: 1rem; }
.contents p { margin: 0; font-weight: 650; break-after: avoid; }
.contents p, .contents li { display: flex; gap: .5rem; justify-content: space-between; }
.contents span:last-child { min-width: 1.75rem; text-align: right; }
.contents a { color: inherit; text-decoration: none; }
a { color: #0b5b8c; }
"""


@dataclass
class Part:
    """A page of the site on its way into the book: its address, its name there, its HTML."""

    address: str
    name: str
    html: str

    @property
    def title(self) -> str:
        """Return the page's title as HTML."""
        return TITLE.search(self.html)[1].strip()

    @property
    def sections(self) -> list[tuple[str, str]]:
        """Return id and title of the page's sections."""
        return SECTION.findall(self.html)


def read_parts(site: Path, toc: Path) -> list[Part]:
    """Read the pages in the order of the table of contents; the front page becomes the cover."""
    listed = yaml.safe_load(toc.read_text("utf-8"))
    files = [chapter["file"] for part in listed["parts"] for chapter in part["chapters"]]
    parts = []
    for number, file in enumerate(files, start=1):
        page = (site / f"{file}.html").read_text("utf-8")
        parts.append(Part(f"{file}.html", f"p{number}", ARTICLE.search(page)[1]))
    return parts


def adopt(part: Part, names: dict[str, str], base: str) -> str:
    """Rewrite a page's names, links and pictures for their place in the one page."""

    def rename(match: re.Match[str]) -> str:
        words = " ".join(f"{part.name}-{word}" for word in match[2].split())
        return f"{match[1]}{words}{match[3]}"

    def relink(match: re.Match[str]) -> str:
        target = match[2]
        if re.match(r"[a-z]+:", target):
            return match[0]
        path, _, anchor = target.partition("#")
        address = posixpath.normpath(posixpath.join(posixpath.dirname(part.address), path))
        name = names.get(address) if path else part.name
        if name is None and not base:
            return ""  # words without a link: where the page is on the web is not known
        if name is None:
            return f"{match[1]}{base}{address}{'#' + anchor if anchor else ''}{match[3]}"
        return f"{match[1]}#{name}{'-' + anchor if anchor else ''}{match[3]}"

    def resource(match: re.Match[str]) -> str:
        if re.match(r"[a-z]+:", match[2]):
            return match[0]
        folder = posixpath.dirname(part.address)
        return f"{match[1]}{posixpath.normpath(posixpath.join(folder, match[2]))}{match[3]}"

    html = ID.sub(rename, LINK.sub(relink, SOURCE.sub(resource, part.html)))
    html = html.replace("url(#", f"url(#{part.name}-").replace(' loading="lazy"', "")
    return FOLDED.sub("<details open", html)


def contents(parts: list[Part], numbers: dict[str, int], words: Words) -> str:
    """Return the list of chapters and their sections with the numbers of their pages."""

    def entry(name: str, title: str) -> str:
        return f'<a href="#{name}">{title}</a><span>{numbers.get(name, "")}</span>'

    entries = []
    for part in parts:
        sections = "".join(
            f"<li>{entry(f'{part.name}-{anchor}', title)}</li>"
            for anchor, title in part.sections
            if len(title) > 1  # a glossary has a section for each letter
        )
        entries.append(f"<p>{entry(part.name, part.title)}</p><ul>{sections}</ul>")
    title = words["contents"]
    return f'<nav class="contents" aria-label="{title}"><h2>{title}</h2>{"".join(entries)}</nav>'


def print_page(
    site: Path, toc: Path, title: str, base: str, numbers: dict[str, int] | None = None
) -> str:
    """Return the page; it belongs into the site's folder, where its pictures are.

    `base` is the address of the site, empty if it has none. `numbers` holds the page number of
    each name, known once the book has been printed.
    """
    parts = read_parts(site, toc)
    names = {part.address: part.name for part in parts} | {"index.html": "cover"}
    chapters = "\n".join(
        f'<article class="chapter" id="{part.name}">{adopt(part, names, base)}</article>'
        for part in parts
    )
    language = language_of((site / "index.html").read_text("utf-8"))
    words = WORDS[language]
    live = words["live"].format(link=f'<a href="{base}">{base}</a>')
    where = f" {live}" if base else ""
    style = "figures/figures.css"
    figures = f'<link rel="stylesheet" href="{style}">' if (site / style).is_file() else ""
    return f"""<!DOCTYPE html>
<html lang="{language}" data-theme="light"><head><meta charset="utf-8">
<title>{escape(title)}</title>
<link rel="stylesheet" href="_static/site.css">{figures}<style>{STYLE}</style></head><body><main>
<section class="cover" id="cover"><h1>{escape(title)}</h1>
<p>{words["subtitle"]}</p>
<p>{words["on_paper"]}{where}</p>
<p>{words["paper_license"]}</p></section>
{contents(parts, numbers or {}, words)}
{chapters}
</main></body></html>
"""
