"""Every package that the code imports is named in pyproject.toml."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PACKAGES = packages_distributions()
BENCH = ["tools/bench.py", "tools/make_digits.py"]  # run in an environment of their own
# What the code of a folder may import: the dependencies, and those of an extra.
EXTRAS = {"nnlib": "notebooks", "book/_ext": "book", "tools": "test", "tests": "test"}
FILES = {
    path.relative_to(ROOT).as_posix(): folder
    for folder in EXTRAS
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "node_modules" not in path.parts
}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(extra: str) -> set[str]:
    """Names of the dependencies and of an extra, with the extras that it takes in."""
    names: set[str] = set()
    for line in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"][extra]]:
        if inner := re.fullmatch(r"nnlib\[(\w+)\]", line):
            names |= declared(inner[1])
        else:
            names.add(plain(re.match(r"[\w.-]+", line)[0]))
    return names


def imports(source: str) -> set[str]:
    """Top names of the modules that a program imports, those of Python itself left out."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names


def undeclared(source: str, extra: str) -> set[str]:
    own = {"nnlib", "tests", "tools"} | {Path(file).stem for file in FILES}
    return {
        name
        for name in imports(source) - own
        if declared(extra).isdisjoint(plain(package) for package in PACKAGES.get(name, []))
    }


@pytest.mark.parametrize("folder", EXTRAS)
def test_imported_packages_are_declared(folder):
    files = [file for file in FILES if FILES[file] == folder and file not in BENCH]
    sources = {file: (ROOT / file).read_text("utf-8") for file in files}
    missing = {file: undeclared(sources[file], EXTRAS[folder]) for file in files}
    assert {file: names for file, names in missing.items() if names} == {}


def test_packages_that_only_come_along_are_seen():
    assert len(FILES) > 200
    source = "import numpy, tornado\nfrom yaml import safe_load\nfrom json import loads\n"
    assert undeclared(source, "notebooks") == {"tornado", "yaml"}
    assert undeclared(source, "test") == {"tornado"}
