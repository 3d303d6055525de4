"""The language of captions, stills and alternative texts."""

from __future__ import annotations

#: Language codes and their words: ``{"en": {"title": "…"}, "ru": {…}}``.
Words = dict[str, dict[str, str]]

_language = "en"


def use_language(code: str) -> None:
    """Choose the language of every figure that is shown from now on.

    A notebook calls ``nnlib.language.use_language("ru")`` once, at its top. A figure
    without words in that language stays English. What a live figure says follows the ``lang``
    of the page around it.

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
