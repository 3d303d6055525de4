"""`make lab` opens copies, so that reading a chapter changes no file of the book."""

import subprocess
import sys
from pathlib import Path

import nbformat

from tests.notebooks.reading import NOTEBOOKS

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))  # the tools import each other as scripts do
from lab import COPIES, copy_chapters  # noqa: E402


def write(path: Path, text: str, output: str) -> None:
    cell = nbformat.v4.new_code_cell(text, execution_count=1)
    cell.outputs = [nbformat.v4.new_output("stream", text=output)]
    path.parent.mkdir(exist_ok=True)
    path.write_text(nbformat.writes(nbformat.v4.new_notebook(cells=[cell])), "utf-8")


def test_a_copy_has_the_code_and_nothing_that_is_to_be_predicted(tmp_path):
    chapter = tmp_path / "notebooks" / "01-network.ipynb"
    write(chapter, "print(6 * 7)", "42\n")
    before = chapter.read_bytes()
    (copy,) = copy_chapters(tmp_path)
    assert copy == tmp_path / COPIES / "01-network.ipynb"
    (cell,) = nbformat.read(copy, as_version=4).cells
    assert (cell.source, cell.outputs, cell.execution_count) == ("print(6 * 7)", [], None)
    assert chapter.read_bytes() == before


def test_what_the_reader_wrote_stays(tmp_path):
    write(tmp_path / "notebooks" / "01-network.ipynb", "1", "")
    write(tmp_path / "notebooks" / "02-fc-forward.ipynb", "2", "")
    mine = tmp_path / COPIES / "01-network.ipynb"
    write(mine, "my answer", "and its output")
    before = mine.read_bytes()
    assert [copy.name for copy in copy_chapters(tmp_path)] == ["02-fc-forward.ipynb"]
    assert mine.read_bytes() == before


def test_git_does_not_see_the_copies():
    for folder in (ROOT, ROOT / "ru"):
        copy = folder / COPIES / NOTEBOOKS[0].name
        ignored = ["git", "check-ignore", "--quiet", "--no-index", copy.relative_to(ROOT)]
        assert subprocess.call(ignored, cwd=ROOT) == 0
