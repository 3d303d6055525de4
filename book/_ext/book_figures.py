"""Put the live figures' code on the site, once, outside `_static`; pages with a figure load it."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

BUNDLE = Path(__file__).parents[2] / "nnlib" / "figures" / "bundle" / "page"


def bundle_version() -> str:
    """Hash of the bundle; empty if `make figures` has not run."""
    digest = hashlib.sha256()
    files = sorted(path for path in BUNDLE.glob("*") if path.is_file())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10] if files else ""


def choose_version(app: Sphinx) -> None:
    """Read the version once; pages are written again when it changes."""
    app.config.book_figures_version = bundle_version()


def add_context(app: Sphinx, page: str, template: str, context: dict[str, Any], _: Any) -> None:
    """Tell the template, which loads the figures where a page has one."""
    context["figures_version"] = app.config.book_figures_version


def copy_bundle(app: Sphinx, exception: Exception | None) -> None:
    """Copy the bundle into the site."""
    if exception or app.builder.format != "html" or not BUNDLE.is_dir():
        return
    target = Path(app.outdir) / "figures"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(BUNDLE, target)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value("book_figures_version", "", "html")
    app.connect("config-inited", lambda app, config: choose_version(app))
    app.connect("html-page-context", add_context)
    app.connect("build-finished", copy_bundle)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
