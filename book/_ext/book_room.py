"""Guess in the page how high each section is.

A section far from the screen is not laid out (`content-visibility` in prose.css), so the browser
needs a guess, or the scroll bar and links into the page are far off. The numbers below were fitted
to the heights of all sections of the chapters: half of the guesses are within a tenth.
"""

import re

FOLDED = re.compile(r"<details\b(?![^>]*\sopen).*?</details>", re.DOTALL)
FIGURE = re.compile(
    r'<figure class="nn-figure".*?--nn-h:(\d+)px;--nn-h-narrow:(\d+)px.*?</figure>', re.DOTALL
)
UNSEEN = re.compile(r"<math\b.*?</math>|<!--.*?-->", re.DOTALL)
CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
FORMULA = re.compile(
    r'class="math displaymath".*?class="strut" style="height:([\d.]+)em', re.DOTALL
)
PICTURE = re.compile(r'<img\b[^>]*\sheight="(\d+)"')
BLOCK = re.compile(r"<(?:p|li|h\d|folded)\b")
SECTION = re.compile(r"<section\b|</section>")
PIXELS_PER_EM = 19  # of a formula
PIXELS_PER_ROW = 22  # of code or of a table


def heights(html: str) -> tuple[int, int]:
    """Guess the height of a section in pixels, on a phone and on a wide screen."""
    html = FOLDED.sub("<folded>", html)
    figures = [(int(wide), int(narrow)) for wide, narrow in FIGURE.findall(html)]
    html = UNSEEN.sub("", FIGURE.sub("", html))
    code = CODE.findall(html)
    html = CODE.sub("", html)
    formulas = FORMULA.findall(html)
    rows = sum(block.count("\n") for block in code) + html.count("<tr")
    blocks = len(BLOCK.findall(html)) + len(formulas) + len(code)
    drawn = sum(float(height) * PIXELS_PER_EM for height in formulas)
    drawn += sum(int(height) for height in PICTURE.findall(html))
    text = len(" ".join(re.sub(r"<[^>]*>", "", html).split()))
    # Text takes more lines on a phone, while pictures shrink.
    narrow = 20 + 0.57 * text + PIXELS_PER_ROW * rows + 40 * blocks + 0.64 * drawn
    wide = 30 + 0.22 * text + PIXELS_PER_ROW * rows + 36 * blocks + drawn
    narrow += sum(height for _, height in figures)
    wide += sum(height for height, _ in figures)
    return round(narrow), round(wide)


def guess_heights(body: str) -> str:
    """Write the guesses into the tag of each section below the page's own."""
    open_sections: list[int] = []
    tags: dict[int, str] = {}
    for tag in SECTION.finditer(body):
        if tag[0] != "</section>":
            open_sections.append(tag.start())
            continue
        start = open_sections.pop()
        if open_sections:
            narrow, wide = heights(body[start : tag.start()])
            tags[start] = f'<section style="--narrow:{narrow}px;--wide:{wide}px"'
    return SECTION.sub(lambda tag: tags.get(tag.start(), tag[0]), body)
