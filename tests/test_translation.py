"""A translator sees what an edition lacks and what English has changed since, piece by piece."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))

from pieces import Piece, pieces_of  # noqa: E402
from translation import files_of_book, main, read  # noqa: E402

ENGLISH = {
    "title": "# The sum",
    "opening": "Add the products.\nThen add the bias.",
    "draw": 'plt.title("The sum rises")',
    "numbers": "w @ x + b",
    "end": "That is all of it.",
}
RUSSIAN = {
    "title": "# Сумма",
    "opening": "Сложите произведения. Затем прибавьте смещение.",
    "draw": 'plt.title("Сумма растёт")',
    "numbers": "w @ x + b",
    "end": "Вот и всё.",
}
GLOSSARY = """# Terms

All of them.

## B

bias
:   It is added.

## W

weight
:   It multiplies.

(more-terms)=
## More terms

```python
## no heading
```
"""
GLOSSARY_RU = """# Термины

Все они.

## В

вес
:   На него умножают. · English: <span lang="en">weight</span>
"""
CODE = {"draw", "numbers"}
NOTEBOOK, PAGE = "notebooks/01-sum.ipynb", "book/glossary.md"


def write(folder: Path, cells: dict[str, str], page: str = "", alt: str = "") -> None:
    made = []
    for name, text in cells.items():
        new = nbformat.v4.new_code_cell if name in CODE else nbformat.v4.new_markdown_cell
        made.append(new(text, id=name))
        if name == "draw" and alt:
            made[-1].metadata["mystnb"] = {"image": {"alt": alt}}
    for path in (folder / NOTEBOOK, folder / PAGE):
        path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=made), folder / NOTEBOOK)
    (folder / PAGE).write_text(page, encoding="utf-8")
    chapters = [{"file": "notebooks/01-sum"}]
    toc = {"root": "book/glossary", "parts": [{"caption": folder.name, "chapters": chapters}]}
    (folder / "_toc.yml").write_text(yaml.safe_dump(toc))
    (folder / "_config.yml").write_text(f"title: {folder.name} book\n")


def commit(root: Path) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for command in (["add", "."], [*who, "commit", "-q", "-m", "Change"]):
        subprocess.run(["git", *command], cwd=root, check=True)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a small book in Git, with a Russian edition that is a copy of the English one."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    write(tmp_path, ENGLISH, GLOSSARY)
    write(tmp_path / "ru", ENGLISH, GLOSSARY)
    commit(tmp_path)
    return tmp_path


@pytest.fixture
def translated(book: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the book with its notebook translated and noted."""
    write(book / "ru", RUSSIAN, GLOSSARY_RU)
    run(book, capsys, "--chapter=01-sum", "--done=all")
    commit(book)
    return book


