"""All code exercises of the book, by name."""

from __future__ import annotations

from nnlib.exercises import (
    chapter01,
    chapter02,
    chapter03,
    chapter04,
    chapter05,
    chapter06,
    chapter07,
    chapter08,
    chapter09,
    chapter10,
)
from nnlib.exercises.exercise import Exercise

_CHAPTERS = (
    chapter01,
    chapter02,
    chapter03,
    chapter04,
    chapter05,
    chapter06,
    chapter07,
    chapter08,
    chapter09,
    chapter10,
)

#: Every exercise, in the order of the chapters.
EXERCISES: dict[str, Exercise] = {
    exercise.name: exercise for chapter in _CHAPTERS for exercise in chapter.EXERCISES
}
