"""Keep a notebook with sliders from standing still while it is executed without a reader.

`ipywidgets.interact` shows its picture in an Output widget. nbclient tells the kernel what such a
widget shows, on the channel where it awaits the end of the cell; jupyter_client sends past the
socket that waits, and the reply that arrives at this moment wakes nobody. On a busy machine every
few runs end so. (ipykernel issue 1554 describes the same loss on the other side.) Nobody asks the
kernel what its widgets show, so nothing is told.
"""

from typing import Any

from nbclient.output_widget import OutputWidget
from sphinx.application import Sphinx


def tell_nothing() -> None:
    """Let all notebook clients of this process keep the outputs of widgets to themselves."""
    OutputWidget.sync_state = lambda self: None


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    tell_nothing()
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
