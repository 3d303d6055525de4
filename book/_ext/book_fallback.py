"""Let an edition that is not whole yet link to the English pages that it lacks.

Chapters are translated one by one; their links to other chapters, and to equations there, lead to
the English edition, which stands one folder above on the site. English itself has no such help:
there a link to nowhere stops the build.
"""

import json
import posixpath
from functools import cache
from pathlib import Path
from typing import Any

from book_equations import TAG, equation_id
from book_words import ENGLISH
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

SUFFIXES = (".ipynb", ".md")


@cache
def english_equations(root: Path) -> dict[str, str]:
    """Return the English page on which each numbered equation stands."""
    found = {}
    for path in sorted((root / "notebooks").glob("[0-9]*.ipynb")):
        page = f"notebooks/{path.stem}"
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            tags = TAG.findall("".join(cell["source"])) if cell["cell_type"] == "markdown" else []
            found |= {equation_id(tag, page): page for tag in tags}
    return found


def english_place(root: Path, page: str, target: str) -> tuple[str, str] | None:
    """Return the English page that a link on a page means, and the anchor there."""
    path, _, anchor = target.partition("#")
    if not path.endswith(SUFFIXES):
        equation = english_equations(root).get(anchor or target)
        return (equation, anchor or target) if equation else None
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return (name.rpartition(".")[0], anchor) if (root / name).is_file() else None


def remember_english(app: Sphinx, config: Any) -> None:
    """Let Sphinx read the edition again when English pages or equations have other places."""
    root = Path(app.srcdir).parent
    if config.language[:2] != ENGLISH:
        files = [path for name in ("notebooks", "book") for path in (root / name).glob("*")]
        pages = sorted(path.name for path in files if path.suffix in SUFFIXES)
        config.book_english_places = repr((pages, sorted(english_equations(root).items())))


class EnglishLinks(SphinxPostTransform):
    """Resolve what MyST would find nowhere; its own resolver has priority 9."""

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Replace the links that this edition cannot resolve and the English one can."""
        root = Path(self.env.srcdir).parent
        if self.config.language[:2] == ENGLISH:
            return
        for node in list(self.document.findall(pending_xref)):
            place = self.place_of(node, root)
            if place:
                page, anchor = place
                here = self.app.builder.get_target_uri(self.env.docname)
                folder = posixpath.dirname(posixpath.join(self.config.language[:2], here))
                address = posixpath.relpath(f"{page}.html", folder) + (anchor and f"#{anchor}")
                link = nodes.reference("", "", refuri=address, internal=False)
                link += [child.deepcopy() for child in node.children]
                node.replace_self(link)

    def place_of(self, node: pending_xref, root: Path) -> tuple[str, str] | None:
        """Return the English place of a link that leads nowhere in this edition."""
        target = node["reftarget"]
        if node["reftype"] != "myst" or target in self.env.all_docs:
            return None
        if node["refdomain"] == "doc":  # a page that is written, but not in the contents
            written = any((root / f"{target}{suffix}").is_file() for suffix in SUFFIXES)
            return (target, node["reftargetid"] or "") if written else None
        if target in self.env.get_domain("std").anonlabels:
            return None
        return english_place(root, self.env.docname, target)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value("book_english_places", "", "env")
    app.connect("config-inited", remember_english)
    app.add_post_transform(EnglishLinks)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
