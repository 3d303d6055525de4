"""A small page with figures on it, opened from a folder: the site without the site.

Also to look at figures while working on them:
`python -m tests.figures.page OUT.html "MatrixMicroscope(focus=(0, 1))" …` writes such a page.
"""

from __future__ import annotations

import shutil
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page

from nnlib import figures
from nnlib.figures.bundled import BUNDLE

HEAD = """<!doctype html><html lang="en" data-theme="{theme}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Figures</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="_figures/figures.css">
<script defer src="_figures/loader.js"></script>
<style>body{{margin:0 auto;max-width:44rem;padding:0 15px;font:16px/1.5 system-ui,sans-serif}}
html[data-theme="dark"]{{background:#14181e;color:#ced6dd;color-scheme:dark}}</style></head>
<body><main><h1>Figures</h1>
"""


def write_page(target: Path, *html: str, theme: str = "light") -> Path:
    """Write a page with these pieces of HTML, and the bundle beside it."""
    if not (BUNDLE / "page" / "loader.js").is_file():
        raise RuntimeError("the figures' code is not built; run `make figures`")
    shutil.copytree(BUNDLE / "page", target.parent / "_figures", dirs_exist_ok=True)
    target.write_text(HEAD.format(theme=escape(theme)) + "\n".join(html) + "</main></body></html>")
    return target


class FigurePage:
    """One figure on a page in the browser; collects what the page complains about."""

    def __init__(
        self,
        browser: Browser,
        folder: Path,
        figure: figures.base.Figure,
        *,
        width: int = 1280,
        theme: str = "light",
        touch: bool = False,
    ) -> None:
        path = write_page(folder / "page.html", figure.to_html(), theme=theme)
        self.page: Page = browser.new_page(
            viewport={"width": width, "height": 900},
            has_touch=touch,
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
        )
        self.page.set_default_timeout(5000)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console",
            lambda message: (
                message.type in ("error", "warning") and self.complaints.append(message.text)
            ),
        )
        self.page.on("requestfailed", lambda request: self.complaints.append(request.url))
        self.page.goto(path.as_uri())
        self.figure = self.page.locator(".nn-figure")
        self.page.wait_for_selector(".nn-figure[data-live]")

    @property
    def live(self) -> bool:
        """Whether the figure has started."""
        return self.figure.get_attribute("data-live") == "yes"

    def state(self, name: str) -> object:
        """Return what the figure's model holds."""
        return self.figure.evaluate("(figure, name) => figure.nnModel.get(name)", name)

    def text(self, selector: str) -> str:
        """Return the visible text of the first element that matches."""
        return self.figure.locator(selector).first.inner_text()

    def listen(self) -> None:
        """From now on note down what a screen reader announces; see `heard`."""
        self.figure.evaluate(
            """figure => {
              window.nnHeard = [];
              new MutationObserver((changes) => {
                const live = "output, [role=status], [role=alert], [aria-live]";
                const regions = changes.map(({ target }) =>
                  (target.closest ? target : target.parentNode).closest(live));
                for (const region of new Set(regions)) {
                  if (region?.textContent) nnHeard.push(region.textContent);
                }
              }).observe(figure, { subtree: true, childList: true, characterData: true });
            }"""
        )

    def heard(self, words: str) -> list[str]:
        """Wait for an announcement with these words; return all, and forget them."""
        self.page.wait_for_function(
            "words => nnHeard.some((text) => text.includes(words))", arg=words
        )
        return self.page.evaluate("nnHeard.splice(0)")

    def fits(self) -> bool:
        """Whether the page is no wider than the screen and the figure keeps its reserved height."""
        return self.page.evaluate(
            """() => {
              const stage = document.querySelector(".nn-stage");
              const reserved = parseFloat(getComputedStyle(stage).minHeight);
              return document.documentElement.scrollWidth <= innerWidth
                && stage.getBoundingClientRect().height <= reserved + 1;
            }"""
        )

    def heights(self) -> tuple[float, float]:
        """Return the reserved height and the height that the figure needs, borders included."""
        return tuple(
            self.page.evaluate(
                """() => {
                  const stage = document.querySelector(".nn-stage");
                  const reserved = parseFloat(getComputedStyle(stage).minHeight);
                  stage.style.minHeight = 0;
                  const needed = stage.getBoundingClientRect().height;
                  stage.style.minHeight = "";
                  return [reserved, needed];
                }"""
            )
        )

    def small_targets(self, size: float = 24) -> list[str]:
        """Return the controls that are lower or narrower than `size` pixels."""
        return self.figure.evaluate(
            """(figure, size) => [...figure.querySelectorAll(".nn-live :is(button, select, "
                + "input:not([type=checkbox], [type=radio]), summary, label:has(input))"
              )].filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width > 0 && Math.min(box.width, box.height) < size;
              }).map((one) => one.getAttribute("aria-label") ?? one.textContent)""",
            size,
        )

    def touch_drag(self, x: float, y: float, dx: float, dy: float, *, steps: int = 8) -> None:
        """Put a finger on the window at (x, y), move it by (dx, dy) and lift it; needs `touch`."""
        session = self.page.context.new_cdp_session(self.page)
        places = [(x + dx * k / steps, y + dy * k / steps) for k in range(steps + 1)]
        for k, (left, top) in enumerate(places):
            finger = {"x": left, "y": top}
            kind = "touchMove" if k else "touchStart"
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [finger]})
        # A finger that is lifted while it moves flings the page, and the next tap stops it.
        self.page.wait_for_timeout(150)
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        session.detach()

    def close(self) -> None:
        """Close the page and fail if it complained."""
        self.page.close()
        assert not self.complaints, self.complaints


if __name__ == "__main__":
    out, *wanted = sys.argv[1:]
    known = {name: getattr(figures, name) for name in figures.__all__}
    write_page(Path(out), *(eval(one, known).to_html() for one in wanted))
    print(Path(out).resolve().as_uri())
