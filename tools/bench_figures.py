"""Measure what an interaction costs in the live figures, with the CPU slowed four times.

Use: `python tools/bench_figures.py [NAME…]`, with Chromium as for the tests. Ends with status 1
if an interaction makes a frame whose script takes longer than a frame lasts, 16 ms.

Each figure is opened at 390 pixels in its start state and in the states of `STATES`, which are
those where much is drawn; all its <details> are open. There, every control gets a key that changes
it, twice, because a second press often undoes the first; of more than eight controls of
one kind only the first, the middle and the last. Then everything that a pointer can drag is
dragged. Before each, the figure goes back to the state.

What is taken is the processor time of all script between two frames: an event's handlers, what
they leave for later in the same frame, and the slices of longer work, each of which has a frame of
its own; what the browser does by itself, such as showing another option, is not in it. The times
come from the browser's trace and leave out those in which other programs had the processor, so
that they mean much the same on a busy machine. What costs too much is tried again, three times at
most, and the smallest counts, because garbage is collected at its own time.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).parents[1]))

from nnlib import figures
from tests.figures.page import FigurePage
from tools.browsers import open_browser

SLOWDOWN = 4
FRAME = 16.0
TRIES = 3
SAMPLE_OVER = 8  # controls of one kind, of which three are enough
SETTLED = 60  # milliseconds after an input in which its frames are drawn

#: States beside the start, where more is computed or drawn.
STATES: list[tuple[str, dict[str, Any]]] = [
    ("DigitsLab", {"epochs": 12, "cell": (8, 8)}),
    ("DigitsLab", {"epochs": 2, "scaled": False, "cell": (1, 1), "weights": "after"}),
    ("EarnTheTranspose", {"step": 3}),
    ("EarnTheTranspose", {"view": "puzzle", "square": True, "entry": (1, 1)}),
    ("ErrorSquares", {"y": [[1.5, -0.5, 1.0]], "focus": 2}),
    ("ForwardAndBack", {"step": 4}),
    ("ForwardAndBack", {"step": 8, "chosen": ["value", 0, 1]}),
    ("GradientCheckMeter", {"mistake": "output", "exponent": -1.0}),
    ("LineByLine", {"step": 3}),
    ("LineByLine", {"layer": "ActivationLayer", "step": 2}),
    ("MatrixMicroscope", {"x": [[1, 2, 3, 4]] * 4, "w": [[0.1, -0.2, 0.3, 0.4]] * 4,
                          "b": [[0.1, 0.2, 0.3, 0.4]]}),
    ("PlugLayers", {"activations_on": False, "compared": True}),
    ("TangentAndDiagonal", {"f": "relu", "x": [[-1.5, 0, 0.3, 2]], "g": [[1, 2, -3, 4]]}),
    ("TrainingLab", {"seed": 12, "width": 8, "scale": 2.0, "steps": 8000}),
    ("TrainingLab", {"seed": 4, "width": 4, "batch": 4, "steps": 5000, "epochs": 5000,
                     "mistake": "no-transpose", "pair": (0, 3)}),
    ("Valley", {"mode": "two", "steps": 99, "batch_size": 1}),
]  # fmt: skip

# The controls to press, each marked with its number; of many that are alike, three.
CONTROLS = """most => {
  const kinds = new Map();
  const pressed = "button, input, select, summary, [tabindex='0']";
  for (const one of document.querySelectorAll(`.nn-live :is(${pressed})`)) {
    if (one.disabled || !one.checkVisibility()) continue;
    const own = one.className.baseVal ?? one.className;
    const kind = `${one.parentElement.className} ${one.tagName} ${one.type} ${own}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  const chosen = [...kinds.values()].flatMap((alike) =>
    alike.length > most ? [alike[0], alike[alike.length >> 1], alike.at(-1)] : alike);
  return chosen.map((one, k) => {
    one.dataset.bench = k;
    const label = one.labels?.[0];
    const said = label?.querySelector("span") ?? label ?? one;
    return one.getAttribute("aria-label") ?? said.textContent.trim();
  });
}"""
# A key that changes the control as it is now: arrows move, Enter and the space bar press.
KEY = """one => {
  if (!one) return null; // the first press has taken it away
  if (one.matches("[type=checkbox]")) return "Space";
  if (one.matches("select")) return one.selectedIndex + 1 < one.length ? "ArrowDown" : "ArrowUp";
  const below = Number(one.value) < Number(one.max);
  if (one.matches("[type=range]")) return below ? "ArrowRight" : "ArrowLeft";
  if (one.matches("[type=number]")) return below ? "ArrowUp" : "ArrowDown";
  if (one.matches("[type=radio], [role=slider]")) return "ArrowRight";
  return "Enter";
}"""
# The middles of what has a cursor for dragging, or is a slider.
DRAGGED = """() => {
  const drags = (one) => /crosshair|move|grab|resize/.test(getComputedStyle(one).cursor);
  const draggable = (one) => one.checkVisibility()
    && (one.matches("[type=range]") || (drags(one) && !drags(one.parentElement)));
  return [...document.querySelectorAll(".nn-live *")].filter(draggable).map((one) => {
    one.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = one.getBoundingClientRect();
    const name = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent;
    return {
      name: name ?? one.className.baseVal ?? one.className,
      scroll: scrollY,
      x: left + width / 2,
      y: top + height / 2,
      dx: Math.min(60, width / 3),
      dy: Math.min(60, height / 3),
    };
  });
}"""
# Counts the frames that the figure asks for, so that it is known when it has finished.
COUNT_FRAMES = """
  window.benchFrame = window.requestAnimationFrame.bind(window);
  window.benchAsked = 0;
  window.requestAnimationFrame = (draw) => (window.benchAsked++, window.benchFrame(draw));
"""
# Back to the state of the start, every <details> open, and four frames in which nothing happens.
BACK = """() => new Promise((done) => {
  const figure = document.querySelector(".nn-figure");
  const start = JSON.parse(figure.dataset.state);
  for (const [name, value] of Object.entries(start)) figure.nnModel.set(name, value);
  for (const one of figure.querySelectorAll("details")) one.open = true;
  let [calm, frames, asked] = [0, 0, -1];
  const watcher = new MutationObserver(() => (calm = 0));
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  watcher.observe(figure, all);
  const frame = () => {
    if (asked !== window.benchAsked) calm = 0;
    asked = window.benchAsked;
    if (++calm < 4 && ++frames < 900) return window.benchFrame(frame);
    watcher.disconnect();
    done();
  };
  frame();
})"""

SCRIPT = {"FunctionCall", "RunMicrotasks"}
MARK = "bench "


class Bench:
    """A figure in one state, and what its interactions cost."""

    def __init__(self, page: FigurePage) -> None:
        self.page = page.page
        self.session = self.page.context.new_cdp_session(self.page)
        self.events: list[dict[str, Any]] = []
        self.complete = False
        self.session.on("Tracing.dataCollected", lambda data: self.events.extend(data["value"]))
        self.session.on("Tracing.tracingComplete", lambda _: setattr(self, "complete", True))

    def measure(self) -> dict[str, float]:
        """Return the milliseconds of the dearest frame of each control and each drag."""
        self.back()
        names = self.page.evaluate(CONTROLS, SAMPLE_OVER)
        drags = [one["name"] for one in self.page.evaluate(DRAGGED)]
        todo = {f"{number} {name}": number for number, name in enumerate(names)}
        todo |= {f"{-number} drag {name}": -number for number, name in enumerate(drags, start=1)}
        costs: dict[str, float] = {}
        for _ in range(TRIES):
            dear = [name for name in todo if costs.get(name, FRAME + 1) > FRAME]
            if dear:
                found = self.traced({name: todo[name] for name in dear})
                costs |= {name: min(found[name], costs.get(name, found[name])) for name in dear}
        return costs

    def traced(self, todo: dict[str, int]) -> dict[str, float]:
        """Do these interactions, and read from the browser's trace what they cost."""
        self.events, self.complete = [], False
        config = {"includedCategories": ["devtools.timeline", "blink.user_timing"]}
        self.session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": config})
        for name, number in todo.items():
            self.back()
            if number >= 0:
                self.press(name, number)
            else:
                self.drag(name, -number - 1)
            self.page.evaluate("name => performance.mark(name)", MARK)
        self.session.send("Tracing.end")
        while not self.complete:
            self.page.wait_for_timeout(20)
        costs = dict.fromkeys(todo, 0.0)
        for name, cost in frames(self.events):
            if name in costs:
                costs[name] = max(costs[name], cost)
        return costs

    def back(self) -> None:
        """Bring the figure back to its state."""
        self.throttle(1)
        self.page.evaluate(BACK)

    def throttle(self, rate: int) -> None:
        """Slow the processor down."""
        self.session.send("Emulation.setCPUThrottlingRate", {"rate": rate})

    def press(self, name: str, number: int) -> None:
        """Go to a control and press its key, twice."""
        self.page.evaluate(CONTROLS, SAMPLE_OVER)
        control = f"document.querySelector('[data-bench=\"{number}\"]')"
        self.throttle(SLOWDOWN)
        self.page.evaluate(f"name => {{ performance.mark(name); {control}.focus(); }}", MARK + name)
        self.page.wait_for_timeout(SETTLED)
        for _ in range(2):
            if key := self.page.evaluate(f"() => ({KEY})({control})"):
                self.page.keyboard.press(key)
                self.page.wait_for_timeout(SETTLED)

    def drag(self, name: str, number: int) -> None:
        """Take something that can be dragged by the pointer and move it."""
        place = self.page.evaluate(DRAGGED)[number]
        self.page.evaluate("top => scrollTo({ top, behavior: 'instant' })", place["scroll"])
        x, y = place["x"], place["y"]
        self.page.mouse.move(x, y)
        self.throttle(SLOWDOWN)
        self.page.evaluate("name => performance.mark(name)", MARK + name)
        self.page.mouse.down()
        self.page.wait_for_timeout(SETTLED)
        for step in range(1, 7):
            self.page.mouse.move(x + place["dx"] * step / 6, y + place["dy"] * step / 6)
            self.page.wait_for_timeout(40)
        self.page.mouse.up()
        self.page.wait_for_timeout(SETTLED)


def frames(events: list[dict[str, Any]]) -> Iterator[tuple[str, float]]:
    """Yield the mark and the milliseconds of script of each frame of the page's main thread."""
    main = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    mark, frame, covered = "", 0.0, 0.0
    for one in sorted(events, key=lambda event: event["ts"]):
        if (one["pid"], one["tid"]) not in main:
            continue
        if one["name"].startswith(MARK):
            yield mark, frame
            mark, frame = one["name"].removeprefix(MARK), 0.0
        elif one["name"] == "AnimationFrame::Render" and one["ph"] == "e":
            yield mark, frame
            frame = 0.0
        elif one["name"] in SCRIPT and one["ph"] == "X" and one["ts"] >= covered:
            frame += one.get("tdur", 0.0) / 1000  # what is inside of it is in it
            covered = one["ts"] + one["dur"]


def measure(browser: Browser, folder: Path, name: str, settings: dict[str, Any]) -> float:
    """Measure a figure in one state, print a line, and return the dearest frame."""
    page = FigurePage(browser, folder, getattr(figures, name)(**settings), width=390)
    page.page.emulate_media(reduced_motion="no-preference")  # what moves costs most
    page.page.add_init_script(COUNT_FRAMES)
    page.page.reload()
    page.page.wait_for_selector(".nn-figure[data-live='yes']")
    costs = Bench(page).measure()
    page.close()
    dearest = max(costs, key=lambda one: costs[one])
    state = ", ".join(f"{key}={value}" for key, value in settings.items())
    print(f"{name}({state[:60]})".ljust(50), f"{len(costs):3} interactions, dearest", end=" ")
    print(f"{costs[dearest]:5.1f} ms: {dearest.split(' ', 1)[1]}", flush=True)
    for one, cost in sorted(costs.items(), key=lambda item: -item[1]):
        if cost > FRAME and one != dearest:
            print(f"{'':71} {cost:5.1f} ms: {one.split(' ', 1)[1]}", flush=True)
    return costs[dearest]


def main(names: list[str]) -> int:
    """Measure the figures; return 1 if a frame was too slow."""
    slow = False
    with open_browser() as browser, tempfile.TemporaryDirectory() as folder:
        for name in names:
            for settings in [{}, *(more for figure, more in STATES if figure == name)]:
                target = Path(tempfile.mkdtemp(dir=folder))
                slow |= measure(browser, target, name, settings) > FRAME
    return int(slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(figures.__all__)))
