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
JS = Path(figures.__file__).parent / "js"
STRINGS = sorted((JS / "strings").glob("*.js"))


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


@pytest.mark.parametrize("path", STRINGS, ids=lambda path: path.stem)
def test_no_table_looks_into_another_language(path):
    """Who copies the English table would keep the English words that it fetches from itself."""
    exported, _, table = path.read_text("utf-8").partition(" = {\n  en: {")
    assert table
    assert f"{exported.split()[-1]}." not in table


def languages_of(path):
    return set(run_module(path, "return Object.keys(Object.values(module)[0]);"))


def test_what_all_pages_share_speaks_every_language_of_a_figure():
    scripts = {path.stem: languages_of(path) for path in STRINGS}
    python = {name.rpartition(".")[2]: set(import_module(name).WORDS) for name in WORDS}
    everywhere = set().union(*scripts.values(), *python.values())
    for name in ("common", "question", "progress"):
        assert scripts[name] == everywhere, f"js/strings/{name}.js"
    for name in ("common", "progress"):
        assert python[name] == everywhere, f"words/{name}.py"


def words_shown(place, notebook=None):
    """Show a figure whose own table is half Russian; return its words and its `lang`."""
    return run_module(
        JS / "ui" / "live_figure.js",
        """
        const el = {
          lang: "",
          classList: { add() {} },
          addEventListener() {},
          closest: () => (el.lang ? el : { lang: given.place }),
        };
        const strings = {
          en: { step: "Step", run: "Run", resetHint: "Its own" },
          ru: { step: "Шаг" },
        };
        let shown;
        const figure = module.liveFigure(strings, ({ t }) => (shown = t));
        const get = (name) => (name === "_language" ? given.notebook : "");
        figure.render({ el, model: { get } });
        return [shown.step, shown.run, shown.reset, shown.resetHint, el.lang];
        """,
        {"place": place, "notebook": notebook},
    )


def test_what_is_not_translated_is_english_word_by_word():
    assert words_shown("ru-RU") == ["Шаг", "Run", "Сбросить", "Its own", ""]
    assert words_shown("fr") == words_shown("en") == ["Step", "Run", "Reset", "Its own", ""]


def test_notebook_chooses_the_language_not_jupyterlab():
    assert words_shown("en", "ru") == ["Шаг", "Run", "Сбросить", "Its own", "ru"]
    assert words_shown("ru", "en") == ["Step", "Run", "Reset", "Its own", "en"]


def test_numbers_get_the_form_of_the_word_that_their_language_asks_for():
    forms = {"one": "вес", "few": "веса", "many": "весов"}
    russian = run_module(
        JS / "ui" / "plural.js",
        "return given.numbers.map((n) => module.plural('ru', n, given.forms));",
        {"numbers": [1, 2, 5, 11, 21, 112], "forms": forms},
    )
    assert russian == ["вес", "веса", "весов", "весов", "вес", "весов"]


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
    figure = MatrixMicroscope()
    assert "Выберите ячейку матрицы Y." in figure.to_html()
    assert figure.get_state("_language") == {"_language": "ru"}  # what the script is told
    language.use_language("en")
    assert "Choose a cell of Y" in MatrixMicroscope().to_html()


@pytest.mark.parametrize("code", ["Russian", "RU", "", None])
def test_what_is_no_language_is_refused(code):
    with pytest.raises(ValueError, match="expected two letters"):
        language.use_language(code)
