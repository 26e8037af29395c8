"""Opening the course for a command: every fault becomes one clear line and an exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.ending import bad_input, failed
from tutor.cli.home import cache_folder
from tutor.course.locate import lessons_root
from tutor.course.remembered import remember, remembered, stamps
from tutor.course.road import Course

if TYPE_CHECKING:
    from tutor.course.model import Lesson


def course_at(explicit: Path | None) -> Course:
    """The course in the folder asked for, or the one that comes with mltutor."""
    root, cache = folder_of(explicit), cache_folder()
    return remembered(root, cache) or _read(root, cache)


def folder_of(explicit: Path | None) -> Path:
    """The folder of the course; bad input for one that holds none."""
    root = lessons_root(explicit)
    if not (root / "course.toml").is_file():
        bad_input(f"{root} is no course: it has no course.toml; name the folder that holds it")
    return root


def _read(root: Path, cache: Path) -> Course:
    """The course from its files."""
    from tutor.course.errors import ContentError
    from tutor.course.loader import load_course

    try:
        found = stamps(root)
        course = load_course(root, cache)
    except ContentError as fault:
        failed(str(fault))
    remember(course, found, cache)
    return course


def lesson_of(course: Course, name: str) -> Lesson:
    """The lesson with this id."""
    from tutor.course.errors import ContentError
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
