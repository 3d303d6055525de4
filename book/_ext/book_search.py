"""Write what the search page searches: sections, equations, terms and the names of the API.

A classic script, `search-data.js`, because browsers refuse fetch() on pages opened from a folder.
"""

import hashlib
import inspect
import json
import re
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from typed_formula import readable

GLOSSARY = "book/glossary"
OTHER_NAMES = re.compile(r"Also called ([^.]*(?:\.\w[^.]*)*)\.")  # np.dot is one
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


def text_of(section: nodes.Element) -> str:
    """Words and formulas of a section, without those of its subsections."""
    words: list[str] = []

    def visit(node: nodes.Node) -> None:
        if is_folded_source(node) or is_hidden_repr(node):
            return
        if isinstance(node, nodes.math | nodes.math_block):
            tag = f"equation ({node['tag']}) " if "tag" in node else ""
            words.append(tag + readable(node.astext()))
            if isinstance(node, nodes.math_block):
                words.append(" ")
        elif isinstance(node, nodes.Text):
            words.append(node.astext())
        elif not isinstance(node, SILENT):
            for child in node.children:
                visit(child)
            if isinstance(node, nodes.TextElement | addnodes.desc_signature):
                words.append(" ")

    for child in section.children:
        visit(child)
    return " ".join("".join(words).split())


def sections_of(doctree: nodes.document) -> list[dict[str, str]]:
    """Heading, anchor and text of every section of a page."""
    return [
        {
            "heading": section.next_node(nodes.title).astext(),
            "anchor": section["ids"][0],
            "text": text_of(section),
        }
        for section in doctree.findall(nodes.section)
        if len(section.next_node(nodes.title).astext()) > 1  # a letter of the glossary
    ]


def terms_of(doctree: nodes.document) -> list[dict[str, str]]:
    """Word, anchor and meaning of every term of the glossary."""
    terms = []
    for item in doctree.findall(nodes.definition_list_item):
        term, meaning = item.next_node(nodes.term), item.next_node(nodes.definition)
        anchor = nodes.make_id(f"term-{term.astext()}")
        term["ids"].append(anchor)
        text = text_of(meaning)
        other = OTHER_NAMES.search(text)
        names = f"{term.astext()}, {other[1]}" if other else term.astext()
        terms.append({"heading": term.astext(), "anchor": anchor, "text": text, "names": names})
    return terms


def equations_of(doctree: nodes.document) -> list[dict[str, str]]:
    """Number, anchor and formula of every numbered equation of a page."""
    return [
        {
            "heading": f"Equation ({node['tag']})",
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
    metadata["search_sections"] = sections_of(doctree)
    metadata["search_equations"] = equations_of(doctree)
    is_glossary = app.env.docname == GLOSSARY  # other pages have lists of arguments
    metadata["search_terms"] = terms_of(doctree) if is_glossary else []


def search_data(app: Sphinx) -> list[dict[str, str]]:
    """One entry for each section, numbered equation, explained term and documented name."""
    env = app.env
    entries = []
    for page in sorted(env.found_docs):
        title = env.titles[page].astext() if page in env.titles else page
        address = app.builder.get_target_uri(page)
        for index, section in enumerate(env.metadata[page].get("search_sections", [])):
            anchor = f"#{section['anchor']}" if index else ""
            entry = {"page": title, "heading": section["heading"], "text": section["text"]}
            entries.append(entry | {"url": address + anchor})
        for equation in env.metadata[page].get("search_equations", []):
            entry = {"page": title, "heading": equation["heading"], "text": equation["text"]}
            entries.append(entry | {"url": f"{address}#{equation['anchor']}"})
        for term in env.metadata[page].get("search_terms", []):
            entry = {"page": title, "heading": term["heading"], "text": term["text"]}
            url = f"{address}#{term['anchor']}"
            entries.append(entry | {"url": url, "name": term["names"]})
    for name, _, kind, page, anchor, priority in env.get_domain("py").get_objects():
        if priority < 0:  # another name for what is listed already
            continue
        address = f"{app.builder.get_target_uri(page)}#{anchor}"
        text = summary(name) or kind
        entry = {"page": env.titles[page].astext(), "heading": name, "text": text, "url": address}
        entries.append(entry | {"name": name.rpartition(".")[2]})
    return entries


def script(app: Sphinx) -> bytes:
    """Return the content of `search-data.js`."""
    return f"searchData = {json.dumps(search_data(app), ensure_ascii=False)};\n".encode()


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
    app.connect("doctree-read", collect, priority=800)
    app.connect("html-page-context", add_version)
    app.connect("build-finished", write_data)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
