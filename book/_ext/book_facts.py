"""Say on a page what the book was built with, and how long its notebooks ran.

`{versions}` shows the versions, `{execution-times}` the times. Both tables are filled in when all
pages have been read, and again in every build: the notebooks, the packages and the commit may
have changed while the page has not.
"""

import json
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

import written_again
from book_report import executions
from book_words import ENGLISH, WORDS, Words
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).parents[2]
PACKAGES = {
    "nnlib": "nnlib",
    "NumPy": "numpy",
    "Matplotlib": "matplotlib",
    "SymPy": "sympy",
    "ipywidgets": "ipywidgets",
    "anywidget": "anywidget",
    "Jupyter Book": "jupyter-book",
    "Sphinx": "sphinx",
    "MyST-NB": "myst-nb",
}


class facts(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes so
    """The place of a table."""


class Facts(SphinxDirective):
    """`{versions}` or `{execution-times}`."""

    def run(self) -> list[nodes.Node]:
        """Leave a mark: chapters may not have been executed yet."""
        written_again.mark(self.env)
        return [facts(kind=self.name)]


def commit(root: Path = ROOT, changed: str = WORDS[ENGLISH]["changed"]) -> str:
    """Name of the commit that is checked out; empty where there is no repository."""
    if not (root / ".git").exists():
        return ""
    command = ["git", "describe", "--always", "--tags", f"--dirty={changed}"]
    try:
        answer = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):  # no git, or a folder that it does not trust
        return ""
    return answer.stdout.strip()


def versions(words: Words) -> list[tuple[str, str]]:
    """Names and versions of what decides how the book looks and what its cells print."""
    katex = json.loads((ROOT / "node_modules" / "katex" / "package.json").read_text("utf-8"))
    computer = {
        "system": platform.system(),
        "machine": platform.machine(),
        "number": os.cpu_count(),
    }
    packages = [(name, version(package)) for name, package in PACKAGES.items()]
    return [
        (words["commit"], commit(changed=words["changed"]) or words["no_commit"]),
        ("Python", platform.python_version()),
        *packages,
        ("KaTeX", katex["version"]),
        (words["computer"], words["processors"].format(**computer)),
    ]


def table(head: list[str], rows: list[list[nodes.Node | str]], numbers: bool) -> nodes.table:
    """Table of texts and links; numbers, in all columns but the first, stand to the right."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _ in head), cols=len(head))
    for part, lines in ((nodes.thead(), [head]), (nodes.tbody(), rows)):
        group += part
        for line in lines:
            row = nodes.row()
            part += row
            for column, cell in enumerate(line):
                content = nodes.Text(cell) if isinstance(cell, str) else cell
                classes = ["text-right"] if numbers and column else []
                row += nodes.entry("", nodes.paragraph("", "", content), classes=classes)
    return nodes.table("", group)


def times_table(app: Sphinx, page: str) -> nodes.table:
    """Seconds of every notebook, each with a link to it; the sum."""
    words = app.config.book_words
    runs = executions(app)
    rows: list[list[nodes.Node | str]] = []
    for notebook, run in runs.items():
        address = app.builder.get_relative_uri(page, notebook)
        title = app.env.titles[notebook].astext()
        name = nodes.reference("", title, refuri=address, internal=True)
        rows.append([name, f"{run['seconds']:.1f}", f"{run['slowest_cell']['seconds']:.1f}"])
    total = sum(run["seconds"] for run in runs.values())
    slowest = max((run["slowest_cell"]["seconds"] for run in runs.values()), default=0.0)
    rows.append([nodes.strong("", words["all"]), f"{total:.1f}", f"{slowest:.1f}"])
    return table([words[key] for key in ("page", "seconds", "slowest_cell")], rows, numbers=True)


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Put the tables in the place of the marks."""
    words = app.config.book_words
    for mark in list(doctree.findall(facts)):
        if mark["kind"] == "versions":
            rows = [list(row) for row in versions(words)]
            mark.replace_self(table([words["what"], words["version"]], rows, numbers=False))
        else:
            mark.replace_self(times_table(app, page))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.setup_extension("book_words")
    app.add_node(facts)
    app.add_directive("versions", Facts)
    app.add_directive("execution-times", Facts)
    app.setup_extension("written_again")
    app.connect("doctree-resolved", fill)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
