"""What a check says to the reader."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from html import escape
from typing import Any

import numpy as np

from nnlib.exercises.running import run
from nnlib.language import tell


@dataclass(frozen=True)
class Finding:
    """What is wrong with an answer, and the smallest example that shows it.

    Attributes
    ----------
    message : str
        One or two sentences, in English in any language.
    example : dict of str to object
        The arguments, by name.
    given, expected : object
        What the answer made of them, and what it should be; left out if both are None.
    """

    message: str
    example: dict[str, Any] = field(default_factory=dict)
    given: Any = None
    expected: Any = None


@dataclass(frozen=True)
class Verdict:
    """The result of `check`: a notebook shows it in words.

    Attributes
    ----------
    exercise : str
        The name of the exercise.
    ok : bool
        Whether the answer is right.
    message : str
        What was found, in one or two sentences of the reader's language.
    finding : Finding or None
        The example that fails, if there is one.
    """

    exercise: str
    ok: bool
    message: str
    finding: Finding | None = None

    def __repr__(self) -> str:
        lines = [f"{'✓' if self.ok else '✗'} {self.exercise}: {self.message}"]
        if self.finding is not None and self.finding.example:
            lines += ["  " + tell("For example, with")]
            lines += _together(self.finding.example)
        if self.finding is not None and self.finding.expected is not None:
            named = {
                tell("your answer is"): self.finding.given,
                tell("it should be"): self.finding.expected,
            }
            lines += _together(named)
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        # The same words, in lines that a narrow screen breaks: sentences stand among them.
        return f'<pre class="nn-verdict" style="white-space: pre-wrap">{escape(repr(self))}</pre>'


def _together(named: dict[str, Any]) -> list[str]:
    """Write some values, with more digits if different arrays would look the same."""
    arrays = [value for value in named.values() if isinstance(value, np.ndarray)]
    alike = any(
        shown(a) == shown(b) and not np.array_equal(a, b)
        for a, b in itertools.combinations(arrays, 2)
    )
    return [_named(name, value, 10 if alike else 4) for name, value in named.items()]


def _named(name: str, value: Any, digits: int) -> str:
    """Write a value after its name, the rows of a matrix below each other."""
    start = f"    {name} = " if name.isidentifier() else f"  {name}  "
    return start + shown(value, digits).replace("\n", "\n" + " " * len(start))


def shown(value: Any, digits: int = 4) -> str:
    """Write a value as the reader would, with few digits and no addresses.

    Parameters
    ----------
    value : object
        A number, an array, a function, a list of layers, or anything else.
    digits : int, default 4
        How many stand after the point in an array.

    Returns
    -------
    str
        The text; the name of the type if the value cannot be written.
    """
    return run(lambda: _written(value, digits)).value or type(value).__name__


def _written(value: Any, digits: int) -> str:
    if isinstance(value, np.ndarray):
        value = np.asarray(value)  # without a mask: so it was compared
        small = value.dtype.kind == "f" and 0 < np.abs(value).max(initial=0) < 1e-3
        text = np.array2string(
            value, precision=digits, suppress_small=not small, separator=", ", threshold=40
        )
        return text if value.size else tell("an empty array of shape {shape}", shape=value.shape)
    if isinstance(value, float | np.floating):
        return f"{float(value):.5g}"
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, list | tuple):
        opening, closing = "[]" if isinstance(value, list) else "()"
        return opening + ", ".join(_written(entry, 4) for entry in value) + closing
    if callable(value):
        return getattr(value, "__name__", type(value).__name__)
    text = repr(value)
    return type(value).__name__ if " at 0x" in text else text
