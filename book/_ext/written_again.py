"""Write pages again in every build that show what is outside of their own text.

An extension marks a page while it is read, and sets it up: `app.setup_extension("written_again")`.
"""

from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

KEY = "written_again"


def mark(env: BuildEnvironment) -> None:
    """Remember that the page that is being read may change while its text does not."""
    env.metadata[env.docname][KEY] = "yes"


def pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Marked pages, for Sphinx."""
    return [page for page in env.all_docs if KEY in env.metadata[page]]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("env-updated", pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
