"""The build goes red on a broken notebook or page, with the book's own configuration.

One small book holds a page per kind of fault; each must be named. Another, without faults, must
build, or the first would prove nothing.
"""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "book" / "_ext"))
sys.path.append(str(ROOT / "tools"))

from book_cache import source_hash  # noqa: E402
from book_equations import equation_id  # noqa: E402
from build_book import build_book  # noqa: E402

GOOD = [
    "# Good",
    "$$ y = x + b \\tag{1} $$",
    "See [(1)](#eq-1) and [(i)](#eq-3-i).",
    "print(1 + 1)",
]
ROMAN = ["# Good", "$$ y = x + b \\tag{i} $$", "print(2)"]

# A notebook's name, its cells (the last is code), and what the build must say.
FAULTS = {
    "10-exception": (["# A", "1 / 0"], "ZeroDivisionError"),
    "11-stderr": (["# A", "import sys\nprint('odd', file=sys.stderr)"], "stderr was found"),
    "12-magic": (["# A", "%no_such_magic"], "UsageError|stderr was found"),
    "13-link": (["# A", "[x](nowhere.ipynb)", "1;"], "nowhere.ipynb"),
    "14-equation": (["# A", "[(99)](#eq-99)", "1;"], "eq-99"),
    "15-twice": (["# A", "$$ z \\tag{1} $$", "1;"], "equation (1) has been tagged"),
    "16-two-tags": (["# A", "$$ z \\tag{21} \\tag{22} $$", "1;"], "more than one"),
    "17-latex": (["# A", "$$ \\nosuchcommand{x} $$", "1;"], "Undefined control sequence"),
    "18-picture": (["# A", "![words](missing.png)", "1;"], "image file not readable"),
    "19-heading": (["# A", "#### Too deep", "1;"], "Non-consecutive header level"),
    "20-directive": (["# A", ":::{nosuchdirective}\n:::", "1;"], "Unknown directive type"),
    "21-questions": (["# A", ":::{questions} 99-nowhere\n:::", "1;"], "there is no chapter"),
    "22-no-questions": (["# A", ":::{questions} 02-good\n:::", "1;"], "has no questions"),
}


def write_book(folder: Path, notebooks: dict[str, list[str]]) -> Path:
    """Write a book with these notebooks and the configuration of this one."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    extensions = config["sphinx"]["local_extensions"]
    config["sphinx"]["local_extensions"] = dict.fromkeys(extensions, str(ROOT / "book" / "_ext"))
    config["sphinx"]["config"]["templates_path"] = [str(ROOT / "book" / "_templates")]
    (folder / "notebooks").mkdir(parents=True)
    (folder / "index.md").write_text("# A small book\n\nIt shows whether the build can fail.\n")
    for name, cells in notebooks.items():
        texts = [
            nbformat.v4.new_markdown_cell(text, id=f"c{i}") for i, text in enumerate(cells[:-1])
        ]
        cells = [*texts, nbformat.v4.new_code_cell(cells[-1], id="code")]
        notebook = nbformat.v4.new_notebook(cells=cells)
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, folder / "notebooks" / f"{name}.ipynb")
    toc = {"format": "jb-book", "root": "index"}
    toc["chapters"] = [{"file": f"notebooks/{name}"} for name in notebooks]
    (folder / "_config.yml").write_text(yaml.safe_dump(config, allow_unicode=True))
    (folder / "_toc.yml").write_text(yaml.safe_dump(toc))
    return folder


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("jupyter-book")
    command = [program, "build", folder, "-n", "-W", "--keep-going", "--toc", folder / "_toc.yml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_good_book_builds(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", {"02-good": GOOD, "03-roman": ROMAN})
    result = build(book)
    assert result.returncode == 0, result.stderr[-3000:]
    page = (book / "_build" / "html" / "notebooks" / "02-good.html").read_text("utf-8")
    assert 'id="eq-1"' in page
    assert 'href="03-roman.html#eq-3-i"' in page


def test_new_order_of_chapters_reaches_all_pages(tmp_path: Path) -> None:
    book = write_book(tmp_path / "book", {name: ["# A", "1;"] for name in ("02-a", "03-b")})
    assert build_book(root=book) == 0
    page = book / "_build" / "html" / "notebooks" / "02-a.html"
    assert 'rel="next" href="03-b.html"' in page.read_text("utf-8")

    toc = yaml.safe_load((book / "_toc.yml").read_text())
    toc["chapters"].reverse()
    (book / "_toc.yml").write_text(yaml.safe_dump(toc))
    assert build_book(root=book) == 0
    assert 'rel="prev" href="03-b.html"' in page.read_text("utf-8")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """Build a book in which every notebook but the first two is broken."""
    faults = {name: cells for name, (cells, _) in FAULTS.items()}
    folder = tmp_path_factory.mktemp("broken") / "book"
    return build(write_book(folder, {"02-good": GOOD, "03-roman": ROMAN, **faults}))


def test_broken_book_fails(broken: subprocess.CompletedProcess[str]) -> None:
    assert broken.returncode != 0


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_named(broken: subprocess.CompletedProcess[str], name: str) -> None:
    words = FAULTS[name][1].split("|")
    lines = [line for line in broken.stderr.splitlines() if name in line or "Error" in line]
    assert any(word in line for word in words for line in lines), broken.stderr[-3000:]


def test_cache_depends_on_nnlib(tmp_path: Path) -> None:
    package = tmp_path / "nnlib"
    package.mkdir()
    (package / "layer.py").write_text("a = 1\n")
    (tmp_path / "requirements.txt").write_text("numpy==2\n")
    first = source_hash(tmp_path)
    assert first == source_hash(tmp_path)
    (package / "layer.py").write_text("a = 2\n")
    second = source_hash(tmp_path)
    (tmp_path / "requirements.txt").write_text("numpy==3\n")
    assert len({first, second, source_hash(tmp_path)}) == 3


@pytest.mark.parametrize(
    ("tag", "page", "expected"),
    [
        ("5", "notebooks/02-fc-forward", "eq-5"),
        ("i", "notebooks/07-fclayer-derivation", "eq-7-i"),
        ("iii", "notebooks/ru/07-fclayer-derivation", "eq-7-iii"),
        ("i", "book/notation", None),
    ],
)
def test_equation_ids(tag: str, page: str, expected: str | None) -> None:
    assert equation_id(tag, page) == expected
