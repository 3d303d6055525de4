"""Tell what an edition in another language still lacks, and which texts English has changed since.

Use: `make translation EDITION=ru` counts; with `CHAPTER=04-mse` it names the pieces and shows what
changed; with `DONE=all` or `DONE="opening task"` as well, it notes that they are translated. The
note is a fingerprint of the English text, in `ru/made-from.json`; the old text itself is in Git.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from editions import ENGLISH, ROOT, source_folder
from pieces import Piece, pieces_of

NOTES = "made-from.json"
CURRENT, OUTDATED, MISSING, LEFT = "up to date", "outdated", "not translated", "left over"
STATES = (CURRENT, OUTDATED, MISSING, LEFT)
Notes = dict[str, dict[str, str]]


def files_of_book(root: Path) -> list[str]:
    """Return the files that have words, in the order of the book."""

    def listed(entry: object) -> Iterator[str]:
        if isinstance(entry, dict):
            yield from (entry[key] for key in ("root", "file") if key in entry)
            entry = list(entry.values())
        if isinstance(entry, list):
            for inner in entry:
                yield from listed(inner)

    documents = listed(yaml.safe_load((root / "_toc.yml").read_text("utf-8")))
    notebook, page = ".ipynb", ".md"
    return ["_config.yml", "_toc.yml"] + [
        f"{name}{notebook if (root / f'{name}{notebook}').exists() else page}" for name in documents
    ]


def read(root: Path, name: str) -> dict[str, Piece]:
    """Read the pieces of a file; a file that is not there has none."""
    path = root / name
    return pieces_of(name, path.read_text("utf-8")) if path.exists() else {}


def read_notes(folder: Path) -> Notes:
    """Read from which English text each piece was made."""
    path = folder / NOTES
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def state_of(english: Piece, other: Piece | None, note: str | None) -> str:
    """Compare a piece, its translation if there is one, and the note."""
    if other is None:
        return MISSING
    if note is None:
        same = other.fingerprint == english.fingerprint and not english.has_words
        return CURRENT if same else MISSING
    return CURRENT if note == english.fingerprint else OUTDATED


def states(
    english: dict[str, Piece], other: dict[str, Piece], notes: dict[str, str]
) -> dict[str, str]:
    """Return the state of every piece of a file."""
    left = {piece: LEFT for piece in other if piece not in english}
    own = {p: state_of(text, other.get(p), notes.get(p)) for p, text in english.items()}
    return own | left


def git(root: Path, *arguments: str) -> str:
    """Ask Git; where it does not know, the answer is empty."""
    command = ["git", *arguments]
    answer = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8")
    return answer.stdout


def old_texts(root: Path, name: str, notes: dict[str, str]) -> dict[str, tuple[str, Piece]]:
    """Find the English texts of these fingerprints, and the newest commit that has each."""
    found: dict[str, tuple[str, Piece]] = {}
    for commit in git(root, "log", "--format=%h", "--", name).split():
        if found.keys() == notes.keys():
            break
        text = git(root, "show", f"{commit}:./{name}")
        for piece, old in (pieces_of(name, text) if text else {}).items():
            if piece not in found and notes.get(piece) == old.fingerprint:
                found[piece] = commit, old
    return found


def changes(old: Piece, new: Piece) -> str:
    """Show, word by word, what changed."""
    with tempfile.TemporaryDirectory() as folder:
        for name, piece in {"old": old, "new": new}.items():
            (Path(folder) / name).write_text(f"{piece.text.rstrip()}\n", encoding="utf-8")
        color = "always" if sys.stdout.isatty() else "never"
        options = ["--no-index", "--no-ext-diff", "--word-diff=plain", "-U1", f"--color={color}"]
        lines = git(Path(folder), "diff", *options, "old", "new").splitlines()
    start = next(number for number, line in enumerate(lines) if "@@ " in line)
    return "\n".join("  …" if "@@ " in line else f"  {line}" for line in lines[start + 1 :])


def show_counts(root: Path, language: str) -> None:
    """Print how many pieces of each file are in which state."""
    folder = source_folder(language, root)
    notes = read_notes(folder)
    print(" " * 46, *(f"{state:>14}" for state in STATES))
    for name in files_of_book(root):
        found = list(states(read(root, name), read(folder, name), notes.get(name, {})).values())
        print(f"{name:46}", *(f"{found.count(state):14}" for state in STATES))


def show_file(root: Path, language: str, name: str) -> None:
    """Print the state of every piece of a file, and what changed in the outdated ones."""
    folder, english = source_folder(language, root), read(root, name)
    notes = read_notes(folder).get(name, {})
    found = states(english, read(folder, name), notes)
    outdated = [piece for piece, state in found.items() if state == OUTDATED]
    texts = old_texts(root, name, {piece: notes[piece] for piece in outdated})
    for piece in outdated:
        if piece in texts:
            commit, old = texts[piece]
            print(f"outdated: {piece}, made from the text of {commit}")
            print(changes(old, english[piece]), end="\n\n")
        else:
            print(f"outdated: {piece}; its old text is not in this clone's history\n")
    for state in (MISSING, LEFT, CURRENT):
        names = [piece for piece, its in found.items() if its == state]
        print(f"{state}, {len(names)}: {' '.join(names)}".rstrip(" :"))


def note_done(root: Path, language: str, name: str, done: list[str]) -> None:
    """Note that pieces are made from the English text of today.

    "all" are those that differ from English and have no note. What was outdated is named one by
    one: that its translation is there does not tell that somebody has looked at it.
    """
    folder, english = source_folder(language, root), read(root, name)
    other, notes = read(folder, name), read_notes(folder)
    kept = {piece: note for piece, note in notes.get(name, {}).items() if piece in english}
    unknown = [piece for piece in done if piece not in english.keys() & other.keys()]
    if done == ["all"]:
        new = [piece for piece in english if piece in other and piece not in kept]
        current = {p for p in new if other[p].fingerprint == english[p].fingerprint}
        # A copy that waits to be translated may also be of an earlier day.
        copies = current | old_texts(root, name, {p: other[p].fingerprint for p in new}).keys()
        copies -= {piece for piece in current if not english[piece].has_words}
        done = [piece for piece in new if piece not in copies]
        todo = {
            "still in English": [piece for piece in new if piece in copies],
            OUTDATED: [piece for piece, note in kept.items() if note != english[piece].fingerprint],
        }
        for why, names in todo.items():
            if names:
                print(f"{why}; name them when they are done: {' '.join(names)}")
    elif unknown:
        raise SystemExit(f"{name} has not, in both languages: {' '.join(unknown)}")
    notes[name] = kept | {piece: english[piece].fingerprint for piece in done}
    text = json.dumps(notes, indent=1, sort_keys=True, ensure_ascii=False)
    (folder / NOTES).write_text(f"{text}\n", encoding="utf-8")
    print(f"noted in {language}/{NOTES}: {' '.join(done) or 'nothing'}")
    if git(root, "status", "--porcelain", "--", name):
        print(f"Commit {name}, too: later changes are shown against its text in Git.")


def main(arguments: list[str], root: Path = ROOT) -> None:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", help="the edition, for example ru")
    parser.add_argument("--chapter", default="", help="04-mse, glossary, _toc …")
    parser.add_argument("--done", default="", help="pieces of the chapter, or all")
    options = parser.parse_args(arguments)
    if options.language == ENGLISH:
        raise SystemExit("name the edition: make translation EDITION=ru")
    if not options.chapter:
        if options.done:
            raise SystemExit("DONE needs a CHAPTER")
        return show_counts(root, options.language)
    names = {Path(name).stem: name for name in files_of_book(root)}
    if options.chapter not in names:
        raise SystemExit(f"no {options.chapter!r} in the book; there are {', '.join(names)}")
    name = names[options.chapter]
    if options.done:
        note_done(root, options.language, name, options.done.split())
    else:
        show_file(root, options.language, name)
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
