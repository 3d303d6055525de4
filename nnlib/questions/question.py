"""What every question is: a small figure that judges an answer and says why."""

from __future__ import annotations

import re
import textwrap
from html import escape
from typing import ClassVar

import traitlets

from nnlib.figures.base import Figure
from nnlib.figures.settings import checks
from nnlib.figures.words import common
from nnlib.language import say
from nnlib.questions.typeset import typeset

LINE = 23  # pixels of one line of text
FRAME = 98  # pixels of the border, the button and the room for a verdict
NARROW_LETTERS, WIDE_LETTERS = 32, 70  # letters that surely fit into one line of the prompt


class Question(Figure):
    """A question with a name, so that the browser can remember how it was answered.

    Parameters
    ----------
    key : str
        The question's own name, such as ``"ch04-outlier"``: chapter, dash, words.
    prompt : str
        The question, in plain text.

    Raises
    ------
    ValueError
        If the key has another form, or the prompt is empty.
    """

    shown_in_repr: ClassVar[tuple[str, ...]] = ("key",)

    key = traitlets.Unicode().tag(sync=True)
    prompt = traitlets.Unicode().tag(sync=True)

    @checks("key")
    def _has_a_chapter(self, proposal: dict[str, str]) -> str:
        if not re.fullmatch(r"ch\d\d-[a-z0-9-]+", proposal["value"]):
            raise ValueError(f"key is {proposal['value']!r}; expected a name like 'ch04-outlier'")
        return proposal["value"]

    @checks("prompt")
    def _is_a_question(self, proposal: dict[str, str]) -> str:
        if not proposal["value"].strip():
            raise ValueError("the prompt is empty; expected a question")
        return typeset(proposal["value"])

    def texts(self) -> list[str]:
        """Return the lines that the question shows, one for each possible answer."""
        raise NotImplementedError

    def room(self) -> str:
        """Return the place for the answer on a page without JavaScript or on paper, as HTML."""
        raise NotImplementedError

    def solution(self) -> str:
        """Return the right answer and the reason, as HTML."""
        raise NotImplementedError

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        wide, narrow = (
            FRAME
            + LINE * lines(self.prompt, letters)
            + sum(max(44, 18 + LINE * lines(text, letters - 2)) for text in self.texts())
            for letters in (WIDE_LETTERS, NARROW_LETTERS)
        )
        return wide, narrow

    def alt(self) -> str:  # noqa: D102 - see Figure
        return f"{self.prompt} {' / '.join(self.texts())}"

    def still(self) -> str:  # noqa: D102 - see Figure
        answer = say(common.WORDS, "answer")
        return (
            f'<p class="qu-prompt">{escape(self.prompt)}</p>{self.room()}'
            f"<details><summary>{answer}</summary><p>{self.solution()}</p></details>"
        )

    def to_html(self) -> str:
        """Return the question for a page; without JavaScript the answer is folded away."""
        return f'<div class="nn-figure nn-question" {self._data()}>{self._stage()}</div>'


def lines(text: str, letters: int) -> int:
    """Count the lines of a text that is broken between words."""
    return len(textwrap.wrap(text, letters))
