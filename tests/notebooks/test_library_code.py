"""Code that a chapter shows as the library's is the library's, to the letter."""

import re

import pytest

from tests.notebooks.reading import NOTEBOOKS, read
from tools.show_source import quoted_source

QUOTE = re.compile(r"<!-- nnlib: (?P<name>[\w.]+) -->\n+```python\n(?P<code>.*?)\n```", re.DOTALL)
QUOTES = [
    pytest.param(match["name"], match["code"], id=f"{path.stem}:{match['name']}")
    for path in NOTEBOOKS
    for cell in read(path).cells
    if cell.cell_type == "markdown"
    for match in QUOTE.finditer(cell.source)
]
# The code that each chapter owes its reader.
OWED = {
    "02-fc-forward": {"FCLayer.forward_propagation"},
    "03-layer-architecture": {"Network.predict", "ActivationLayer.forward_propagation"},
    "04-mse": {"mse", "mse_prime"},
    "07-fclayer-derivation": {"FCLayer.backward_propagation"},
    "08-activationlayer-derivation": {"ActivationLayer.backward_propagation"},
}


@pytest.mark.parametrize(("name", "code"), QUOTES)
def test_quote_is_the_source(name, code):
    assert code == quoted_source(name)


@pytest.mark.parametrize("chapter", OWED)
def test_chapter_shows_the_code_it_explains(chapter):
    shown = {param.values[0] for param in QUOTES if param.id.startswith(f"{chapter}:")}
    assert shown >= OWED[chapter]


def test_markers_and_quotes_belong_together():
    text = "\n".join(cell.source for path in NOTEBOOKS for cell in read(path).cells)
    assert text.count("<!-- nnlib:") == len(QUOTES), "a marker stands without its code block"


def test_a_quote_with_one_changed_letter_is_seen():
    code = quoted_source("FCLayer.forward_propagation")
    assert code.replace("@", "*") != code
    assert QUOTE.search(f"<!-- nnlib: FCLayer -->\n```python\n{code}\n```")["code"] == code
