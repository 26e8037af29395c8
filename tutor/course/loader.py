"""From files to a course and its lessons; every fault is a ContentError."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.course.errors import ContentError
from tutor.course.fields import NAME, SHAPE, Fields, read_fields
from tutor.course.index import Index
from tutor.course.road import Course, LessonSummary, Unit

if TYPE_CHECKING:
    from tutor.course.model import Lesson


def load_course(root: Path, cache: Path | None = None) -> Course:
    """The roadmap in `root`, a faulty lesson marked broken; raises ContentError for course.toml itself.

    With a `cache` folder, lessons whose files are unchanged since the last time are not opened.
    """
    course = read_course(root)
    index = Index.open(root, cache) if cache else Index()
    folders = lesson_folders(root)
    lessons = {
        each.id: _summary(course, each, folders.get(each.id.replace("-", "_"), []), index)
        for each in course.lessons.values()
    }
    index.save()
    return replace(course, lessons=lessons)


def open_lesson(course: Course, lesson_id: str, *, strict: bool = False) -> Lesson:
    """A written lesson; when `strict`, every number that prose prints must be recorded.

    Raises ContentError, and KeyError for an id that the course does not list.
    """
    summary = course.lessons[lesson_id]
    if summary.status == "planned":
        raise _listing_fault(course.root, lesson_id, "is planned, not written yet; choose another")
    folders = lesson_folders(course.root).get(lesson_id.replace("-", "_"), [])
    from tutor.course.lesson import read_lesson

    return read_lesson(_only(folders, course.root, lesson_id), lesson_id, summary.number, strict=strict)


def read_course(root: Path) -> Course:
    """What course.toml says, without looking at any lesson; raises ContentError."""
    fields = read_fields(root / "course.toml").only("format_version", "title", "units")
    units: list[Unit] = []
    lessons: dict[str, LessonSummary] = {}
    for position, table in enumerate(fields.tables("units"), start=1):
        table.only("id", "title", "lessons")
        unit = table.name("id", NAME, SHAPE)
        if any(each.id == unit for each in units):
            raise table.fault("id", f"{unit!r} is taken by another unit; choose another")
        ids = []
        for place, entry in enumerate(table.tables("lessons"), start=1):
            summary = _entry(entry, unit, f"{position}.{place}")
            if summary.id in lessons:
                raise entry.fault("id", f"{summary.id!r} is listed twice; drop one")
            lessons[summary.id] = summary
            ids.append(summary.id)
        units.append(Unit(unit, table.text("title"), tuple(ids)))
    return Course(fields.text("title"), root, tuple(units), lessons)


def lesson_folders(root: Path) -> dict[str, list[Path]]:
    """Every folder in a unit's folder, by its own name."""
    found: dict[str, list[Path]] = {}
    for unit in sorted(each for each in root.iterdir() if each.is_dir()):
        with os.scandir(unit) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.is_dir():
                    found.setdefault(entry.name, []).append(Path(entry.path))
    return found


def _summary(course: Course, listed: LessonSummary, folders: list[Path], index: Index) -> LessonSummary:
    """The summary of a lesson that course.toml lists; a fault makes it broken, never raises."""
    if listed.status == "planned":
        return listed
    try:
        folder = _only(folders, course.root, listed.id)
        glance = index.find(folder)
        if glance is None:
            from tutor.course.lesson import read_lesson

            lesson = read_lesson(folder, listed.id, listed.number, strict=False)
            glance = index.add(lesson)
    except ContentError as fault:
        return replace(listed, status="broken", problem=str(fault))
    return replace(
        listed,
        title=glance.title,
        minutes=glance.minutes,
        requires=glance.requires,
        helpful=glance.helpful,
        steps=glance.steps,
        questions=glance.questions,
    )


def _only(folders: list[Path], root: Path, lesson_id: str) -> Path:
    """The one folder of a lesson; raises ContentError if there is none, or more than one."""
    if not folders:
        name = lesson_id.replace("-", "_")
        raise _listing_fault(root, lesson_id, f"has no folder */{name}; add it or make the status planned")
    if len(folders) > 1:
        twin = folders[1] / "lesson.toml"
        raise ContentError(twin, 1, lesson_id, f"is also in {folders[0]}; keep one of the two")
    return folders[0]


def _listing_fault(root: Path, lesson_id: str, message: str) -> ContentError:
    """The error that something is wrong with a lesson where course.toml lists it."""
    units = read_fields(root / "course.toml").tables("units")
    for entry in (each for unit in units for each in unit.tables("lessons")):
        if entry.values.get("id") == lesson_id:
            return ContentError(entry.file, entry.fault("id", "").line, lesson_id, message)
    return ContentError(root / "course.toml", 1, lesson_id, message)


def _entry(table: Fields, unit: str, number: str) -> LessonSummary:
    """One lesson as course.toml lists it."""
    table.only("id", "title", "status", "requires", "helpful")
    name, title, status = table.name("id", NAME, SHAPE), table.text("title"), table.text("status")
    match status:
        case "planned":
            return LessonSummary(
                name,
                title,
                unit,
                "planned",
                number,
                requires=table.texts("requires"),
                helpful=table.texts("helpful"),
            )
        case "written":
            for key in ("requires", "helpful"):
                if table.has(key):
                    raise table.fault(key, "is said in the lesson.toml of a written lesson; drop it here")
            return LessonSummary(name, title, unit, "written", number)
    raise table.fault("status", f"is 'written' or 'planned', not {status!r}")
