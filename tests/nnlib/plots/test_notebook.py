"""In a notebook, the pictures are SVG, the same each time, and print nothing beside them."""

import nbformat
from nbclient import NotebookClient

SETUP = "from nnlib import plots, running_example\nplots.use_book_style()"
DRAW = "example = running_example()\nplots.draw_network(example.network, example.x);"


def run():
    cells = [nbformat.v4.new_code_cell(source) for source in (SETUP, DRAW, DRAW)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    return [cell.outputs for cell in notebook.cells]


def test_pictures_in_a_notebook():
    setup, first, second = run()
    assert setup == []
    (picture,) = first
    assert picture.output_type == "display_data", "the axes' repr is not printed"
    assert "image/svg+xml" in picture.data
    assert "image/png" not in picture.data
    assert "<dc:date>" not in picture.data["image/svg+xml"]
    assert second[0].data["image/svg+xml"] == picture.data["image/svg+xml"]
