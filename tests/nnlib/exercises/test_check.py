"""Whatever an answer does, the check answers with a sentence."""

import contextlib
import signal
import sys
import threading
import time

import numpy as np
import pytest

from nnlib import FCLayer, Layer
from nnlib.exercises import EXERCISES, check, running
from nnlib.exercises.time_limit import TookTooLongError, time_limit
from tests.nnlib.exercises.reading import execute, read
from tests.nnlib.messages import collect, made_of

SENTENCES = set(collect())


class Broken(Layer):
    def __init__(self, *arguments):
        pass

    def forward_propagation(self, input):
        return "output"

    def backward_propagation(self, output_gradient, alpha):
        return 1 / 0


class Odd(FCLayer):
    @classmethod
    def from_arrays(cls, weights, bias):
        return 7


def generator(*arguments):
    while True:
        yield 1


def leave(*arguments):
    sys.exit()


def deep(*arguments):
    return deep(*arguments)


def unkind(*arguments):
    raise BaseException("no Exception")


class Unkind:
    def __repr__(self):
        raise ValueError("no words")


class UnkindList(list):
    def __len__(self):
        sys.exit()


def itself_inside(*arguments):
    endless = []
    endless.append(endless)
    return endless


JUNK = {
    "nothing": None,
    "dots": ...,
    "a number": 3,
    "an array": np.ones((2, 3)),
    "text": lambda *a: "text",
    "NaN": lambda *a: np.nan,
    "an array of NaN": lambda *a: np.full((2, 2), np.nan),
    "an empty array": lambda *a: np.zeros((0, 3)),
    "its arguments": lambda *a: a,
    "a ragged list": lambda *a: [[1.0], [1.0, 2.0]],
    "itself": lambda *a: check,
    "too few arguments": lambda: 1,
    "objects": lambda *a: np.array([None, "a"]),
    "complex numbers": lambda *a: np.ones((2, 2)) * 1j,
    "huge numbers": lambda *a: np.full((3, 3), 1e300),
    "a huge whole number": lambda *a: -(10**400),
    "a whole number too long to write": lambda *a: 10**5000,
    "an array with a mask": lambda *a: np.ma.array([[1e-5, 1.0]], mask=[[False, True]]),
    "what cannot be written": lambda *a: Unkind(),
    "a list that cannot be counted": lambda *a: UnkindList([1, 2]),
    "a list that holds itself": itself_inside,
    "pairs": lambda *a: [(1, 2)],
    "three": lambda *a: (np.ones(2), 1, "x"),
    "a generator": generator,
    "an exit": leave,
    "a deep recursion": deep,
    "an unkind error": unkind,
    "a broken class": Broken,
    "an odd class": Odd,
    "a layer": FCLayer(2, 3),
    "a built-in": max,
}


@pytest.mark.parametrize("name", EXERCISES)
def test_no_junk_passes_and_none_raises(name, capsys):
    for what, junk in JUNK.items():
        verdict = check(name, *[junk] * len(EXERCISES[name].answers))
        assert not verdict.ok, what
        assert len(verdict.message) > 10, what
        assert " at 0x" not in repr(verdict), what
        if verdict.finding is not None:  # a sentence that translations do not know
            assert set(made_of(verdict.finding.message)) <= SENTENCES, what
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", EXERCISES)
def test_verdict_reads_the_same_again(name):
    wrong = next(answer for answer in read(name) if answer.kind == "wrong")
    first, second = (
        repr(check(name, *execute(wrong.code, EXERCISES[name].answers))) for _ in range(2)
    )
    assert first == second
    assert first.startswith(f"✗ {name}: ")


@pytest.mark.parametrize("name", EXERCISES)
def test_messages_are_one_to_three_sentences_without_the_solution(name):
    exercise = EXERCISES[name]
    solution = next(answer for answer in read(name) if answer.kind == "solution").code
    last = solution.strip().splitlines()[-1].strip().removeprefix("return ")
    for suspect in exercise.suspects:
        assert suspect.message.endswith((".", "?")), suspect.message
        assert len(suspect.message) < 200
        assert last.isidentifier() or last not in suspect.message


def test_right_answer_is_told_so():
    verdict = check("fc-forward", lambda X, W, B: X @ W + B)
    assert verdict.ok
    assert repr(verdict) == "✓ fc-forward: passed, in all 6 examples."


