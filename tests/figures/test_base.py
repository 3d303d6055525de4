"""What every figure has in common, in Python."""

import re

import pytest

from nnlib import figures
from nnlib.figures import MatrixMicroscope, bundled
from nnlib.figures.base import Figure

ALL = [getattr(figures, name) for name in figures.__all__]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_figure_comes_with_still_words_and_stable_repr(kind):
    figure, again = kind(), kind()
    assert isinstance(figure, Figure)
    assert repr(figure) == repr(again)
    assert re.match(rf"{kind.__name__}\(.*\)$", repr(figure))
    data, _ = figure._repr_mimebundle_()
    assert data["text/plain"] == repr(figure)
    assert "application/vnd.jupyter.widget-view+json" in data
    html = data["text/html"]
    assert html == again.to_html()  # no model ids, nothing random
    assert len(figure.alt()) > 40
    assert re.search(r"<(svg|img)\b", figure.still())
    assert figure.say("title") in html
    assert "<script" not in html


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_settings_that_do_not_exist_are_refused(kind):
    with pytest.raises(ValueError, match="nonsense is no setting of"):
        kind(nonsense=1)


def test_reset_goes_back_to_what_the_chapter_gave():
    figure = MatrixMicroscope(focus=(0, 2))
    figure.focus = (0, 1)
    assert figure._start["focus"] == (0, 2)


def test_missing_bundle_names_the_command(monkeypatch, tmp_path):
    monkeypatch.setattr(bundled, "BUNDLE", tmp_path)
    with pytest.raises(FileNotFoundError, match="make figures"):
        MatrixMicroscope()


def test_unknown_names_stay_unknown():
    with pytest.raises(AttributeError, match="NoSuchFigure"):
        getattr(figures, "NoSuchFigure")  # noqa: B009 - the lookup itself is tested
