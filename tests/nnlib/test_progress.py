"""The bar: on long runs only, on standard error, and it can be switched off."""

import time

import numpy as np
import pytest

from nnlib import progress
from tests.nnlib.networks import make_network

SAMPLE = np.ones((1, 2)), np.zeros((1, 1))


def slow_fit(**options):
    """Train for 0.3 seconds."""
    network = make_network([2, 1], ["tanh"], seed=1)
    network.fit(*SAMPLE, epochs=6, alpha=0.1, callback=lambda *_: time.sleep(0.05), **options)


def test_a_short_run_shows_nothing(capfd):
    slow_fit()
    assert capfd.readouterr() == ("", "")


def test_a_long_run_shows_a_bar(capfd, monkeypatch):
    monkeypatch.setattr(progress, "DELAY", 0.1)
    slow_fit()
    out, err = capfd.readouterr()
    assert out == ""
    assert "epochs" in err
    assert "/6" in err


def test_the_bar_can_be_switched_off(capfd, monkeypatch):
    monkeypatch.setattr(progress, "DELAY", 0.1)
    slow_fit(progress=False)
    assert capfd.readouterr() == ("", "")


def test_two_seconds_is_long():
    assert pytest.approx(2) == progress.DELAY
