"""Questions are opened in the browser as figures are."""

from tests.figures.conftest import show

__all__ = ["show"]
