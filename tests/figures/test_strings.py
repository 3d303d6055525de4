"""Every figure has all its words in every language."""

from pathlib import Path

import pytest

from nnlib import figures
from tests.figures.node import run_module

STRINGS = sorted((Path(figures.__file__).parent / "js" / "strings").glob("*.js"))


@pytest.mark.parametrize("path", STRINGS, ids=lambda path: path.stem)
def test_languages_have_the_same_words(path):
    tables = run_module(
        path,
        """
        const [table] = Object.values(module);
        const kind = (value) => typeof value === "function" ? value.length
          : typeof value === "object" ? Object.keys(value).sort() : typeof value;
        return Object.fromEntries(Object.entries(table).map(([language, words]) => [language,
          Object.fromEntries(Object.entries(words).map(([key, value]) => [key, kind(value)]))]));
        """,
    )
    assert tables["en"]
    for words in tables.values():
        assert words == tables["en"]  # same keys, same kinds, same number of arguments
