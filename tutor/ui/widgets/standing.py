"""How a lesson stands for this learner, in a glyph, a colour and a word."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Literal, TypeAlias

from textual.content import Content

from tutor.course.road import Course, LessonSummary
from tutor.learner.progress import Progress

Standing: TypeAlias = Literal["done", "started", "new", "planned", "broken"]

GLYPHS: dict[Standing, str] = {"done": "●", "started": "◐", "new": "○", "planned": "·", "broken": "✗"}
COLORS: dict[Standing, str] = {
    "done": "$right",
    "started": "$here",
    "new": "$foreground",
    "planned": "$quiet",
    "broken": "$wrong",
}


def standing(lesson: LessonSummary, progress: Progress) -> Standing:
    """What the course says of a lesson that cannot be opened, else how far the learner is."""
    if lesson.status == "written":
        return progress.lesson(lesson.id).state
    return lesson.status


def glyph(state: Standing, times: int = 1) -> Content:
    """The state as a coloured character."""
    return Content.styled(GLYPHS[state] * times, COLORS[state])


def glyphs(states: Iterable[Standing]) -> Content:
    """A character for each state, equal neighbours in one go."""
    return Content.assemble(*(glyph(state, len(list(run))) for state, run in groupby(states)))


def unmet(lesson: LessonSummary, course: Course, progress: Progress) -> tuple[LessonSummary, ...]:
    """The required lessons that exist and are not done."""
    known = (course.lessons[each] for each in lesson.requires if each in course.lessons)
    return tuple(each for each in known if standing(each, progress) in ("new", "started"))


def legend() -> Content:
    """Every glyph with its word."""
    return Content("  ").join(Content.assemble(glyph(state), (f" {state}", "$quiet")) for state in GLYPHS)
