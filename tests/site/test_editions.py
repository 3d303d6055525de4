"""An edition in another language is built from its own folder and stands beside the English one."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from tests.site.server import serve
from tests.site.test_build_gates import ROOT, write_book

sys.path.append(str(ROOT / "tools"))

from build_book import build_book, environment
from editions import source_folder, translations
from link_editions import link_editions

BASE = "https://someone.example/learning"
ALTERNATE = "link[rel=alternate], [property='og:locale:alternate']"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small book in English and in Russian and return its site."""
    root = tmp_path_factory.mktemp("editions")
    code = "from nnlib.language import chosen_language\n\nprint('kernel:', chosen_language())"
    cells = ["# Network", "$$ y = x \\tag{1} $$\n\n## Compute it\n\nSee [(1)](#eq-1).", code]
    plan = ["# Plan", "$$ z \\tag{2} $$\n\n$$ w \\tag{i} $$", "1;"]
    write_book(root, {"02-network": cells, "03-plan": plan, "04-more": ["# More", "1;"]})
    cells = [
        "# Сеть",
        "$$ y = x \\tag{1} $$\n\n(compute-it)=\n## Вычислите\n\n[(1)](#eq-1)",
        "[План](03-plan.ipynb), [его часть](03-plan.ipynb#a-part), [(2)](#eq-2), [(i)](#eq-3-i)",
        "[Начало](../index.md), [ещё](04-more.ipynb)",
        code,
    ]
    write_book(root / "ru", {"02-network": cells})
    shutil.copy(root / "notebooks" / "04-more.ipynb", root / "ru" / "notebooks")  # not in the toc
    for index in (root / "index.md", root / "ru" / "index.md"):
        index.write_text(f"{index.read_text('utf-8')}\n```{{answers}}\n```\n", encoding="utf-8")
    with (root / "ru" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n[План](notebooks/03-plan.ipynb)\n")
    config = root / "ru" / "_config.yml"
    settings = yaml.safe_load(config.read_text("utf-8"))
    settings["sphinx"]["config"]["language"] = "ru"
    config.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOOK_URL", BASE)
        assert build_book(root=root) == 0
        alone = BeautifulSoup((root / "_build/html/index.html").read_text("utf-8"), "html.parser")
        assert not alone.select(f"{ALTERNATE}, .language")
        assert build_book(root=root, language="ru") == 0
    return root / "_build" / "html"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve(site, "/book/") as url:
        yield url


def page_of(site: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / name).read_text("utf-8"), "html.parser")


@pytest.mark.parametrize(("folder", "language"), [("", "en"), ("ru/", "ru")])
def test_each_edition_has_the_page_in_its_language(site: Path, folder: str, language: str) -> None:
    page = (site / f"{folder}notebooks/02-network.html").read_text("utf-8")
    assert f'<html lang="{language}"' in page
    assert ("Сеть" in page) == (language == "ru")


@pytest.mark.parametrize(
    ("folder", "language", "caption"),
    [("", "en", "Your answers."), ("ru/", "ru", "Ваши ответы.")],
)
def test_nnlib_speaks_the_language_of_the_edition(
    site: Path, folder: str, language: str, caption: str
) -> None:
    page = (site / f"{folder}notebooks/02-network.html").read_text("utf-8")
    assert f"kernel: {language}\n" in page
    assert caption in (site / f"{folder}index.html").read_text("utf-8")


@pytest.mark.parametrize("folder", ["", "ru/"])
def test_links_lead_to_the_same_places_in_each_edition(site: Path, folder: str) -> None:
    page = (site / f"{folder}notebooks/02-network.html").read_text("utf-8")
    assert 'id="compute-it"' in page
    assert 'id="eq-1"' in page
    assert 'href="#eq-1"' in page


@pytest.mark.parametrize("folder", ["", "ru/"])
def test_each_page_names_its_versions(site: Path, folder: str) -> None:
    for name, end in {"index.html": "", "notebooks/02-network.html": None}.items():
        page = page_of(site, folder + name)
        end = name if end is None else end
        assert page.select_one("link[rel=canonical]")["href"] == f"{BASE}/{folder}{end}"
        links = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate]")}
        assert links == {
            "en": f"{BASE}/{end}",
            "ru": f"{BASE}/ru/{end}",
            "x-default": f"{BASE}/{end}",
        }
        locales = [
            page.select_one(f"[property='og:locale{kind}']")["content"]
            for kind in ("", ":alternate")
        ]
        assert locales == (["ru_RU", "en_US"] if folder else ["en_US", "ru_RU"])


