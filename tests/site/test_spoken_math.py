"""Formulas are heard as the book reads them: w₂₃ is "w two three", W⁽²⁾ and X⊤ are no powers."""

import re
import sys

import pytest
from bs4 import BeautifulSoup

from tests.site.built import ROOT, SITE, pages

sys.path.append(str(ROOT / "book" / "_ext"))

from book_math import typeset


def heard(latex: str) -> str:
    """Return the MathML of a formula, without what surrounds it and without its LaTeX."""
    mathml = re.search(r"<semantics><mrow>(.*)</mrow><annotation", typeset(latex, False))
    assert mathml
    return mathml[1]


@pytest.mark.parametrize(
    ("latex", "mathml"),
    [
        (r"w_{23}", "<msub><mi>w</mi><mrow><mn>2</mn><mn>3</mn></mrow></msub>"),
        (r"c_{10}", "<msub><mi>c</mi><mn>10</mn></msub>"),
        (r"x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
        (
            r"X^\top",
            '<msup intent="transpose($base)"><mi arg="base">X</mi>'
            '<mi mathvariant="normal">⊤</mi></msup>',
        ),
        (
            r"y^*_k",
            '<msup intent="star:postfix($base)"><msub arg="base"><mi>y</mi><mi>k</mi></msub>'
            "<mo>∗</mo></msup>",
        ),
        (
            r"{W^{(2)}}^\top",
            '<msup intent="transpose($base)"><msup intent="pair:infix($base,$number)" arg="base">'
            '<mi arg="base">W</mi><mrow><mo stretchy="false">(</mo><mn arg="number">2</mn>'
            '<mo stretchy="false">)</mo></mrow></msup><mi mathvariant="normal">⊤</mi></msup>',
        ),
    ],
)
def test_signs_say_what_they_mean(latex: str, mathml: str) -> None:
    assert heard(latex) == mathml


def test_no_sign_of_the_book_is_heard_as_a_power() -> None:
    raised = 0
    for page in pages():
        mathematics = BeautifulSoup((SITE / page).read_text("utf-8"), "html.parser").find_all(
            "math"
        )
        for script in (s for m in mathematics for s in m.find_all(["msup", "msubsup"])):
            sign = script.find_all(recursive=False)[-1].get_text()
            if re.fullmatch(r"[⊤∗]|\(\w\)", sign):
                raised += 1
                assert script.get("intent"), f"{page}: {script}"
    assert raised > 300
