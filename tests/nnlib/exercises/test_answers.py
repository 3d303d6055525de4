"""Unfilled fails, solutions pass, and each typical wrong answer is told what is wrong."""

import pytest

from nnlib.exercises import EXERCISES, check, running
from tests.nnlib.exercises.reading import ANSWERS, execute, read
from tests.nnlib.messages import collect, made_of

SENTENCES = collect()
KEPT = [
    pytest.param(name, answer, id=f"{name}-{answer.kind}-{number}")
    for name in EXERCISES
    for number, answer in enumerate(read(name))
]


@pytest.mark.parametrize(("name", "answer"), KEPT)
def test_answer_gets_the_verdict_that_fits(name, answer, monkeypatch):
    monkeypatch.setattr(running, "SECONDS", 1.0)
    verdict = check(name, *execute(answer.code, EXERCISES[name].answers))
    if answer.kind == "solution":
        assert verdict.ok, verdict
    elif answer.kind == "wrong":
        assert not verdict.ok
        assert any(words in verdict.message for words in answer.words.split("|")), verdict
    else:
        assert not verdict.ok
        assert "not filled in" in verdict.message
    if verdict.finding is not None:  # a sentence that translations do not know stays English
        assert set(made_of(verdict.finding.message)) <= set(SENTENCES)


@pytest.mark.parametrize("name", EXERCISES)
def test_enough_answers_are_kept(name):
    kept = read(name)
    assert [answer.kind for answer in kept[:2]] == ["stub", "solution"]
    assert sum(answer.kind == "wrong" for answer in kept) >= 5


def test_every_kept_file_belongs_to_an_exercise():
    assert {path.stem for path in ANSWERS.iterdir()} == set(EXERCISES)


def test_every_chapter_has_two_exercises():
    chapters = [exercise.chapter for exercise in EXERCISES.values()]
    assert all(chapters.count(number) >= 2 for number in range(1, 11))
