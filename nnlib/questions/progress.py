"""What the reader's own browser remembers of the questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import traitlets

from nnlib.figures.base import Figure


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
    title: ClassVar[str] = "Your answers"
    caption: ClassVar[str] = "They are kept in this browser and nowhere else."
    shown_in_repr: ClassVar[tuple[str, ...]] = ("questions",)

    questions = traitlets.Dict().tag(sync=True)

    def __init__(self, questions: Mapping[str, int]) -> None:
        super().__init__(questions=dict(questions))

    def reserved_heights(self) -> tuple[int, int]:  # noqa: D102 - see Figure
        rows = 172 + 32 * len(self.questions)
        return rows, rows + 44

    def alt(self) -> str:  # noqa: D102 - see Figure
        return f"There are {sum(self.questions.values())} questions in this book."

    def still(self) -> str:  # noqa: D102 - see Figure
        return f"<p>{self.alt()}</p>"
