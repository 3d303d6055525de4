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

from print_page import print_page
from release import MARK, link_downloads, page_numbers, unlink_downloads, write_pdf, write_zip


@pytest.fixture(scope="module")
def html(site: Path) -> str:
    """Return the page that is printed."""
    return print_page(site, ROOT / "_toc.yml", "Title", "https://example.org/")


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


def test_front_page_links_to_both(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(f"<article>{MARK}</article>")
    downloads = [tmp_path / "book.zip", tmp_path / "book.pdf"]
    for file in downloads:
        file.write_bytes(b"x" * 1_500_000)
    link_downloads(page, downloads)
    assert 'href="download/book.zip"' in page.read_text()
    assert 'href="download/book.pdf"' in page.read_text()
    assert "1.5 MB" in page.read_text()
    unlink_downloads(page)
    assert page.read_text() == f"<article>{MARK}</article>"


def test_front_page_without_the_mark_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<article></article>")
    with pytest.raises(ValueError, match="expected the front page"):
        link_downloads(page, [])
