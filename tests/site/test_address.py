"""The environment says where a site is published and where its source is; all pages follow."""

import sys
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.site.built import ROOT
from tests.site.test_build_gates import GOOD, ROMAN, build, write_book

sys.path.append(str(ROOT / "tools"))

from release import published_address

BASE = "https://someone.example/learning"
REPOSITORY = "https://code.example/someone/learning"
REPORT = "Please {repository}`report it <issues>`."


def build_small_book(folder: Path) -> Path:
    cells = [GOOD[0], REPORT, *GOOD[1:]]
    book = write_book(folder / "book", {"02-good": cells, "03-roman": ROMAN})
    result = build(book)
    assert result.returncode == 0, result.stderr[-3000:]
    return book / "_build" / "html"


def links(page: BeautifulSoup) -> set[str]:
    return {a["href"] for a in page.select("a[href]")}


def test_environment_goes_before_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOOK_URL", BASE)
    monkeypatch.setenv("BOOK_REPOSITORY", REPOSITORY)
    site = build_small_book(tmp_path)
    page = BeautifulSoup((site / "notebooks" / "02-good.html").read_text("utf-8"), "html.parser")
    address = f"{BASE}/notebooks/02-good.html"
    assert page.select_one("link[rel=canonical]")["href"] == address
    assert page.select_one("meta[property='og:url']")["content"] == address
    picture = page.select_one("meta[property='og:image']")["content"]
    assert picture == f"{BASE}/_static/social.png"
    assert (site / "_static" / "social.png").is_file()
    assert page.find("a", string="report it")["href"] == f"{REPOSITORY}/issues"
    assert {REPOSITORY, f"{REPOSITORY}/issues"} <= {a["href"] for a in page.select("footer a")}
    assert f"<loc>{address}</loc>" in (site / "sitemap.xml").read_text("utf-8")
    assert f"Sitemap: {BASE}/sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    assert f'"{BASE}/"' in (site / "404.html").read_text("utf-8")
    assert published_address(site) == f"{BASE}/"
    configured = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))["html"]["baseurl"]
    for file in site.rglob("*.html"):
        assert configured not in file.read_text("utf-8"), file


def test_no_link_without_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOOK_REPOSITORY", raising=False)
    site = build_small_book(tmp_path)
    page = BeautifulSoup((site / "notebooks" / "02-good.html").read_text("utf-8"), "html.parser")
    assert "Please report it." in page.article.get_text()
    assert not [link for link in links(page) if "issues" in link]
