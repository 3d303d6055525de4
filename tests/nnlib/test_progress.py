"""The bar: on long runs only, on standard error, and it can be switched off.

tqdm reads TQDM_DISABLE when it is imported: hence a fresh Python for each test.
"""

import os
import subprocess
import sys

import pytest

from nnlib import progress

PROGRAM = """
import sys, time
import numpy as np
from nnlib import progress
from tests.nnlib.networks import make_network

progress.DELAY = float(sys.argv[1])
make_network([2, 1], ["tanh"], seed=1).fit(
    np.ones((1, 2)), np.zeros((1, 1)), epochs=6, alpha=0.1,
    callback=lambda *_: time.sleep(0.05),
    **({} if sys.argv[2] == "default" else {"progress": sys.argv[2] == "on"}),
)
"""


def train_for_0_3_seconds(delay, switch="default", disable=None):
    """Return what the run wrote to standard error."""
    environment = {name: value for name, value in os.environ.items() if name != "TQDM_DISABLE"}
    if disable is not None:
        environment["TQDM_DISABLE"] = disable
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(delay), switch],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert answer.stdout == ""
    return answer.stderr


@pytest.mark.parametrize("switch", ["default", "on"])
def test_a_long_run_shows_a_bar(switch):
    shown = train_for_0_3_seconds(delay=0.1, switch=switch)
    assert "epochs" in shown
    assert "/6" in shown


def test_a_short_run_shows_nothing():
    assert train_for_0_3_seconds(delay=2) == ""


def test_the_bar_can_be_switched_off():
    assert train_for_0_3_seconds(delay=0.1, switch="off") == ""
    assert train_for_0_3_seconds(delay=0.1, disable="1") == ""


def test_a_long_run_takes_seconds():
    assert 1 < progress.DELAY < 5
