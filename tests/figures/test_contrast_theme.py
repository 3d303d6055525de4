"""A contrast theme of the system takes colors away; what a figure shows by them is still seen."""

from playwright.sync_api import Locator

from nnlib.figures import DigitsLab, EarnTheTranspose, LineByLine


def seen(place: Locator, change: str) -> bool:
    """Whether this change of the element can be seen in a contrast theme."""
    place.page.emulate_media(forced_colors="active")
    before = place.screenshot()
    place.evaluate(change)
    return place.screenshot() != before


def test_ink_of_the_pad_is_seen(show):
    pad = show(DigitsLab()).figure.locator(".dl-pad")
    blank = "pad => pad.querySelectorAll('button').forEach(cell => cell.style = '')"
    assert seen(pad, blank)


def test_bars_are_seen(show):
    track = show(DigitsLab()).figure.locator(".dl-track").first
    assert seen(track, "track => track.replaceChildren()")


def test_a_lit_row_is_seen(show):
    page = show(EarnTheTranspose(step=4))
    lit = page.figure.locator(".nn-row").first
    lit.evaluate("cell => cell.dataset.lit = ''")
    assert seen(page.figure.locator("[data-lit]"), "cell => cell.className = ''")


def test_the_present_line_of_code_is_seen(show):
    line = show(LineByLine(step=2)).figure.locator(".ll-current")
    ground = "line => line.style = 'background: none; font-weight: inherit; --indent: 0'"
    line.evaluate("line => line.style = 'font-weight: inherit; --indent: 0'")
    assert seen(line, ground)
