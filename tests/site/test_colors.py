"""Colors away from the usual screen: on paper, and on a dark system without a script."""

import re

import pytest
from playwright.sync_api import Browser

PAGES = ["index.html", "notebooks/01-network.html", "book/check-yourself.html"]
# Every kind of text outside drawings: its color, what is behind it, and the filter on it.
TEXTS = """() => {
  const behind = (box) => {
    while (box && getComputedStyle(box).backgroundColor === "rgba(0, 0, 0, 0)")
      box = box.parentElement;
    return getComputedStyle(box ?? document.body).backgroundColor;
  };
  const texts = {};
  for (const box of document.querySelectorAll("body, article *")) {
    if (box.closest("svg, noscript, .katex") || !box.checkVisibility()) continue;
    const { color, filter } = getComputedStyle(box);
    texts[`${box.tagName}.${box.className}`] = [color, behind(box), filter];
  }
  return texts;
}"""
VARIABLES = """() => {
  const style = getComputedStyle(document.querySelector(".nn-figure"));
  const names = ["ink", "muted", "paper", "soft", "line", "good", "bad", "bad-soft"];
  for (const name of ["row", "column", "bias", "result"]) names.push(name, `${name}-soft`);
  return Object.fromEntries(
    names.map((name) => [name, style.getPropertyValue(`--nn-${name}`)]));
}"""


def look(
    browser: Browser, url: str, what: str, mode: str, media: str = "screen", *, script: bool = True
) -> dict:
    """Open a page on a light or dark system, on the screen or on paper, and return what it has."""
    context = browser.new_context(color_scheme=mode, java_script_enabled=script)
    page = context.new_page()
    page.goto(url)
    page.emulate_media(media=media, color_scheme=mode)
    found = page.evaluate(what)
    context.close()
    return found


def contrast(one: str, other: str) -> float:
    """Contrast of two colors such as `rgb(27, 31, 36)`, as WCAG defines it."""
    lights = []
    for color in (one, other):
        parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("page", PAGES)
def test_paper_is_the_same_from_a_dark_page(
    browser: Browser, address: str, page: str, script: bool
) -> None:
    on_paper = {
        mode: look(browser, address + page, TEXTS, mode, "print", script=script)
        for mode in ("light", "dark")
    }
    assert on_paper["dark"] == on_paper["light"]
    assert len(on_paper["dark"]) > 5


@pytest.mark.parametrize("page", PAGES)
def test_dark_page_without_script_can_be_read(browser: Browser, address: str, page: str) -> None:
    texts = look(browser, address + page, TEXTS, "dark", script=False)
    assert contrast(texts["BODY."][1], "rgb(255, 255, 255)") > 12
    faint = {name: colors for name, colors in texts.items() if contrast(*colors[:2]) < 4.5}
    pale = {  # only the button on the front page is
        name: colors
        for name, colors in texts.items()
        if contrast(colors[1], "rgb(0, 0, 0)") > 4 and "nn-start" not in name
    }
    assert not faint | pale


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_figures_have_the_same_colors_without_script(
    browser: Browser, address: str, mode: str
) -> None:
    with_script, without = (
        look(browser, address + PAGES[1], VARIABLES, mode, script=script)
        for script in (True, False)
    )
    assert without == with_script
    assert all(with_script.values())
