"""Typeset mathematics while the book is built, so that pages need no script for it.

KaTeX (from package.json) runs in the Node of the virtual environment. Output is HTML to look at and
MathML to listen to. A formula that KaTeX does not understand is a warning.
"""

import html
import json
import re
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import Any

from docutils import nodes
from node_path import NODE
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator
from spoken_math import spoken

logger = logging.getLogger(__name__)

# A line must not begin with the comma after a formula: the two share a span that does not break.
# Inside it the formula does, but before its last part, for which Firefox needs such a span too.
PUNCTUATION = ".,;:!?)’”-"
KEEP = '<span class="keep">'
PART = '<span class="base">'
END = "</span></span>"
#: A shape such as (n × m).
SHAPE = re.compile(r"\(\w+ *\\times *\w+\)")
FOLLOWED = re.compile(rf"<!--followed--></span>([{re.escape(PUNCTUATION)}]+)")
SCRIPT = Path(__file__).with_name("katex.cjs")


@lru_cache(maxsize=1)
def _katex() -> subprocess.Popen[str]:
    """Start KaTeX; it ends when Sphinx does, because its input is closed then."""
    return subprocess.Popen(
        [NODE, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


@lru_cache(maxsize=4096)
def typeset(latex: str, display: bool) -> str:
    """HTML of a formula; ValueError with KaTeX's own words if there is none."""
    katex = _katex()
    assert katex.stdin
    assert katex.stdout
    katex.stdin.write(json.dumps({"latex": latex, "display": display}) + "\n")
    katex.stdin.flush()
    line = katex.stdout.readline()
    if not line:
        raise RuntimeError("KaTeX does not run; `make setup` installs it")
    answer = json.loads(line)
    if "error" in answer:
        raise ValueError(answer["error"])
    return spoken(answer["html"])


def _typeset_or_warn(node: nodes.Element, *, display: bool) -> str:
    latex = node.astext().strip()
    if not display:
        latex = SHAPE.sub(r"{\g<0>}", latex)  # in braces, which no line breaks
    try:
        return typeset(latex, display)
    except ValueError as error:
        logger.warning("%s in %r", error, latex, location=node)
        return f"<code>{html.escape(latex)}</code>"


def visit_inline(self: HTML5Translator, node: nodes.math) -> None:
    """Write an inline formula."""
    formula = _typeset_or_warn(node, display=False)
    opening = self.starttag(node, "span", "", CLASS="math")
    following = node.next_node(nodes.Text, descend=False, siblings=True)
    if following is not None and following.astext()[:1] in PUNCTUATION:
        first, part, last = formula.rpartition(PART)
        formula = f"{first}{KEEP}{part}{last.removesuffix(END)}</span>{END}"
        self.body.append(f"{KEEP}{opening}{formula}</span><!--followed--></span>")
    else:
        self.body.append(f"{opening}{formula}</span>")
    raise nodes.SkipNode


def keep_punctuation(
    app: Sphinx, page: str, template: str, context: dict[str, Any], _: Any
) -> None:
    """Move the punctuation after a formula into the span that they share."""
    if context.get("body"):
        context["body"] = FOLLOWED.sub(r"\1</span>", context["body"])


def visit_display(self: HTML5Translator, node: nodes.math_block) -> None:
    """Write a displayed formula, its number in the margin."""
    formula = _typeset_or_warn(node, display=True)
    self.body.append(self.starttag(node, "div", CLASS="math displaymath"))
    if "tag" in node:
        title = self.config.book_words["equation_link"]
        number = f'<a class="eqno" href="#{node["ids"][0]}" title="{title}">'
        self.body.append(f"{number}({node['tag']})</a>")
    self.body.append(f'<div class="math-scroll">{formula}</div></div>\n')
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the renderer `book_katex`; `_config.yml` chooses it."""
    app.add_html_math_renderer(
        "book_katex",
        inline_renderers=(visit_inline, None),
        block_renderers=(visit_display, None),
    )
    app.setup_extension("book_words")
    app.connect("html-page-context", keep_punctuation)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
