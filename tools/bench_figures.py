"""Measure what one key press costs in every live figure, with the CPU slowed four times.

Use: `python tools/bench_figures.py [NAME…]`, with Chromium as for the tests. Every control of a
figure at 390 pixels is focused and gets a key that changes something; the script time of that
is taken from the browser, the smallest of three tries. Ends with status 1 if one costs more
than a frame, 16 ms.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from nnlib import figures
from tests.browser import open_browser
from tests.figures.page import FigurePage

SLOWDOWN = 4
FRAME = 16.0
TRIES = 3
CONTROLS = ".nn-live :is(button, input, select, summary, [tabindex='0']):not(:disabled)"

# Which key changes what: arrows move sliders, numbers, radio buttons and grids; Enter presses.
KEY = """control => control.matches("button:not([data-r]), summary") ? "Enter"
  : control.matches("[type=checkbox]") ? "Space"
  : control.matches("[type=range], [type=radio], [data-r], [role=slider]") ? "ArrowRight"
  : "ArrowUp" """
NAME = """control => control.getAttribute("aria-label") ?? control.labels?.[0]?.textContent
  ?? control.textContent.trim()"""


def script_time(session: object) -> float:
    """Return the milliseconds of JavaScript that the page has run so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(one["value"] for one in metrics if one["name"] == "ScriptDuration")


def measure(page: FigurePage) -> list[tuple[float, str]]:
    """Press one key on every control; return the costs and the controls' names."""
    session = page.page.context.new_cdp_session(page.page)
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    costs = []
    for number in range(page.page.locator(CONTROLS).count()):
        tries = []
        for _ in range(TRIES):
            controls = page.page.locator(CONTROLS)
            if number >= controls.count():
                break  # the figure has fewer controls in its new state
            control = controls.nth(number)
            name, key = control.evaluate(NAME), control.evaluate(KEY)
            control.focus()
            before = script_time(session)
            page.page.keyboard.press(key)
            page.page.wait_for_timeout(60)
            tries.append(script_time(session) - before)
        if tries:
            costs.append((min(tries), name))
    return costs


def main(names: list[str]) -> int:
    """Measure the figures; print a line for each, return 1 if one was too slow."""
    slow = 0
    with open_browser() as browser, tempfile.TemporaryDirectory() as folder:
        for name in names:
            target = Path(folder) / name
            target.mkdir()
            page = FigurePage(browser, target, getattr(figures, name)(), width=390)
            costs = measure(page)
            page.close()
            most, control = max(costs)
            slow += most > FRAME
            print(f"{name:20} {len(costs):3} controls, dearest {most:5.1f} ms: {control}")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(figures.__all__)))