def run(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    main(["ru", *arguments], root)
    return capsys.readouterr().out.splitlines()


def counts(root: Path, capsys: pytest.CaptureFixture[str], name: str) -> list[int]:
    """Return how many pieces are up to date, outdated, not translated, left over."""
    head, *lines = run(root, capsys)
    assert head.split("  ")[-1].strip() == "left over"
    (line,) = (line for line in lines if line.startswith(name))
    return [int(number) for number in line.split()[1:]]


def notes(root: Path) -> dict[str, dict[str, str]]:
    return json.loads((root / "ru" / "made-from.json").read_text("utf-8"))


def test_a_copy_is_no_translation_but_code_without_words_is(book, capsys):
    assert counts(book, capsys, NOTEBOOK) == [1, 0, 4, 0]
    lines = run(book, capsys, "--chapter=01-sum")
    assert lines == [
        "not translated, 4: title opening draw end",
        "left over, 0",
        "up to date, 1: numbers",
    ]


def test_what_was_translated_is_up_to_date_once_noted(book, capsys):
    write(book / "ru", RUSSIAN | {"end": ENGLISH["end"]}, GLOSSARY)
    assert counts(book, capsys, NOTEBOOK) == [1, 0, 4, 0]
    assert run(book, capsys, "--chapter=01-sum", "--done=all") == [
        "still in English; name them when they are done: end",
        "noted in ru/made-from.json: title opening draw numbers",
    ]
    assert counts(book, capsys, NOTEBOOK) == [4, 0, 1, 0]
    run(book, capsys, "--chapter=01-sum", "--done=end")  # the same words, on purpose
    assert counts(book, capsys, NOTEBOOK) == [5, 0, 0, 0]
    assert set(notes(book)[NOTEBOOK]) == set(ENGLISH)


def test_changed_words_are_shown(translated, capsys):
    write(translated, ENGLISH | {"opening": "Add all products.\nThen add the bias."}, GLOSSARY)
    assert counts(translated, capsys, NOTEBOOK) == [4, 1, 0, 0]
    first, *lines = run(translated, capsys, "--chapter=01-sum")
    (old,) = subprocess.run(
        ["git", "log", "--format=%h", "--", NOTEBOOK], cwd=translated, capture_output=True
    ).stdout.split()
    assert first == f"outdated: opening, made from the text of {old.decode()}"
    assert lines[:2] == ["  Add [-the-]{+all+} products.", "  Then add the bias."]


def test_the_old_text_is_found_behind_newer_ones(translated, capsys):
    for word in ("all", "these", "our"):
        write(translated, ENGLISH | {"opening": f"Add {word} products."}, GLOSSARY)
        commit(translated)
    lines = run(translated, capsys, "--chapter=01-sum")
    assert "Add [-the-]{+our+} products." in lines[1]


def test_an_old_text_that_git_has_not_is_said(translated, capsys):
    write(translated, ENGLISH | {"end": "Never committed."}, GLOSSARY)
    lines = run(translated, capsys, "--chapter=01-sum", "--done=end")
    assert lines[1] == (f"Commit {NOTEBOOK}, too: later changes are shown against its text in Git.")
    write(translated, ENGLISH, GLOSSARY)
    lines = run(translated, capsys, "--chapter=01-sum")
    assert lines[0] == "outdated: end; its old text is not in this clone's history"


def test_a_changed_alternative_text_is_seen(translated, capsys):
    write(translated, ENGLISH, GLOSSARY, alt="A line that rises.")
    lines = run(translated, capsys, "--chapter=01-sum")
    assert lines[0].startswith("outdated: draw,")
    assert "  {+# alt: A line that rises.+}" in lines


def test_code_without_words_is_noted_too(translated, capsys):
    write(translated, ENGLISH | {"numbers": "x @ w + b"}, GLOSSARY)
    lines = run(translated, capsys, "--chapter=01-sum")
    assert lines[0].startswith("outdated: numbers,")


def test_new_line_breaks_are_no_change(translated, capsys):
    opening = ENGLISH["opening"].replace("\n", " ").replace("the bias", "the\nbias")
    write(translated, ENGLISH | {"opening": opening}, GLOSSARY)
    assert counts(translated, capsys, NOTEBOOK) == [5, 0, 0, 0]


def test_outdated_pieces_are_noted_by_name_only(translated, capsys):
    write(translated, ENGLISH | {"end": "That is all."}, GLOSSARY)
    commit(translated)
    assert run(translated, capsys, "--chapter=01-sum", "--done=all") == [
        "outdated; name them when they are done: end",
        "noted in ru/made-from.json: nothing",
    ]
    assert counts(translated, capsys, NOTEBOOK) == [4, 1, 0, 0]
    run(translated, capsys, "--chapter=01-sum", "--done=end")
    assert counts(translated, capsys, NOTEBOOK) == [5, 0, 0, 0]


def test_an_old_copy_is_not_taken_for_a_translation(book, capsys):
    write(book, ENGLISH | {"end": "That is all."}, GLOSSARY)
    commit(book)
    lines = run(book, capsys, "--chapter=01-sum", "--done=all")
    assert lines[0].endswith("done: title opening draw end")
    assert counts(book, capsys, NOTEBOOK)[2] == 4


def test_new_and_removed_cells_are_seen(translated, capsys):
    cells = {"title": ENGLISH["title"], "new": "One more."} | ENGLISH
    del cells["end"]
    write(translated, cells, GLOSSARY)
    assert run(translated, capsys, "--chapter=01-sum")[:2] == [
        "not translated, 1: new",
        "left over, 1: end",
    ]
    run(translated, capsys, "--chapter=01-sum", "--done=title")
    assert "end" not in notes(translated)[NOTEBOOK]


def test_a_chapter_that_is_not_begun_is_not_translated(translated, capsys):
    (translated / "ru" / NOTEBOOK).unlink()
    assert counts(translated, capsys, NOTEBOOK) == [0, 0, 5, 0]


def test_pages_are_cut_at_their_headings_and_terms(translated, capsys):
    assert list(pieces_of("x.md", GLOSSARY)) == [
        "title",
        "term-bias",
        "term-weight",
        "more-terms",
    ]
    run(translated, capsys, "--chapter=glossary", "--done=all")
    assert run(translated, capsys, "--chapter=glossary") == [
        "not translated, 2: term-bias more-terms",
        "left over, 0",
        "up to date, 2: title term-weight",
    ]
    write(translated, ENGLISH, GLOSSARY.replace("multiplies", "multiplies an input"))
    lines = run(translated, capsys, "--chapter=glossary")
    assert "  :   It [-multiplies.-]{+multiplies an input.+}" in lines


def test_headings_without_an_anchor_or_twice_keep_apart():
    page = "## Дважды\n\n## Again\n\n(again)=\n## Опять"
    assert list(pieces_of("x.md", page)) == ["title", "Дважды", "again", "again-2"]


def test_a_section_with_a_number_keeps_its_name():
    page = "## Layer 2\n\n## Layer\n\n## Layer\n\n## Layer"
    names = ["title", "layer-2", "layer", "layer-3", "layer-4"]
    assert list(pieces_of("x.md", page)) == names


def test_settings_are_one_piece(translated, capsys):
    run(translated, capsys, "--chapter=_config", "--done=all")
    assert counts(translated, capsys, "_config.yml") == [1, 0, 0, 0]
    (translated / "_config.yml").write_text("title: another book\n")
    assert counts(translated, capsys, "_config.yml") == [0, 1, 0, 0]
    lines = run(translated, capsys, "--chapter=_config", "--done=all")
    assert lines[0] == "outdated; name them when they are done: text"
    assert counts(translated, capsys, "_config.yml") == [0, 1, 0, 0]
    run(translated, capsys, "--chapter=_config", "--done=text")
    assert counts(translated, capsys, "_config.yml") == [1, 0, 0, 0]


def test_settings_that_are_still_a_copy_are_not_noted(book, capsys):
    shutil.copy(book / "_config.yml", book / "ru")
    lines = run(book, capsys, "--chapter=_config", "--done=all")
    assert lines[0] == "still in English; name them when they are done: text"
    assert counts(book, capsys, "_config.yml") == [0, 0, 1, 0]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["en"], "name the edition"),
        (["de"], "no edition in 'de', only in en, ru"),
        (["ru", "--done=all"], "DONE needs a CHAPTER"),
        (["ru", "--chapter=02-mean"], "no '02-mean' in the book; there are _config, _toc,"),
        (["ru", "--chapter=01-sum", "--done=nothing"], "has not, in both languages: nothing"),
    ],
)
def test_what_cannot_be_done_is_refused(book, arguments, message):
    with pytest.raises(SystemExit, match=message):
        main(arguments, book)


@pytest.mark.parametrize("text", ["$$ \\text{sum} = w $$", "`print` $x$", "## 3"])
def test_formulas_have_no_words(text):
    assert not Piece(text).has_words
    assert Piece(f"{text} but").has_words


@pytest.mark.parametrize("text", ["weights.mean()", 'print(f"{loss}")', "layer = 1"])
def test_names_in_code_are_no_words(text):
    assert not Piece(text, is_code=True).has_words
    assert Piece(f"{text}  # the mean", is_code=True).has_words


def test_every_file_of_the_book_is_cut():
    names = files_of_book(ROOT)
    assert names[:3] == ["_config.yml", "_toc.yml", "book/index.md"]
    assert all(len(read(ROOT, name)) > 1 for name in names if not name.startswith("_"))
    terms = [name for name in read(ROOT, "book/glossary.md") if name.startswith("term-")]
    assert len(terms) == len(set(terms)) > 100
