"""Open copies of the chapters in JupyterLab.

Use: `python tools/lab.py [LANGUAGE [OPTION…]]`; options are those of JupyterLab.

JupyterLab writes answers, outputs and counters into a notebook when it saves. Copies in a folder
that git ignores keep the book's own chapters as they are, and a new edition can be fetched.
"""

import os
import sys
from pathlib import Path

import nbformat
from editions import ENGLISH, ROOT, source_folder

COPIES = "my-notebooks"


def copy_chapters(source: Path) -> list[Path]:
    """Copy the chapters that the reader does not have yet, without outputs.

    What a chapter asks to predict is not in sight, then, before the reader runs it.
    """
    copies = source / COPIES
    copies.mkdir(exist_ok=True)
    made = []
    for chapter in sorted((source / "notebooks").glob("[0-9]*.ipynb")):
        copy = copies / chapter.name
        if copy.exists():
            continue
        notebook = nbformat.read(chapter, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        copy.write_text(nbformat.writes(notebook, indent=1) + "\n", encoding="utf-8")
        made.append(copy)
    return made


def main(language: str = ENGLISH, *options: str) -> None:
    """Make the copies that are missing and start JupyterLab in their folder."""
    source = source_folder(language)
    made = copy_chapters(source)
    copies = (source / COPIES).relative_to(ROOT)
    print(f"{copies}/ holds your copies of the chapters; {len(made)} are new", flush=True)
    folders = ["--ServerApp.root_dir=.", f"--FileContentsManager.preferred_dir={copies}"]
    os.chdir(ROOT)
    # In place of this process: Ctrl+C is for JupyterLab, which asks before it ends.
    os.execv(sys.executable, [sys.executable, "-m", "jupyterlab", *folders, *options])


if __name__ == "__main__":
    main(*sys.argv[1:])
