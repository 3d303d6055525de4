"""Formulas as they are heard: the book's own signs, told to screen readers.

KaTeX writes MathML beside what it draws, for listening only. Taken by its look, w₂₃ is "w sub
twenty-three", and W⁽²⁾, X⊤ and y* are powers. Indices are parted here, and `intent`, an attribute
of MathML 4, says what the raised signs mean; who does not know it still has the signs.
"""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

MATHML = "http://www.w3.org/1998/Math/MathML"
MATH = re.compile(rf'<math xmlns="{MATHML}"(.*?)</math>', re.DOTALL)
#: Two indices of one digit each, as in w_23: no layer written out in the book has ten neurons.
TWO_INDICES = re.compile(r"[1-9]{2}")
INDEXED = {"w", "x", "y", "g"}
MEANINGS = {"⊤": "transpose($base)", "∗": "star:postfix($base)"}
PAIR = "pair:infix($base,$number)"  # which pair of FC and activation layer


def spoken(html: str) -> str:
    """Return what KaTeX made of a formula, with its MathML as it should be heard."""
    return MATH.sub(lambda found: _math(found[1]), html)


def _math(inside: str) -> str:
    root = ElementTree.fromstring(f"<math{inside}</math>")
    _reword(root)
    text = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    return text.replace("<math", f'<math xmlns="{MATHML}"', 1)


def _reword(parent: Element) -> None:
    for place, child in enumerate(parent):
        _reword(child)
        if child.tag in ("msub", "msubsup"):
            _part_indices(child)
        if child.tag in ("msup", "msubsup"):
            parent[place] = _meant(child)


def _part_indices(script: Element) -> None:
    base, index = script[0], script[1]
    digits = index.text or ""
    if index.tag == "mn" and base.text in INDEXED and TWO_INDICES.fullmatch(digits):
        script[1] = Element("mrow")
        for digit in digits:
            ElementTree.SubElement(script[1], "mn").text = digit


def _meant(script: Element) -> Element:
    """Wrap the base of a script into one `msup` for each raised sign, with its meaning."""
    base, *lower, raised = script
    signs = _signs(list(raised) if raised.tag == "mrow" else [raised])
    if signs is None:
        return script
    if lower:
        inner = Element("msub")
        inner.extend([base, *lower])
        base = inner
    for sign in signs:
        outer = Element("msup", intent=MEANINGS.get(sign[0].text or "", PAIR))
        base.set("arg", "base")
        outer.append(base)
        outer.append(_in_a_row(sign))
        base = outer
    base.tail = script.tail
    return base


def _signs(raised: list[Element]) -> list[list[Element]] | None:
    """Part what is raised into ⊤, ∗ and (n); None if it is something else, such as a power."""
    signs = []
    while raised:
        if raised[0].text in MEANINGS:
            signs.append(raised[:1])
        elif [part.text for part in raised[:3:2]] == ["(", ")"] and not len(raised[1]):
            raised[1].set("arg", "number")
            signs.append(raised[:3])
        else:
            return None
        raised = raised[len(signs[-1]) :]
    return signs or None


def _in_a_row(parts: list[Element]) -> Element:
    if len(parts) == 1:
        return parts[0]
    row = Element("mrow")
    row.extend(parts)
    return row
