"""What the search page searches: formulas as one types them, and every term of the glossary."""

import hashlib
import json
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.site.built import ROOT

sys.path.append(str(ROOT / "book" / "_ext"))

from typed_formula import readable


@pytest.mark.parametrize(
    ("latex", "typed"),
    [
        (r"\frac{\partial L}{\partial w_{ij}}", "∂L/∂w_ij"),
        (r"\underset{(1\times m)}{Y} = \underset{(1\times n)}{X}\; W + B", "Y = X W + B"),
        (r"\underbrace{\frac{\partial y_1}{\partial b_j}}_{0} + \dots", "∂y_1/∂b_j + …"),
        (r"\begin{aligned} a &= 1 \\[0.6em] &= \tanh(0.9) \end{aligned}", "a = 1 = tanh(0.9)"),
        (r"\sigma(x) = \frac{1}{1 + e^{-x}}", "σ(x) = 1/(1 + e^-x)"),
        (r"\begin{cases} x & x > 0 \\ 0.01 x & x \le 0 \end{cases}", "x x > 0 , 0.01 x x ≤0"),
        (r"(XW)^\top = W^\top X^\top", "(XW)ᵀ= WᵀXᵀ"),
    ],
)
def test_formula_is_written_as_one_types_it(latex: str, typed: str) -> None:
    assert readable(latex) == typed


def test_browsers_keep_no_old_data(site: Path) -> None:
    page = (site / "search.html").read_text("utf-8")
    version = hashlib.sha256((site / "search-data.js").read_bytes()).hexdigest()[:10]
    assert f'src="search-data.js?v={version}"' in page


def test_every_term_of_the_glossary_is_found_at_its_place(site: Path) -> None:
    page = BeautifulSoup((site / "book" / "glossary.html").read_text("utf-8"), "html.parser")
    places = {str(term.get("id")): term.get_text() for term in page.select("dt")}
    data = (site / "search-data.js").read_text("utf-8").removeprefix("searchData = ").strip("\n;")
    entries = [entry for entry in json.loads(data) if entry["page"] == "Glossary"]
    terms = {entry["url"].partition("#")[2]: entry for entry in entries if "#" in entry["url"]}
    assert len(places) > 80
    assert {anchor: entry["heading"] for anchor, entry in terms.items()} == places
    names = {entry["heading"]: entry["names"] for entry in terms.values()}
    assert all(heading.startswith(words[0]) for heading, words in names.items())
    assert names["scalar product"] == [
        "scalar product",
        "dot product",
        "inner product",
        "скалярное произведение",
    ]
    assert names["mini-batch"] == ["mini-batch", "мини-пакет", "мини-батч"]
    assert names["upstream gradient"][1:] == ["градиент, пришедший от следующего слоя"]
