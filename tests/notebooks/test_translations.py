"""A translated notebook says in other words what the English one says, and computes the same.

This holds for each cell that is noted as made from the English text of today. English may run
ahead; `make translation` lists the rest.
"""

import ast
import copy
import re
import sys
from pathlib import Path

import nbformat
import pytest
from docutils.nodes import make_id

from tests.notebooks.reading import NOTEBOOKS, ROOT, read, tags

sys.path.append(str(ROOT / "tools"))

from editions import translations
from translation import CURRENT, main, read_notes, states
from translation import read as read_pieces

FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#{2,6} (.*)$", re.MULTILINE)
ANCHOR = re.compile(r"^\(([a-z0-9-]+)\)=\n+#{2,6} ", re.MULTILINE)
DISPLAYED = re.compile(r"\$\$.*?\$\$", re.DOTALL)
NAMED = {"Choice", "Number", "check"}  # by their first argument, the same in every language
LINK = re.compile(r"\]\(([^)\s]+)\)")


class Blank(ast.NodeTransformer):
    """Take the words out of code: text is translated, everything else is not."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.Constant("") if isinstance(node.value, str) else node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST | None:
        return None if node.module == "nnlib.language" else node

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        return None if called(node.value) == "use_language" else self.generic_visit(node)


def called(node: ast.AST) -> str | None:
    """Return the name of the function if this is a call of one by its name."""
    return getattr(node.func, "id", None) if isinstance(node, ast.Call) else None


def code(cell: nbformat.NotebookNode) -> str:
    """Return what a cell computes, whatever its words, their language and comments."""
    return ast.dump(Blank().visit(ast.parse(cell.source)))


def keys(cell: nbformat.NotebookNode) -> list[str]:
    """Return the names of the questions and exercises of a cell."""
    calls = [node for node in ast.walk(ast.parse(cell.source)) if called(node) in NAMED]
    return [ast.unparse(call.args[0]) for call in calls if call.args]


def prose(cell: nbformat.NotebookNode) -> str:
    return FENCED.sub("", cell.source)


def heading_ids(cell: nbformat.NotebookNode) -> list[str]:
    """Return the ids that Sphinx gives to the English headings below the title."""
    return [make_id(re.sub("[`*]", "", text)) for text in HEADING.findall(prose(cell))]


def formulas(cell: nbformat.NotebookNode) -> list[str]:
    """Return the displayed formulas without the words in them."""
    words = re.compile(r"\\text\{[^}]*\}")
    return [words.sub("", formula) for formula in DISPLAYED.findall(prose(cell))]


def alt(cell: nbformat.NotebookNode) -> str:
    return cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")


def differences(
    english: nbformat.NotebookNode, other: nbformat.NotebookNode, noted: set[str] | None = None
) -> list[str]:
    """Say in words where a translation leaves the original, in the noted cells or in all."""
    cells = {cell.id: cell for cell in english.cells}
    others = {cell.id: cell for cell in other.cells}
    noted = set(cells) if noted is None else noted
    found = [f"{name}: it is not there" for name in cells if name in noted - others.keys()]
    order = [name for name in cells if name in others]
    if [name for name in others if name in cells] != order:
        found.append(f"the order of the cells is not {', '.join(order)}")
    for name in order:
        if name not in noted:
            continue
        cell, its = cells[name], others[name]
        pairs = {"type": (cell.cell_type, its.cell_type), "tags": (tags(cell), tags(its))}
        if cell.cell_type == its.cell_type == "code":
            pairs["code"] = code(cell), code(its)
            pairs["names of questions or exercises"] = keys(cell), keys(its)
            if bool(alt(cell)) != bool(alt(its)) or (alt(cell) and alt(cell) == alt(its)):
                found.append(f"{cell.id}: the alternative text is not translated")
        else:
            pairs["formulas"] = formulas(cell), formulas(its)
            pairs["links"] = sorted(LINK.findall(prose(cell))), sorted(LINK.findall(prose(its)))
            pairs["quoted code"] = FENCED.findall(cell.source), FENCED.findall(its.source)
            pairs["anchors of headings"] = heading_ids(cell), ANCHOR.findall(prose(its))
            folded = "<details>"
            pairs["folded parts"] = cell.source.count(folded), its.source.count(folded)
        found += [f"{cell.id}: other {what}" for what, (a, b) in pairs.items() if a != b]
    return found


def differences_of_editions(root: Path) -> list[str]:
    """Compare all translated notebooks with the English ones."""
    found = []
    for language in translations(root):
        for path in sorted((root / language / "notebooks").glob("[0-9]*.ipynb")):
            name, folder = f"notebooks/{path.name}", root / language
            pieces = read_pieces(root, name), read_pieces(folder, name)
            notes = read_notes(folder).get(name, {})
            noted = {p for p in notes if states(*pieces, notes).get(p) == CURRENT}
            lacking = [] if (root / name).exists() else ["there is no such English notebook"]
            found += [
                f"{language}/{path.name}: {difference}"
                for difference in lacking or differences(read(root / name), read(path), noted)
            ]
    return found


def test_translations_keep_to_the_english_notebooks():
    assert differences_of_editions(ROOT) == []


ENGLISH = """## See the sum

