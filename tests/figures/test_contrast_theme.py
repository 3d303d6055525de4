"""A contrast theme of the system takes all colors away but those that carry what a figure shows."""

from nnlib.figures import DigitsLab, EarnTheTranspose, LineByLine

BACKGROUND = "cell => getComputedStyle(cell).backgroundColor"


def grounds(page, *selectors):
    """Return the background of the first element of each selector, in a contrast theme."""
    page.page.emulate_media(forced_colors="active")
    return [page.figure.locator(one).first.evaluate(BACKGROUND) for one in selectors]


def test_ink_and_bars_are_seen(show):
    page = show(DigitsLab())
    inks = page.figure.locator(".dl-pad button")
    page.page.emulate_media(forced_colors="active")
    assert len(set(inks.evaluate_all(f"cells => cells.map({BACKGROUND})"))) > 5
    plus, minus, paper = grounds(page, ".dl-plus", ".dl-minus", ".nn-stage")
    assert len({plus, minus, paper}) == 3


def test_marked_cells_differ_from_others(show):
    page = show(EarnTheTranspose(step=4))
    row, column, plain = grounds(page, "td.nn-row", "td.nn-column", "td:not([class*=nn-])")
    assert len({row, column, plain}) == 3


def test_the_present_line_of_code_is_seen(show):
    page = show(LineByLine(step=2))
    present, other = grounds(page, ".ll-current", ".ll-done")
    assert present != other
