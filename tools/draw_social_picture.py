"""Draw book/_static/social.png, the picture that other sites show beside a link to the book."""

from pathlib import Path

from ensure_browser import ROOT, ensure_browser
from playwright.sync_api import sync_playwright

STATIC = ROOT / "book" / "_static"
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: 1200px; height: 630px; display: flex; align-items: center; gap: 60px;
  padding: 0 80px; box-sizing: border-box; background: #fdfcf9; color: #24221e;
  font: 30px/1.4 "DejaVu Sans", sans-serif; }}
h1 {{ margin: 0 0 24px; font-size: 64px; line-height: 1.12; letter-spacing: -.02em; }}
p {{ margin: 0; color: #5d584e; }}
svg {{ width: 420px; flex: none; }}
svg rect {{ display: none; }}
</style><div><h1>How a neural network learns</h1>
<p>A network from nothing but NumPy, with every number in it to touch and to check.</p></div>{}"""


def draw(target: Path) -> None:
    """Draw the picture with the network of the favicon."""
    html = PAGE.format((STATIC / "favicon.svg").read_text("utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=ensure_browser(), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(html)
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    draw(STATIC / "social.png")
