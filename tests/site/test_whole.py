"""The site as a whole: nothing missing, nothing twice, every link leads somewhere."""

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.site.built import ROOT, WITHOUT_DOCUMENT, chapters, pages
from tests.site.links import broken_links

EQUATIONS = [f"eq-{n}" for n in range(1, 12)] + ["eq-7-i", "eq-7-ii", "eq-7-iii", "eq-8-i"]
NUMBERS = {"eq-7-i": "i", "eq-7-ii": "ii", "eq-7-iii": "iii", "eq-8-i": "i"}
BOXED = {"eq-5", *NUMBERS}  # the matrix forms that code is written from


def toc_files() -> list[str]:
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    listed = [chapter["file"] for part in toc["parts"] for chapter in part["chapters"]]
    return [toc["root"], *listed]


@pytest.mark.parametrize("page", pages() or ["index.html"])
def test_links_lead_somewhere(site: Path, page: str) -> None:
    assert not broken_links(site, page)


def test_counts_agree(site: Path) -> None:
    on_disk = {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")}
    in_toc = {Path(file).name for file in toc_files() if file.startswith("notebooks/")}
    built = {Path(page).stem for page in chapters(site)}
    report = json.loads((ROOT / "_build" / "execution.json").read_text("utf-8"))
    executed = {
        Path(page).name
        for page, run in report.items()
        if page.startswith("notebooks/") and run["succeeded"]
    }
    assert len(on_disk) == 11
    assert on_disk == in_toc == built == executed


def test_every_chapter_has_a_live_figure(site: Path) -> None:
    questions = {"choice-question", "number-question"}
    for page in chapters(site):
        live = re.findall(r'data-figure="([a-z-]+)"', (site / page).read_text("utf-8"))
        assert set(live) - questions, page


def test_every_document_is_a_page(site: Path) -> None:
    files = toc_files()
    expected = {"index.html" if file == files[0] else f"{file}.html" for file in files}
    assert set(pages(site)) == expected | WITHOUT_DOCUMENT


def test_every_code_cell_was_executed() -> None:
    report = json.loads((ROOT / "_build" / "execution.json").read_text("utf-8"))
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        code = [c for c in cells if c["cell_type"] == "code" and "".join(c["source"]).strip()]
        # nbval runs those that the page leaves out: they hold the book to what it says.
        on_page = [c for c in code if "remove-cell" not in c["metadata"].get("tags", [])]
        assert report[f"notebooks/{path.stem}"]["cells"] == len(on_page), path.name


@pytest.mark.parametrize("equation", EQUATIONS)
def test_equation_is_there_under_its_number(site: Path, equation: str) -> None:
    found = [page for page in pages(site) if f'id="{equation}"' in (site / page).read_text("utf-8")]
    assert len(found) == 1
    number = NUMBERS.get(equation, equation.removeprefix("eq-"))
    text = (site / found[0]).read_text("utf-8")
    formula = re.search(rf'<div class="math displaymath" id="{equation}">.*?</a>', text, re.DOTALL)
    assert formula
    assert formula[0].endswith(f">({number})</a>")
    drawn = text[formula.end() : text.index("</math>", formula.end())]
    whole = '<semantics><mrow><menclose notation="box">'  # not a box around one letter
    assert (whole in drawn) == (equation in BOXED)


def test_third_party_files_have_their_licence(site: Path) -> None:
    for name in ("katex", "minisearch"):
        lines = (site / "_static" / f"LICENSE-{name}.txt").read_text("utf-8").splitlines()
        pinned = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"][name]
        assert lines[0] == f"{name} {pinned}"
        assert "MIT" in "\n".join(lines)
    assert (site / "figures" / "LICENSES.txt").is_file()


def test_no_style_or_script_asks_another_host(site: Path) -> None:
    for path in [*site.glob("_static/**/*.css"), *site.glob("figures/*.css")]:
        assert not re.search(r"(url\(|@import )[\"']?(https?:)?//", path.read_text("utf-8")), path
