"""Link to the book's repository, where its address is known.

The address is BOOK_REPOSITORY, which the publishing workflow sets, or else `repository.url` in
`_config.yml`. The role `repository`, as in "please report it <issues>", links to a page below it.
Without an address it leaves the words: a link to a guessed place would be worse than none.
"""

import os
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.docutils import ReferenceRole


class Repository(ReferenceRole):
    """Words that are a link if the address is known."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the link, or leave the words."""
        address = self.config.book_repository
        if not address:
            return [nodes.inline("", self.title)], []
        return [nodes.reference("", self.title, refuri=f"{address}/{self.target}".rstrip("/"))], []


def choose_repository(app: Sphinx, config: Config) -> None:
    """Let BOOK_REPOSITORY replace the configured address."""
    address = os.environ.get("BOOK_REPOSITORY") or config.html_theme_options.get("repository_url")
    config.book_repository = (address or "").rstrip("/")


def add_context(app: Sphinx, page: str, template: str, context: dict[str, Any], _: Any) -> None:
    """Tell the template, which links to it at the foot of each page."""
    context["repository"] = app.config.book_repository


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value("book_repository", "", "env")
    app.add_role("repository", Repository())
    app.connect("config-inited", choose_repository)
    app.connect("html-page-context", add_context)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
