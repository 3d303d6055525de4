"""Finish the HTML of pages: sizes of pictures, boxes around wide tables, the page's contents."""

import re
from html import unescape
from pathlib import Path
from typing import Any

from book_room import guess_heights
from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.application import Sphinx

# What may be wider than the screen, without boxes that hold nothing but a live figure.
SCROLLING = re.compile(
    r'<(?:pre(?: class="nn-verdict"[^>]*)?|div class="(?:table-scroll|math-scroll)"'
    r'|div class="output text_html"(?=>(?!\s*<\w+ class="nn-figure)))(?=>)'
)
PRINTED = re.compile(
    r'<div class="cell_output docutils container"(?=>\s*<div class="output (?:stream|text_plain))'
)
IMAGE = re.compile(
    r'<img (?P<before>[^>]*?)src="(?P<src>[^"]*_images/(?P<name>[^"/]+))"(?P<after>[^>]*?)\s*/?>'
)
SVG_SIZE = re.compile(
    r'<svg[^>]*?\s(width|height)="([\d.]+)(pt|px|)"[^>]*?\s(?:width|height)="([\d.]+)(?:pt|px|)"'
)
PIXELS_PER_POINT = 4 / 3


def svg_size(path: Path) -> tuple[int, int] | None:
    """Width and height of an SVG in CSS pixels; None if it does not say."""
    match = SVG_SIZE.search(path.read_text("utf-8")[:2000])
    if not match:
        return None
    first, one, unit, other = match.groups()
    scale = PIXELS_PER_POINT if unit == "pt" else 1
    sizes = round(float(one) * scale), round(float(other) * scale)
    return sizes if first == "width" else sizes[::-1]


def give_images_their_size(body: str, sources: dict[str, Path]) -> str:
    """Reserve the room of each picture, so that nothing moves when it arrives."""

    def finish(match: re.Match[str]) -> str:
        attributes = match["before"] + match["after"]
        source = sources.get(match["name"])
        size = (
            source and source.suffix == ".svg" and "width=" not in attributes and svg_size(source)
        )
        room = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return f'<img {match["before"]}src="{match["src"]}"{match["after"]}{room} loading="lazy">'

    return IMAGE.sub(finish, body)


def wrap_tables(body: str) -> str:
    """Let a wide table scroll in its own box."""
    body = re.sub(
        r'<div class="pst-scrollable-table-container">', '<div class="table-scroll">', body
    )
    # The corner above row names heads nothing.
    body = re.sub(r'<th class="head">(?:<p></p>)?</th>', "<td></td>", body)
    parts = re.split(r'(<div class="table-scroll">\s*<table.*?</table>)', body, flags=re.DOTALL)
    parts[::2] = [
        re.sub(r"(<table.*?</table>)", r'<div class="table-scroll">\1</div>', part, flags=re.DOTALL)
        for part in parts[::2]
    ]
    return "".join(parts)


def reach_scrolling_boxes(body: str) -> str:
    """Let the keyboard reach each box that may scroll; site.js takes back those that do not."""
    return SCROLLING.sub(r'\g<0> tabindex="0"', body)


def name_for_listeners(body: str, printed: str) -> str:
    """Tell what a cell printed from its code, and leave out the # behind each heading.

    A screen reader would say "number sign, link" at the end of every heading, and Tab would stop
    there; the contents beside the page have the same places.
    """
    body = PRINTED.sub(rf'\g<0> role="group" aria-label="{printed}"', body)
    return body.replace(
        '<a class="headerlink"', '<a class="headerlink" tabindex="-1" aria-hidden="true"'
    )


def page_contents(toc: str) -> str:
    """List of the page's sections without its title; empty if there are fewer than two."""
    soup = BeautifulSoup(toc, "html.parser")
    sections = soup.select_one("ul > li > ul")
    if sections is None or len(sections.find_all("li", recursive=False)) < 2:
        return ""
    for deep in sections.select("ul ul"):
        deep.decompose()
    return str(sections)


def finish_page(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Change the body as it goes to the template."""
    context["page_toc"] = page_contents(context.get("toc") or "")
    body = context.get("body")
    if not body:
        return
    sources = {unescape(name): Path(app.srcdir) / path for path, name in app.builder.images.items()}
    body = wrap_tables(give_images_their_size(body, sources))
    body = guess_heights(reach_scrolling_boxes(body))
    body = name_for_listeners(body, app.config.book_words["printed"])
    # The summary's own words say what it does.
    context["body"] = body.replace('<summary aria-label="Toggle hidden content">', "<summary>")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("html-page-context", finish_page)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
