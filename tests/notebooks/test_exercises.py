"""Each chapter's practice: kept stubs and solutions, hints, questions of all three kinds."""

import ast
import re

import pytest

from nnlib import figures
from nnlib.exercises import EXERCISES
from tests.nnlib.exercises.reading import read as kept
from tests.notebooks.reading import CHECKED, NOTEBOOKS, read, tags

# What each chapter's practice has at least; the last chapter looks back, and has less.
LEAST = {"predict": 2, "write": 2, "derive": 2}
LEAST_AT_THE_END = {"predict": 3, "write": 1, "derive": 1}
SOLUTION = re.compile(
    r"<!-- solution: (?P<name>[\w-]+) -->\n+```python\n(?P<code>.*?)\n```", re.DOTALL
)
LIVE = re.compile(  # MatrixMicroscope(), or figure = MatrixMicroscope() and figure below it
    rf"^(?:(?P<name>\w+) = )?(?:{'|'.join(figures.__all__)})\(.*\)(?(name)\n(?P=name))\Z",
    re.DOTALL | re.MULTILINE,
)
FOLDED = ["<summary>Hint 1</summary>", "<summary>Hint 2</summary>", "<summary>Solution</summary>"]


def chapter_cells(chapter, kind):
    path = next(path for path in NOTEBOOKS if path.stem.startswith(f"{chapter:02d}-"))
    return [cell for cell in read(path).cells if cell.cell_type == kind]


@pytest.mark.parametrize("name", EXERCISES)
def test_chapter_has_the_stub_and_its_check(name):
    exercise = EXERCISES[name]
    call = f'check("{name}", {", ".join(exercise.answers)})'
    (cell,) = [c for c in chapter_cells(exercise.chapter, "code") if call in c.source]
    assert kept(name)[0].code.strip() in cell.source
    assert cell.source.strip().endswith(call), "the verdict is the last line, so that it is shown"
    assert CHECKED in tags(cell)
    assert "not filled in" in str(cell.outputs), "nbval compares that the unfilled exercise fails"


@pytest.mark.parametrize("name", EXERCISES)
def test_solution_on_the_page_is_one_that_passes(name):
    shown = "\n".join(cell.source for cell in chapter_cells(EXERCISES[name].chapter, "markdown"))
    (code,) = [match["code"] for match in SOLUTION.finditer(shown) if match["name"] == name]
    assert code in [answer.code.strip() for answer in kept(name) if answer.kind == "solution"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", LEAST)
def test_practice_has_enough_of_each_kind_with_help(path, kind):
    cells = {cell.id: cell for cell in read(path).cells}
    numbers = [match[1] for i in cells if (match := re.fullmatch(rf"{kind}-(\d+)", i))]
    assert len(numbers) >= (LEAST_AT_THE_END if path.stem.startswith("11-") else LEAST)[kind]
    for number in numbers:
        help_text = cells[f"{kind}-{number}-help"].source
        positions = [help_text.find(summary) for summary in FOLDED]
        assert -1 not in positions, f"{kind}-{number}: two hints and a solution are expected"
        assert positions == sorted(positions)
        assert help_text.count("<details>") == help_text.count("</details>") == 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_there_is_a_live_figure(path):
    assert any(LIVE.search(cell.source) for cell in read(path).cells if cell.cell_type == "code")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_name_of_a_live_figure_is_given_once(path):
    # A reader asks the name for the settings, also after the whole chapter has run.
    cells = [cell.source for cell in read(path).cells if cell.cell_type == "code"]
    given = [
        node.id
        for source in cells
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    names = [match["name"] for source in cells if (match := LIVE.search(source)) and match["name"]]
    assert [name for name in names if given.count(name) > 1] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_questions_carry_the_chapter_in_their_key(path):
    source = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "code")
    keys = re.findall(r"(?:Choice|Number)\(\s*\"([^\"]+)\"", source)
    assert len(keys) >= 2
    assert len(set(keys)) == len(keys)
    assert all(key.startswith(f"ch{path.stem[:2]}-") for key in keys)
