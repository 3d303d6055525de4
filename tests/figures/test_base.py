"""What every figure has in common, in Python."""

import os
import re
import subprocess
import sys

import pytest
from traitlets import Float, Int, TraitError

from nnlib import FCLayer, figures
from nnlib.figures import MatrixMicroscope, bundled
from nnlib.figures.base import Figure
from nnlib.figures.settings import SettingError

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
    figure = kind()
    with pytest.raises(ValueError, match=f"nonsense is no setting of {kind.__name__}; expected "):
        figure.nonsense = 1
    assert not hasattr(figure, "nonsense")


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("MatrixMicroscope().focus = (0, 9)", "focus is (0, 9); expected a row below 1 and a col"),
        ("MatrixMicroscope().focus = (0.5, 0)", "The 'focus' trait of a MatrixMicroscope instance"),
        ("Valley().alpha = 'fast'", "The 'alpha' trait of a Valley instance expected a float"),
        ("LineByLine().layer = 'x'", "layer or direction changed; expected a new figure"),
        ("TrainingLab().batch = True", "The 'batch' trait of a TrainingLab instance expected an"),
    ],
)
def test_a_notebook_shows_a_refusal_in_one_line(tmp_path, setting, said):
    code = f"from nnlib.figures import *; {setting}"
    done = subprocess.run(
        [sys.executable, "-m", "IPython", "-c", code],
        env={**os.environ, "IPYTHONDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    (line,) = (done.stdout + done.stderr).splitlines()
    assert line.startswith(f"SettingError: {said}")


def test_an_error_of_the_readers_own_function_keeps_its_traceback():
    def fail(change):
        raise ValueError("mine")

    figure = figures.Valley()
    figure.observe(fail, "alpha")
    with pytest.raises(ValueError, match="mine") as caught:
        figure.alpha = 0.2
    assert not isinstance(caught.value, SettingError)


def set_all(figure, state):
    for name, value in state.items():
        setattr(figure, name, value)


def refused(kind, name, value):
    """Set a setting in the three ways there are; return the state before, and what is left."""
    with pytest.raises(ValueError, match=f"{name}|{value}"):
        kind(**{name: value})
    together, message = kind(), kind()
    before = together.state()
    with pytest.raises(TraitError), together.hold_trait_notifications():
        set_all(together, {name: value})
    with pytest.raises(TraitError):
        message.set_state({name: value})  # what a message from JavaScript calls
    return before, together.state(), message.state()


@pytest.mark.parametrize("value", [float("nan"), -100, 10**12, True], ids=str)
@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_numbers_out_of_range_are_refused_and_leave_no_trace(kind, value):
    names = [name for name in kind.state_names() if isinstance(getattr(kind, name), Int | Float)]
    for name in names:
        before, *after = refused(kind, name, value)
        assert after == [before, before], name
    assert names or kind is figures.MatrixMicroscope


@pytest.mark.parametrize(
    ("kind", "misfits"),
    [
        (figures.MatrixMicroscope, {"x": [[1, 2, 3]], "w": [[1, 2]]}),
        (figures.PlugLayers, {"joint": 2, "x": [[1, 2, 3]]}),
        (figures.LineByLine, {"alpha": 0.2, "w": [[1, 2]]}),
        (figures.ErrorSquares, {"y": [[1]], "y_star": [[0, 1]]}),
        (figures.Valley, {"steps": 3, "alpha": 99.0}),
        (figures.ForwardAndBack, {"step": 3, "x": [[1]]}),
        (figures.EarnTheTranspose, {"step": 3, "x": [[1]]}),
        (figures.GradientCheckMeter, {"mistake": "early", "x": [[1, 2]]}),
        (figures.TangentAndDiagonal, {"x": [[1]], "g": [[0, 1]]}),
        (figures.TrainingLab, {"seed": 1, "pair": (0, 7)}),
        (figures.DigitsLab, {"seed": 2, "epochs": 99}),
        (figures.DigitsLab, {"seed": 2, "drawing": "nothing"}),
    ],
)
def test_settings_that_do_not_fit_together_leave_no_trace(kind, misfits):
    figure = kind()
    before = figure.state()
    with pytest.raises(TraitError), figure.hold_trait_notifications():
        set_all(figure, misfits)
    assert figure.state() == before
    with pytest.raises(TraitError):
        figure.set_state(misfits)
    assert figure.state() == before


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (figures.MatrixMicroscope, {"focus": None}),
        (figures.Valley, {"alpha": "a"}),
        (figures.PlugLayers, {"layers": 3}),
        (figures.PlugLayers, {"layers": FCLayer(2, 3)}),
        (figures.TrainingLab, {"start": []}),
        (figures.TrainingLab, {"start": 3}),
        (figures.LineByLine, {"layer": []}),
    ],
)
def test_another_kind_of_value_is_a_value_error(kind, state):
    with pytest.raises(ValueError, match="expected"):
        kind(**state)


def test_layers_may_come_one_after_the_other():
    figure = figures.PlugLayers(layer for layer in [FCLayer(2, 3)])
    assert (len(figure.layers), figure.joint) == (1, 1)


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
