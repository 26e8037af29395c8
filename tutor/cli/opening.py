"""Opening the course for a command: every fault becomes one clear line and an exit code."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.ending import bad_input, failed
from tutor.cli.home import cache_folder
from tutor.course.errors import ContentError
from tutor.course.locate import lessons_root
from tutor.course.remembered import remember, remembered, stamps
from tutor.course.road import Course

if TYPE_CHECKING:
    from tutor.course.model import Lesson


def course_at(explicit: Path | None) -> Course:
    """The course in the folder asked for, or the one that comes with mltutor."""
    return readable(course_reader(explicit))


def readable(read: Callable[[], Course]) -> Course:
    """The course that a reader gives; it ends the program for one that cannot be read."""
    try:
        return read()
    except ContentError as fault:
        failed(str(fault))


def course_reader(explicit: Path | None) -> Callable[[], Course]:
    """What reads the course, once, and raises ContentError; a folder that holds none is bad input now."""
    root = lessons_root(explicit)
    if not (root / "course.toml").is_file():
        bad_input(f"{root} is no course: it has no course.toml; name the folder that holds it")
    return cache(partial(_read, root, cache_folder()))


def _read(root: Path, kept_in: Path) -> Course:
    """The course as it is remembered, else from its files."""
    if course := remembered(root, kept_in):
        return course
    from tutor.course.loader import load_course

    found = stamps(root)
    course = load_course(root, kept_in)
    remember(course, found, kept_in)
    return course


def lesson_of(course: Course, name: str) -> Lesson:
    """The lesson with this id."""
    from tutor.course.loader import open_lesson

    listed(course, name)
    try:
        return open_lesson(course, name)
    except ContentError as fault:
        failed(str(fault))


def listed(course: Course, name: str) -> None:
    """Nothing, for a lesson that is written; bad input for any other."""
    if name not in course.lessons:
        bad_input(unknown_lesson(course, name))
    if course.lessons[name].status == "planned":
        bad_input(f"the lesson {name!r} is planned, not written yet; mltutor list tells which are")


def unknown_lesson(course: Course, name: str) -> str:
    """The sentence for a lesson that the course does not list."""
    import difflib

    near = difflib.get_close_matches(name, course.lessons, n=3, cutoff=0.4)
    hint = f"did you mean {', '.join(near)}?" if near else "mltutor list tells all"
    return f"there is no lesson {name!r}; {hint}"
