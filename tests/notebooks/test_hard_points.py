"""The twenty hard points stand where CONTRIBUTING says they do."""

import re

import pytest

from tests.notebooks.reading import NOTEBOOKS, ROOT, read

ROW = re.compile(r"^\| (\d+) \| [^|]+ \| (\d\d) \| ([^|]+) \|$", re.MULTILINE)
POINTS = ROW.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))


def headings(chapter):
    (path,) = [path for path in NOTEBOOKS if path.name.startswith(f"{chapter}-")]
    text = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")
    return re.findall(r"^#+ (.+)$", text, re.MULTILINE)


def test_all_twenty_are_listed():
    assert [int(number) for number, _, _ in POINTS] == list(range(1, 21))


@pytest.mark.parametrize(("number", "chapter", "heading"), POINTS)
def test_the_heading_is_there(number, chapter, heading):
    assert any(heading in one for one in headings(chapter)), f"hard point {number}"
