"""An exercise as plain text: the task and the code to begin with; at the end of the lesson, a solution."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from tutor.course.exercise import Exercise
from tutor.course.plain_prose import plain_prose

INDENT = "    "


def plain_exercise(exercise: Exercise) -> Iterator[str]:
    """What is to be written."""
    yield plain_prose(exercise.task)
    yield "Begin with:"
    yield _code(exercise.starter())


def plain_solutions(exercise: Exercise) -> Iterator[str]:
    """The help and the first model solution."""
    yield f"Help and a solution: {exercise.title}"
    yield plain_prose(f"A nudge: {exercise.nudge}")
    yield plain_prose(f"The idea: {exercise.idea}")
    for solution in exercise.solutions()[:1]:
        yield "A solution:"
        yield _code(solution)


def _code(source: str) -> str:
    """Code, set in."""
    return textwrap.indent(source.strip("\n"), INDENT)
