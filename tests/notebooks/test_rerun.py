"""A cell shows the same when it is run again after the whole chapter.

How to read says: change a number and run the cell. If a later section gave the names of this cell
another meaning, it would break, or say that a true formula is false.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from tests.notebooks.reading import NOTEBOOKS, ROOT, read

sys.path.append(str(ROOT / "book" / "_ext"))

from book_outputs import tell_nothing

KINDS = ("text/html", "image/svg+xml", "text/plain")  # the first of them that there is


def shown(cell: NotebookNode) -> str:
    """Return what a cell prints, its pictures, and its figures and questions as on a page."""
    parts = []
    for output in cell.outputs:
        if output.output_type == "stream":
            parts.append(output.text)
        elif output.output_type == "error":
            parts.append(f"{output.ename}: {output.evalue}")
        else:
            parts.append(next(output.data[kind] for kind in KINDS if kind in output.data))
    return "".join(parts)


def changed_when_run_again(notebook: NotebookNode, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("TQDM_DISABLE", "1")
    tell_nothing()
    code = [(i, cell) for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    resources = {"metadata": {"path": str(ROOT / "notebooks")}}
    client = NotebookClient(notebook, timeout=120, resources=resources)
    changed = []
    with client.setup_kernel():
        for i, cell in code:
            client.execute_cell(cell, i)
        client.allow_errors = True
        # Each name means again what the last section made of it; a cell run in between may mend it.
        notebook.cells.append(new_code_cell("_end = dict(globals())"))
        client.execute_cell(notebook.cells[-1], len(notebook.cells) - 1)
        for i, cell in reversed(code):
            before = shown(cell)
            if before:
                cell.source = f"globals().update(_end)\n{cell.source}"
                client.execute_cell(cell, i)
                if shown(cell) != before:
                    changed.append(f"{cell.id}: {before[:300]}, then {shown(cell)[:300]}")
    return changed


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_cell_run_again_shows_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert changed_when_run_again(read(path), monkeypatch) == []


def made_up(*sources: str) -> NotebookNode:
    return new_notebook(
        cells=[new_code_cell(source, id=f"cell-{i}") for i, source in enumerate(sources)]
    )


def test_a_name_with_a_second_meaning_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = made_up("x, w = 1, 2", "print(x)", "print(w + 1)", "w = 'w'", "x = 3")
    last, first = changed_when_run_again(notebook, monkeypatch)
    assert last.startswith("cell-2: 3\n, then TypeError:")
    assert first == "cell-1: 1\n, then 3\n"


def test_a_cell_below_that_mends_a_name_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = made_up("x = 1", "print(x)", "x = 1; print('again')", "x = 3; print('three')")
    assert changed_when_run_again(notebook, monkeypatch) == ["cell-1: 1\n, then 3\n"]
