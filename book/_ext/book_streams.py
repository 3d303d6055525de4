"""Join what a cell printed exactly as it was printed.

A kernel may send the text of one `print` in several pieces, at places that differ from run to
run. MyST-NB's own merging starts a new line at each of them, in the middle of a sentence.
"""

from typing import Any

from myst_nb.core import render
from nbformat import NotebookNode
from sphinx.application import Sphinx

merge_rest = render.coalesce_streams


def join_pieces(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Return the outputs with one stream of each name, its pieces joined without a break."""
    joined: list[NotebookNode] = []
    streams: dict[str, NotebookNode] = {}
    for output in outputs:
        name = output.get("name") if output["output_type"] == "stream" else None
        if name in streams:
            streams[name]["text"] += output["text"]
        else:
            joined.append(NotebookNode(output))
            if name is not None:
                streams[name] = joined[-1]
    return merge_rest(joined)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    render.coalesce_streams = join_pieces
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
