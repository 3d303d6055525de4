"""The JavaScript and the style sheet of the figures, as `make figures` bundles them."""

from pathlib import Path

BUNDLE = Path(__file__).parent / "bundle"


def read_bundle(name: str) -> str:
    """Return a file that `make figures` built.

    Raises
    ------
    FileNotFoundError
        If it was not built yet.
    """
    try:
        return (BUNDLE / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise FileNotFoundError(
            f"the figures' code is not built ({name} is missing); run `make figures` in the "
            "book's folder"
        ) from None
