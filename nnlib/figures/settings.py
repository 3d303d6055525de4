"""Settings that a figure refuses, and how it keeps the old ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import traitlets


class SettingError(traitlets.TraitError, ValueError):
    """A setting that a figure refuses; for this kind of error traitlets puts the old ones back."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows: the way through traitlets says nothing to the reader."""
        return [f"{type(self).__name__}: {self}"]


def unknown_setting(kind: str, name: str, known: list[str]) -> SettingError:
    """Say that a kind of figure has no setting of this name, and which it has."""
    return SettingError(f"{name} is no setting of {kind}; expected {', '.join(known)}")


@contextmanager
def refusing(
    kinds: tuple[type[Exception], ...] = (traitlets.TraitError, ValueError),
) -> Iterator[None]:
    """Turn errors into a SettingError: those of nnlib's checks and of traitlets, or other kinds."""
    try:
        yield
    except SettingError:
        raise
    except kinds as error:
        raise SettingError(str(error)) from None


def checks(*names: str) -> Callable[[Callable[[Any, dict[str, Any]], Any]], Any]:
    """Check traits together, as ``traitlets.validate`` does; a ValueError keeps the old ones.

    Parameters
    ----------
    *names : str
        The traits to which the method below belongs.

    Returns
    -------
    callable
        A decorator for a method that takes a proposal and returns the value.
    """

    def decorate(method: Callable[[Any, dict[str, Any]], Any]) -> Any:
        def check(figure: Any, proposal: dict[str, Any]) -> Any:
            with refusing():
                return method(figure, proposal)

        return traitlets.validate(*names)(check)

    return decorate
