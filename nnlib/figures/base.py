"""What every live figure is: a Jupyter widget that also shows itself on a page without a kernel."""

from __future__ import annotations

import json
from html import escape
from typing import Any, ClassVar

import anywidget
import traitlets

from nnlib import language
from nnlib.figures.bundled import read_bundle
from nnlib.figures.settings import refusing, unknown_setting
from nnlib.figures.words import common
from nnlib.figures.written import written


class Figure(anywidget.AnyWidget):
    """A figure that can be touched: in a notebook, and on the page without Python.

    A subclass declares its state as synced traits and says with the attributes below how it
    appears on the page. Its JavaScript is ``js/figures/<slug>.js``.

    Attributes
    ----------
    slug : str
        The figure's name in files and on the page, for example ``"matrix-microscope"``.
    words : dict
        What it says in each language (``nnlib/figures/words``): ``title``, its name; ``caption``,
        what to try and what to see (HTML, one or two sentences); ``alt`` and what else it needs.
    height, height_narrow : int
        Pixels that the page reserves for it when it is at least 600 pixels wide, and below.
    shown_in_repr : tuple of str
        The traits that `repr` shows.
    shareable : bool
        Whether the page offers a link to the figure's present state.
    """

    slug: ClassVar[str] = ""
    words: ClassVar[language.Words] = {}
    height: ClassVar[int] = 400
    height_narrow: ClassVar[int] = 600
    shown_in_repr: ClassVar[tuple[str, ...]] = ()
    shareable: ClassVar[bool] = False

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    _start = traitlets.Dict().tag(sync=True)  # what "Reset" goes back to
    _caption = traitlets.Unicode().tag(sync=True)  # for notebooks; the page has it in its HTML
    _language = traitlets.Unicode().tag(sync=True)  # for notebooks, too

    def __init__(self, **state: Any) -> None:
        for name in state:
            if not self.has_trait(name):
                raise unknown_setting(type(self).__name__, name, self.state_names())
        with refusing():
            super().__init__(**state)
        self._start = self.state()
        self._language = language.chosen_language()
        if self.words:  # a question has its prompt instead
            self._caption = self._titled_caption()

    def __setattr__(self, name: str, value: Any) -> None:
        # Python would make an attribute of a misspelled setting, and the figure stay as it is.
        if not name.startswith("_") and not hasattr(type(self), name):
            raise unknown_setting(type(self).__name__, name, self.state_names())
        with refusing((traitlets.TraitError,)):  # not the errors of a reader's own `observe`
            super().__setattr__(name, value)

    @traitlets.default("_esm")
    def _read_module(self) -> str:
        return read_bundle(f"{self.slug}.js")

    @traitlets.default("_css")
    def _read_stylesheet(self) -> str:
        return read_bundle("figures.css")

    @classmethod
    def state_names(cls) -> list[str]:
        """Return the names of the traits that make up the figure's state."""
        common = Figure.class_trait_names()
        own = set(cls.class_trait_names(sync=True)).difference(common)
        return sorted(name for name in own if not name.startswith("_"))  # anywidget adds one

    def state(self) -> dict[str, Any]:
        """Return the figure's state as JSON can hold it: trait names and values."""
        return {name: getattr(self, name) for name in self.state_names()}

    def reserved_heights(self) -> tuple[int, int]:
        """Return `height` and `height_narrow`; override it where they depend on the state."""
        return self.height, self.height_narrow

    def say(self, key: str, **values: object) -> str:
        """Return one of the figure's `words`, with the values put in, in the reader's language."""
        return language.say(self.words, key, **values)

    def caption(self) -> str:
        """Return the caption; override it where it depends on the state."""
        return self.say("caption")

    def _titled_caption(self) -> str:
        return f"<strong>{self.say('title')}.</strong> {self.caption()}"

    def still(self) -> str:
        """Return the picture for print and for pages without JavaScript: SVG or an <img>."""
        raise NotImplementedError

    def alt(self) -> str:
        """Return what the still shows, in words."""
        raise NotImplementedError

    def to_html(self) -> str:
        """Return the figure for a page: its state, its still, its caption; no code.

        Returns
        -------
        str
            A ``<figure class="nn-figure">``. The site's loader finds it and starts it.
        """
        link = language.say(common.WORDS, "link")  # seen once the figure is live
        button = f' <button type="button" class="nn-link">{link}</button>' * self.shareable
        return (
            f'<figure class="nn-figure" {self._data()}>'
            + self._stage(f' role="img" aria-label="{escape(self.alt())}"')
            + f"<figcaption>{self._titled_caption()}{button}"
            f"<noscript> {language.say(common.WORDS, 'no_script')}</noscript></figcaption></figure>"
        )

    def _data(self) -> str:
        state = json.dumps(self.state(), ensure_ascii=False, sort_keys=True, allow_nan=False)
        return f'data-figure="{self.slug}" data-state="{escape(state)}"'

    def _stage(self, attributes: str = "") -> str:
        wide, narrow = self.reserved_heights()
        return (
            f'<div class="nn-stage" style="--nn-h:{wide}px;--nn-h-narrow:{narrow}px">'
            f'<div class="nn-still"{attributes}>{self.still()}</div></div>'
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        return {**data, "text/plain": repr(self), "text/html": self.to_html()}, metadata

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={written(getattr(self, name))}" for name in self.shown_in_repr)
        return f"{type(self).__name__}({shown})"
