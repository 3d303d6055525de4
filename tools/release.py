"""Put a zip of the site and a PDF of the book beside the site, and link the front page to both.

Use: `make release`, after which `_build/html/download/` holds both.
"""

import re
import shutil
import zipfile
from pathlib import Path

import yaml
from browsers import open_browser
from downloads import forget_downloads, link_downloads
from ensure_browser import ensure_browser
from playwright.sync_api import Browser, Page
from print_page import print_page

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
NAME = "how-a-neural-network-learns"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
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
    """Pack the site without its downloads; the same site gives the same file."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file() and site / "download" not in path.parents:
                name = f"{NAME}/{path.relative_to(site).as_posix()}"
                archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)


def page_numbers(pdf: bytes) -> dict[str, int]:
    """Return the page on which each named place of Chromium's PDF is."""
    objects = re.findall(rb"\n(\d+) 0 obj\n<</Type /Page\n", pdf)
    page_of = {number: index for index, number in enumerate(objects, start=1)}
    places = re.findall(rb"\n/(\S+) \[(\d+) 0 R /XYZ", pdf)
    return {name.decode("ascii"): page_of[number] for name, number in places}


def print_file(page: Page, file: Path) -> bytes:
    """Print one HTML file."""
    page.goto(file.as_uri(), wait_until="load", timeout=120_000)
    page.evaluate("document.fonts.ready.then(() => null)")
    page.evaluate(SHRINK)
    return page.pdf(
        prefer_css_page_size=True,
        print_background=True,
        scale=SCALE,
        outline=True,
        tagged=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOTER,
    )


def published_address(site: Path) -> str:
    """Return the address that the site was built for, with a slash at its end; empty if none."""
    found = CANONICAL.search((site / "index.html").read_text("utf-8"))
    return found[1] if found else ""


def write_pdf(browser: Browser, site: Path, target: Path, config: Path, toc: Path) -> None:
    """Print the whole book with Chromium, twice: the contents need the numbers of the pages."""
    title = yaml.safe_load(config.read_text("utf-8"))["title"]
    base = published_address(site)
    file = site / "print-everything.html"
    page = browser.new_page(viewport={"width": PRINTED_WIDTH, "height": 1160})
    page.set_default_timeout(300_000)
    page.emulate_media(media="print", color_scheme="light")
    numbers: dict[str, int] = {}
    try:
        for _ in range(2):
            file.write_text(print_page(site, toc, title, base, numbers), encoding="utf-8")
            pdf = print_file(page, file)
            numbers = page_numbers(pdf)
    finally:
        file.unlink(missing_ok=True)
        page.close()
    target.write_bytes(pdf)


def release(site: Path = SITE) -> list[Path]:
    """Make both files and return them."""
    forget_downloads(site)
    work = site.parent / "release"
    work.mkdir(exist_ok=True)
    files = [work / f"{NAME}.zip", work / f"{NAME}.pdf"]
    write_zip(site, files[0])
    ensure_browser()
    with open_browser() as browser:
        write_pdf(browser, site, files[1], ROOT / "_config.yml", ROOT / "_toc.yml")
    folder = site / "download"
    folder.mkdir()
    downloads = [Path(shutil.copy(file, folder)) for file in files]
    link_downloads(site / "index.html", downloads)
    return downloads


if __name__ == "__main__":
    for file in release():
        print(f"{file}  {file.stat().st_size / 1e6:.1f} MB")
