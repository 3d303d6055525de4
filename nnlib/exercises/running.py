"""Running an answer where it can do no harm: no output, no endless loop, no traceback."""

from __future__ import annotations

import contextlib
import io
import linecache
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nnlib.exercises.time_limit import TookTooLongError, time_limit
from nnlib.sentences import Sentence, sentence

SECONDS = 3.0
PACKAGE = str(Path(__file__).parent.parent)


@dataclass(frozen=True)
class Outcome:
    """What came of running an answer once.

    Attributes
    ----------
    value : object
        What it returned.
    problem : str or None
        In words, why it returned nothing; None if it did return.
    printed : bool
        Whether it printed anything.
    endless : bool
        Whether it ran out of time.
    """

    value: Any = None
    problem: str | None = None
    printed: bool = False
    endless: bool = False


def run(function: Callable[[], Any]) -> Outcome:
    """Run an answer.

    Parameters
    ----------
    function : callable
        Calls the answer; takes no arguments.

    Returns
    -------
    Outcome
        What came of it. Only an interrupt by the reader gets out of here.
    """
    output = io.StringIO()
    value, endless = None, False
    problem: Sentence | None = None
    try:
        with (
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(output),
            warnings.catch_warnings(),
            np.errstate(all="ignore"),
            time_limit(SECONDS),
        ):
            warnings.simplefilter("ignore")
            value = function()
    except KeyboardInterrupt:
        raise
    except TookTooLongError:
        endless = True
        problem = sentence(
            "It was still running after {seconds:g} seconds. "
            "Look for a loop whose end never comes.",
            seconds=SECONDS,
        )
    except RecursionError:
        problem = sentence("It calls itself without end.")
    except SystemExit:
        problem = sentence("It stops Python with exit(). Return the result instead.")
    except NotImplementedError:
        problem = sentence(
            "It is not written yet: it raises NotImplementedError. Put your code there."
        )
    except BaseException as error:  # whatever an answer throws, the reader gets a sentence
        problem = raised(error)
    return Outcome(value, problem, bool(output.getvalue()), endless)


def raised(error: BaseException) -> Sentence:
    """Name an error, and the last line of the reader's own code that it came through.

    Parameters
    ----------
    error : BaseException
        What was raised.

    Returns
    -------
    Sentence
        One sentence.
    """
    text = str(error).split("\n")[0].rstrip(".")
    named = type(error).__name__ + (f": {text}" if text else "")
    own = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if not frame.filename.startswith(PACKAGE)
        and "site-packages" not in frame.filename
        and not frame.filename.startswith("<__array_function__")
    ]
    if not own:
        return sentence("It raises {error}.", error=named)
    line = own[-1].line or linecache.getline(own[-1].filename, own[-1].lineno or 0).strip()
    where: dict[str, Any] = {"error": named, "number": own[-1].lineno}
    if not line:
        return sentence("It raises {error} (in line {number} of your code).", **where)
    return sentence(
        "It raises {error} (in line {number} of your code, {line}).", line=line, **where
    )
