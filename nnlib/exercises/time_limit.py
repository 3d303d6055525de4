"""A time limit for an answer that may loop forever."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn


class TookTooLongError(BaseException):
    """The answer ran out of time; no ``except Exception`` of the answer swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop the code below when the time is over.

    Parameters
    ----------
    seconds : float
        How long it may run.

    Raises
    ------
    TookTooLongError
        If it ran longer.
    """
    # A signal costs nothing and stops a sleep as well, but only the main thread of a system
    # that has them can use it. A notebook in the browser, for one, cannot.
    main = threading.current_thread() is threading.main_thread()
    if main and hasattr(signal, "setitimer") and sys.platform != "emscripten":
        with _by_signal(seconds):
            yield
    else:
        with _by_tracing(seconds):
            yield


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> NoReturn:
        raise TookTooLongError

    began = time.monotonic()
    handler = signal.signal(signal.SIGALRM, stop)
    others, interval = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if others:  # somebody else waits for the same signal, such as a test runner
            left = max(0.001, others - (time.monotonic() - began))
            signal.setitimer(signal.ITIMER_REAL, left, interval)


@contextmanager
def _by_tracing(seconds: float) -> Iterator[None]:
    deadline = time.monotonic() + seconds

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        if time.monotonic() > deadline:
            raise TookTooLongError
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)
