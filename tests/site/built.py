"""The built site: where it is, which pages it has."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tools"))

from editions import translations  # noqa: E402

SITE = ROOT / "_build" / "html"
# Pages that Sphinx makes without a document behind them.
WITHOUT_DOCUMENT = {"404.html", "search.html"}


def pages(site: Path = SITE) -> list[str]:
    """Addresses of all pages of the English edition."""
    others = ("lite/", "_sources/", *(f"{language}/" for language in translations()))
    own = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    return sorted(page for page in own if not page.startswith(others))


def chapters(site: Path = SITE) -> list[str]:
    """Addresses of the chapters."""
    return [page for page in pages(site) if page.startswith("notebooks/")]
