"""Every figure has all its words in every language."""

import pkgutil
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from nnlib import figures, language
from nnlib.figures import MatrixMicroscope, words
from tests.figures.node import run_module

WORDS = [f"{words.__name__}.{module.name}" for module in pkgutil.iter_modules(words.__path__)]
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
    for table in tables.values():
        assert table == tables["en"]  # same keys, same kinds, same number of arguments


@pytest.mark.parametrize("module", WORDS, ids=lambda name: name.rpartition(".")[2])
def test_languages_have_the_same_words_in_python(module):
    tables = import_module(module).WORDS
    english = {key: names_in(text) for key, text in tables["en"].items()}
    assert english
    for table in tables.values():
        assert {key: names_in(text) for key, text in table.items()} == english


def names_in(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.fixture
def in_russian():
    language.use_language("ru")
    yield
    language.use_language("en")


def test_a_figure_speaks_the_language_of_its_notebook(in_russian, monkeypatch):
    russian = MatrixMicroscope.words["en"] | {"caption": "Выберите ячейку матрицы Y."}
    monkeypatch.setattr(MatrixMicroscope, "words", MatrixMicroscope.words | {"ru": russian})
    assert "Выберите ячейку матрицы Y." in MatrixMicroscope().to_html()
    language.use_language("en")
    assert "Choose a cell of Y" in MatrixMicroscope().to_html()


@pytest.mark.parametrize("code", ["Russian", "RU", "", None])
def test_what_is_no_language_is_refused(code):
    with pytest.raises(ValueError, match="expected two letters"):
        language.use_language(code)
