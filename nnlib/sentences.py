"""English sentences that can be told in another language later, when they are shown.

Checks decide in English what is wrong, and keep it so; `nnlib.language.tell` translates.
"""

from __future__ import annotations

from collections.abc import Iterable


class Sentence(str):
    """An English text that remembers what it was made of, so that `tell` can translate it.

    Attributes
    ----------
    template : str
        The text before the values were put in.
    values : dict of str to object
        What stands for the names in braces; sentences among them are translated, too.
    """

    template: str
    values: dict[str, object]


def sentence(english: str, /, **values: object) -> Sentence:
    """Make an English text that can be told in another language later, when it is shown.

    Parameters
    ----------
    english : str
        The text. With values, names in braces stand for them; without, braces are braces.
    **values
        The values.

    Returns
    -------
    Sentence
        The text, in English.

    Examples
    --------
    >>> sentence("{name} is no class.", name="ScaleLayer")
    'ScaleLayer is no class.'
    """
    made = Sentence(english.format(**values) if values else english)
    made.template, made.values = english, values
    return made


def listed(names: Iterable[str]) -> Sentence:
    """Make a sentence of several names with commas between them, each to be told by itself.

    Parameters
    ----------
    names : iterable of str
        The names, in English.

    Returns
    -------
    Sentence
        All of them.

    Examples
    --------
    >>> listed(["the output", "layer.input"])
    'the output, layer.input'
    """
    values = {f"name{number}": sentence(name) for number, name in enumerate(names)}
    return sentence(", ".join(f"{{{name}}}" for name in values), **values)
