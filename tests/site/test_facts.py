"""The page "This build" says what is installed, and how long the notebooks ran."""

import json
import platform
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag

from tests.site.built import ROOT
from tests.site.test_build_gates import GOOD, ROMAN, build, write_book

sys.path.append(str(ROOT / "book" / "_ext"))

from book_facts import PACKAGES, commit


@pytest.fixture(scope="module")
def tables(site: Path) -> list[Tag]:
    """Return the two tables of the page."""
    page = BeautifulSoup((site / "book" / "build.html").read_text("utf-8"), "html.parser")
    return page.select("article table")


def rows(table: Tag) -> list[list[str]]:
    return [[cell.get_text() for cell in row.select("td")] for row in table.select("tbody tr")]


@pytest.fixture(scope="module")
def report() -> dict:
    """Return what the build wrote down about its notebooks."""
    return json.loads((ROOT / "_build" / "execution.json").read_text("utf-8"))


def test_versions_are_those_that_are_installed(tables: list[Tag]) -> None:
    shown = dict(rows(tables[0]))
    katex = json.loads((ROOT / "node_modules" / "katex" / "package.json").read_text("utf-8"))
    assert shown.pop("Python") == platform.python_version()
    assert shown.pop("KaTeX") == katex["version"]
    assert shown.pop("Computer").startswith(platform.system())
    assert shown.pop("Commit of the book")
    assert shown == {name: version(package) for name, package in PACKAGES.items()}


def test_times_are_those_of_the_report(tables: list[Tag], report: dict) -> None:
    runs = [
        [f"{run['seconds']:.1f}", f"{run['slowest_cell']['seconds']:.1f}"]
        for run in report.values()
    ]
    *notebooks, total = rows(tables[1])
    assert [times for _, *times in notebooks] == runs
    links = [Path(a["href"]).with_suffix("").name for a in tables[1].select("a")]
    assert links == [Path(page).name for page in report]
    assert total[1] == f"{sum(run['seconds'] for run in report.values()):.1f}"
    assert total[2] == f"{max(run['slowest_cell']['seconds'] for run in report.values()):.1f}"


def test_every_notebook_has_a_slowest_cell(report: dict) -> None:
    chapters = {page: run for page, run in report.items() if page.startswith("notebooks/")}
    assert len(chapters) == 11
    for page, run in chapters.items():
        notebook = nbformat.read(ROOT / f"{page}.ipynb", nbformat.NO_CONVERT)
        ids = [cell.id for cell in notebook.cells if cell.cell_type == "code"]
        assert run["slowest_cell"]["cell"] in ids
        assert 0 < run["slowest_cell"]["seconds"] < run["seconds"]


def test_times_stay_with_the_cached_outputs(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", {"02-good": GOOD, "03-roman": ROMAN})
    assert build(book).returncode == 0
    report = book / "_build" / "execution.json"
    first = report.read_text("utf-8")
    report.unlink()
    page = book / "notebooks" / "02-good.ipynb"
    page.write_text(page.read_text("utf-8").replace("# Good", "# Better"), encoding="utf-8")
    again = build(book)
    assert "1 changed" in again.stdout
    assert report.read_text("utf-8") == first
    assert json.loads(first)["notebooks/02-good"]["slowest_cell"]["seconds"] > 0


def test_commit_is_named(tmp_path: Path) -> None:
    assert commit(tmp_path) == ""
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init"], ["commit", "--allow-empty", "-m", "First"], ["tag", "v1"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True, capture_output=True)
    assert commit(tmp_path) == "v1"
    (tmp_path / "new.txt").write_text("new")
    subprocess.run([*git, "add", "new.txt"], cwd=tmp_path, check=True)
    assert commit(tmp_path) == "v1, with changes"


def test_front_page_counts_the_code_of_chapter_11(site: Path) -> None:
    notebook = nbformat.read(ROOT / "notebooks" / "11-where-next.ipynb", nbformat.NO_CONVERT)
    (text,) = (cell.source for cell in notebook.cells if cell.id == "code")
    blocks = re.findall(r"<!-- nnlib: .*? -->\n```python\n(.*?)```", text, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.strip()]
    page = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
    assert len(blocks) == 11
    assert f"the part that computes has {len(lines)} lines" in page.article.get_text()
