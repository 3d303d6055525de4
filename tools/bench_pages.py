"""Measure chapter pages with Lighthouse, beside a stock Jupyter Book build of the same notebooks.

Use: `make bench`, after `make book`. Both are served compressed from this machine. A stock page
asks other hosts for its mathematics and widgets; where those cannot be reached, it is measured
without them and looks lighter than it is. The status is 1 if a target is missed.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from ensure_browser import ensure_browser
from npm import NODE, npm

sys.path.append(str(Path(__file__).parents[1]))
from tests.site.server import serve

BUILD = Path(__file__).parents[1] / "_build"
STOCK = BUILD / "stock"
TOOL = Path(__file__).with_name("lighthouse")
PAGES = ("01-network", "07-fclayer-derivation", "09-training-xor")
TARGETS = {"performance": 0.95, "accessibility": 1, "best-practices": 1, "seo": 1}
LIMIT = 350_000  # bytes of a first visit, as sent


def build_stock() -> Path:
    """Build the executed notebooks as `jupyter-book create` would have it; return the site."""
    shutil.rmtree(STOCK, ignore_errors=True)
    (STOCK / "notebooks").mkdir(parents=True)
    for page in PAGES:
        shutil.copy(BUILD / "jupyter_execute" / "notebooks" / f"{page}.ipynb", STOCK / "notebooks")
    (STOCK / "index.md").write_text("# How a neural network learns\n", encoding="utf-8")
    config = {
        "title": "How a neural network learns",
        "execute": {"execute_notebooks": "off"},
        "parse": {"myst_enable_extensions": ["amsmath", "dollarmath", "linkify"]},
    }
    toc = {"format": "jb-book", "root": "index"}
    toc["chapters"] = [{"file": f"notebooks/{page}"} for page in PAGES]
    (STOCK / "_config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (STOCK / "_toc.yml").write_text(yaml.safe_dump(toc), encoding="utf-8")
    program = Path(sys.executable).with_name("jupyter-book")
    subprocess.run([program, "build", STOCK, "-q"], check=True, capture_output=True)
    return STOCK / "_build" / "html"


def median(url: str, turns: int = 3) -> dict[str, float]:
    """Measure a page several times, for a busy machine, and return the turn in the middle."""
    results = sorted((lighthouse(url) for _ in range(turns)), key=lambda one: one["performance"])
    return results[turns // 2]


def lighthouse(url: str) -> dict[str, float]:
    """Return the scores of a page on a simulated phone, and the bytes it costs."""
    command = [NODE, TOOL / "node_modules" / "lighthouse" / "cli" / "index.js", url, "--quiet"]
    command += ["--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    environment = os.environ | {"CHROME_PATH": ensure_browser()}
    answer = subprocess.run(command, env=environment, check=True, capture_output=True)
    report = json.loads(answer.stdout)
    scores = {name: report["categories"][name]["score"] or 0 for name in TARGETS}
    audits = report["audits"]
    return scores | {
        "bytes": audits["total-byte-weight"]["numericValue"],
        "first paint": audits["first-contentful-paint"]["numericValue"] / 1000,
        "largest paint": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "shift": audits["cumulative-layout-shift"]["numericValue"],
    }


def show(title: str, result: dict[str, float]) -> None:
    """Print one line."""
    scores = "  ".join(f"{name} {result[name]:.2f}" for name in TARGETS)
    paints = f"paint {result['first paint']:.1f} s, largest {result['largest paint']:.1f} s"
    print(f"  {title:6} {scores}  {result['bytes'] / 1000:6.0f} kB  {paints}", end="")
    print(f"  shift {result['shift']:.3f}", flush=True)


def missed(result: dict[str, float]) -> list[str]:
    """Return the targets that a page does not meet."""
    low = [name for name, target in TARGETS.items() if result[name] < target]
    return low + (["bytes"] if result["bytes"] > LIMIT else [])


def main() -> int:
    """Measure and print; return 1 if a target is missed."""
    if not (TOOL / "node_modules" / "lighthouse").is_dir() and npm("ci", cwd=TOOL):
        return 1
    faults = []
    with serve(BUILD / "html") as own, serve(build_stock()) as stock:
        for page in PAGES:
            print(page)
            result = median(f"{own}notebooks/{page}.html")
            show("this", result)
            show("stock", median(f"{stock}notebooks/{page}.html"))
            faults += [f"{page}: {name}" for name in missed(result)]
    print("Missed: " + ", ".join(faults) if faults else "All targets are met.")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
