"""Execute notebooks again when the code that they import has changed, and only then.

jupyter-cache compares the notebooks alone. Its folder therefore carries a hash of nnlib, of
requirements.txt and of what is kept with each run: another nnlib, another folder. Sphinx sees the
changed setting and reads the notebooks again.
"""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

ROOT = Path(__file__).parents[2]
# What notebooks can see of nnlib. The figures' JavaScript is not run by Python, but their
# class reads it.
SUFFIXES = {".py", ".npz", ".js", ".css", ".svg", ".json"}


def source_hash(root: Path = ROOT) -> str:
    """Hash of the names and contents of all that decides what a notebook prints."""
    digest = hashlib.sha256()
    sources = [path for path in (root / "nnlib").rglob("*") if path.suffix in SUFFIXES]
    for path in [*sorted(sources), root / "requirements.txt"]:
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    digest.update(Path(__file__).with_name("book_times.py").read_bytes())
    return digest.hexdigest()[:16]


def choose_cache(app: Sphinx, config: Config) -> None:
    """Set the folder of jupyter-cache and remove those of older sources."""
    caches = Path(app.outdir).resolve().parent / ".jupyter_cache"
    current = caches / source_hash()
    for old in caches.glob("*"):
        if old.is_dir() and old != current:
            shutil.rmtree(old, ignore_errors=True)
    config.nb_execution_cache_path = str(current)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("config-inited", choose_cache)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
