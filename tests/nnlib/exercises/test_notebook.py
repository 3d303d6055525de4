"""In a notebook: the verdict is shown, stubs do not stop it, endless loops do not either."""

import re
from html import unescape

import nbformat
from nbclient import NotebookClient

from nnlib.exercises import Verdict

CELLS = [
    "from nnlib import Layer\nfrom nnlib.exercises import check, running\nrunning.SECONDS = 0.3",
    'def fc_forward(X, W, B):\n    ...\n\ncheck("fc-forward", fc_forward)',
    "class ScaleLayer(Layer):\n"
    "    def __init__(self, factor):\n        self.factor = factor\n"
    "    def forward_propagation(self, input):\n        ...\n        return input\n"
    "    def backward_propagation(self, output_gradient, alpha):\n"
    "        raise NotImplementedError\n"
    'check("scale-layer", ScaleLayer)',
    'def fc_forward(X, W, B):\n    while True:\n        pass\n\ncheck("fc-forward", fc_forward)',
    'def fc_forward(X, W, B):\n    return X @ V\n\ncheck("fc-forward", fc_forward)',
    'check("fc-forward", lambda X, W, B: X @ W + B)',
]


def test_checks_in_a_notebook():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    setup, *cells = (cell.outputs for cell in notebook.cells)
    assert setup == []
    assert all(len(outputs) == 1 for outputs in cells)
    stub, dots, endless, error, right = (outputs[0].data["text/plain"] for outputs in cells)
    assert "not filled in" in stub
    assert "not filled in" in dots
    assert "still running" in endless
    assert "line 2 of your code, return X @ V" in error
    assert right.startswith("✓ fc-forward")


def test_the_page_shows_the_same_words_in_lines_that_wrap():
    verdict = Verdict("fc-forward", False, "It takes <x> & y.")
    html = verdict._repr_html_()
    assert unescape(re.sub("<[^>]*>", "", html)) == repr(verdict)
    assert "white-space: pre-wrap" in html
    assert 'class="nn-verdict"' in html