def test_right_answer_that_prints_passes_with_a_word(capsys):
    def fc_forward(X, W, B):
        print(X)
        return X @ W + B

    verdict = check("fc-forward", fc_forward)
    assert verdict.ok
    assert "prints" in verdict.message
    assert capsys.readouterr().out == ""


def test_smallest_failing_example_stands_in_the_verdict():
    shown = repr(check("bias-gradient", lambda G: G))
    assert "output_gradient = [[ 0.2,  0.8],\n                       [-0.5, -0.5]]" in shown
    assert "it should be  [[-0.3,  0.3]]" in shown


def test_different_numbers_do_not_look_the_same():
    shown = repr(check("gradient-check", lambda a, b: bool((a == b).all())))
    assert "0.5000000005" in shown


def test_error_is_named_with_the_line_of_the_reader():
    code = "def fc_forward(X, W, B):\n    return X @ nothing\n"
    verdict = check("fc-forward", *execute(code, ["fc_forward"]))
    assert "NameError: name 'nothing' is not defined" in verdict.message
    assert "line 2 of your code, return X @ nothing" in verdict.message
    assert "nnlib" not in verdict.message


def test_unknown_exercise_gets_a_suggestion():
    verdict = check("fc-foward", lambda: 1)
    assert not verdict.ok
    assert "Did you mean 'fc-forward'?" in verdict.message
    assert "no exercise" in check("zzz", None).message
    assert "no exercise" in check(["a"], None).message


def test_wrong_number_of_answers_or_arguments_is_told():
    assert 'check("leaky-relu", leaky_relu, leaky_relu_prime)' in check("leaky-relu", abs).message
    assert "It should take (X, W, B)" in check("fc-forward", lambda X, W: X @ W).message
    assert "without calling it" in check("fc-forward", np.ones((1, 2))).message


def test_only_right_for_one_row_is_told():
    def fc_forward(X, W, B):
        return (X[0] @ W + B[0])[np.newaxis] if len(X) == 1 else 0.5 * (X @ W) + B

    assert "right for one row and wrong for more" in check("fc-forward", fc_forward).message


@pytest.fixture
def _short_limit(monkeypatch):
    monkeypatch.setattr(running, "SECONDS", 0.2)


@pytest.mark.usefixtures("_short_limit")
def test_endless_loop_is_stopped_even_if_it_catches_errors():
    def neuron(x, w, b):
        while True:
            with contextlib.suppress(Exception):
                time.sleep(0.01)

    began = time.monotonic()
    verdict = check("neuron", neuron)
    assert "still running after 0.2 seconds" in verdict.message
    assert time.monotonic() - began < 2


@pytest.mark.usefixtures("_short_limit")
def test_endless_loop_is_not_taken_for_a_mistake_that_raises():
    def predict(layers, X):
        while True:
            X = X + 1

    assert "still running" in check("predict", predict).message


@pytest.mark.usefixtures("_short_limit")
def test_endless_loop_is_stopped_in_a_thread_too():
    verdicts = []

    def neuron(x, w, b):
        while True:
            b += 1

    thread = threading.Thread(target=lambda: verdicts.append(check("neuron", neuron)), daemon=True)
    thread.start()
    thread.join(5)
    assert not thread.is_alive()
    assert "still running" in verdicts[0].message


def test_time_limit_leaves_the_timer_of_others():
    rang = []
    handler = signal.signal(signal.SIGALRM, lambda *arguments: rang.append(True))
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with pytest.raises(TookTooLongError), time_limit(0.05):
            time.sleep(1)
        time.sleep(0.4)
        assert rang == [True]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)


def test_tracing_goes_back_to_what_it_was():
    seen = []

    def inside():
        before = sys.gettrace()
        with time_limit(5):
            pass
        seen.append(sys.gettrace() is before)

    thread = threading.Thread(target=inside)
    thread.start()
    thread.join()
    assert seen == [True]


def test_example_shows_the_mistake_and_not_a_shape_alone():
    """In the smallest case, one number, the sum over everything is right but for its shape."""
    verdict = check("bias-gradient", lambda output_gradient: output_gradient.sum())
    assert "one number" in verdict.message
    assert verdict.finding.expected.shape == (1, 3)
    assert np.size(verdict.finding.given) == 1
