"""The zip holds the site, the PDF holds the book, the front page leads to both."""

import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.built import ROOT, SITE, pages
from tests.site.test_whole import EQUATIONS, toc_files

sys.path.append(str(ROOT / "tools"))

import build_book
from downloads import MARK, forget_downloads, link_downloads
from print_page import Part, adopt, print_page
from release import page_numbers, write_pdf, write_zip

BASE = "https://example.org/"


@pytest.fixture(scope="module")
def html(site: Path) -> str:
    """Return the page that is printed."""
    return print_page(site, ROOT / "_toc.yml", "Title", BASE)


def test_print_page_has_every_page(html: str) -> None:
    assert html.count('<article class="chapter"') == len(toc_files()) - 1
    folded = re.findall(r"<details(?![^>]*\sopen)[^>]*>", html)
    assert all("hide" in details for details in folded)


@pytest.mark.parametrize("equation", EQUATIONS)
def test_print_page_has_every_equation(html: str, equation: str) -> None:
    assert len(re.findall(rf'<div class="math displaymath" id="p\d+-{equation}">', html)) == 1


def test_links_of_the_print_page_stay_inside(html: str, site: Path) -> None:
    names = re.findall(r'\sid="([^"]+)"', html)
    assert len(names) == len(set(names))
    inside = re.findall(r'href="#([^"]*)"', html)
    assert len(inside) > 300
    assert set(inside) <= set(names)
    sources = re.findall(r'<img [^>]*src="([^"]+)"', html)
    assert sources
    assert all(source.startswith("data:") or (site / source).is_file() for source in sources)


def test_cover_says_where_the_book_is_if_that_is_known(html: str, site: Path) -> None:
    cover = print_page(site, ROOT / "_toc.yml", "Title", "").split("</section>")[0]
    assert f'are at <a href="{BASE}">{BASE}</a>.' in html.split("</section>")[0]
    assert "This is the book on paper.</p>" in cover


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (BASE, f'<a class="x" href="{BASE}book/other.html#place">words</a>'),
        ("", '<a class="x">words</a>'),
    ],
)
def test_links_out_of_the_print_page(base: str, expected: str) -> None:
    part = Part("book/page.html", "p1", '<a class="x" href="other.html#place">words</a>')
    assert adopt(part, {}, base) == expected


def test_pdf(browser: Browser, site: Path, tmp_path: Path) -> None:
    target = tmp_path / "book.pdf"
    # A copy: other tests count the pages while the one to print stands in the folder.
    copy = shutil.copytree(site, tmp_path / "html", ignore=shutil.ignore_patterns("download"))
    write_pdf(browser, copy, target, ROOT / "_config.yml", ROOT / "_toc.yml")
    pdf = target.read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 150
    assert b"/Outlines" in pdf
    assert b"/StructTreeRoot" in pdf
    assert len(re.findall(rb"/Subtype\s*/Link", pdf)) > 300
    chapters = [number for name, number in page_numbers(pdf).items() if re.fullmatch(r"p\d+", name)]
    assert len(set(chapters)) == len(toc_files()) - 1
    assert max(chapters) > 100
    assert not (copy / "print-everything.html").exists()


def test_zip_is_the_site_and_always_the_same(site: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for file in files:
        write_zip(site, file)
    assert files[0].read_bytes() == files[1].read_bytes()
    with zipfile.ZipFile(files[0]) as archive:
        names = {name.split("/", 1)[1] for name in archive.namelist()}
    assert set(pages(SITE)) <= names
    assert not any(name.startswith("download/") for name in names)


def test_front_page_links_to_both_until_the_next_build(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(f"<article>{MARK}</article>")
    folder = tmp_path / "download"
    folder.mkdir()
    downloads = [folder / "book.zip", folder / "book.pdf"]
    for file in downloads:
        file.write_bytes(b"x" * 1_500_000)
    link_downloads(page, downloads)
    assert 'href="download/book.zip"' in page.read_text()
    assert 'href="download/book.pdf"' in page.read_text()
    assert "1.5 MB" in page.read_text()
    forget_downloads(tmp_path)
    assert page.read_text() == f"<article>{MARK}</article>"
    assert not folder.exists()
    forget_downloads(tmp_path / "not built yet")


def test_next_build_takes_them_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "_build" / "html"
    old = site / "download" / "book.zip"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    (site / "index.html").write_text(f"<article>{MARK}<ul>old</ul></article>")
    (tmp_path / "_toc.yml").touch()
    monkeypatch.setattr(build_book, "JUPYTER_BOOK", "true")  # nothing is to be written again
    assert build_book.build_book(root=tmp_path) == 0
    assert not old.exists()
    assert (site / "index.html").read_text() == f"<article>{MARK}</article>"


def test_front_page_without_the_mark_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<article></article>")
    with pytest.raises(ValueError, match="expected the front page"):
        link_downloads(page, [])
