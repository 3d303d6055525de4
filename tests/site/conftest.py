"""What the tests of the site share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.built import SITE
from tests.site.server import serve


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built site."""
    if not (SITE / "index.html").is_file():
        raise RuntimeError("the book is not built; run `make book`")
    return SITE


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the site below /book/, as a project page of GitHub is."""
    with serve(site, "/book/") as url:
        yield url
