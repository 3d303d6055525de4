"""Put a zip of the site and a PDF of the book beside the site, and link the front page to both.

Use: `make release`, after which `_build/html/download/` holds both.
"""

import shutil
import zipfile
from pathlib import Path

import yaml
from ensure_browser import ROOT, ensure_browser
from playwright.sync_api import sync_playwright
from print_page import print_page

SITE = ROOT / "_build" / "html"
NAME = "how-a-neural-network-learns"
MARK = "<!-- downloads -->"
FOOTER = (
    '<div style="width:100%;font:8px sans-serif;text-align:center;color:#555">'
    '<span class="pageNumber"></span></div>'
)
# Paper has no scroll bars: what is wider than the page is made smaller.
SHRINK = """() => {
  for (const box of document.querySelectorAll(".math-scroll, .table-scroll")) {
    const factor = box.clientWidth / box.scrollWidth;
    if (factor < 1) box.style.zoom = Math.max(0.5, factor * 0.98);
  }
}"""
PRINTED_WIDTH = 722  # pixels between the margins of A4 at the scale below
SCALE = 0.92


def write_zip(site: Path, target: Path) -> None:
    """Pack the site; the same site gives the same file."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file():
                name = f"{NAME}/{path.relative_to(site).as_posix()}"
                archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)


def write_pdf(site: Path, target: Path, config: Path, toc: Path) -> None:
    """Print the whole book with Chromium."""
    settings = yaml.safe_load(config.read_text("utf-8"))
    page_file = site / "print-everything.html"
    html = print_page(site, toc, settings["title"], settings["html"]["baseurl"])
    page_file.write_text(html, encoding="utf-8")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=ensure_browser(), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport={"width": PRINTED_WIDTH, "height": 1160})
            page.emulate_media(media="print", color_scheme="light")
            page.goto(page_file.as_uri(), wait_until="load", timeout=120_000)
            page.evaluate("document.fonts.ready.then(() => null)")
            page.evaluate(SHRINK)
            page.set_default_timeout(300_000)
            page.pdf(
                path=target,
                prefer_css_page_size=True,
                print_background=True,
                scale=SCALE,
                outline=True,
                tagged=True,
                display_header_footer=True,
                header_template="<span></span>",
                footer_template=FOOTER,
            )
            browser.close()
    finally:
        page_file.unlink()


def link_downloads(front_page: Path, downloads: list[Path]) -> None:
    """Write links to the files, with their sizes, where the front page has the mark."""
    html = front_page.read_text("utf-8")
    if MARK not in html:
        raise ValueError(f"{front_page} has no {MARK}; expected the front page of a fresh build")
    words = {
        ".zip": "The whole site as a zip, to read offline",
        ".pdf": "The book as a PDF, to print",
    }
    links = "".join(
        f'<li><a href="download/{path.name}">{words[path.suffix]}</a> '
        f"({path.stat().st_size / 1e6:.1f} MB)</li>"
        for path in downloads
    )
    front_page.write_text(html.replace(MARK, f"{MARK}<ul>{links}</ul>"), encoding="utf-8")


def release(site: Path = SITE) -> list[Path]:
    """Make both files and return them."""
    folder = site / "download"
    shutil.rmtree(folder, ignore_errors=True)
    work = site.parent / "release"
    work.mkdir(exist_ok=True)
    files = [work / f"{NAME}.zip", work / f"{NAME}.pdf"]
    write_zip(site, files[0])
    write_pdf(site, files[1], ROOT / "_config.yml", ROOT / "_toc.yml")
    folder.mkdir()
    downloads = [Path(shutil.copy(file, folder)) for file in files]
    link_downloads(site / "index.html", downloads)
    return downloads


if __name__ == "__main__":
    for file in release():
        print(f"{file}  {file.stat().st_size / 1e6:.1f} MB")
