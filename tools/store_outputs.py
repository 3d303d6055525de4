"""Run notebooks and store the outputs that nbval compares.

Use: `python tools/store_outputs.py [NOTEBOOK…]`; without names, all chapters.

Only cells tagged `nbval-check-output` keep their outputs and their count; all others are
stored empty, so that a change of a picture is no change of the notebook.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

sys.path.append(str(Path(__file__).parents[1] / "book" / "_ext"))

from book_outputs import tell_nothing

TAG = "nbval-check-output"
NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def store_outputs(path: Path) -> None:
    """Execute one notebook and write it back with the outputs of the tagged cells."""
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": path.parent}}
    # What a cell prints arrives in pieces, cut anew in each run; stored as one, it stays the same.
    NotebookClient(notebook, timeout=120, resources=resources, coalesce_streams=True).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code" and TAG not in cell.metadata.get("tags", []):
            cell.outputs, cell.execution_count = [], None
    notebook.metadata.pop("widgets", None)
    language = notebook.metadata.language_info
    notebook.metadata.language_info = {
        key: language[key] for key in ("name", "file_extension", "mimetype") if key in language
    }
    path.write_text(nbformat.writes(notebook, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    tell_nothing()
    for path in map(Path, sys.argv[1:] or sorted(NOTEBOOKS.rglob("[0-9]*.ipynb"))):
        store_outputs(path)
        print(path)
