"""Write what the search page searches: sections, equations, terms and the names of the API.

A classic script, `search-data.js`, because browsers refuse fetch() on pages opened from a folder.
In another language than English it brings Snowball's stemmer, which Sphinx has for its own search:
"сетью" and "сети" are then one word. English words change little, and are found without it.
"""

import hashlib
import inspect
import json
import re
from importlib.metadata import files
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from book_words import ENGLISH, Words
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.search import IndexBuilder, languages
from sphinx.util import logging
from typed_formula import readable

logger = logging.getLogger(__name__)

GLOSSARY = "book/glossary"
NAMES = r" ([^.]*(?:\.\w[^.]*)*)\."  # np.dot is one
LANGUAGE = re.compile(r'<span lang="(\w+)">')
SILENT = (nodes.section, nodes.title, nodes.raw, nodes.comment, nodes.system_message)


def is_folded_source(node: nodes.Node) -> bool:
    """Tell whether this is code that the page folds away: most of it draws a picture."""
    return (
        isinstance(node, nodes.container)
        and node.get("nb_element") == "cell_code_source"
        and "tag_hide-input" in node.parent["classes"]
    )


def is_hidden_repr(node: nodes.Node) -> bool:
    """Tell whether this is the plain text of an output that the page shows as HTML."""
    return (
        isinstance(node, nodes.container)
        and node.get("mime_type") == "text/plain"
        and any(other.get("mime_type") == "text/html" for other in node.parent.children)
    )


def text_of(section: nodes.Element, words: Words) -> str:
    """Words and formulas of a section, without those of its subsections."""
    pieces: list[str] = []

    def visit(node: nodes.Node) -> None:
        if is_folded_source(node) or is_hidden_repr(node):
            return
        if isinstance(node, nodes.math | nodes.math_block):
            tag = words["equation_text"].format(tag=node["tag"]) + " " if "tag" in node else ""
            pieces.append(tag + readable(node.astext()))
            if isinstance(node, nodes.math_block):
                pieces.append(" ")
        elif isinstance(node, nodes.Text):
            pieces.append(node.astext())
        elif not isinstance(node, SILENT):
            for child in node.children:
                visit(child)
            if isinstance(node, nodes.TextElement | addnodes.desc_signature):
                pieces.append(" ")

    for child in section.children:
        visit(child)
    return " ".join("".join(pieces).split())


def sections_of(doctree: nodes.document, words: Words) -> list[dict[str, str]]:
    """Heading, anchor and text of every section of a page; whether it is an exercise."""
    sections = []
    for section in doctree.findall(nodes.section):
        heading = section.next_node(nodes.title).astext()
        if len(heading) == 1:  # a letter of the glossary
            continue
        entry = {"heading": heading, "anchor": section["ids"][0], "text": text_of(section, words)}
        if heading.startswith(tuple(words["exercises"])):
            entry["kind"] = "exercise"
        sections.append(entry)
    return sections


def foreign_words(meaning: nodes.Element) -> dict[str, str]:
    """Return the words that an entry gives in `<span lang="en">` or another language."""
    return {
        match[1]: node.next_node(nodes.Text, descend=False, siblings=True).astext()
        for node in meaning.findall(nodes.raw)
        if (match := LANGUAGE.fullmatch(node.astext()))
    }


def anchor_of(term: nodes.term, meaning: nodes.Element, taken: set[str]) -> str:
    """Return the id of a term: by its English word, which is the same in all languages.

    Of other letters than Latin ones docutils makes none.
    """
    anchor = nodes.make_id(f"term-{foreign_words(meaning).get(ENGLISH) or term.astext()}")
    if anchor == "term" or anchor in taken:
        logger.warning(
            "no id for the term %r: its entry needs an English word of its own, "
            'as in `English: <span lang="en">weight</span>`',
            term.astext(),
            location=term,
        )
        anchor = f"term-{len(taken) + 1}"
    taken.add(anchor)
    return anchor


def names_of(term: str, meaning: nodes.Element, text: str, words: Words) -> list[str]:
    """Return all that a term is called, "batch" and "пакет" and "батч"."""
    other = re.search(re.escape(words["also_called"]) + NAMES, text)
    lists = [term, other[1]] if other else [term]
    names = [name for names in lists for name in re.split("[,;] ", names)]
    # In a word of another language a comma may belong to it.
    names += foreign_words(meaning).values()
    return [part for name in names for part in re.split(r" \(|\)", name) if part]


