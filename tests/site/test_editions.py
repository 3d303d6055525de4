"""An edition in another language is built from its own folder and stands beside the English one."""

import sys
from pathlib import Path

import pytest
import yaml

from tests.site.test_build_gates import ROOT, write_book

sys.path.append(str(ROOT / "tools"))

from build_book import build_book
from editions import source_folder, translations


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small book in English and in Russian and return its site."""
    root = tmp_path_factory.mktemp("editions")
    code = "from nnlib.language import chosen_language\n\nprint('kernel:', chosen_language())"
    cells = ["# Network", "$$ y = x \\tag{1} $$\n\n## Compute it\n\nSee [(1)](#eq-1).", code]
    write_book(root, {"02-network": cells})
    cells = [
        "# Сеть",
        "$$ y = x \\tag{1} $$\n\n(compute-it)=\n## Вычислите\n\n[(1)](#eq-1)",
        code,
    ]
    write_book(root / "ru", {"02-network": cells})
    for index in (root / "index.md", root / "ru" / "index.md"):
        index.write_text(f"{index.read_text('utf-8')}\n```{{answers}}\n```\n", encoding="utf-8")
    config = root / "ru" / "_config.yml"
    settings = yaml.safe_load(config.read_text("utf-8"))
    settings["sphinx"]["config"]["language"] = "ru"
    config.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    assert build_book(root=root) == 0
    assert build_book(root=root, language="ru") == 0
    return root / "_build" / "html"


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


def test_next_english_build_leaves_the_other_edition(site: Path) -> None:
    assert build_book(root=site.parents[1]) == 0
    assert (site / "ru" / "notebooks" / "02-network.html").exists()


def test_edition_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert translations(tmp_path) == []
    with pytest.raises(SystemExit, match=r"no edition in 'ru', only in en; CONTRIBUTING"):
        source_folder("ru", tmp_path)
