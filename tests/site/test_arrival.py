"""A page on a poor line: it is painted half, and what is read must not move when the rest comes."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.server import serve
from tests.site.test_listeners import ALL_LAID_OUT
from tests.site.visit import Visit

# Those that begin with tables or with short sections: the first screen is still growing.
PAGES = ["index", "book/notation", "book/how-to-read", "book/build", "book/credits"]
SMALL = 0.005


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_arrives(browser: Browser, site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    visits = {name: Visit(context) for name in PAGES}
    with serve(site, pieces=20) as url:
        for name, visit in visits.items():
            visit.page.goto(f"{url}{name}.html", wait_until="commit")
        for visit in visits.values():
            visit.page.wait_for_load_state("load")
            visit.page.wait_for_function(ALL_LAID_OUT)
            visit.paint()
    moved = {name: visit.moved() for name, visit in visits.items()}
    context.close()
    assert not {name: by for name, by in moved.items() if by > SMALL}
