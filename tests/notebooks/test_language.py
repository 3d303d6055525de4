"""Words that this book does not use, in chapters and pages."""

import re

import pytest

from tests.notebooks.reading import NOTEBOOKS, ROOT, read

AVOIDED = re.compile(
    r"\b(simply|obviously|trivially|of course|needless to say|easy to see|powerful|blazing|"
    r"to be continued|coming soon|lorem ipsum)\b",
    re.IGNORECASE,
)
PAGES = sorted((ROOT / "book").glob("*.md"))


def prose(path) -> str:
    if path.suffix == ".md":
        return path.read_text(encoding="utf-8")
    return "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")


@pytest.mark.parametrize("path", [*NOTEBOOKS, *PAGES], ids=lambda path: path.stem)
def test_prose_leaves_out_filler(path):
    text = re.sub(r"```.*?```", "", prose(path), flags=re.DOTALL)
    assert AVOIDED.findall(text) == []


def test_a_filler_word_is_found():
    assert AVOIDED.findall("It is Simply the sum.") == ["Simply"]
