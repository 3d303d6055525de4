r"""Give every tagged equation its number, an id and a name that links can use.

`$$ … \tag{5} $$` gets the id `eq-5`; `[(5)](#eq-5)` links to it from any page. A roman number
counts within its chapter: `\tag{i}` in `notebooks/07-….ipynb` gets the id `eq-7-i`. With `-n -W`,
an unknown number and a number given twice stop the build.
"""

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)

TAG = re.compile(r"\\tag\*?\s*\{\s*([^{}]+?)\s*\}")
ROMAN = re.compile(r"[ivx]+")
CHAPTER = re.compile(r"(?:.*/)?0*(\d+)-[^/]*")


def equation_id(tag: str, docname: str) -> str | None:
    """Id of the equation with this tag on this page; None if a roman tag has no chapter."""
    if not ROMAN.fullmatch(tag):
        return f"eq-{tag}"
    chapter = CHAPTER.fullmatch(docname)
    return f"eq-{chapter[1]}-{tag}" if chapter else None


def register_equations(app: Sphinx, doctree: nodes.document) -> None:
    """Move each tag from the formula to its node and make it known to the whole project."""
    env = app.env
    standard = env.get_domain("std")
    for node in doctree.findall(nodes.math_block):
        tags = TAG.findall(node.astext())
        if not tags:
            continue
        if len(tags) > 1:
            logger.warning("more than one \\tag in a formula: %s", tags, location=node)
        tag = tags[0]
        identifier = equation_id(tag, env.docname)
        if identifier is None:
            logger.warning("equation (%s) is not in a chapter", tag, location=node)
            continue
        known = standard.anonlabels.get(identifier)
        if known:
            logger.warning("equation (%s) has been tagged in %s", tag, known[0], location=node)
            continue
        text = TAG.sub("", node.astext()).strip()
        node.children = []
        node += nodes.Text(text)
        node.rawsource = text
        node["ids"] = [identifier]
        node["tag"] = tag
        standard.anonlabels[identifier] = env.docname, identifier
        standard.labels[identifier] = env.docname, identifier, f"({tag})"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("doctree-read", register_equations)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
