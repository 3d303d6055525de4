"""Say what each page is: description, address, place in the book; sitemap and page of errors.

The published address is BOOK_URL, which the publishing workflow sets, or else `html.baseurl` in
`_config.yml`. Without an address nothing is said that needs one: a guessed place would be wrong.
"""

import os
import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

CHAPTER = re.compile(r"notebooks/(?:[a-z]{2}/)?0*(\d+)-.+")
FRONT_PAGE = re.compile(r"^index\.html$")
DESCRIPTION_LENGTH = 160
# Pages without a document, and the words that are their titles; each has a template of its own.
EXTRA = {"search": "search", "404": "not_found"}
SENTENCES = re.compile(r".{60,}[.?!][”’)]?(?= )")


def choose_address(app: Sphinx, config: Config) -> None:
    """Let BOOK_URL replace the configured address, and end an address with a slash."""
    address = os.environ.get("BOOK_URL") or config.html_baseurl
    config.html_baseurl = address.rstrip("/") + "/" if address else ""


def description_of(doctree: nodes.document) -> str:
    """First paragraph of a page, cut after a sentence or, failing that, a word."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if len(text) > 40:
            break
    else:
        return ""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    start = text[:DESCRIPTION_LENGTH]
    sentences = SENTENCES.match(start)
    return sentences[0] if sentences else start.rsplit(" ", 1)[0].rstrip(",;:") + " …"


def read_description(app: Sphinx, doctree: nodes.document) -> None:
    """Remember a description for each page; one in its metadata goes before."""
    app.env.metadata[app.env.docname].setdefault("description", description_of(doctree))


def address_of(app: Sphinx, page: str) -> str:
    """Public address of a page."""
    return app.config.html_baseurl + FRONT_PAGE.sub("", app.builder.get_target_uri(page))


def add_context(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the templates what they print."""
    chapter = CHAPTER.fullmatch(page)
    context["chapter"] = int(chapter[1]) if chapter else None
    # Counted on disk, so that a single page built by its author says the same.
    context["chapters"] = len(list((Path(app.srcdir) / page).parent.glob("[0-9]*-*.ipynb")))
    context["html_baseurl"] = app.config.html_baseurl
    context["description"] = app.env.metadata.get(page, {}).get("description", "")
    context["pageurl"] = address_of(app, page) if app.config.html_baseurl else ""


def write_sitemap(app: Sphinx, exception: Exception | None) -> None:
    """Write robots.txt, and sitemap.xml if the address is known."""
    if exception or app.builder.format != "html":
        return
    base, out = app.config.html_baseurl, Path(app.outdir)
    robots = "User-agent: *\nAllow: /\n"
    (out / "sitemap.xml").unlink(missing_ok=True)
    if base:
        addresses = (address_of(app, page) for page in sorted(app.env.found_docs))
        entries = "\n".join(f"  <url><loc>{escape(address)}</loc></url>" for address in addresses)
        (out / "sitemap.xml").write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}\n</urlset>\n',
            encoding="utf-8",
        )
        robots += f"Sitemap: {base}sitemap.xml\n"
    (out / "robots.txt").write_text(robots, encoding="utf-8")


def skip_sphinx_search(app: Sphinx) -> None:
    """Write no index for Sphinx's own search: book_search.py has another one."""
    if app.builder.format == "html":
        app.builder.search = False


def extra_pages(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Add the search page, and 404.html, which servers show for an address that does not exist."""
    words = app.config.book_words
    return [
        (page, {"title": words[title], "body": ""}, f"{page}.html") for page, title in EXTRA.items()
    ]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.setup_extension("book_words")
    app.connect("config-inited", choose_address)
    app.connect("doctree-read", read_description)
    app.connect("html-page-context", add_context)
    app.connect("builder-inited", skip_sphinx_search)
    app.connect("html-collect-pages", extra_pages)
    app.connect("build-finished", write_sitemap)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
