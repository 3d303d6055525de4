"""Check links, pictures and anchors of built pages without a browser."""

import re
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

IDS = re.compile(r'\s(?:id|name)="([^"]+)"')
REFERENCES = re.compile(r'<(\w+)\b[^>]*?\s(href|src|action|poster)="([^"]*)"')
# A link may lead out of the book; nothing else may.
MAY_LEAD_OUT = {("a", "href"), ("link", "href")}


@lru_cache(maxsize=256)
def _text(path: Path, changed: float) -> str:
    text = path.read_text("utf-8")
    return re.sub(r"<(script|style)\b[^>]*>.*?</\1>|<!--.*?-->", _keep_tag, text, flags=re.DOTALL)


def _keep_tag(match: re.Match[str]) -> str:
    return match[0].split(">", 1)[0] + ">"


def _read(path: Path) -> str:
    return _text(path, path.stat().st_mtime)


@lru_cache(maxsize=256)
def _anchors(path: Path, changed: float) -> frozenset[str]:
    return frozenset(unescape(name) for name in IDS.findall(_read(path)))


def broken_links(site: Path, page: str) -> list[str]:
    """Return every reference of a page that leads nowhere, and every id given twice."""
    source = site / page
    text = _read(source)
    complaints = []
    names = [unescape(name) for name in re.findall(r'\sid="([^"]+)"', text)]
    complaints += [f"id twice: {name}" for name in {n for n in names if names.count(n) > 1}]
    for tag, attribute, reference in set(REFERENCES.findall(text)):
        url = urlsplit(unescape(reference))
        if url.scheme in ("data", "mailto"):
            continue
        if url.scheme or url.netloc:
            if (tag, attribute) not in MAY_LEAD_OUT or url.scheme not in ("https", "http"):
                complaints.append(f"leads out: <{tag} {attribute}={reference}>")
            continue
        target = (source.parent / unquote(url.path)).resolve() if url.path else source
        if target.is_dir():
            target /= "index.html"
        if not target.is_file() or not target.is_relative_to(site.resolve()):
            complaints.append(f"no such file: {reference}")
        elif target.suffix == ".html" and url.fragment:
            anchors = _anchors(target, target.stat().st_mtime)
            complaints += [] if unquote(url.fragment) in anchors else [f"no place: {reference}"]
    return complaints
