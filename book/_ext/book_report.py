"""Write down which notebooks were executed, in `_build/execution.json`; take stale pages away.

A page whose source is gone stays in the output folder otherwise, and would be counted as built.
"""

import json
from pathlib import Path
from typing import Any

from book_meta import EXTRA
from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector
from sphinx.application import Sphinx


def count_executed_cells(app: Sphinx, doctree: nodes.document) -> None:
    """Remember how many code cells of a notebook carry the number of their execution."""
    app.env.metadata[app.env.docname]["executed_cells"] = sum(
        node.get("nb_element") == "cell_code" and node.get("exec_count") is not None
        for node in doctree.findall(nodes.container)
    )


def executions(app: Sphinx) -> dict[str, dict[str, Any]]:
    """Return how each notebook ran: whether it succeeded, how long it and its slowest cell took."""
    runs = {}
    for page in sorted(app.env.found_docs):
        run = NbMetadataCollector.get_exec_data(app.env, page)
        if run:
            runs[page] = {
                "succeeded": run["succeeded"],
                "cells": app.env.metadata[page].get("executed_cells", 0),
                "seconds": run["runtime"],
                "slowest_cell": run.get("slowest_cell", {"cell": "", "seconds": 0.0}),
            }
    return runs


def write_report(app: Sphinx, exception: Exception | None) -> None:
    """Write down how each notebook ran."""
    if app.builder.format != "html" or exception:
        return
    text = json.dumps(executions(app), indent=1)
    (Path(app.outdir).parent / "execution.json").write_text(text, encoding="utf-8")


def remove_stale_pages(app: Sphinx, exception: Exception | None) -> None:
    """Remove pages that no document has any more."""
    if app.builder.format != "html" or exception:
        return
    out = Path(app.outdir)
    expected = {app.builder.get_outfilename(page) for page in app.env.found_docs}
    expected |= {str(out / f"{page}.html") for page in ("index", *EXTRA)}
    for page in [*out.glob("*.html"), *out.glob("book/*.html"), *out.glob("notebooks/**/*.html")]:
        if str(page) not in expected:
            page.unlink()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("doctree-read", count_executed_cells)
    app.connect("build-finished", write_report)
    app.connect("build-finished", remove_stale_pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
