"""The editions of the book: English in the repository's root, another language in its own folder.

The folder of a language is laid out as the root is, with the same names in it: `_config.yml`,
`_toc.yml`, `notebooks/`, `book/`. So links between pages are the same in every language, and
`ru/notebooks/01-network.html` is the Russian page beside `notebooks/01-network.html`.
"""

from pathlib import Path

ROOT = Path(__file__).parents[1]
ENGLISH = "en"


def translations(root: Path = ROOT) -> list[str]:
    """Return the languages, besides English, that have an edition."""
    return sorted(toc.parent.name for toc in root.glob("[a-z][a-z]/_toc.yml"))


def source_folder(language: str, root: Path = ROOT) -> Path:
    """Return the folder in which the edition of a language is written, or stop the program."""
    known = [ENGLISH, *translations(root)]
    if language not in known:
        raise SystemExit(
            f"there is no edition in {language!r}, only in {', '.join(known)}; "
            'CONTRIBUTING.md, "Translations", says how to begin one'
        )
    return root if language == ENGLISH else root / language
