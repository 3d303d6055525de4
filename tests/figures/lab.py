"""JupyterLab as a reader opens it: the environment's own, with no setting of anybody's."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

TOKEN = "a-token-for-this-test"
PATIENCE = 60  # seconds that a slow machine gets for what takes a second here
NOTEBOOK = {
    "cells": [
        {"cell_type": "code", "id": name, "metadata": {}, "outputs": [], "source": ""}
        | {"execution_count": None}
        for name in ("shows", "next")
    ],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
RUN = """async ([cell, source]) => {
  const notebook = jupyterapp.shell.currentWidget.content;
  notebook.activeCellIndex = cell;
  notebook.widgets[cell].model.sharedModel.setSource(source);
  await jupyterapp.commands.execute("notebook:run-cell");
  return notebook.widgets[cell].model.outputs.toJSON();
}"""
READY = """async () => {
  await jupyterapp.restored;
  const { context } = jupyterapp.shell.currentWidget;
  await context.ready;
  await context.sessionContext.ready;
}"""


@contextmanager
def serve_lab(folder: Path) -> Iterator[str]:
    """Start JupyterLab in an empty folder with a notebook; yield the notebook's address."""
    if importlib.util.find_spec("jupyterlab") is None:
        raise RuntimeError("JupyterLab is not installed; run `make setup`")
    work = folder / "work"
    work.mkdir()
    (work / "figures.ipynb").write_text(json.dumps(NOTEBOOK), encoding="utf-8")
    notices = folder / "settings" / "@jupyterlab" / "apputils-extension"
    notices.mkdir(parents=True)
    (notices / "notification.jupyterlab-settings").write_text(
        json.dumps({"fetchNews": "false", "checkForUpdates": False})
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    own = {
        "HOME": folder / "home",
        "IPYTHONDIR": folder / "ipython",
        "JUPYTER_CONFIG_DIR": folder / "config",
        "JUPYTER_DATA_DIR": folder / "data",
        "JUPYTER_RUNTIME_DIR": folder / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": folder / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": folder / "workspaces",
    }
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *("--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", f"--ServerApp.root_dir={work}"),
        *(f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True"),
        *("--LabApp.extension_manager=readonly", "--LabApp.news_url="),
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    log = folder / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            command,
            cwd=work,
            env=kept | {name: str(path) for name, path in own.items()},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        card = folder / "runtime" / f"jpserver-{server.pid}.json"  # written once it listens
        end = time.monotonic() + 3 * PATIENCE
        while not (card.is_file() and card.read_text().endswith("}")):
            if server.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")
            time.sleep(0.1)
        port = json.loads(card.read_text())["port"]
        yield f"http://127.0.0.1:{port}/doc/tree/figures.ipynb?token={TOKEN}"
    finally:
        server.terminate()
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()


class Lab:
    """The notebook in the browser: its first cell shows something, the next one reads it."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.page: Page = browser.new_page(
            viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
        )
        self.page.set_default_timeout(PATIENCE * 1000)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._note)
        self.page.on("request", lambda request: self._refuse(request.url))
        self.page.on("websocket", lambda socket: self._refuse(socket.url))
        self.here = address.split("/")[2]
        self.page.goto(address)
        self.page.wait_for_function("window.jupyterapp?.shell.currentWidget?.context")
        self.page.evaluate(READY)
        self.figure: Locator = self.page.locator(".nn-live")

    def _note(self, message: Any) -> None:
        if message.type == "error":  # warnings tell how slow the machine is
            self.complaints.append(message.text)

    def _refuse(self, url: str) -> None:
        if "//" in url and url.split("/")[2] != self.here and not url.startswith("blob:"):
            self.complaints.append(f"asked another host: {url}")

    def run(self, source: str, cell: int = 0) -> str:
        """Run this in a cell; return what it prints."""
        outputs = self.page.evaluate(RUN, [cell, source])
        for output in outputs:
            assert output["output_type"] != "error", "\n".join(output["traceback"])
        return "".join(output.get("text", "") for output in outputs)

    def show(self, source: str) -> None:
        """Run this in the first cell and wait for its figure."""
        self.run(source)
        expect(self.figure).to_have_count(1)
        self.figure.wait_for()

    def python(self, expression: str, expected: Any) -> None:
        """Print this in the next cell until it is what is expected."""
        end = time.monotonic() + PATIENCE
        while (value := ast.literal_eval(self.run(f"print(repr({expression}))", 1))) != expected:
            assert time.monotonic() < end, f"{expression} is {value}; expected {expected}"
