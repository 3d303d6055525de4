"""What nnlib says can be said in other languages; nothing is left out and nothing left over."""

import ast
import pkgutil
import re
from importlib import import_module
from string import Formatter

import matplotlib.pyplot as plt
import numpy as np
import pytest

from nnlib import GradientCheck, language, plots, running_example, words
from nnlib.exercises import Finding, Verdict, check
from nnlib.language import tell
from nnlib.sentences import listed, sentence
from tests.nnlib.messages import ROOT, calls, collect, made_of

LANGUAGES = [module.name for module in pkgutil.iter_modules(words.__path__)]
SENTENCES = collect()
EXERCISES = sorted((ROOT / "exercises").rglob("*.py"))


def tables(code):
    package = import_module(f"nnlib.words.{code}")
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    parts = [import_module(f"nnlib.words.{code}.{name}").SENTENCES for name in names]
    return package.SENTENCES, parts


@pytest.fixture
def _in_russian():
    language.use_language("ru")
    yield
    language.use_language("en")


def test_sentences_are_found():
    assert LANGUAGES == ["ru"]
    assert len(SENTENCES) > 250
    assert SENTENCES["The bias is missing."] is False  # of a typical mistake
    assert SENTENCES["The batches have {sizes} samples; expected {right}."] is True
    assert {"weight", "an {type}", "a {type}", "W after the step"} <= set(SENTENCES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_has_a_translation(code):
    assert sorted(set(SENTENCES) - set(tables(code)[0])) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_translation_has_a_sentence(code):
    assert sorted(set(tables(code)[0]) - set(SENTENCES)) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_is_translated_in_two_places(code):
    table, parts = tables(code)
    assert sum(map(len, parts)) == len(table)


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_use_the_same_values(code):
    table = tables(code)[0]
    wrong = [
        english
        for english, values in SENTENCES.items()
        if values and english in table and names_in(table[english]) != names_in(english)
    ]
    assert wrong == []


def names_in(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: path.stem)
def test_values_are_not_put_in_before_the_translation(path):
    for text, _ in calls(path.read_text("utf-8")):
        assert not isinstance(text, ast.JoinedStr | ast.BinOp), f"line {text.lineno}"


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_no_exercise_returns_a_sentence_that_cannot_be_translated(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant | ast.JoinedStr):
            text = ast.unparse(node.value)
            assert not re.search(r"[a-z]+ [a-z]+[ .,]", re.sub(r"{[^}]*}", "", text)), text


def wrong_neuron(x, w, b):
    return sum(x_i * w_i for x_i, w_i in zip(x, w, strict=True))


@pytest.mark.usefixtures("_in_russian")
def test_a_check_speaks_russian():
    verdict = check("neuron", wrong_neuron)
    assert verdict.finding.message == "The bias is missing."
    lines = repr(verdict).split("\n")
    assert lines[:2] == ["✗ neuron: Смещение пропущено.", "  Например, если"]
    assert [line.split("  ")[1] for line in lines[-2:]] == ["ваш ответ", "должно быть"]


@pytest.mark.usefixtures("_in_russian")
def test_a_russian_check_names_parts_and_kinds():
    verdict = check("fc-backward", lambda X, W, G: (G @ W.T, X.T @ G, [1, 2]))
    assert (
        verdict.message == "∂L/∂B: Результат — это list с числом элементов 2; ожидается "
        "массив размера (1, 1)."
    )
    assert verdict.finding.message.startswith("∂L/∂B: The result is a list of 2; expected")
    verdict = check("training-loop", lambda *arguments: 1)
    assert "значения функции потерь: " in verdict.message


@pytest.mark.usefixtures("_in_russian")
def test_braces_of_the_reader_stay_braces():
    verdict = check("neuron", lambda *arguments: {}["{x} {0}"])
    assert "KeyError: '{x} {0}'" in verdict.message
    assert verdict.message.startswith("Возникает ")
    assert tell("no {sentence} of ours") == "no {sentence} of ours"


@pytest.mark.usefixtures("_in_russian")
def test_what_was_right_or_unknown_is_said_in_russian():
    right = check("parameter-count", lambda n, m: print(n) or n * m + m)
    assert right.ok
    assert right.message.startswith("верно во всех примерах")
    assert right.message.endswith("Ещё функция что-то печатает: уберите это, когда закончите.")
    assert check("neurn").message == "Упражнения с таким именем нет. Может быть, 'neuron'?"
    empty = Verdict("neuron", False, "", Finding("", {"X": np.zeros((0, 3))}))
    assert "X = пустой массив размера (0, 3)" in repr(empty)


@pytest.mark.usefixtures("_in_russian")
def test_pictures_speak_russian():
    ax = plots.loss_curve([0.5, 0.3])
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("эпоха", "потери L")
    ax = plots.draw_network(running_example().network)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["вес ≥ 0", "вес < 0"]
    plt.close("all")


@pytest.mark.usefixtures("_in_russian")
def test_networks_and_gradient_checks_are_printed_in_russian():
    example = running_example()
    lines = example.network.summary().splitlines()
    assert lines[0].split() == ["слой", "выход", "параметров"]
    assert lines[-1].split() == ["всего", "параметров", "13"]
    exact, wrong = ({"layer1.bias": np.array([[number]])} for number in (1.0, 1.2))
    cut, none = {"layer1.bias": np.array([1.0])}, {"layer1.bias": np.zeros((1, 1))}
    several = exact | {"layer3.bias": none["layer1.bias"]}
    checks = [
        GradientCheck(several, several, [], 1e-6),
        GradientCheck(none, none, [], 1e-6),
        GradientCheck(cut, exact, [], 1e-6),
        GradientCheck(wrong, exact, [], 1e-6),
        GradientCheck(wrong, exact, ["layer2.input[0, 0]"], 1e-6),
    ]
    for text in map(str, checks):
        assert set(re.findall("[a-z]{2,}", text)) <= {"layer", "bias", "input"}, text
    assert str(checks[0]).endswith("случайные веса")


def test_a_language_without_a_table_stays_english(monkeypatch):
    monkeypatch.setattr(language, "_language", "xx")
    assert tell("weight") == "weight"


def test_a_table_that_cannot_be_loaded_is_no_missing_table(monkeypatch):
    def load(name):
        raise ModuleNotFoundError("no module", name="another")

    monkeypatch.setattr(language, "import_module", load)
    with pytest.raises(ModuleNotFoundError):
        language._sentences("yy")


def test_a_sentence_remembers_its_sentences():
    inner = sentence("is {kind}; expected one number", kind=sentence("a {type}", type="dict"))
    whole = sentence("{name}: {message}", name=sentence("loss"), message=inner)
    assert whole == "loss: is a dict; expected one number"
    assert made_of(whole) == ["is {kind}; expected one number", "a {type}"]
    assert made_of(listed(["W after the step", "∂L/∂W"])) == ["W after the step"]
    assert made_of("The bias is missing.") == ["The bias is missing."]
