"""Misconceptions in the line dialogue: what is so, and which one was met again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from tutor.course.errors import ContentError
from tutor.course.misconceptions import Misconception, read_misconceptions
from tutor.course.road import Course
from tutor.learner.refuted import KINDS, due
from tutor.learner.store import Record

REFUTE = "A run refutes it: in the app press ctrl+p and look for “Refute”."


def register_of(course: Course) -> Mapping[str, Misconception]:
    """The misconceptions; none if their file cannot be read, as the check tells why."""
    try:
        return read_misconceptions(course.root)
    except ContentError:
        return {}


def truth(course: Course, register: Mapping[str, Misconception], name: str) -> str:
    """What is so in place of a misconception, and the lesson about it; empty for an unknown one."""
    if name not in register:
        return ""
    found = course.lessons.get(register[name].lesson)
    title = f"{found.number} {found.title}" if found else register[name].lesson
    planned = "" if found and found.status == "written" else " (planned, not written yet)"
    return f"   {register[name].truth}\n   Lesson {title}{planned}"


def met_again(
    course: Course,
    register: Mapping[str, Misconception],
    record: Record,
    met: Collection[str],
    now: datetime,
) -> str:
    """What is said of the one of these misconceptions that is to be refuted now; empty if none is."""
    refutable = [each for each in met if each in register and register[each].refuted_by is not None]
    name = due(record.events(*KINDS), refutable, now) if refutable else None
    if name is None:
        return ""
    lead = f"You have met this belief twice within 30 days: “{register[name].belief}”"
    return f"{lead}\n{truth(course, register, name)}\n{REFUTE}"
