"""Drive a stock Firefox by WebDriver BiDi, the W3C's protocol that Firefox itself speaks.

Playwright drives a Firefox of its own making, which comes from one host only, or the newest stock
ones. This speaks to any since 2024, such as Debian's and Ubuntu's, over one web socket.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any

from websocket import WebSocket, create_connection

from tools.browsers import firefox

EVENTS = [
    "log.entryAdded",
    "network.beforeRequestSent",
    "network.responseCompleted",
    "network.fetchError",
]
KEYS = {"ArrowRight": "\ue014", "Control": "\ue009", "Enter": "\ue007", "Tab": "\ue004"}
WAIT = 60  # seconds for any answer


class Tab:
    """A tab; `events` has what the console and the network said since it was last cleared."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._count = 0
        self.events: list[dict[str, Any]] = []
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=EVENTS)
        # In the first tab the address bar has the focus, and fields are not told that they have it.
        self.context = self.command("browsingContext.create", type="tab")["context"]
        self.command("browsingContext.activate", context=self.context)

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its answer; what happens meanwhile goes to `events`."""
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer["type"] == "event":
                self.events.append(answer)
            elif answer.get("id") == self._count:
                if answer["type"] == "error":
                    raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
                return answer["result"]

    def resize(self, width: int, height: int) -> None:
        """Give the page this size."""
        size = {"width": width, "height": height}
        self.command("browsingContext.setViewport", context=self.context, viewport=size)

    def before_each_page(self, function: str) -> None:
        """Call a JavaScript function in each page before its own scripts."""
        self.command("script.addPreloadScript", functionDeclaration=function)

    def open(self, url: str) -> None:
        """Load a page."""
        self.events.clear()
        self.command("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, or of what it promises."""
        answer = self.command(
            "script.evaluate",
            expression=f"(async () => JSON.stringify((await ({expression})) ?? null))()",
            target={"context": self.context},
            awaitPromise=True,
            userActivation=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def until(self, condition: str) -> None:
        """Wait until a JavaScript expression is true, also on the next page."""
        target = {"context": self.context}
        end = monotonic() + WAIT
        while monotonic() < end:
            answer = self.command(
                "script.evaluate", expression=f"!!({condition})", target=target, awaitPromise=False
            )
            if answer.get("result", {}).get("value") is True:
                return
            sleep(0.02)
        raise RuntimeError(f"never: {condition}")

    def press(self, *keys: str) -> None:
        """Press keys together, and release them."""
        values = [KEYS.get(key, key) for key in keys]
        actions = [{"type": "keyDown", "value": value} for value in values]
        actions += [{"type": "keyUp", "value": value} for value in reversed(values)]
        self._act({"type": "key", "id": "keyboard", "actions": actions})

    def type(self, text: str) -> None:
        """Type a text."""
        for letter in text:
            self.press(letter)

    def click(self, selector: str) -> None:
        """Scroll to the first element of this kind and click into its middle."""
        x, y = self.evaluate(f"""(() => {{
          const element = document.querySelector({json.dumps(selector)});
          element.scrollIntoView({{ block: "center", behavior: "instant" }});
          const box = element.getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
        }})()""")
        move = {"type": "pointerMove", "x": x, "y": y, "origin": "viewport"}
        press, release = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        self._act({"type": "pointer", "id": "mouse", "actions": [move, press, release]})

    def _act(self, source: dict[str, Any]) -> None:
        self.command("input.performActions", context=self.context, actions=[source])


def _address(process: subprocess.Popen[str]) -> str:
    """Return the address of the socket, which Firefox prints when it is ready."""
    assert process.stderr
    said = []
    for line in process.stderr:
        if match := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            return match[1]
        said.append(line)
    raise RuntimeError(f"Firefox did not start: {''.join(said[-5:])}")


@contextmanager
def open_firefox(*, dark: bool = False) -> Iterator[Tab]:
    """Open Firefox without a window, on a system with light or dark colors and little motion."""
    preferences = {
        "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
        "ui.prefersReducedMotion": 1,
    }
    lines = [f'user_pref("{name}", {value});\n' for name, value in preferences.items()]
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        Path(profile, "user.js").write_text("".join(lines), encoding="utf-8")
        command = [firefox(), "--headless", "--no-remote", "--remote-debugging-port=0"]
        process = subprocess.Popen(
            [*command, "--profile", profile],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            socket = create_connection(
                f"{_address(process)}/session", timeout=WAIT, suppress_origin=True
            )
            yield Tab(socket)
            socket.close()
        finally:
            process.terminate()
            process.wait(WAIT)
