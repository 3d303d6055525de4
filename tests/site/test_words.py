"""The site's own words come from one table; with another language there, the site speaks it."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter
from types import SimpleNamespace
from urllib.parse import quote_plus

import pytest
import yaml
from bs4 import BeautifulSoup
from docutils import nodes
from playwright.sync_api import Browser, Page

from tests.site.server import serve
from tests.site.test_build_gates import ROOT, build, write_book
from tests.site.visit import Visit
from tools.npm import NODE

sys.path += [str(ROOT / "book" / "_ext"), str(ROOT / "tools")]

import book_search
import book_words
from book_words import ENGLISH, WORDS, language_of
from downloads import MARK, link_downloads
from print_page import print_page

TEMPLATES = sorted((ROOT / "book" / "_templates").glob("*.html"))
NAMES = {"CC BY 4.0"}  # in every language
SPOKEN = {"aria-label", "title", "placeholder", "alt", "content", "label"}
# Other entries in the head of a page are for programs.
DESCRIBING = re.compile(r"(.*:)?(description|title|site_name|alt)")


def flat(words: dict, before: str = "") -> dict[str, str]:
    """All texts of a table; the forms of a plural, whose number differs, count as one."""
    texts = {}
    for key, value in words.items():
        if isinstance(value, dict) and "other" in value:
            texts[before + key] = value["other"]
        elif isinstance(value, dict):
            texts |= flat(value, f"{before}{key}.")
        elif isinstance(value, list):
            texts |= {f"{before}{key}.{number}": text for number, text in enumerate(value)}
        else:
            texts[before + key] = value
    return texts


def gaps(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


@pytest.mark.parametrize("language", WORDS)
def test_languages_say_the_same_things(language: str) -> None:
    english, words = flat(WORDS[ENGLISH]), flat(WORDS[language])
    assert words.keys() == english.keys()
    assert {key: gaps(text) for key, text in words.items()} == {
        key: gaps(text) for key, text in english.items()
    }
    assert not [text for text in words.values() if not text or re.search(r'[<>&"]', text)]
    assert words["question"] == words["exercises.0"]


@pytest.mark.parametrize("language", WORDS)
def test_a_language_has_all_its_plurals(language: str) -> None:
    asked = f"new Intl.PluralRules('{language}').resolvedOptions().pluralCategories"
    answer = subprocess.run([NODE, "-p", f"JSON.stringify({asked})"], capture_output=True)
    forms = WORDS[language]["search_script"]["places"]
    assert forms.keys() == set(json.loads(answer.stdout))
    assert all(gaps(text) == {"number"} for text in forms.values())


class Words(HTMLParser):
    """Collect what a template says in words of its own."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = ""
        self.feed(re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", template, flags=re.DOTALL))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        for name, value in attrs:
            about = dict(attrs).get("name") or dict(attrs).get("property") or ""
            if name in SPOKEN and (tag != "meta" or DESCRIBING.fullmatch(about)):
                self.take(value or "")

    def handle_data(self, data: str) -> None:
        if self.inside not in {"script", "style"}:
            self.take(data)

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def take(self, text: str) -> None:
        if re.search(r"\w", text) and text.strip() not in NAMES:
            self.found.append(text.strip())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_templates_have_no_words_of_their_own(template: Path) -> None:
    text = template.read_text("utf-8")
    assert Words(text).found == []
    assert "_(" not in text, "Sphinx's own translations lack some of our words"
    assert set(re.findall(r"\bt\.(\w+)", text)) <= WORDS[ENGLISH].keys()


def test_words_in_a_template_are_seen() -> None:
    template = """{# note #}{% if a %}<title>{{ x }} — Page</title>{% endif %}<script>run()</script>
      <a title="There" href="x" aria-label="{{ t.next }}">{{ t.next }}</a><p>· Next</p>
      <meta name="description" content="A page"><meta name="robots" content="noindex">"""
    assert Words(template).found == ["— Page", "There", "· Next", "A page"]


def choose(language: str) -> dict:
    config = SimpleNamespace(language=language)
    book_words.choose_words(None, config)
    return config.book_words


def test_language_without_words_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    warnings: list[str] = []
    monkeypatch.setattr(book_words.logger, "warning", lambda text, *values: warnings.append(text))
    assert choose("ru") == choose("ru_RU") == WORDS["ru"]
    assert not warnings
    assert choose("de") == WORDS[ENGLISH]
    assert len(warnings) == 1


def test_term_without_an_english_word_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    warnings: list[str] = []
    log = SimpleNamespace(warning=lambda text, *values, **place: warnings.append(values[0]))
    monkeypatch.setattr(book_search, "logger", log)
    taken: set[str] = set()
    terms = ["loss", "вес", "выход", "loss"]
    found = [
        book_search.anchor_of(nodes.term(text=term), nodes.definition(), taken) for term in terms
    ]
    assert found == ["term-loss", "term-2", "term-3", "term-4"]
    assert warnings == ["вес", "выход", "loss"]


CHAPTER = [
    "# Сеть\n\nЗдесь растёт сеть: слой за слоем, шаг за шагом, от первого входа до ответа.",
    "$$ y = x + b \\tag{1} $$\n\nВ формуле [(1)](#eq-1) есть вес и смещение.",
    "## Сложите слои\n\nСложение простое. Каждый слой умножает свой вход на веса.",
    "### Предскажите: сколько чисел\n\nПодумайте о входах и весах.",
    "from nnlib.questions import Choice\n"
    "Choice('ch02-a', 'Сколько?', {'1': 'Нет.', '2': 'Да.'}, right='2')",
]
OTHER = ["# Чертёж\n\nЧертежи сетей помогают. Матрицы перемножают.", "print(2)"]
GLOSSARY = """# Глоссарий книги

## В

вес
:   Число на связи. Другие названия: коэффициент. · English: <span lang="en">weight</span>

выход
:   То, что даёт слой. · English: <span lang="en">output</span>

## С

смещение
:   Число, которое прибавляют. · English: <span lang="en">bias</span>
"""
ABOUT = """# О книге

## Вопросы

:::{questions} 02-network
:::

## Версии

:::{versions}
:::

## Время

:::{execution-times}
:::
"""


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small Russian book and return its site."""
    book = write_book(tmp_path_factory.mktemp("ru"), {"02-network": CHAPTER, "03-plan": OTHER})
    (book / "index.md").write_text(
        "# Маленькая книга\n\nНа ней видно, что сайт говорит по-русски.\n"
    )
    (book / "book").mkdir()
    (book / "book" / "glossary.md").write_text(GLOSSARY)
    (book / "book" / "about.md").write_text(ABOUT)
    config = yaml.safe_load((book / "_config.yml").read_text("utf-8"))
    config |= {"title": "Как учится сеть"}
    config["sphinx"]["config"] |= {
        "language": "ru",
        "nb_code_prompt_show": "Показать код",
        "nb_code_prompt_hide": "Скрыть код",
    }
    config["sphinx"]["config"]["html_theme_options"]["search_bar_text"] = "Поиск по книге"
    (book / "_config.yml").write_text(yaml.safe_dump(config, allow_unicode=True))
    toc = yaml.safe_load((book / "_toc.yml").read_text("utf-8"))
    chapters = [*toc["chapters"], {"file": "book/glossary"}, {"file": "book/about"}]
    parts = [{"caption": "Главы", "chapters": chapters}]
    (book / "_toc.yml").write_text(
        yaml.safe_dump({"format": "jb-book", "root": "index", "parts": parts})
    )
    result = build(book)
    assert result.returncode == 0, result.stderr[-3000:]
    return book / "_build" / "html"


def said(page: BeautifulSoup) -> str:
    """All that a page shows or speaks, but the words of questions and code."""
    for other in page.select(".nn-figure, .highlight, script, style"):
        other.decompose()
    texts = [page.get_text(" ")]
    for element in page.find_all(True):
        texts += [str(element[name]) for name in SPOKEN if name in element.attrs]
    return " | ".join(texts)


ENGLISH_PIECES = {
    piece.strip(" .,;:“”()")
    for key, text in flat(WORDS[ENGLISH]).items()
    for piece in re.split(r"\{.*?\}", text)
    if key not in {"language", "locale"} and len(piece.strip(" .,;:“”()")) > 2
}


def english_in(page: BeautifulSoup) -> list[str]:
    text = said(page)
    return [piece for piece in ENGLISH_PIECES if re.search(rf"\b{re.escape(piece)}\b", text)]


@pytest.mark.parametrize(
    "page", ["index", "search", "404", "notebooks/02-network", "book/glossary", "book/about"]
)
def test_nothing_is_said_in_english(russian: Path, page: str) -> None:
    html = (russian / f"{page}.html").read_text("utf-8")
    assert '<html lang="ru"' in html
    assert english_in(BeautifulSoup(html, "html.parser")) == []


def test_english_is_seen(site: Path) -> None:
    for page, pieces in {
        "notebooks/04-mse": {
            "Chapter",
            "Get the notebook",
            "On this page",
            "Link to this equation",
        },
        "404": {"Page not found", "Search the book", "Front page of"},
        "search": {"Search", "Skip to main content", "Dark colors"},
        "book/build": {"Seconds", "Slowest cell", "All of them", "processors"},
    }.items():
        found = english_in(BeautifulSoup((site / f"{page}.html").read_text("utf-8"), "html.parser"))
        assert pieces <= set(found), page


def test_page_says_what_stands_around_it_in_russian(russian: Path) -> None:
    page = BeautifulSoup((russian / "notebooks/02-network.html").read_text("utf-8"), "html.parser")
    assert page.select_one(".chapter-place span").text == "Глава 2 из 2"
    assert page.select_one("[property='og:locale']")["content"] == "ru_RU"
    assert page.select_one("#site-nav")["aria-label"] == "Главы"
    assert page.select_one(".next span").text == "Дальше"
    assert page.select_one(".eqno")["title"] == "Ссылка на это уравнение"
    assert page.select_one(".skip-link").text == "Перейти к содержанию"
    assert "Текст и рисунки — по лицензии CC BY 4.0, код" in page.footer.text


def test_other_pages_take_questions_and_tables_over_in_russian(russian: Path) -> None:
    page = BeautifulSoup((russian / "book/about.html").read_text("utf-8"), "html.parser")
    assert page.select_one(".nn-where").text == "Подсказки и решение: сколько чисел"
    cells = [cell.text for cell in page.select("table tr > :first-child")]
    assert {"Что", "Коммит книги", "Компьютер", "Страница", "Все вместе"} <= set(cells)


def entries(site: Path) -> list[dict[str, str]]:
    data = (site / "search-data.js").read_text("utf-8").partition("searchData = ")[2]
    found: list[dict[str, str]] = json.loads(data.strip("\n;"))
    return found


def test_russian_terms_have_ids_of_their_own(russian: Path) -> None:
    page = BeautifulSoup((russian / "book/glossary.html").read_text("utf-8"), "html.parser")
    ids = {term.get_text(): term["id"] for term in page.select("dt")}
    assert ids == {"вес": "term-weight", "выход": "term-output", "смещение": "term-bias"}
    terms = [entry for entry in entries(russian) if "names" in entry]
    assert [entry["url"].partition("#")[2] for entry in terms] == list(ids.values())
    assert terms[0]["names"] == ["вес", "коэффициент", "weight"]


def test_search_knows_exercises_and_equations_without_their_words(
    russian: Path, site: Path
) -> None:
    kinds = {entry["heading"]: entry["kind"] for entry in entries(russian) if "kind" in entry}
    assert kinds == {"Предскажите: сколько чисел": "exercise", "Уравнение (1)": "equation"}
    for entry in entries(site):
        exercise = re.match(r"(Predict|Write|Derive): ", entry["heading"])
        equation = re.match(r"Equation \(", entry["heading"])
        expected = "exercise" if exercise else "equation" if equation else None
        assert entry.get("kind") == expected, entry["heading"]


class Reader:
    """A tab that is open for the Russian book."""

    def __init__(self, visit: Visit, address: str) -> None:
        self.visit, self.address = visit, address

    def open(self, page: str) -> Page:
        self.visit.open(self.address + page)
        assert not self.visit.complaints
        return self.visit.page

    def look_for(self, query: str) -> tuple[str, dict[str, list[str]]]:
        """What the search page says, and the marked words of each place that it found."""
        page = self.open(f"search.html?q={quote_plus(query)}")
        marks = {
            item.locator("a").inner_text(): item.locator("mark").all_inner_texts()
            for item in page.locator("#search-results li").all()
        }
        return page.locator("#search-status").inner_text(), marks


@pytest.fixture(scope="module")
def reader(browser: Browser, russian: Path) -> Iterator[Reader]:
    """Open a tab for the Russian book."""
    with serve(russian, "/") as address:
        context = browser.new_context(reduced_motion="reduce")
        yield Reader(Visit(context), address)
        context.close()


@pytest.mark.parametrize(
    ("query", "heading", "marked"),
    [
        ("сетью", "Сеть", "сеть"),
        ("сети", "Чертёж", "сетей"),
        ("весом", "Сложите слои", "веса"),
        ("веса", "вес", None),
        ("слоёв", "Сеть", "слой"),
        ("слоев", "Сложите слои", "слой"),
        ("шаги", "Сеть", "шаг"),
        ("шагов", "Сеть", "шагом"),
        ("входом", "Сложите слои", "вход"),
        ("ответы", "Сеть", "ответа"),
        ("чертежа", "Чертёж", "Чертежи"),
        ("чертежом", "Чертёж", "Чертежи"),
        ("матрица", "Чертёж", "Матрицы"),
        ("перемножить матрицу", "Чертёж", "перемножают"),
        ("коэффициентов", "вес", "коэффициент"),
        ("уравнением (1)", "Уравнение (1)", None),
        ("y = x + b", "Уравнение (1)", None),
    ],
)
def test_other_forms_of_a_word_are_found(
    reader: Reader, query: str, heading: str, marked: str | None
) -> None:
    _, marks = reader.look_for(query)
    assert heading in marks
    assert marked is None or marked in marks[heading]


def test_short_words_do_not_find_long_ones(reader: Reader) -> None:
    _, marks = reader.look_for("слой")
    words = {word for found in marks.values() for word in found}
    assert words == {"слой", "слоем"}, "not сложение, which has the same first letters"


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("матрица сети", "По запросу «матрица сети»: 1 место; ниже ещё 4 места с частью слов"),
        ("вес", "По запросу «вес»: 4 места"),
        ("ксилофон", "По запросу «ксилофон» ничего не найдено."),
        ("ксилофон сеть", "Всех слов запроса «ксилофон сеть» нет ни в одном месте."),
    ],
)
def test_search_answers_in_russian(reader: Reader, query: str, answer: str) -> None:
    said, _ = reader.look_for(query)
    assert said.startswith(answer)


def test_code_is_copied_in_russian(reader: Reader) -> None:
    page = reader.open("notebooks/03-plan.html")
    assert page.locator(".copy-button").first.text_content() == "Копировать"


def test_english_search_brings_no_stemmer(site: Path, russian: Path) -> None:
    assert (site / "search-data.js").read_text("utf-8").startswith("searchData = ")
    script = (russian / "search-data.js").read_text("utf-8")
    assert "Stemmer = RussianStemmer;" in script
    assert "Redistribution and use in source and binary forms" in script


def test_paper_and_downloads_follow_the_language_of_the_pages(
    russian: Path, tmp_path: Path
) -> None:
    printed = print_page(
        russian, russian.parents[1] / "_toc.yml", "Как учится сеть", "https://x.example/"
    )
    assert printed.startswith('<!DOCTYPE html>\n<html lang="ru"')
    assert "<h2>Содержание</h2>" in printed
    assert 'программа — по адресу <a href="https://x.example/">' in printed
    page = tmp_path / "index.html"
    page.write_text(f'<html lang="ru" class="x">{MARK}')
    file = tmp_path / "book.zip"
    file.write_bytes(b"x" * 1_500_000)
    link_downloads(page, [file])
    assert "Весь сайт в архиве zip, чтобы читать без сети</a> (1.5 МБ)" in page.read_text()
    assert language_of('<html lang="de">') == language_of("<article>") == ENGLISH
