"""The package as a whole: what importing it loads, its types, its doctests, its size."""

import doctest
import importlib
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

import nnlib

ROOT = Path(nnlib.__file__).parents[1]
FILES = sorted((ROOT / "nnlib").rglob("*.py"))
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in FILES
]


def test_importing_nnlib_loads_numpy_alone():
    program = "import json, sys, nnlib; print(json.dumps(sorted(sys.modules)))"
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = {name.split(".")[0] for name in json.loads(answer.stdout)}
    assert "numpy" in loaded
    assert loaded.isdisjoint({"matplotlib", "ipywidgets", "anywidget", "IPython", "tqdm", "sympy"})


def test_all_names_exist_and_have_docstrings():
    assert sorted(nnlib.__all__) == nnlib.__all__
    for name in nnlib.__all__:
        assert getattr(nnlib, name).__doc__, name


RAISING = [
    *(method for cls in (nnlib.Network, nnlib.Layer) for method in vars(cls).values()),
    *(nnlib.Network, nnlib.FCLayer, nnlib.ActivationLayer, nnlib.FCLayer.from_arrays),
    *(nnlib.gradient_check, nnlib.mse, nnlib.mse_prime),
    *(nnlib.numerical_gradient, nnlib.relative_error),
]


@pytest.mark.parametrize(
    "what",
    [w for w in RAISING if callable(w) and not w.__name__.startswith("_")],
    ids=lambda what: what.__qualname__,
)
def test_what_raises_says_so(what):
    assert "\nRaises\n------\nValueError\n" in inspect.getdoc(what)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name):
    module = importlib.import_module(name)
    result = doctest.testmod(sys.modules[name])
    assert result.failed == 0
    assert module is not None


def test_there_are_examples_in_docstrings():
    attempted = sum(
        len(test.examples)
        for name in MODULES
        for test in doctest.DocTestFinder().find(importlib.import_module(name))
    )
    assert attempted >= 50


def test_modules_are_short():
    assert len(FILES) >= 100
    too_long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in FILES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 150
        and ROOT / "nnlib" / "words" not in path.parents  # tables of sentences
    }
    assert too_long == {}


def test_types_are_offered_to_users():
    assert (ROOT / "nnlib" / "py.typed").exists()  # `make lint` checks them
