"""The page "Check yourself" has every question of the chapters, and counts them."""

import json
import re
from html import unescape
from pathlib import Path

from bs4 import BeautifulSoup

from tests.site.built import chapters

STATE = re.compile(r'data-figure="([a-z-]+)" data-state="([^"]*)"')
PAGE = "book/check-yourself.html"


def states(page: Path, *kinds: str) -> list[dict]:
    """State of every figure of these kinds, in the order of the page."""
    found = STATE.findall(page.read_text("utf-8"))
    return [json.loads(unescape(state)) for kind, state in found if kind in kinds]


def questions(page: Path) -> list[dict]:
    return states(page, "choice-question", "number-question")


def test_every_question_is_there_once(site: Path) -> None:
    asked = [question for chapter in chapters(site) for question in questions(site / chapter)]
    assert len(asked) >= 2 * 11, "at least two in each of eleven chapters"
    assert questions(site / PAGE) == asked


def test_the_table_counts_them(site: Path) -> None:
    (table,) = states(site / PAGE, "progress")
    numbers = {
        f"ch{Path(chapter).stem[:2]}": len(questions(site / chapter)) for chapter in chapters(site)
    }
    assert table["questions"] == {chapter: number for chapter, number in numbers.items() if number}


def test_each_question_leads_to_its_hints(site: Path) -> None:
    page = BeautifulSoup((site / PAGE).read_text("utf-8"), "html.parser")
    asked = page.select(".nn-question")
    places = [question.find_next("p", class_="nn-where").a["href"] for question in asked]
    assert len(set(places)) == len(asked)
    for question, place in zip(asked, places, strict=True):
        address, anchor = place.split("#")
        chapter = BeautifulSoup((site / "book" / address).read_text("utf-8"), "html.parser")
        section = chapter.find(id=anchor)
        assert question["data-state"] in {q["data-state"] for q in section.select(".nn-question")}
        assert [s.text for s in section.select("summary")][-3:] == ["Hint 1", "Hint 2", "Solution"]


def test_no_chapter_shows_the_code_of_a_question(site: Path) -> None:
    for chapter in chapters(site):
        page = BeautifulSoup((site / chapter).read_text("utf-8"), "html.parser")
        assert page.select(".cell .cell_input"), f"{chapter} shows no code at all"
        for question in page.select(".nn-question"):
            cell = question.find_parent(class_="cell")
            assert not cell.select(".cell_input, pre"), f"{chapter}: the code has the answer"
