"""Put KaTeX's style sheet and fonts on the site, with version and licence beside them.

They go to `vendor/`, because Jupyter Book loads every file below `_static` on every page.
"""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

KATEX = Path(__file__).parents[2] / "node_modules" / "katex"


def copy_katex(app: Sphinx, exception: Exception | None) -> None:
    """Copy what the pages use: WOFF2 fonts alone, every browser of the last ten years reads them."""
    if exception or app.builder.format != "html":
        return
    version = json.loads((KATEX / "package.json").read_text("utf-8"))["version"]
    target = Path(app.outdir) / "vendor" / f"katex-{version}"
    shutil.copytree(
        KATEX / "dist" / "fonts",
        target / "fonts",
        ignore=shutil.ignore_patterns("*.ttf", "*.woff"),
        dirs_exist_ok=True,
    )
    shutil.copy(KATEX / "LICENSE", target)
    style = (KATEX / "dist" / "katex.min.css").read_text("utf-8")
    woff2_only = re.sub(r',url\(fonts/[^)]+\.(?:woff|ttf)\) format\("\w+"\)', "", style)
    (target / "katex.min.css").write_text(woff2_only, encoding="utf-8")


def link_katex(app: Sphinx) -> None:
    """Name the style sheet on every page."""
    version = json.loads((KATEX / "package.json").read_text("utf-8"))["version"]
    app.add_css_file(f"../vendor/katex-{version}/katex.min.css", priority=400)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("builder-inited", link_katex)
    app.connect("build-finished", copy_katex)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
