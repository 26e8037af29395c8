"""The `[[exercises]]` of a lesson.toml."""

from __future__ import annotations

import re
from pathlib import Path

from tutor.course.asking.asked import misconception
from tutor.course.exercise import Exercise, WrongSolution
from tutor.course.fields import NAME, SHAPE, Fields

HELP = ("nudge", "idea", "skeleton")
JUDGED = ("entry", "time_s", "wrong", *HELP)
"""The keys of whatever is judged by hidden cases."""

FILE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
FILE_SHAPE = "small letters and digits, joined by _"
LONGEST_S = 30.0


def read_exercises(lesson: Fields, folder: Path) -> tuple[Exercise, ...]:
    """The exercises in order; raises ContentError."""
    exercises: list[Exercise] = []
    for table in lesson.tables("exercises"):
        table.only("id", "title", "task", *JUDGED)
        name = table.name("id", NAME, SHAPE)
        if any(each.id == name for each in exercises):
            raise table.fault("id", f"{name!r} is taken by another exercise; choose another")
        exercises.append(read_exercise(table, folder, name, table.text("title"), table.text("task")))
    return tuple(exercises)


def read_exercise(
    table: Fields, folder: Path, name: str, title: str, task: str, starter_name: str = ""
) -> Exercise:
    """What the table says of one exercise, its files beside it; raises ContentError."""
    exercise = Exercise(
        id=name,
        title=title,
        task=task,
        entry=table.text("entry"),
        folder=folder,
        nudge=table.text("nudge"),
        idea=table.text("idea"),
        skeleton=table.text("skeleton") + "\n",
        wrong=tuple(_wrong(each) for each in table.tables("wrong")),
        time_s=float(table.number("time_s", 5.0)),
        starter_name=starter_name,
    )
    if not exercise.entry.isidentifier():
        raise table.fault("entry", f"{exercise.entry!r} is not the name of a function or class")
    if not 0 < exercise.time_s <= LONGEST_S:
        raise table.fault("time_s", f"must be above 0 and at most {LONGEST_S:g} seconds")
    for path in (exercise.starter_path, exercise.cases_path):
        if not path.is_file():
            raise table.fault("", f"there is no file {path.name} in the folder of {name}; write it")
    _known(table, exercise)
    return exercise


def _wrong(table: Fields) -> WrongSolution:
    """One wrong solution."""
    table.only("name", "says", "misconception")
    return WrongSolution(table.name("name", FILE, FILE_SHAPE), table.text("says"), misconception(table))


def _known(table: Fields, exercise: Exercise) -> None:
    """Every wrong solution has its name for itself, and its file; raises ContentError."""
    taken: set[str] = set()
    for entry, wrong in zip(table.tables("wrong"), exercise.wrong, strict=True):
        if wrong.name in taken:
            raise entry.fault("name", f"{wrong.name!r} is taken by another wrong solution; choose another")
        taken.add(wrong.name)
        path = exercise.wrong_path(wrong)
        if not path.is_file():
            raise entry.fault("name", f"there is no file {path.name}; write it or drop the wrong solution")
