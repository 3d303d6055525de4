"""Open a page in the browser and write down everything that goes wrong.

Each function returns a list of complaints, empty if all is well, so that tests/site/test_gates.py
can see each of them complain about a page that is broken on purpose.
"""

import json
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).parents[2]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LARGEST_SHIFT = 0.02

OVERFLOW = """() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return [];
  const boxes = [...document.body.querySelectorAll("*")].filter(
    (box) => box.getBoundingClientRect().right > innerWidth + 1);
  const names = boxes.slice(0, 5).map((box) => `${box.tagName}.${box.className}`);
  return [`wider than the screen by ${wide} pixels: ${names.join(" ")}`];
}"""

MATH = """() => {
  const complaints = [];
  for (const formula of document.querySelectorAll(".math")) {
    if (!formula.querySelector("math") || !formula.querySelector(".katex-html"))
      complaints.push(`not typeset: ${formula.textContent.slice(0, 60)}`);
  }
  const two = { msub: 2, msup: 2, munder: 2, mover: 2, mfrac: 2, mroot: 2 };
  const parts = { ...two, msubsup: 3, munderover: 3 };
  for (const [name, number] of Object.entries(parts))
    for (const element of document.querySelectorAll(name))
      if (element.children.length !== number)
        complaints.push(`not ${number} parts in ${name}: ${element.textContent}`);
  for (const kept of document.querySelectorAll(".keep:has(.math)")) {
    const range = document.createRange();
    range.selectNodeContents(kept.lastChild);
    const formula = kept.querySelector(".katex-html > .keep").getBoundingClientRect();
    if (range.getBoundingClientRect().left < formula.left)
      complaints.push(`line begins with punctuation: ${kept.textContent.slice(-40)}`);
  }
  for (const error of document.querySelectorAll(".katex-error"))
    complaints.push(`KaTeX: ${error.title}`);
  const prose = document.createTreeWalker(document.querySelector("article") ?? document.body,
    NodeFilter.SHOW_TEXT);
  while (prose.nextNode()) {
    const text = prose.currentNode;
    if (!text.parentElement.closest("code, pre, annotation, script, .nn-figure")
        && /\\$\\$|\\\\\\(|\\\\frac|\\\\partial/.test(text.data))
      complaints.push(`raw LaTeX: ${text.data.slice(0, 60)}`);
  }
  return complaints;
}"""

PICTURES = """() => [...document.querySelectorAll("img")].flatMap((picture) => {
  const alt = picture.getAttribute("alt") ?? "";
  const name = picture.src.split("/").at(-1);
  if (alt.trim().length < 10 || /\\.(svg|png)$/.test(alt)) return [`no alternative text: ${name}`];
  if (!picture.hasAttribute("width")) return [`no room reserved: ${name}`];
  return [];
})"""

# axe lets a small button pass that has room around it; what is around it moves on a long page.
BUTTONS = """() => [...document.querySelectorAll("button")]
  .filter((button) => !button.closest(".nn-live"))
  .filter((button) => button.checkVisibility({ contentVisibilityAuto: true })) // has a size
  .filter((button) => {
    const { width, height } = button.getBoundingClientRect();
    return Math.round(10 * Math.min(width, height)) < 240; // 24 pixels at 0.3 may come as 23.99998
  })
  .map((button) => `button under 24 pixels: ${button.textContent} ${button.className}`)"""

FIGURES = """() => [...document.querySelectorAll(".nn-figure[data-figure]")]
  .filter((figure) => figure.dataset.live !== "yes")
  .map((figure) => `not alive: ${figure.dataset.figure} ${figure.dataset.live ?? ""}`)"""

