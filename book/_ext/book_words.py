"""Every word that the site itself says, one table per language.

Extensions read `app.config.book_words`, templates `t`; scripts find theirs in data attributes
that templates write. Pages are read again when a word changes. The tools that make the zip and
the PDF take the language from the pages. What stands in curly brackets is filled in.
"""

import re
from types import SimpleNamespace
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

logger = logging.getLogger(__name__)

ENGLISH = "en"
Words = dict[str, Any]
HTML_LANGUAGE = re.compile(r'<html lang="([a-zA-Z]+)')

WORDS: dict[str, Words] = {
    "en": {
        "language": "English",  # its own name for itself
        "locale": "en_US",  # as Open Graph writes it
        # Around the text of each page
        "skip": "Skip to main content",
        "chapters": "Chapters",
        "dark_colors": "Dark colors",
        "on_this_page": "On this page",
        "to_top": "Up to chapters and search",
        "chapter_place": "Chapter {chapter} of {chapters}",
        "get_notebook": "Get the notebook",
        "print": "Print",
        "steps": "Previous and next",
        "previous": "Previous",
        "next": "Next",
        "license": "Text and drawings are under {link}, code under the MIT License.",
        "credits": "Credits and licenses",
        "source": "Source",
        "report": "Report a mistake",
        "copy_code": "Copy",
        "copied": "Copied",
        "printed": "Output",  # below a cell, for screen readers
        "equation_link": "Link to this equation",
        # The search page; `search_script` is what its script says
        "search": "Search",
        "search_hint": "Type a word, a formula such as ∂L/∂W, an equation number or a name "
        "such as FCLayer into the search box above.",
        "search_needs_script": "Searching needs JavaScript. Without it, the glossary and your "
        "browser's own search within a page help.",
        "search_script": {
            "nothing": "Nothing found for “{query}”. Try another word, or look into the glossary.",
            "not_all": "No place has all words of “{query}”. These have some of them:",
            "found": "{places} for “{query}”",
            "more": "; below them {places} with some of the words",
            # By the names that Intl.PluralRules has for the language's plurals
            "places": {"one": "{number} place", "other": "{number} places"},
        },
        # What the search looks in
        "equation_heading": "Equation ({tag})",
        "equation_text": "equation ({tag})",
        "also_called": "Also called",  # in the glossary, before other names and a point
        # Headings of exercises begin with one of these; `question` is the first of them.
        "question": "Predict: ",
        "exercises": ["Predict: ", "Write: ", "Derive: "],
        "hints": "Hints and solution: ",
        # The page that servers show for an address that does not exist
        "not_found": "Page not found",
        "not_found_heading": "There is no such page",
        "not_found_description": "There is no such page in this book.",
        "not_found_reason": "The address may be mistyped, or a page was renamed.",
        "front_page": "Front page of “{title}”",
        "search_book": "Search the book",
        "glossary": "Glossary",
        # What the book was built with
        "what": "What",
        "version": "Version",
        "commit": "Commit of the book",
        "changed": ", with changes",
        "no_commit": "not known: built outside a Git repository",
        "computer": "Computer",
        "processors": "{system}, {machine}, {number} processors",
        "page": "Page",
        "seconds": "Seconds",
        "slowest_cell": "Slowest cell",
        "all": "All of them",
        # The zip, and the book on paper
        ".zip": "The whole site as a zip, to read offline",
        ".pdf": "The book as a PDF, to print",
        "megabytes": "{size:.1f} MB",
        "contents": "Contents",
        "subtitle": "A network from nothing but NumPy, with every number in it to compute and "
        "to check.",
        "on_paper": "This is the book on paper.",
        "live": "The live figures, the notebooks and the program are at {link}.",
        "paper_license": "Text and drawings: CC BY 4.0. Code: MIT License.",
    },
    "ru": {
        "language": "Русский",
        "locale": "ru_RU",
        "skip": "Перейти к содержанию",
        "chapters": "Главы",
        "dark_colors": "Тёмные цвета",
        "on_this_page": "На этой странице",
        "to_top": "Наверх, к главам и поиску",
        "chapter_place": "Глава {chapter} из {chapters}",
        "get_notebook": "Скачать блокнот",
        "print": "Печать",
        "steps": "Предыдущая и следующая страницы",
        "previous": "Назад",
        "next": "Дальше",
        "license": "Текст и рисунки — по лицензии {link}, код — по лицензии MIT.",
        "credits": "Благодарности и лицензии",
        "source": "Исходный код",
        "report": "Сообщить об ошибке",
        "copy_code": "Копировать",
        "copied": "Скопировано",
        "printed": "Вывод",
        "equation_link": "Ссылка на это уравнение",
        "search": "Поиск",
        "search_hint": "Введите в строку поиска слово, формулу, например ∂L/∂W, номер уравнения "
        "или имя, например FCLayer.",
        "search_needs_script": "Для поиска нужен JavaScript. Без него помогут глоссарий и поиск "
        "браузера по странице.",
        "search_script": {
            "nothing": "По запросу «{query}» ничего не найдено. Попробуйте другое слово или "
            "загляните в глоссарий.",
            "not_all": "Всех слов запроса «{query}» нет ни в одном месте. Здесь есть некоторые "
            "из них:",
            "found": "По запросу «{query}»: {places}",
            "more": "; ниже ещё {places} с частью слов",
            "places": {
                "one": "{number} место",
                "few": "{number} места",
                "many": "{number} мест",
                "other": "{number} места",
            },
        },
        "equation_heading": "Уравнение ({tag})",
        "equation_text": "уравнение ({tag})",
        "also_called": "Другие названия:",
        "question": "Предскажите: ",
        "exercises": ["Предскажите: ", "Напишите: ", "Выведите: "],
        "hints": "Подсказки и решение: ",
        "not_found": "Страница не найдена",
        "not_found_heading": "Такой страницы нет",
        "not_found_description": "Такой страницы в этой книге нет.",
        "not_found_reason": "Возможно, в адресе опечатка или страницу переименовали.",
        "front_page": "Первая страница книги «{title}»",
        "search_book": "Поиск по книге",
        "glossary": "Глоссарий",
        "what": "Что",
        "version": "Версия",
        "commit": "Коммит книги",
        "changed": ", с изменениями",
        "no_commit": "неизвестен: собрано вне репозитория Git",
        "computer": "Компьютер",
        "processors": "{system}, {machine}, процессоров: {number}",
        "page": "Страница",
        "seconds": "Секунды",
        "slowest_cell": "Самая долгая ячейка",
        "all": "Все вместе",
        ".zip": "Весь сайт в архиве zip, чтобы читать без сети",
        ".pdf": "Книга в PDF, чтобы напечатать",
        "megabytes": "{size:.1f} МБ",
        "contents": "Содержание",
        "subtitle": "Сеть на одном NumPy, в которой каждое число можно вычислить и проверить.",
        "on_paper": "Это книга на бумаге.",
        "live": "Живые рисунки, блокноты и программа — по адресу {link}.",
        "paper_license": "Текст и рисунки: CC BY 4.0. Код: лицензия MIT.",
    },
}


def language_of(page: str) -> str:
    """Return the language that a page of the site says it is in; English if it does not say."""
    match = HTML_LANGUAGE.search(page)
    return match[1] if match and match[1] in WORDS else ENGLISH


def choose_words(app: Sphinx, config: Config) -> None:
    """Take the table of the book's language; without one, say so and take the English."""
    language = config.language[:2]
    if language not in WORDS:
        logger.warning(
            "book/_ext/book_words.py has no words in %r; English ones are shown", language
        )
    config.book_words = WORDS.get(language, WORDS[ENGLISH])


def add_words(app: Sphinx, page: str, template: str, context: dict[str, Any], _: Any) -> None:
    """Give the templates the words."""
    context["t"] = SimpleNamespace(**app.config.book_words)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value("book_words", {}, "env")
    app.connect("config-inited", choose_words)
    app.connect("html-page-context", add_words)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
