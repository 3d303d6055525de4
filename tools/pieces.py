"""The pieces that a translator goes through one by one, and their names in every language.

Of a notebook they are its cells, by their ids; of a page its sections, by their English anchors;
of the glossary its terms, by their English words. Other files are one piece.
"""

import json
import re
from dataclasses import dataclass
from hashlib import sha256

from docutils.nodes import make_id

FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
# Where a piece of a page begins. The letters of the glossary belong to one language only.
START = re.compile(
    r"^(?:\((?P<anchor>[\w-]+)\)=\n+)?#{2,6} (?P<heading>.+)$"
    r"|^(?P<term>\S.*)\n: +(?P<meaning>(?:.+\n?)*)",
    re.MULTILINE,
)
ENGLISH_WORD = re.compile(r'<span lang="en">(.*?)</span>')
# What a reader sees of code: comments and texts, without the names in braces.
SAID = re.compile(r"#.*$|\"[^\"\n]*\"|'[^'\n]*'", re.MULTILINE)
UNSAID = re.compile(r"```.*?```|\$\$.*?\$\$|\$.*?\$|`[^`]*`", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Piece:
    """A text to be translated."""

    text: str
    is_code: bool = False

    @property
    def fingerprint(self) -> str:
        """A short name of this version of the text. New line breaks make no new version."""
        return sha256(" ".join(self.text.split()).encode()).hexdigest()[:12]

    @property
    def has_words(self) -> bool:
        """Whether there is something to translate; formulas and most code have no words."""
        if self.is_code:
            said = " ".join(SAID.findall(self.text))
            return bool(WORD.search(re.sub(r"\{[^}]*\}", "", said)))
        return bool(WORD.search(UNSAID.sub("", self.text)))


def pieces_of(name: str, text: str) -> dict[str, Piece]:
    """Cut the text of a file of this name into its pieces."""
    if name.endswith(".ipynb"):
        return {cell["id"]: cell_piece(cell) for cell in json.loads(text)["cells"]}
    return page_pieces(text) if name.endswith(".md") else {"text": Piece(text)}


def cell_piece(cell: dict) -> Piece:
    """Return the text of a cell with the words that its metadata has."""
    settings = cell["metadata"].get("mystnb", {})
    words = {"alt": settings.get("image", {}).get("alt")} | {
        key: words for key, words in settings.items() if key.startswith("code_prompt")
    }
    # As a comment, so that it counts among the words of code.
    said = [f"# {key}: {text}" for key, text in sorted(words.items()) if text]
    return Piece("\n".join(["".join(cell["source"]), *said]), cell["cell_type"] == "code")


def page_pieces(text: str) -> dict[str, Piece]:
    """Cut a page at its headings and terms; what stands above the first of them is its title."""
    visible = FENCED.sub(lambda code: re.sub(r"\S", " ", code[0]), text)
    starts = list(START.finditer(visible))
    ends = [match.start() for match in starts] + [len(text)]
    pieces = {"title": Piece(text[: ends[0]])}
    for match, end in zip(starts, ends[1:], strict=True):
        if len(match["heading"] or "") != 1:
            name = unique = name_of(match)
            number = 1
            while unique in pieces:
                number += 1
                unique = f"{name}-{number}"
            pieces[unique] = Piece(text[match.start() : end])
    return pieces


def name_of(start: re.Match[str]) -> str:
    """Name a section or a term as its place on the page is named; if it has none, by its words."""
    if start["heading"]:
        heading = start["heading"]
        return start["anchor"] or make_id(re.sub("[`*]", "", heading)) or heading
    english = ENGLISH_WORD.search(start["meaning"])
    word = make_id(english[1] if english else start["term"])
    return f"term-{word}" if word else start["term"]