HEAD = """([address, published]) => {
  const complaints = [];
  const value = (selector, name) => document.querySelector(selector)?.getAttribute(name) ?? "";
  const need = (what, good) => good || complaints.push(what);
  need("no language", document.documentElement.lang);
  need("no title", document.title.length > 10);
  need("no favicon", value("link[rel=icon]", "href"));
  need("no description", value("meta[name=description]", "content").length > 40
    || value("meta[name=robots]", "content") === "noindex");
  if (address !== null) {
    for (const name of ["title", "description"])
      need(`no og:${name}`, value(`meta[property='og:${name}']`, "content"));
  }
  // Where it is not known where the book will be, no page says where it is.
  const canonical = value("link[rel=canonical]", "href");
  const og = (name) => value(`meta[property='og:${name}']`, "content");
  if (!published) {
    need(`canonical address is ${canonical}`, !canonical);
    for (const name of ["image", "url"]) need(`og:${name} is ${og(name)}`, !og(name));
  } else if (address !== null) {
    need(`canonical address is ${canonical}`, canonical.endsWith("/" + address));
    for (const name of ["image", "url"]) need(`no og:${name}`, og(name));
  }
  need("not one first heading", document.querySelectorAll("h1").length === 1);
  for (const heading of document.querySelectorAll("article section > :is(h1, h2, h3, h4)"))
    need(`heading without a link: ${heading.textContent}`, heading.parentElement.id
      && heading.querySelector("a.headerlink[href^='#']"));
  for (const landmark of ["main", "nav", "header"])
    need(`no ${landmark}`, document.querySelector(landmark) || address === null);
  return complaints;
}"""

# What was printed, narrowed by something that floats beside it.
BESIDE = """() => [...document.querySelectorAll(".output.stream")].flatMap((output) => {
  const printed = output.querySelector("pre");
  const lost = output.clientWidth - printed.getBoundingClientRect().width;
  return lost > 2 ? [`${lost} pixels lost beside: ${printed.textContent.slice(0, 40)}`] : [];
})"""

# Boxes and lines of text outside the frame of their figure, but for those that scroll alone.
FRAMES = """() => [...document.querySelectorAll(".nn-stage")].flatMap((frame) => {
  const { left, right } = frame.getBoundingClientRect();
  const own = (box) => {
    if (!box.checkVisibility({ visibilityProperty: true })) return false;
    for (let part = box; part !== frame; part = part.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(part);
      if (clipPath !== "none") return false;
      if (/auto|scroll|hidden|clip/.test(overflowX) && part !== box) return false;
    }
    return !box.closest("option");
  };
  const outside = (range) => [...range.getClientRects()].some(
    (box) => box.width > 0 && (box.right > right + 0.5 || box.left < left - 0.5));
  const text = document.createRange();
  const words = (box) => [...box.childNodes].some((node) => {
    text.selectNodeContents(node);
    return node.nodeType === Node.TEXT_NODE && outside(text);
  });
  const name = frame.closest(".nn-figure").dataset.figure;
  return [...frame.querySelectorAll(":not(svg *)")]
    .filter((box) => own(box) && (outside(box) || words(box)))
    .slice(0, 3)
    .map((box) => `outside its frame: ${name} ${box.tagName}.${box.getAttribute("class")}`);
})"""

# The site's script has measured all boxes; pages without it have nothing to wait for.
SETTLED = """() => !document.querySelector("script[src*='site.js']")
  || "settled" in document.documentElement.dataset"""

