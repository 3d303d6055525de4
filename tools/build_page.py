"""Build one chapter with the front page, for its author: `python tools/build_page.py 04-mse`.

Use: `python tools/build_page.py CHAPTER [LANGUAGE]`. Same configuration and extensions as the
book. Links to other chapters cannot be resolved here, so warnings are shown and are no errors.
"""

import subprocess
import sys
from pathlib import Path

import yaml
from editions import ENGLISH, source_folder

JUPYTER_BOOK = Path(sys.executable).with_name("jupyter-book")


def build_page(chapter: str, language: str = ENGLISH) -> Path:
    """Build `notebooks/CHAPTER.ipynb`, or `book/CHAPTER.md`, and return the page."""
    source = source_folder(language)
    folder = "notebooks" if (source / "notebooks" / f"{chapter}.ipynb").exists() else "book"
    output = source / "_build" / "page" / chapter
    output.mkdir(parents=True, exist_ok=True)
    toc = output / "_toc.yml"
    front_page = "book/index"
    entries = {"format": "jb-book", "root": front_page}
    if chapter != "index":
        entries["chapters"] = [{"file": f"{folder}/{chapter}"}]
    toc.write_text(yaml.safe_dump(entries), encoding="utf-8")
    command = [JUPYTER_BOOK, "build", str(source), "-n", "--quiet"]
    command += ["--config", str(source / "_config.yml"), "--toc", str(toc)]
    subprocess.run([*command, "--path-output", str(output)], cwd=source, check=True)
    return output / "_build" / "html" / folder / f"{chapter}.html"


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit("give a chapter: make page CHAPTER=04-mse")
    print(build_page(*sys.argv[1:]))
