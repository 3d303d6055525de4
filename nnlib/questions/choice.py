"""A question with a few answers to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, ClassVar

import traitlets

from nnlib.figures.settings import checks
from nnlib.questions.question import Question
from nnlib.questions.typeset import typeset


class Choice(Question):
    """A question with answers to choose from; each says why it is right or wrong.

    Parameters
    ----------
    key : str
        The question's own name, such as ``"ch04-outlier"``.
    prompt : str
        The question.
    options : mapping of str to str
        Each answer, and what to say to those who choose it.
    right : str
        Which of them is right.

    Attributes
    ----------
    chosen : int or None
        The answer that was checked last, counted from 0.

    Raises
    ------
    ValueError
        If there are fewer than two answers, a text is missing, or `right` is none of them.

    Examples
    --------
    >>> options = {"2": "No: that is n.", "3": "Yes: one output for each column of W."}
    >>> Choice("ch02-outputs", "W is (2 × 3). How many outputs?", options, right="3")
    Choice(key='ch02-outputs')
    """

    slug: ClassVar[str] = "choice-question"

    options = traitlets.List(traitlets.Dict()).tag(sync=True)
    right = traitlets.Int().tag(sync=True)
    chosen = traitlets.Int(default_value=None, allow_none=True).tag(sync=True)

    def __init__(self, key: str, prompt: str, options: Mapping[str, str], *, right: str) -> None:
        if not isinstance(options, Mapping):
            raise ValueError(f"options is {options!r}; expected a dict, a reason for each answer")
        if len(options) < 2:
            raise ValueError(f"options has {len(options)} answers; expected at least two")
        for answer, why in options.items():
            if not all(isinstance(text, str) and text.strip() for text in (answer, why)):
                raise ValueError(
                    f"the answer {answer!r} has {why!r}; expected a text and a reason for each"
                )
        if right not in options:
            raise ValueError(f"right is {right!r}; expected one of {list(options)}")
        super().__init__(
            key=key,
            prompt=prompt,
            options=[
                {"text": typeset(answer), "why": typeset(why)} for answer, why in options.items()
            ],
            right=list(options).index(right),
        )

    @checks("chosen")
    def _is_an_option(self, proposal: dict[str, Any]) -> int | None:
        chosen: int | None = proposal["value"]
        if chosen is not None and not 0 <= chosen < len(self.options):
            raise ValueError(f"chosen is {chosen}; expected 0 to {len(self.options) - 1}")
        return chosen

    def texts(self) -> list[str]:  # noqa: D102 - see Question
        return [option["text"] for option in self.options]

    def room(self) -> str:  # noqa: D102 - see Question
        options = "".join(f"<li>{escape(text)}</li>" for text in self.texts())
        return f'<ul class="qu-options">{options}</ul>'

    def solution(self) -> str:  # noqa: D102 - see Question
        option = self.options[self.right]
        return f"<strong>{escape(option['text'])}</strong>: {escape(option['why'])}"
