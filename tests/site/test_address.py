"""The environment says where a site is published and where its source is; all pages follow."""

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from tests.site.built import ROOT, WITHOUT_DOCUMENT, pages
from tests.site.server import serve
from tests.site.test_build_gates import GOOD, ROMAN, build, write_book

sys.path.append(str(ROOT / "tools"))

from release import published_address

BASE = "https://someone.example/learning"
REPOSITORY = "https://code.example/someone/learning"
REPORT = "Please {repository}`report it <issues>`."


def build_small_book(folder: Path, configured: str = "") -> Path:
    cells = [GOOD[0], REPORT, *GOOD[1:]]
    book = write_book(folder / "book", {"02-good": cells, "03-roman": ROMAN})
    config = yaml.safe_load((book / "_config.yml").read_text("utf-8"))
    config["html"]["baseurl"] = configured
    (book / "_config.yml").write_text(yaml.safe_dump(config, allow_unicode=True))
    result = build(book)
    assert result.returncode == 0, result.stderr[-3000:]
    return book / "_build" / "html"


def links(page: BeautifulSoup) -> set[str]:
    return {a["href"] for a in page.select("a[href]")}


def links_of_a_wrong_address(browser: Browser, site: Path) -> list[str]:
    """Links of what a server shows where there is no page, below another folder."""
    with serve(site, "/book/") as address:
        page = browser.new_page()
        page.goto(f"{address}notebooks/deep/nothing.html")
        assert page.locator("h1").inner_text() == "There is no such page"
        found = page.evaluate("[...document.links].map((link) => link.href)")
        page.close()
    return found


def test_environment_goes_before_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    monkeypatch.setenv("BOOK_URL", BASE)
    monkeypatch.setenv("BOOK_REPOSITORY", REPOSITORY)
    site = build_small_book(tmp_path, "https://configured.example/")
    page = BeautifulSoup((site / "notebooks" / "02-good.html").read_text("utf-8"), "html.parser")
    address = f"{BASE}/notebooks/02-good.html"
    assert page.select_one("link[rel=canonical]")["href"] == address
    assert page.select_one("meta[property='og:url']")["content"] == address
    picture = page.select_one("meta[property='og:image']")["content"]
    assert picture == f"{BASE}/_static/social.png"
    assert (site / "_static" / "social.png").is_file()
    assert page.find("a", string="report it")["href"] == f"{REPOSITORY}/issues"
    assert {REPOSITORY, f"{REPOSITORY}/issues"} <= {a["href"] for a in page.select("footer a")}
    sitemap = ElementTree.parse(site / "sitemap.xml")
    listed = {element.text for element in sitemap.iter() if element.tag.endswith("loc")}
    documents = set(pages(site)) - WITHOUT_DOCUMENT
    assert listed == {f"{BASE}/{name.removesuffix('index.html')}" for name in documents}
    assert f"Sitemap: {BASE}/sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    found = links_of_a_wrong_address(browser, site)
    assert found == [f"{BASE}/index.html", f"{BASE}/search.html"]
    assert published_address(site) == f"{BASE}/"
    for file in site.rglob("*.html"):
        assert "configured.example" not in file.read_text("utf-8"), file


def test_configured_address_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOOK_URL", raising=False)
    site = build_small_book(tmp_path, "https://configured.example/book")
    assert published_address(site) == "https://configured.example/book/"


def test_nothing_is_guessed_without_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    monkeypatch.delenv("BOOK_REPOSITORY", raising=False)
    monkeypatch.delenv("BOOK_URL", raising=False)
    site = build_small_book(tmp_path)
    assert published_address(site) == ""
    for file in site.rglob("*.html"):
        head = BeautifulSoup(file.read_text("utf-8"), "html.parser").head
        assert not head.select("link[rel=canonical], [property='og:url'], [property='og:image']")
    assert not (site / "sitemap.xml").exists()
    assert "Sitemap" not in (site / "robots.txt").read_text("utf-8")
    assert links_of_a_wrong_address(browser, site) == []
    page = BeautifulSoup((site / "notebooks" / "02-good.html").read_text("utf-8"), "html.parser")
    assert "Please report it." in page.article.get_text()
    assert not [link for link in links(page) if "issues" in link]