SHIFT = """() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""


class Visit:
    """A tab that remembers complaints of the console and of the network."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.sizes: dict[str, int] = {}
        self.page.add_init_script(f"({SHIFT})()")
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("requestfailed", self._on_failed)
        self.page.on("request", self._on_request)
        self.page.on("response", self._on_response)
        self.page.on("requestfinished", self._on_finished)

    def _on_console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def _on_failed(self, request) -> None:
        # Leaving a page cancels what it still loads.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.complaints.append(f"failed request: {request.url}")

    def _on_request(self, request) -> None:
        url = urlsplit(request.url)
        if url.scheme not in ("file", "data", "blob") and url.hostname != "127.0.0.1":
            self.complaints.append(f"outside request: {request.url}")

    def _on_response(self, response) -> None:
        if response.status >= 400:
            self.complaints.append(f"status {response.status}: {response.url}")

    def _on_finished(self, request) -> None:
        if request.url.startswith("http"):
            self.sizes[request.url] = request.sizes()["responseBodySize"]

    def open(self, url: str) -> list[str]:
        """Load a page and wait until it is at rest; return its complaints."""
        self.complaints.clear()
        self.page.goto(url, wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => null)")
        self.page.wait_for_function(SETTLED)
        return self.complaints

    def paint(self) -> None:
        """Wait until the page has been painted once more."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")

    def resize(self, width: int, height: int) -> None:
        """Give the page another size and wait until it is at rest."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.paint()
        self.page.wait_for_function(SETTLED)

    def start_figures(self) -> list[str]:
        """Scroll through the page, so that every live figure starts; return those that did not."""
        figures = self.page.locator(".nn-figure[data-figure]")
        for index in range(figures.count()):
            # Again and again: what comes to life above moves it away.
            self.page.wait_for_function(
                """(i) => {
                  const figure = document.querySelectorAll(".nn-figure[data-figure]")[i];
                  if (!figure.dataset.live)
                    figure.scrollIntoView({ behavior: "instant", block: "center" });
                  return figure.dataset.live;
                }""",
                arg=index,
                timeout=10_000,
            )
        self.page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
        return self.page.evaluate(FIGURES)

    def overflow(self) -> list[str]:
        """Return what is wider than the screen."""
        return self.page.evaluate(OVERFLOW)

    def frames(self) -> list[str]:
        """Return what stands outside the frame of its figure."""
        return self.page.evaluate(FRAMES)

    def beside(self) -> list[str]:
        """Return what was printed and is narrowed by something that floats beside it."""
        return self.page.evaluate(BESIDE)

    def math(self) -> list[str]:
        """Return formulas that are not typeset."""
        return self.page.evaluate(MATH)

    def pictures(self) -> list[str]:
        """Return pictures without words or without reserved room."""
        return self.page.evaluate(PICTURES)

    def buttons(self) -> list[str]:
        """Return buttons of the page that a finger may miss."""
        return self.page.evaluate(BUTTONS)

    def head(self, address: str | None, published: bool = True) -> list[str]:
        """Return what is wrong in the head.

        `address` is the page's own below that of the book, None if it is none to share;
        `published` tells whether the book was built for an address.
        """
        return self.page.evaluate(HEAD, [address, published])

    def moved(self) -> float:
        """Return by how much the page moved on its own so far: the layout shift of Web Vitals."""
        return self.page.evaluate("window.shifted")

    def shift(self) -> list[str]:
        """Return by how much the page moved while it loaded, if it did."""
        shifted = self.moved()
        return [f"the page moved by {shifted:.3f}"] if shifted > LARGEST_SHIFT else []

    def axe(self) -> list[str]:
        """Return what axe-core complains about.

        The visual half of formulas is left out: it is hidden from screen readers, has the color of
        the text, and consists of tens of thousands of boxes; their MathML is checked.
        """
        self.page.evaluate(AXE)
        options = {
            "runOnly": RULES,
            # It takes a cell whose only content is MathML for an empty one.
            "rules": {"empty-table-header": {"enabled": False}},
            "preload": False,
            "resultTypes": ["violations"],
        }
        found = self.page.evaluate(
            f"axe.run({{ exclude: ['.katex-html'] }}, {json.dumps(options)})"
        )
        return [
            f"axe {violation['id']}: {node['target']} {node['html'][:120]}"
            for violation in found["violations"]
            for node in violation["nodes"][:3]
        ]

    def weight(self) -> int:
        """Return the bytes that the visit has cost, as sent."""
        return sum(self.sizes.values())
