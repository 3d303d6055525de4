"""In chapters 7 and 8, which both have an (i), a number in a sentence links to its formula."""

import re

import pytest

from tests.notebooks.reading import NOTEBOOKS, read

DERIVATIONS = [path for path in NOTEBOOKS if path.name[:2] in ("07", "08")]
ASIDE = re.compile(
    r"```.*?```|\$\$.*?\$\$|^#+ .*?$|`[^`\n]*`|\$[^$\n]*\$|\[\(\w+\)\]\(#[\w-]+\)|\"\(1\)\"",
    re.DOTALL | re.MULTILINE,
)  # code, formulas, headings, links, and the tutorial's own number in quotation marks
NUMBER = re.compile(r"(?<!\w)\((\d{1,2}|i{1,3})\)")


def bare_numbers(text):
    """Numbers without a link, in sections that do not derive the formula themselves."""
    found = []
    for section in re.split(r"^(?=## )", text, flags=re.MULTILINE):
        own = re.findall(r"\\tag\{(\w+)\}", section)
        found += [number for number in NUMBER.findall(ASIDE.sub("", section)) if number not in own]
    return found


@pytest.mark.parametrize("path", DERIVATIONS, ids=lambda path: path.stem)
def test_equation_numbers_are_links(path):
    cells = read(path).cells
    text = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert r"\tag{i}" in text
    assert bare_numbers(text) == []
