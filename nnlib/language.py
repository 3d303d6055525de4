"""The language of everything that nnlib says to readers: figures, checks, pictures.

There are two kinds of tables. Figures give each of their words a key and keep the languages side
by side (`say`; ``nnlib/figures/words``). Elsewhere the English sentence stands in the code and is
the key itself (`tell`, `nnlib.sentences.sentence`; ``nnlib/words``).
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

from nnlib.sentences import Sentence

#: Language codes and their words: ``{"en": {"title": "…"}, "ru": {…}}``.
Words = dict[str, dict[str, str]]

_language = "en"


def use_language(code: str) -> None:
    """Choose the language of everything that is shown from now on.

    A notebook calls ``nnlib.language.use_language("ru")`` once, at its top; without that, the
    environment variable ``NN_LANGUAGE`` decides, which the build of an edition sets. What has no
    words in that language stays English. What a live figure says follows, in a notebook, the
    language that was chosen when the figure was made, and elsewhere the ``lang`` of the page.

    Parameters
    ----------
    code : str
        Two letters, such as ``"en"`` or ``"ru"``.

    Raises
    ------
    ValueError
        If it is no such code.
    """
    global _language
    if not (isinstance(code, str) and len(code) == 2 and code.isascii() and code.islower()):
        raise ValueError(f"the language is {code!r}; expected two letters such as 'en' or 'ru'")
    _language = code


def chosen_language() -> str:
    """Return the language of everything that is shown from now on, such as ``"en"``."""
    return _language


def say(words: Words, key: str, **values: object) -> str:
    """Return the words behind a key in the chosen language, with the values put in.

    Parameters
    ----------
    words : dict
        The words of each language.
    key : str
        Which of them.
    **values
        What stands for the names in braces.

    Returns
    -------
    str
        The words.
    """
    return words.get(_language, words["en"])[key].format(**values)


def tell(english: str, /, **values: object) -> str:
    """Return a text in the chosen language, with the values put in.

    Parameters
    ----------
    english : str
        The English text, the key in ``nnlib/words``, or a `Sentence`. Without values, braces are
        braces.
    **values
        What stands for the names in braces.

    Returns
    -------
    str
        The text; in English where the language has no words for it.

    Examples
    --------
    >>> tell("weight"), tell("target {name}", name=1)
    ('weight', 'target 1')
    """
    if isinstance(english, Sentence):
        values, english = english.values, english.template
    template = _sentences(_language).get(english, english)
    told = {n: tell(v) if isinstance(v, Sentence) else v for n, v in values.items()}
    return template.format(**told) if told else template


@cache
def _sentences(language: str) -> dict[str, str]:
    """Load the table of a language; English needs none."""
    module = f"nnlib.words.{language}"
    try:
        table: dict[str, str] = import_module(module).SENTENCES
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return {}
    return table


use_language(os.environ.get("NN_LANGUAGE") or "en")
