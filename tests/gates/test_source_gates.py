"""The checks of source files go red on a broken example: lint, format, spelling, types, nbval."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.fixture
def project(tmp_path):
    """Return an empty folder with the settings of this project."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def notebook(source: str, output: str | None = None) -> str:
    """Return a notebook of one cell, with a stored output if one is given."""
    cell = nbformat.v4.new_code_cell(source, id="the-cell")
    if output is not None:
        cell.execution_count = 1
        cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=output)]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return nbformat.writes(nbformat.v4.new_notebook(cells=[cell], metadata=metadata))


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("code.py", '"""Say it."""\n\nx = 1\n', '"""Say it."""\n\nimport os\n\nx = 1\n'),
        ("code.ipynb", notebook("x = 1"), notebook("import os")),
    ],
)
def test_lint_sees_an_unused_import(project, name, good, bad):
    file = project / name
    file.write_text(good)
    assert run("ruff", "check", ".", cwd=project).returncode == 0
    file.write_text(bad)
    result = run("ruff", "check", ".", cwd=project)
    assert result.returncode == 1
    assert "F401" in result.stdout


@pytest.mark.parametrize(
    ("name", "bad"), [("code.py", "x  =  1\n"), ("code.ipynb", notebook("x  =  1"))]
)
def test_format_sees_untidy_code(project, name, bad):
    (project / name).write_text(bad)
    assert run("ruff", "format", "--check", ".", cwd=project).returncode == 1


def test_spelling_sees_a_typing_error(project):
    page = project / "page.md"
    page.write_text("The gradient of the loss.\n")
    assert run("codespell_lib", ".", cwd=project).returncode == 0
    page.write_text("The " + "gradeint" + " of teh loss.\n")  # codespell:ignore
    assert run("codespell_lib", ".", cwd=project).returncode != 0


def test_types_see_a_wrong_argument(project):
    package = project / "nnlib"
    package.mkdir()
    (package / "__init__.py").write_text("def double(x: int) -> int:\n    return 2 * x\n")
    assert run("mypy", cwd=project).returncode == 0
    (package / "wrong.py").write_text("from nnlib import double\n\ndouble('two')\n")
    result = run("mypy", cwd=project)
    assert result.returncode == 1
    assert "arg-type" in result.stdout


@pytest.mark.parametrize(
    ("source", "output", "passes"),
    [
        ("print(1 + 1)", "2\n", True),
        ("print(1 + 1)", "3\n", False),
        ("raise RuntimeError('broken')", None, False),
    ],
    ids=["right number", "wrong number", "exception"],
)
def test_nbval_compares_stored_numbers(project, source, output, passes):
    (project / "page.ipynb").write_text(notebook(source, output))
    result = run("pytest", "--nbval", "--nbval-current-env", "page.ipynb", cwd=project)
    assert (result.returncode == 0) is passes, result.stdout
