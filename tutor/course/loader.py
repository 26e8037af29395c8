"""From files to a course and its lessons; every fault is a ContentError."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tutor.course.errors import ContentError
from tutor.course.fields import Fields, read_fields
from tutor.course.lesson import read_lesson
from tutor.course.model import Course, Lesson, LessonSummary, Unit
from tutor.course.questions import NAME, SHAPE


def load_course(root: Path) -> Course:
    """The roadmap in `root`, a faulty lesson marked broken; raises ContentError for course.toml itself."""
    course = read_course(root)
    lessons = {summary.id: summarise(course, summary.id) for summary in course.lessons.values()}
    return replace(course, lessons=lessons)


def open_lesson(course: Course, lesson_id: str, *, strict: bool = False) -> Lesson:
    """A written lesson; when `strict`, every number that prose prints must be recorded.

    Raises ContentError, and KeyError for an id that the course does not list.
    """
    summary = course.lessons[lesson_id]
    if summary.status == "planned":
        raise _listing_fault(course.root, lesson_id, "is planned, not written yet; choose another")
    return read_lesson(lesson_folder(course.root, lesson_id), lesson_id, summary.number, strict=strict)


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


def summarise(course: Course, lesson_id: str) -> LessonSummary:
    """The summary of a lesson that course.toml lists; a fault makes it broken, never raises."""
    listed = course.lessons[lesson_id]
    if listed.status == "planned":
        return listed
    try:
        lesson = open_lesson(course, lesson_id)
    except ContentError as fault:
        return replace(listed, status="broken", problem=str(fault))
    return replace(
        listed,
        title=lesson.title,
        minutes=lesson.minutes,
        requires=lesson.requires,
        helpful=lesson.helpful,
        steps=len(lesson.steps),
        questions=len(lesson.questions),
    )


def lesson_folder(root: Path, lesson_id: str) -> Path:
    """The folder of a lesson; raises ContentError if there is none, or more than one."""
    name = lesson_id.replace("-", "_")
    found = sorted(folder for folder in root.glob(f"*/{name}") if folder.is_dir())
    if not found:
        raise _listing_fault(root, lesson_id, f"has no folder */{name}; add it or make the status planned")
    if len(found) > 1:
        raise ContentError(
            found[1] / "lesson.toml", 1, lesson_id, f"is also in {found[0]}; keep one of the two"
        )
    return found[0]


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
