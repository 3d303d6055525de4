"""A question whose answer is a number."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import ClassVar

import traitlets

from nnlib.figures.still import number
from nnlib.figures.words import common
from nnlib.language import say
from nnlib.options import finite_number, positive_number
from nnlib.questions.question import Question
from nnlib.questions.typeset import typeset


class Number(Question):
    """A question for a number; typical wrong numbers get a reason of their own.

    Parameters
    ----------
    key : str
        The question's own name, such as ``"ch04-loss"``.
    prompt : str
        The question.
    answer : float
        The right number. Let nnlib compute it.
    why : str
        The reason, told with the right answer.
    wrong : mapping of float to str, optional
        Typical wrong numbers, each with what went wrong.
    hint : str
        What to say to any other wrong number.
    tolerance : float, default 0.0005
        How far from the answer still counts as right.

    Attributes
    ----------
    given : float or None
        The number that was checked last.

    Raises
    ------
    ValueError
        If a number is not finite, a text is empty, or a wrong number would count as right or
        as another wrong one.

    Examples
    --------
    >>> Number("ch04-half", "What is half of 3?", 1.5, why="3 / 2.", hint="Divide by two.")
    Number(key='ch04-half')
    """

    slug: ClassVar[str] = "number-question"

    answer = traitlets.Float().tag(sync=True)
    tolerance = traitlets.Float().tag(sync=True)
    why = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    wrong = traitlets.List(traitlets.Dict()).tag(sync=True)
    given = traitlets.Float(default_value=None, allow_none=True).tag(sync=True)

    def __init__(
        self,
        key: str,
        prompt: str,
        answer: float,
        *,
        why: str,
        hint: str,
        wrong: Mapping[float, str] | None = None,
        tolerance: float = 0.0005,
    ) -> None:
        answer = finite_number("answer", answer)
        tolerance = positive_number("tolerance", tolerance)
        if not isinstance(wrong, Mapping | None):
            raise ValueError(f"wrong is {wrong!r}; expected a dict of numbers and reasons")
        for name, text in (("why", why), ("hint", hint), *(wrong or {}).items()):
            if not isinstance(text, str) or not text.strip():
                raise ValueError(f"the text of {name} is {text!r}; expected a reason")
        taken = [answer]
        for value in wrong or {}:
            finite_number("a wrong number", value)
            for other in taken:
                if abs(value - other) <= tolerance:
                    raise ValueError(
                        f"the wrong number {value} counts as {other}; expected numbers farther "
                        f"apart than the tolerance {tolerance}"
                    )
            taken.append(value)
        super().__init__(
            key=key,
            prompt=prompt,
            answer=answer,
            tolerance=tolerance,
            why=typeset(why),
            hint=typeset(hint),
            wrong=[
                {"value": float(value), "why": typeset(text)}
                for value, text in (wrong or {}).items()
            ],
        )

    def texts(self) -> list[str]:  # noqa: D102 - see Question
        return [say(common.WORDS, "number")]

    def room(self) -> str:  # noqa: D102 - see Question
        line = '<span class="qu-line" aria-hidden="true">________</span>'
        return f"<p>{escape(say(common.WORDS, 'number'))}: {line}</p>"

    def solution(self) -> str:  # noqa: D102 - see Question
        return f"<strong>{number(self.answer)}</strong>. {escape(self.why)}"
