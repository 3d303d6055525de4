"""Notebooks in git hold what authors wrote, and of the outputs only those that are compared."""

import re

import nbformat
import pytest

from tests.notebooks.reading import CHECKED, NOTEBOOKS, read, tags

CHAPTERS = [
    "01-network",
    "02-fc-forward",
    "03-layer-architecture",
    "04-mse",
    "05-gradient-descent",
    "06-backward-pass",
    "07-fclayer-derivation",
    "08-activationlayer-derivation",
    "09-training-xor",
    "10-handwritten-digits",
    "11-where-next",
]
CELL_METADATA = {"tags", "mystnb", "jupyter"}
NOTEBOOK_METADATA = {"kernelspec", "language_info"}
HIDDEN = {"source_hidden": True}
COLUMN = 86  # characters of code that fit beside each other on the page, see cells.css
FOLDED = {"hide-input", "hide-cell", "remove-input", "remove-cell"}


def shown_code(cell: nbformat.NotebookNode) -> str:
    """Return the code that a reader of the page sees without unfolding anything."""
    if cell.cell_type == "markdown":
        return "\n".join(
            re.findall(r"^```python\n(.*?)^```", cell.source, re.DOTALL | re.MULTILINE)
        )
    return "" if FOLDED & set(tags(cell)) else cell.source


def faults(notebook: nbformat.NotebookNode) -> list[str]:
    """Say in words what a notebook should not have in git."""
    found = []
    for cell in notebook.cells:
        where = f"cell {cell.get('id')}"
        if set(cell.metadata) - CELL_METADATA:
            found.append(f"{where}: metadata {sorted(set(cell.metadata) - CELL_METADATA)}")
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{2,}", cell.get("id", "")) or re.fullmatch(
            r"[0-9a-f]{8}", cell.id
        ):
            found.append(f"{where}: an id in words, lower case, is expected")
        for line in shown_code(cell).splitlines():
            if len(line) > COLUMN:
                found.append(f"{where}: {len(line)} characters, {COLUMN} fit: {line.strip()}")
        if cell.cell_type == "code":
            # The tag folds code on the page, the other in JupyterLab; it may hold an answer.
            if ("hide-input" in tags(cell)) != (cell.metadata.get("jupyter") == HIDDEN):
                found.append(f"{where}: hide-input and {HIDDEN} go together")
            if not cell.source.strip():
                found.append(f"{where}: empty")
            stored = cell.execution_count is not None and bool(cell.outputs)
            if CHECKED in tags(cell) and not stored:
                found.append(f"{where}: tagged {CHECKED}, but no output is stored")
            if CHECKED not in tags(cell) and (cell.outputs or cell.execution_count is not None):
                found.append(f"{where}: an output is stored without the tag {CHECKED}")
            if any("image" in mime for output in cell.outputs for mime in output.get("data", {})):
                found.append(f"{where}: a picture is stored")
    ids = [cell.get("id") for cell in notebook.cells]
    found += [f"cell {i}: id used twice" for i in {i for i in ids if ids.count(i) > 1}]
    if set(notebook.metadata) != NOTEBOOK_METADATA:
        found.append(f"notebook metadata {sorted(notebook.metadata)}")
    if (notebook.nbformat, notebook.nbformat_minor) != (4, 5):
        found.append(f"nbformat {notebook.nbformat}.{notebook.nbformat_minor}")
    return found


def test_the_eleven_chapters_are_there():
    assert [path.stem for path in NOTEBOOKS if path.parent.name == "notebooks"] == CHAPTERS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_clean(path):
    assert faults(read(path)) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_stores_numbers_to_compare(path):
    assert any(CHECKED in tags(cell) for cell in read(path).cells)


def clean_notebook() -> nbformat.NotebookNode:
    cell = nbformat.v4.new_code_cell("1 + 1", id="two-numbers")
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return nbformat.v4.new_notebook(cells=[cell], metadata=metadata)


def test_a_clean_notebook_has_no_faults():
    assert faults(clean_notebook()) == []


def _store_output(notebook):
    notebook.cells[0].execution_count = 1


def _tag_without_output(notebook):
    notebook.cells[0].metadata["tags"] = [CHECKED]


def _add_timestamps(notebook):
    notebook.cells[0].metadata["execution"] = {"iopub.status.busy": "2026-01-01"}


def _use_random_id(notebook):
    notebook.cells[0].id = "deadbeef"


def _repeat_id(notebook):
    notebook.cells.append(notebook.cells[0])


def _write_a_long_line(notebook):
    notebook.cells[0].source = "total = " + " + ".join(["number"] * 10)


def _quote_a_long_line(notebook):
    code = "total = " + " + ".join(["number"] * 10)
    text = f"Code:\n\n```python\n{code}\n```"
    notebook.cells.append(nbformat.v4.new_markdown_cell(text, id="a-quote"))


def _keep_widget_state(notebook):
    notebook.metadata["widgets"] = {}


def _fold_on_the_page_only(notebook):
    notebook.cells[0].metadata["tags"] = ["hide-input"]


def _fold_in_the_lab_only(notebook):
    notebook.cells[0].metadata["jupyter"] = {"source_hidden": True}


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (_fold_on_the_page_only, "go together"),
        (_fold_in_the_lab_only, "go together"),
        (_store_output, "without the tag"),
        (_tag_without_output, "no output is stored"),
        (_add_timestamps, "metadata"),
        (_use_random_id, "an id in words"),
        (_repeat_id, "used twice"),
        (_write_a_long_line, "86 fit"),
        (_quote_a_long_line, "86 fit"),
        (_keep_widget_state, "notebook metadata"),
    ],
)
def test_each_fault_is_seen(spoil, word):
    notebook = clean_notebook()
    spoil(notebook)
    assert any(word in fault for fault in faults(notebook))
