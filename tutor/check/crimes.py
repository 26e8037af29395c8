"""Crime scenes: the question has one right reason, and the mending is an exercise that is proven like all."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tutor.check.exercises import check_exercise, files
from tutor.check.problem import Problem, problem_of
from tutor.check.runs import Run
from tutor.course.crimes import FILE, Crime, crime_folders, read_crime
from tutor.course.errors import ContentError
from tutor.course.fields import read_fields
from tutor.course.lines import line_of, scan
from tutor.course.model import Course


@dataclass(frozen=True, slots=True)
class Scenes:
    """What was checked, and what is wrong."""

    crimes: tuple[Crime, ...] = ()
    problems: tuple[Problem, ...] = ()


async def check_crimes(course: Course, run: Run, chosen: Collection[str] | None = None) -> Scenes:
    """Check the crime scenes of the course: those chosen, by the names of their folders, or all."""
    crimes: list[Crime] = []
    problems: list[Problem] = []
    for folder in crime_folders(course.root):
        if chosen is None or folder.name in chosen:
            try:
                crimes.append(read_crime(folder))
            except ContentError as fault:
                problems.append(problem_of(fault))
    for crime in crimes:
        problems += _form(course, crime)
    found = await asyncio.gather(
        *(check_exercise(crime.exercise, _place(crime, "id", ""), run) for crime in crimes)
    )
    return Scenes(tuple(crimes), (*problems, *(problem for each in found for problem in each)))


def _form(course: Course, crime: Crime) -> Iterator[Problem]:
    """What can be seen without running anything."""
    right = sum(choice.right for choice in crime.bug.choices)
    if right != 1:
        yield _place(crime, "choices", f"{crime.id} has {right} right reasons; there is one")
    if crime.lesson not in course.lessons:
        yield _place(crime, "lesson", f"there is no lesson {crime.lesson!r}; name one of course.toml")
    known = {FILE, *(path.name for path in files(crime.exercise))}
    for path in sorted(crime.exercise.folder.iterdir()):
        if path.name not in known and path.name != "__pycache__":
            yield Problem(path, 1, f"nothing in the scene names this file; drop it or name it in {FILE}")


def _place(crime: Crime, key: str, message: str) -> Problem:
    """A problem at a key of the scene's file."""
    fields = read_fields(crime.exercise.folder / FILE)
    return Problem(fields.file, line_of(scan(fields.source), (key,)), message)
