"""Plain text as a book sets it."""

import re

_RULES = (
    (r"(?<=[^\W\d])'(?=[^\W\d])|(?<=s)'(?=\s)", "’"),  # Ada's, both samples' gradients
    ("/(?=∂)", "/\u2060"),  # a derivative is not broken behind its slash
    (r"(?<=\S) = (?=[−-]?\d)", "\u00a0=\u00a0"),  # a name stays with its number
)


def typeset(text: str) -> str:
    r"""Return a text with curly apostrophes, and with what belongs together kept in one line.

    Parameters
    ----------
    text : str
        Plain text.

    Returns
    -------
    str
        The text; it looks the same but for the apostrophes.

    Examples
    --------
    >>> typeset("Ada's loss")
    'Ada’s loss'
    >>> typeset("w = 2") == "w\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}2"
    True
    """
    for pattern, instead in _RULES:
        text = re.sub(pattern, instead, text)
    return text
