"""What help with an exercise costs, and the lines that are the last rung."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.course.exercise import FILES
from tutor.course.exercise import Exercise
from tutor.course.loader import load_course, open_lesson
from tutor.course.locate import lessons_root
from tutor.grading.parsons import MOST, parsons
from tutor.grading.rungs import RUNGS, credit, next_rung, score


def exercises() -> list[Exercise]:
    """All that are shipped."""
    course = load_course(lessons_root())
    written = [each.id for each in course.lessons.values() if each.status == "written"]
    return [exercise for lesson in written for exercise in open_lesson(course, lesson).exercises]


def test_each_rung_lowers_the_credit() -> None:
    assert [credit(RUNGS[:taken]) for taken in range(5)] == [1.0, 0.95, 0.85, 0.7, 0.5]
    assert credit(["idea", "idea"]) == 0.9
    assert score(0.5, ["nudge"]) == pytest.approx(0.475)
    assert [next_rung(RUNGS[:taken]) for taken in range(5)] == [*RUNGS, None]


def made(folder: Path, solution: str) -> Exercise:
    (folder / "e1_starter.py").write_text(FILES["e1_starter.py"])
    (folder / "e1_solution_1.py").write_text(solution)
    return Exercise("e1", "Heads", "Write it.", "share", folder, "n", "i", "s")


def test_docstrings_comments_and_blank_lines_are_no_pieces(tmp_path: Path) -> None:
    solution = (
        '"""Heads."""\nimport math\nfrom random import random\n\n\ndef share(tosses):\n    """Say it."""\n\n'
        "    # how many\n    heads = sum(tosses)\n    number = len(\n        tosses\n    )\n"
        "    if not number:\n        return 0.0\n    else:\n        return heads / number\n"
    )
    order = parsons(made(tmp_path, solution))
    assert order.steps == (
        "import math\nfrom random import random",
        "def share(tosses):",
        "    heads = sum(tosses)",
        "    number = len(\n        tosses\n    )",
        "    if not number:",
        "        return 0.0",
        "    else:",
        "        return heads / number",
    )
    assert order.peers == ((2, 3),)


def test_what_the_learner_begins_with_is_no_piece(tmp_path: Path) -> None:
    given = "LIMIT = 3\n"
    exercise = made(tmp_path, given + FILES["e1_solution_1.py"])
    exercise.starter_path.write_text(given + FILES["e1_starter.py"])
    assert not any("LIMIT" in step for step in parsons(exercise).steps)


@pytest.mark.parametrize("exercise", exercises(), ids=lambda each: f"{each.folder.name}-{each.id}")
def test_the_pieces_of_every_shipped_solution_are_python_in_order(exercise: Exercise) -> None:
    order = parsons(exercise)
    assert 4 <= len(order.steps) <= MOST
    assert len(set(order.steps)) > len(order.steps) - 2
    ast.parse("\n".join(order.steps))
