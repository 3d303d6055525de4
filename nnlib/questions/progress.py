"""What the reader's own browser remembers of the questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import traitlets

from nnlib.figures.base import Figure
from nnlib.figures.words.progress import WORDS


class Progress(Figure):
    """How many questions of each chapter are answered; read from the browser, and cleared there.

    Parameters
    ----------
    questions : mapping of str to int
        The title of each chapter's questions and how many there are: ``{"ch01": 3, …}``.

    Examples
    --------
    >>> Progress({"ch01": 3, "ch02": 2})
    Progress(questions={'ch01': 3, 'ch02': 2})
    """

    slug: ClassVar[str] = "progress"
    words = WORDS
    shown_in_repr: ClassVar[tuple[str, ...]] = ("questions",)

    questions = traitlets.Dict().tag(sync=True)

    def __init__(self, questions: Mapping[str, int]) -> None:
        super().__init__(questions=dict(questions))

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        rows = 172 + 32 * len(self.questions)
        return rows, rows + 44

    def alt(self) -> str:  # noqa: D102 - see Figure
        return self.say("alt", count=sum(self.questions.values()))

    def still(self) -> str:  # noqa: D102 - see Figure
        return f"<p>{self.alt()}</p>"