def terms_of(doctree: nodes.document, words: Words) -> list[dict[str, Any]]:
    """Word, anchor, meaning and all names of every term of the glossary."""
    terms = []
    anchors: set[str] = set()
    for item in doctree.findall(nodes.definition_list_item):
        term, meaning = item.next_node(nodes.term), item.next_node(nodes.definition)
        anchor = anchor_of(term, meaning, anchors)
        term["ids"].append(anchor)
        text = text_of(meaning, words)
        names = names_of(term.astext(), meaning, text, words)
        terms.append({"heading": term.astext(), "anchor": anchor, "text": text, "names": names})
    return terms


def equations_of(doctree: nodes.document, words: Words) -> list[dict[str, str]]:
    """Number, anchor and formula of every numbered equation of a page."""
    return [
        {
            "heading": words["equation_heading"].format(tag=node["tag"]),
            "anchor": node["ids"][0],
            "text": readable(node.astext()),
        }
        for node in doctree.findall(nodes.math_block)
        if "tag" in node
    ]


def summary(name: str) -> str:
    """First paragraph of the docstring of a name such as `nnlib.FCLayer.forward_propagation`."""
    try:
        text = inspect.getdoc(resolve_name(name)) or ""
    except (AttributeError, ImportError):  # an attribute of an object
        return ""
    return " ".join(text.partition("\n\n")[0].split())


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Remember the sections and equations of a page with its other metadata."""
    metadata = app.env.metadata[app.env.docname]
    words = app.config.book_words
    metadata["search_sections"] = sections_of(doctree, words)
    metadata["search_equations"] = equations_of(doctree, words)
    is_glossary = app.env.docname == GLOSSARY  # other pages have lists of arguments
    metadata["search_terms"] = terms_of(doctree, words) if is_glossary else []


def search_data(app: Sphinx) -> list[dict[str, Any]]:
    """One entry for each section, numbered equation, explained term and documented name."""
    env = app.env
    entries = []
    for page in sorted(env.found_docs):
        title = env.titles[page].astext() if page in env.titles else page
        address = app.builder.get_target_uri(page)
        for index, section in enumerate(env.metadata[page].get("search_sections", [])):
            anchor = f"#{section['anchor']}" if index else ""
            entry = {"page": title, "heading": section["heading"], "text": section["text"]}
            kind = {"kind": section["kind"]} if "kind" in section else {}
            entries.append(entry | {"url": address + anchor} | kind)
        for equation in env.metadata[page].get("search_equations", []):
            entry = {"page": title, "heading": equation["heading"], "text": equation["text"]}
            url = f"{address}#{equation['anchor']}"
            entries.append(entry | {"url": url, "kind": "equation"})
        for term in env.metadata[page].get("search_terms", []):
            entry = {"page": title, "heading": term["heading"], "text": term["text"]}
            url = f"{address}#{term['anchor']}"
            entries.append(entry | {"url": url, "names": term["names"]})
    for name, _, kind, page, anchor, priority in env.get_domain("py").get_objects():
        if priority < 0:  # another name for what is listed already
            continue
        address = f"{app.builder.get_target_uri(page)}#{anchor}"
        text = summary(name) or kind
        entry = {"page": env.titles[page].astext(), "heading": name, "text": text, "url": address}
        entries.append(entry | {"name": name.rpartition(".")[2]})
    return entries


def stemmer(app: Sphinx) -> str:
    """Return Snowball's script for the book's language, with its license, if it is needed."""
    language = app.config.language[:2]
    if language == ENGLISH or language not in languages:
        return ""
    license_file = next(path for path in files("snowballstemmer") or () if path.name == "COPYING")
    code = IndexBuilder(app.env, language, {}, "").get_js_stemmer_code()
    return f"/*! Snowball\n{license_file.read_text('utf-8')}*/\n{code}\n"


def script(app: Sphinx) -> bytes:
    """Return the content of `search-data.js`."""
    data = json.dumps(search_data(app), ensure_ascii=False)
    return f"{stemmer(app)}searchData = {data};\n".encode()


def add_version(app: Sphinx, page: str, template: str, context: dict[str, Any], _: Any) -> None:
    """Tell the search page a hash of the script, so that no browser keeps an old one."""
    if template == "search.html":
        context["search_version"] = hashlib.sha256(script(app)).hexdigest()[:10]


def write_data(app: Sphinx, exception: Exception | None) -> None:
    """Write the script."""
    if not exception and app.builder.format == "html":
        (Path(app.outdir) / "search-data.js").write_bytes(script(app))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.setup_extension("book_words")
    app.connect("doctree-read", collect, priority=800)
    app.connect("html-page-context", add_version)
    app.connect("build-finished", write_data)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
