"""Write the front page to index.html, where a reader looks for it, instead of a redirect there.

Its source is book/index.md, so Sphinx would write book/index.html.
"""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx


def move_front_page(app: Sphinx) -> None:
    """Give the root page another address and another file; all links follow."""
    if app.builder.format != "html":
        return
    builder, root = app.builder, app.config.root_doc
    target_uri, out_filename = builder.get_target_uri, builder.get_outfilename

    def get_target_uri(docname: str, typ: str | None = None) -> str:
        return "index.html" if docname == root else target_uri(docname, typ)

    def get_outfilename(pagename: str) -> str:
        return (
            str(Path(builder.outdir) / "index.html") if pagename == root else out_filename(pagename)
        )

    builder.get_target_uri = get_target_uri
    builder.get_outfilename = get_outfilename


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", move_front_page)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
