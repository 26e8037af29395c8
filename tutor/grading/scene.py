"""A crime scene as a lesson of two steps: the line is marked, then the script is mended."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.course.crimes import Crime
from tutor.course.model import Lesson, Step
from tutor.grading.workbench import attempts
from tutor.learner.store import Record

CRIMES = "crimes/"
"""How the ids of such lessons begin."""


def as_lesson(crime: Crime) -> Lesson:
    """The crime as what a `Study` walks through; its id has a slash, as no lesson's has."""
    return Lesson(
        id=place(crime),
        title=crime.title,
        number="",
        folder=crime.exercise.folder,
        minutes=0,
        objectives=(),
        requires=(),
        helpful=(),
        experiments=(),
        questions=(crime.bug,),
        corrections=(),
        steps=(
            Step(crime.bug.id, "question", crime.title, crime.story, crime.bug.id),
            Step(crime.exercise.id, "exercise", crime.title, "", crime.exercise.id),
        ),
        recorded={},
        exercises=(crime.exercise,),
    )


def place(crime: Crime) -> str:
    """What stands for the lesson in the record."""
    return f"{CRIMES}{crime.id}"


@dataclass(frozen=True, slots=True)
class Solving:
    """How far a crime is solved, each part from 0 to 1; None if it was not tried."""

    line: float | None
    """Line and reason, at the first answer."""
    mended: float | None
    """The best of the attempts at mending."""
    solved: bool
    """Whether the mended script passed every case."""


def solving(record: Record, crime: Crime) -> Solving:
    """How far the learner has come with a crime."""
    marked = record.progress.lesson(place(crime)).answers.get(crime.bug.id)
    tries = attempts(record, place(crime)).get(crime.exercise.id, ())
    return Solving(
        line=marked.score if marked is not None else None,
        mended=max((each.score for each in tries), default=None),
        solved=any(each.solved for each in tries),
    )
