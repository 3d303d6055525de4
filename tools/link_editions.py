"""Let each page of the built site name the same page in the other languages, where there is one.

In its head for search engines and for sites that show a preview, and as a link for readers. This
is done to the site, not by the build of an edition, which cannot know what else will be built.
"""

import posixpath
import re
import sys
from pathlib import Path

from editions import ENGLISH

sys.path.append(str(Path(__file__).parents[1] / "book" / "_ext"))

from book_words import WORDS

HEAD, SWITCH = "<!-- editions -->", "<!-- languages -->"
WRITTEN = re.compile(rf"{HEAD}(?:<(?:link|meta) [^>]*>)+|{SWITCH}(?:<a [^>]*>[^<]*</a>)+")
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
ROBOTS, SITEMAP = "robots.txt", "sitemap.xml"


def folders_of(site: Path) -> dict[str, str]:
    """Return the languages of the site, English first, with the folder of each."""
    found = sorted(page.parent.name for page in site.glob("[a-z][a-z]/index.html"))
    english = {ENGLISH: ""} if (site / "index.html").exists() else {}
    return english | {language: f"{language}/" for language in found if language in WORDS}


def addresses(pages: dict[str, str]) -> dict[str, str]:
    """Return the public address of each version of a page, if the site's is known."""
    found = {language: CANONICAL.search(html) for language, html in pages.items()}
    return {language: match[1] for language, match in found.items() if match}


def head_of(language: str, pages: dict[str, str]) -> str:
    """Name all versions of a page, itself among them, as search engines ask for it."""
    others = [WORDS[other]["locale"] for other in pages if other != language]
    lines = [f'<meta property="og:locale:alternate" content="{locale}">' for locale in others]
    public = addresses(pages)
    if len(public) == len(pages):
        public |= {"x-default": public[ENGLISH]} if ENGLISH in public else {}
        lines += [
            f'<link rel="alternate" hreflang="{code}" href="{address}">'
            for code, address in public.items()
        ]
    return "".join(lines)


def switch_of(language: str, page: str, versions: dict[str, str]) -> str:
    """Link to the other versions of a page, each by the name that its language has for itself."""
    here = posixpath.dirname(versions[language] + page) or "."
    return "".join(
        f'<a class="language" lang="{other}" hreflang="{other}" '
        f'href="{posixpath.relpath(folder + page, here)}">{WORDS[other]["language"]}</a>'
        for other, folder in versions.items()
        if other != language
    )


def link_page(site: Path, page: str, versions: dict[str, str]) -> None:
    """Write into every version of a page where the others are, or that there are none."""
    files = {language: site / folder / page for language, folder in versions.items()}
    before = {language: file.read_text("utf-8") for language, file in files.items()}
    for language, file in files.items():
        html = WRITTEN.sub(
            lambda old: HEAD if old[0].startswith(HEAD) else SWITCH, before[language]
        )
        if len(versions) > 1:
            html = html.replace(SWITCH, SWITCH + switch_of(language, page, versions), 1)
            if '<meta name="robots" content="noindex">' not in html:
                html = html.replace(HEAD, HEAD + head_of(language, before), 1)
        if html != before[language]:
            file.write_text(html, encoding="utf-8")


def link_sitemaps(site: Path, folders: dict[str, str]) -> None:
    """Name the sitemaps of all editions in the one robots.txt that is read."""
    for folder in filter(None, folders.values()):
        (site / folder / ROBOTS).unlink(missing_ok=True)
        index = (site / folder / "index.html").read_text("utf-8")
        address, robots = CANONICAL.search(index), site / ROBOTS
        if address and robots.exists() and (site / folder / SITEMAP).exists():
            line = f"Sitemap: {address[1]}{SITEMAP}\n"
            text = robots.read_text("utf-8")
            robots.write_text(text if line in text else text + line, encoding="utf-8")


def link_editions(site: Path) -> None:
    """Link the pages of all editions that a site has."""
    folders = folders_of(site)
    others = tuple(filter(None, folders.values()))
    pages: dict[str, dict[str, str]] = {}
    for language, folder in folders.items():
        for path in (site / folder).rglob("*.html"):
            page = path.relative_to(site / folder).as_posix()
            if folder or not page.startswith(others):
                pages.setdefault(page, {})[language] = folder
    for page, versions in pages.items():
        link_page(site, page, versions)
    link_sitemaps(site, folders)
