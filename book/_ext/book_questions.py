"""Show the questions of the chapters on another page, as the chapters built them.

`{questions} 01-network` shows all questions of that chapter, each with a link to its place;
`{answers}` shows how many of the questions on the page the reader has answered. Nothing is typed
twice: text, answers and numbers come from the chapters' own cells. In a chapter itself the code
of these cells is left out of the page, because it holds the answers.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any

import written_again
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from nnlib.language import use_language
from nnlib.questions import Progress

logger = logging.getLogger(__name__)

STATE = re.compile(r'class="nn-figure nn-question"[^>]* data-state="([^"]*)"')


class questions(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes so
    """The place of a chapter's questions."""


class answers(nodes.General, nodes.Element):  # noqa: N801
    """The place of the table that counts them."""


class Questions(SphinxDirective):
    """`{questions} 01-network`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Leave a mark: the chapter may not have been read yet."""
        mark = questions(chapter=f"notebooks/{self.arguments[0]}")
        self.set_source_info(mark)
        written_again.mark(self.env)
        return [mark]


class Answers(SphinxDirective):
    """`{answers}`."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: the questions are counted when all chapters are read."""
        return [answers()]


def is_part(node: nodes.Node, element: str) -> bool:
    """Tell whether this is that part of a notebook, such as `cell_code` or `cell_code_source`."""
    return isinstance(node, nodes.container) and node.get("nb_element") == element


def leave_out_code(app: Sphinx, doctree: nodes.document) -> None:
    """Take the code of every cell that shows a question off the page."""
    for cell in list(doctree.findall(lambda node: is_part(node, "cell_code"))):
        if any(STATE.search(node.astext()) for node in cell.findall(nodes.raw)):
            for code in [part for part in cell.children if is_part(part, "cell_code_source")]:
                cell.remove(code)


def key_of(question: nodes.raw) -> str:
    """Name of a question, such as `ch04-outlier`."""
    match = STATE.search(question.astext())
    assert match
    key: str = json.loads(unescape(match[1]))["key"]
    return key


def questions_of(doctree: nodes.document) -> Iterator[tuple[nodes.raw, nodes.section]]:
    """Questions of a chapter, each with the section that it stands in."""
    for node in doctree.findall(nodes.raw):
        if not STATE.search(node.astext()):
            continue
        place = node.parent
        while not isinstance(place, nodes.section):
            place = place.parent
        yield node, place


def link(app: Sphinx, page: str, chapter: str, text: str, anchor: str = "") -> nodes.reference:
    """Link from a page to a chapter, or to a section of it."""
    address = app.builder.get_relative_uri(page, chapter) + (anchor and f"#{anchor}")
    return nodes.reference("", text, refuri=address, internal=True)


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put the questions and their number in the place of the marks."""
    words = app.config.book_words
    count: Counter[str] = Counter()
    for mark in list(doctree.findall(questions)):
        chapter = mark["chapter"]
        if chapter not in app.env.all_docs:
            logger.warning("there is no chapter %s", chapter, location=mark)
            mark.parent.remove(mark)
            continue
        title = link(app, page, chapter, app.env.titles[chapter].astext())
        shown: list[nodes.Node] = [nodes.paragraph("", "", title)]
        for question, section in questions_of(app.env.get_doctree(chapter)):
            count[key_of(question).split("-")[0]] += 1
            name = section[0].astext().removeprefix(words["question"])
            place = link(app, page, chapter, name, section["ids"][0])
            where = nodes.paragraph("", words["hints"], place, classes=["nn-where"])
            shown += [question.deepcopy(), where]
        if len(shown) == 1:
            logger.warning("%s has no questions", chapter, location=mark)
        mark.replace_self(shown)
    for place in list(doctree.findall(answers)):
        place.replace_self(nodes.raw("", Progress(count).to_html(), format="html"))


def speak(app: Sphinx, config: Config) -> None:
    """Let nnlib speak the edition's language, in this process and in the chapters' kernels."""
    language = config.language[:2]
    use_language(language)
    os.environ["NN_LANGUAGE"] = language


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.setup_extension("book_words")
    app.connect("config-inited", speak)
    app.add_node(questions)
    app.add_node(answers)
    app.add_directive("questions", Questions)
    app.add_directive("answers", Answers)
    app.connect("doctree-read", leave_out_code)
    app.setup_extension("written_again")
    app.connect("doctree-resolved", fill)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