def test_links_to_pages_that_are_not_translated_lead_to_english(site: Path) -> None:
    page = page_of(site, "ru/notebooks/02-network.html")
    links = {link.get_text(): link["href"] for link in page.select("article a[href]")}
    there = "../../notebooks/03-plan.html"
    assert links["План"] == there
    assert links["его часть"] == f"{there}#a-part"
    assert links["(2)"] == f"{there}#eq-2"
    assert links["(i)"] == f"{there}#eq-3-i"
    assert links["ещё"] == "../../notebooks/04-more.html"
    assert links["(1)"] == "#eq-1"
    assert links["Начало"] == "../index.html"
    assert page_of(site, "ru/index.html").select("a[href='../notebooks/03-plan.html']")


def test_page_of_one_edition_names_no_other(site: Path) -> None:
    assert not page_of(site, "notebooks/03-plan.html").select(f"{ALTERNATE}, .language")


def test_pages_that_are_not_to_be_found_name_no_versions(site: Path) -> None:
    assert not page_of(site, "search.html").select(ALTERNATE)
    assert page_of(site, "search.html").select_one(".language")["href"] == "ru/search.html"
    assert not page_of(site, "404.html").select(f"{ALTERNATE}, .language")


def test_a_reader_changes_the_language_and_keeps_the_place(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}notebooks/02-network.html#compute-it")
    page.get_by_role("link", name="Русский", exact=True).click()
    page.wait_for_url(f"{address}ru/notebooks/02-network.html#compute-it")
    assert page.locator("h2").inner_text().startswith("Вычислите")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(f"{address}notebooks/02-network.html#compute-it")
    page.goto(address)
    page.locator(".language").click()
    page.wait_for_url(f"{address}ru/index.html")
    page.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_switch_has_room(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}notebooks/02-network.html")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    boxes = [page.locator(part).bounding_box() for part in (".language", "#theme-button")]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    assert boxes[0]["height"] >= 40
    page.close()


def test_one_file_names_the_sitemaps_of_all_editions(site: Path) -> None:
    link_editions(site)  # again, as after the next build
    assert (site / "robots.txt").read_text("utf-8").splitlines()[2:] == [
        f"Sitemap: {BASE}/sitemap.xml",
        f"Sitemap: {BASE}/ru/sitemap.xml",
    ]
    assert not (site / "ru" / "robots.txt").exists()
    assert f"<loc>{BASE}/ru/notebooks/02-network.html</loc>" in (
        (site / "ru" / "sitemap.xml").read_text("utf-8")
    )


def test_linking_again_changes_nothing(site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*.html")}
    link_editions(site)
    assert {path: path.read_bytes() for path in site.rglob("*.html")} == before


@pytest.mark.parametrize(
    ("language", "address"), [("en", f"{BASE}/"), ("ru", f"{BASE}/ru/")], ids=["en", "ru"]
)
def test_an_edition_is_published_below_the_english_one(
    monkeypatch: pytest.MonkeyPatch, language: str, address: str
) -> None:
    monkeypatch.setenv("BOOK_URL", f"{BASE}/")
    assert environment(language)["BOOK_URL"] == address
    monkeypatch.delenv("BOOK_URL")
    assert "BOOK_URL" not in environment(language)


@pytest.mark.parametrize("link", ["[x](notebooks/09-nothing.ipynb)", "[x](#eq-9)"])
def test_link_to_nowhere_stops_the_build_of_an_edition(site: Path, link: str) -> None:
    root = site.parents[1]
    page = root / "ru" / "index.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n{link}\n", encoding="utf-8")
    assert build_book(root=root, language="ru") != 0
    page.write_text(text, encoding="utf-8")


def test_an_edition_is_read_again_when_english_pages_have_other_places(site: Path) -> None:
    root = site.parents[1]
    assert build_book(root=root, language="ru") == 0
    memory = root / "ru" / "_build" / ".doctrees" / "notebooks" / "02-network.doctree"
    read_at = memory.stat().st_mtime_ns
    assert build_book(root=root, language="ru") == 0
    assert memory.stat().st_mtime_ns == read_at
    page = root / "notebooks" / "03-plan.ipynb"
    renamed = page.rename(page.with_name("05-plan.ipynb"))  # the links still say 03-plan
    assert build_book(root=root, language="ru") != 0
    renamed.rename(page)


def test_next_english_build_leaves_the_other_edition(site: Path) -> None:
    assert build_book(root=site.parents[1]) == 0  # without an address
    assert (site / "ru" / "notebooks" / "02-network.html").exists()
    page = page_of(site, "notebooks/02-network.html")
    assert page.select_one(".language")["href"] == "../ru/notebooks/02-network.html"
    assert not page.select("link[rel=alternate]")


def test_a_page_that_is_gone_is_linked_no_longer(site: Path) -> None:
    (site / "ru" / "notebooks" / "02-network.html").unlink()
    link_editions(site)
    assert not page_of(site, "notebooks/02-network.html").select(f"{ALTERNATE}, .language")
    assert page_of(site, "index.html").select(".language")


def test_edition_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert translations(tmp_path) == []
    with pytest.raises(SystemExit, match=r"no edition in 'ru', only in en; CONTRIBUTING"):
        source_folder("ru", tmp_path)
