"""Where the learner stands: a value that every event carries a step further."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from tutor.course.road import Course, LessonSummary
from tutor.learner.event import Json

State: TypeAlias = Literal["new", "started", "done"]


class Attempt(NamedTuple):
    """The latest answer to a question, and how often it was answered; stored as a list in this order."""

    fingerprint: str
    answer: Json
    score: float
    right: bool
    setting: str | None
    time: str
    """UTC, ISO 8601."""
    tries: int = 1


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """How far one lesson has come; `step` and `index` are where the learner was last."""

    state: State = "new"
    step: str | None = None
    index: int = 0
    answered: str = "{}"
    """`answers` as JSON: every start reads all lessons, and shows the answers of none."""
    skipped: tuple[str, ...] = ()
    """Predictions passed over and not made since."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Step → the learner's words."""
    bookmarks: tuple[str, ...] = ()
    touched: str = ""
    """When something happened last in this lesson: UTC, ISO 8601."""

    @property
    def answers(self) -> Mapping[str, Attempt]:
        """Question → the latest answer to it."""
        return {question: Attempt(*each) for question, each in json.loads(self.answered).items()}


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the learner said on the first day."""

    goal: Json
    level: Json


@dataclass(frozen=True, slots=True)
class Totals:
    """What is counted over all lessons."""

    events: int = 0
    attempts: int = 0
    right: int = 0
    runs: int = 0
    predictions_skipped: int = 0
    active_s: float = 0.0
    last: str = ""
    """The time of the latest event: UTC, ISO 8601."""


NEW = LessonProgress()


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that follows from the log, at one moment."""

    lessons: Mapping[str, LessonProgress] = field(default_factory=dict)
    settings: Mapping[str, Json] = field(default_factory=dict)
    welcome: Welcome | None = None
    totals: Totals = Totals()
    misconceptions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Misconception → when an answer showed it, the latest last: UTC, ISO 8601."""

    def met(self, misconception: str) -> list[datetime]:
        """When the learner's answers showed the misconception, the latest last."""
        return [datetime.fromisoformat(each) for each in self.misconceptions.get(misconception, ())]

    def lesson(self, lesson: str) -> LessonProgress:
        """The lesson's progress; that of a new one if nothing is known."""
        return self.lessons.get(lesson, NEW)

    def notes(self, lesson: str) -> Mapping[str, str]:
        """Step → note."""
        return self.lesson(lesson).notes

    def bookmarks(self, lesson: str) -> tuple[str, ...]:
        """The marked steps in the order they were marked."""
        return self.lesson(lesson).bookmarks

    def unlocked(self, course: Course, summary: LessonSummary) -> bool:
        """Whether every required lesson that is written is done."""
        return all(
            self.lesson(each).state == "done"
            for each in summary.requires
            if each in course.lessons and course.lessons[each].status == "written"
        )

    def next_lesson(self, course: Course) -> str | None:
        """The started lesson touched last, else the first new one that is written and unlocked."""
        written = [
            course.lessons[each]
            for unit in course.units
            for each in unit.lessons
            if each in course.lessons and course.lessons[each].status == "written"
        ]
        started = [each.id for each in written if self.lesson(each.id).state == "started"]
        if started:
            return max(started, key=lambda each: self.lesson(each).touched)
        fresh = (
            each.id for each in written if self.lesson(each.id).state == "new" and self.unlocked(course, each)
        )
        return next(fresh, None)

    def stats(self) -> dict[str, int | float]:
        """The numbers that `mltutor stats` tells."""
        lessons = [name for name in self.lessons if "/" not in name]  # the others are crime scenes
        states = [self.lessons[name].state for name in lessons]
        return {
            "attempts": self.totals.attempts,
            "right": self.totals.right,
            "lessons_done": states.count("done"),
            "lessons_started": states.count("started") + states.count("done"),
            "runs": self.totals.runs,
            "predictions_skipped": self.totals.predictions_skipped,
            "notes": sum(len(each.notes) for each in self.lessons.values()),
            "bookmarks": sum(len(each.bookmarks) for each in self.lessons.values()),
            "minutes": round(self.totals.active_s / 60, 1),
            "events": self.totals.events,
        }
