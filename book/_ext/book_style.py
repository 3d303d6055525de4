"""Bundle our style sheets and scripts, with what they take from npm, into three files.

`_static/site.css` and `_static/site.js` serve every page, `_static/search.js` the search page.
KaTeX's fonts and the licences go beside them. Everything else that themes put there is taken away:
no page loads it.
"""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from node_path import NODE
from pygments.styles import get_style_by_name
from pygments.token import STANDARD_TYPES
from sphinx.application import Sphinx
from sphinx.config import Config

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "book" / "_assets"
OWN_STATIC = ROOT / "book" / "_static"
FROM_NPM = ("katex", "minisearch")
LIGHT, DARK = "a11y-high-contrast-light", "github-dark-high-contrast"


def code_colors() -> str:
    """CSS rules that color code; each holds the color for light and for dark pages."""
    light, dark = get_style_by_name(LIGHT), get_style_by_name(DARK)
    rules = []
    for token, name in sorted(STANDARD_TYPES.items(), key=lambda item: item[1]):
        on_light, on_dark = light.style_for_token(token), dark.style_for_token(token)
        colors = [style["color"] for style in (on_light, on_dark)]
        if name and any(colors):
            first, second = (f"#{color}" if color else "inherit" for color in colors)
            if "inherit" in (first, second):
                first, second = (c if c != "inherit" else "currentColor" for c in (first, second))
            rules.append(f".highlight .{name}{{color:light-dark({first},{second})}}")
    return "".join(rules)


def bundle(target: Path) -> str:
    """Write the bundle into `target`; return a hash of it."""
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run([NODE, ASSETS / "bundle.mjs", target], cwd=ROOT, check=True)
    style = target / "site.css"
    rules = style.read_text("utf-8").strip().replace(',url() format("woff")', "")
    rules = rules.replace(',url() format("truetype")', "")
    style.write_text(f"{rules}{code_colors()}\n", encoding="utf-8")
    for name in FROM_NPM:
        package = ROOT / "node_modules" / name
        version = json.loads((package / "package.json").read_text("utf-8"))["version"]
        license_file = next(package.glob("LICENSE*"))
        text = f"{name} {version}\n\n{license_file.read_text('utf-8')}"
        (target / f"LICENSE-{name}.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256()
    for path in sorted(target.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def prepare(app: Sphinx, config: Config) -> None:
    """Bundle first of all: pages carry the version, and a new one has them written again."""
    config.book_style_version = bundle(Path(app.doctreedir).parent / "assets")


def add_version(app: Sphinx, page: str, template: str, context: dict[str, Any], _: Any) -> None:
    """Tell the templates the version."""
    context["style_version"] = app.config.book_style_version


def install(app: Sphinx, exception: Exception | None) -> None:
    """Replace what themes and Sphinx put into `_static` by the bundle and our own files."""
    if exception or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    shutil.rmtree(static, ignore_errors=True)
    for source in (OWN_STATIC, Path(app.doctreedir).parent / "assets"):
        shutil.copytree(source, static, dirs_exist_ok=True)
    (Path(app.outdir) / "searchindex.js").unlink(missing_ok=True)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value("book_style_version", "", "html")
    # Jupyter Book always sets it, for an extension that this site does not load.
    app.add_config_value("comments_config", {}, "")
    app.connect("config-inited", prepare)
    app.connect("html-page-context", add_version)
    app.connect("build-finished", install, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
