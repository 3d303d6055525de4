"""Time every cell while its notebook is executed, and keep the slowest with the cached outputs.

jupyter-cache measures whole notebooks. It finds a notebook by the metadata of its cells too, so
the times of cells may not stay there: the next build would not know the notebook again.
"""

from contextlib import suppress
from datetime import datetime
from typing import Any

from jupyter_cache import get_cache
from jupyter_cache.executors.utils import ExecutionResult
from myst_nb.core.execute import cache as execution
from myst_nb.core.execute.cache import NotebookClientCache
from nbformat import NotebookNode
from sphinx.application import Sphinx

KEY = "slowest_cell"
execute_untimed = execution.single_nb_execution
start_untimed = NotebookClientCache.start_client


def take_seconds(cell: NotebookNode) -> float:
    """Return how long the kernel was busy with a cell, and take the times out of the cell."""
    times = cell.metadata.pop("execution", {})
    try:
        start, end = (times[f"iopub.status.{state}"] for state in ("busy", "idle"))
    except KeyError:  # an empty cell, or one after an exception
        return 0.0
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()


def execute(notebook: NotebookNode, **options: Any) -> ExecutionResult:
    """Execute a notebook and write its slowest cell into its metadata."""
    result = execute_untimed(notebook, record_timing=True, **options)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    seconds, cell = max((take_seconds(cell), cell.get("id", "")) for cell in code)
    notebook.metadata[KEY] = {"cell": cell, "seconds": seconds}
    return result


def start(client: NotebookClientCache) -> None:
    """Execute a notebook or take it from the cache; report its slowest cell either way."""
    start_untimed(client)
    client.notebook.metadata.pop(KEY, None)
    cache = get_cache(client.nb_config.execution_cache_path)
    with suppress(KeyError):  # a notebook that failed is not in the cache
        kept = cache.match_cache_notebook(client.notebook)
        client.exec_metadata[KEY] = cache.get_cache_bundle(kept.pk).nb.metadata[KEY]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    execution.single_nb_execution = execute
    NotebookClientCache.start_client = start
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
