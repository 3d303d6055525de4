"""A notebook with sliders runs to its end without a reader; see book/_ext/book_outputs.py."""

import sys

import pytest
from nbclient import NotebookClient
from nbclient.output_widget import OutputWidget
from nbformat.v4 import new_code_cell, new_notebook

from tests.notebooks.reading import ROOT

sys.path.append(str(ROOT / "book" / "_ext"))

from book_outputs import tell_nothing

SLIDER = "import ipywidgets\nipywidgets.interact(lambda x: print(x), x=(0, 3));"


def test_nothing_is_sent_while_the_end_of_a_cell_is_awaited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent = []
    monkeypatch.setattr(OutputWidget, "send", lambda self, message: sent.append(message))
    tell_nothing()
    notebook = new_notebook(cells=[new_code_cell(SLIDER), new_code_cell("print('end')")])
    NotebookClient(notebook, timeout=60).execute()
    assert notebook.cells[1].outputs[0].text == "end\n"
    assert not sent
