"""A missing browser, and a browser whose tests fail, are told apart."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIREFOX, MISSING = "firefox", "no such file"

# Takes the place of Python in the Makefile, with a status for the search and one for pytest.
PYTHON = """#!/bin/sh
case "$1" in
  tools/ensure_browser.py) exit {} ;;
  *) exit {} ;;
esac
"""


def find(folder: Path, *, named: str = "", on_path: bool = False) -> subprocess.CompletedProcess:
    browser = folder / FIREFOX
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    environment = os.environ | {"PATH": str(folder) if on_path else "", "FIREFOX": named}
    command = [sys.executable, "tools/ensure_browser.py", FIREFOX, "--if-any"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_search_tells_found_none_and_wrong_apart(tmp_path):
    found = find(tmp_path, on_path=True)
    assert (found.returncode, found.stdout.strip()) == (0, str(tmp_path / FIREFOX))
    found = find(tmp_path, named=str(tmp_path / FIREFOX))
    assert (found.returncode, found.stdout.strip()) == (0, str(tmp_path / FIREFOX))
    assert find(tmp_path).returncode == 3
    wrong = find(tmp_path, named=MISSING, on_path=True)
    assert wrong.returncode == 1
    assert f"FIREFOX is '{MISSING}'; expected the path of a browser" in wrong.stderr


@pytest.mark.parametrize(
    ("search", "tests", "passes"),
    [(0, 0, True), (0, 1, False), (0, 5, False), (3, 1, True), (1, 0, False), (127, 0, False)],
    ids=["green", "red", "nothing collected", "no Firefox", "search fails", "no Python"],
)
def test_make_passes_over_a_missing_firefox_only(tmp_path, search, tests, passes):
    python = tmp_path / "python"
    python.write_text(PYTHON.format(search, tests))
    python.chmod(0o755)
    command = ["make", "test-firefox-if-any", f"PY={python}"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (result.returncode == 0) is passes
    assert ("No Firefox here" in result.stdout) is (search == 3)