It is [(1)](#eq-1):

$$ y = \\text{sum of } x \\tag{1} $$

<details><summary>Solution</summary>

```python
return x.sum()
```

</details>"""
RUSSIAN = """(see-the-sum)=
## Посмотрите на сумму

Это [(1)](#eq-1):

$$ y = \\text{сумма } x \\tag{1} $$

<details><summary>Решение</summary>

```python
return x.sum()
```

</details>"""


def notebook(text: str, source: str, alternative: str) -> nbformat.NotebookNode:
    metadata = {"mystnb": {"image": {"alt": alternative}}, "tags": ["hide-input"]}
    return nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell(text, id="the-sum"),
            nbformat.v4.new_code_cell(source, id="picture", metadata=metadata),
        ]
    )


def english() -> nbformat.NotebookNode:
    return notebook(ENGLISH, 'ax.plot(x, y, label=f"sum {n}")  # draw', "The sum rises.")


def russian() -> nbformat.NotebookNode:
    return notebook(RUSSIAN, 'ax.plot(x, y, label=f"сумма {n}")  # рисуем', "Сумма растёт.")


def test_a_good_translation_has_no_differences():
    assert differences(english(), russian()) == []


def test_a_translation_chooses_its_language():
    other = russian()
    other.cells[
        1
    ].source = (
        f'from nnlib.language import use_language\n\nuse_language("ru")\n{other.cells[1].source}'
    )
    assert differences(english(), other) == []


@pytest.mark.parametrize(
    "source", ['check("neuron", mine)', 'Choice("ch01-sum", "Which?")', 'Number(key, "Which?")']
)
def test_another_key_is_seen(source):
    first, other = english(), russian()
    first.cells[1].source = other.cells[1].source = source
    other.cells[1].source = re.sub(r"neuron|ch01-sum|key", "other", source)
    found = differences(first, other)
    assert "picture: other names of questions or exercises" in found
    other.cells[1].source = source.replace("Which?", "Какой?")
    assert differences(first, other) == []


@pytest.mark.parametrize(
    ("cell", "old", "new", "word"),
    [
        (0, "(see-the-sum)=\n", "", "anchors of headings"),
        (0, "(see-the-sum)=", "(summa)=", "anchors of headings"),
        (0, "(#eq-1)", "(#eq-2)", "links"),
        (0, "y =", "z =", "formulas"),
        (0, "\\tag{1}", "", "formulas"),
        (0, "x.sum()", "x.mean()", "quoted code"),
        (0, "<details>", "", "folded parts"),
        (1, "(x, y,", "(y, x,", "code"),
        (1, "{n}", "{m}", "code"),
    ],
)
def test_each_difference_is_seen(cell, old, new, word):
    other = russian()
    assert old in other.cells[cell].source
    other.cells[cell].source = other.cells[cell].source.replace(old, new)
    assert differences(english(), other) == [f"{other.cells[cell].id}: other {word}"]


def test_missing_cell_is_seen():
    other = russian()
    del other.cells[0]
    assert differences(english(), other) == ["the-sum: it is not there"]


def test_another_order_is_seen():
    other = russian()
    other.cells.reverse()
    assert differences(english(), other) == ["the order of the cells is not the-sum, picture"]


def write(root: Path, first: nbformat.NotebookNode, other: nbformat.NotebookNode) -> None:
    for folder, notebook in ((root, first), (root / "ru", other)):
        (folder / "notebooks").mkdir(parents=True, exist_ok=True)
        (folder / "_toc.yml").write_text("root: notebooks/01-sum\n")
        nbformat.write(notebook, folder / "notebooks" / "01-sum.ipynb")


def test_only_what_is_noted_is_compared(tmp_path):
    other = russian()
    other.cells[0].source = other.cells[0].source.replace("y =", "z =")
    write(tmp_path, english(), other)
    assert differences_of_editions(tmp_path) == []
    main(["ru", "--chapter=01-sum", "--done=the-sum picture"], tmp_path)
    assert differences_of_editions(tmp_path) == ["ru/01-sum.ipynb: the-sum: other formulas"]
    first = english()
    first.cells[0].source += "\n\nA new sentence."
    first.cells.append(nbformat.v4.new_markdown_cell("A new cell.", id="new"))
    write(tmp_path, first, other)
    assert differences_of_editions(tmp_path) == []
    (tmp_path / "notebooks" / "01-sum.ipynb").unlink()
    assert differences_of_editions(tmp_path) == [
        "ru/01-sum.ipynb: there is no such English notebook"
    ]


def test_english_alternative_text_is_seen():
    other = copy.deepcopy(russian())
    other.cells[1].metadata["mystnb"]["image"]["alt"] = alt(english().cells[1])
    assert differences(english(), other) == ["picture: the alternative text is not translated"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_code_of_every_cell_can_be_compared(path):
    assert all(code(cell) for cell in read(path).cells if cell.cell_type == "code")
