"""The course as a whole: ids, prerequisites, and folders that nothing lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from tutor.check.exercises import files
from tutor.check.problem import Problem
from tutor.check.source import Source
from tutor.course.errors import nearest
from tutor.course.fields import read_fields
from tutor.course.lines import line_of, scan
from tutor.course.loader import lesson_folders
from tutor.course.model import Course


def check_roadmap(course: Course, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Problems of the road; `sources` are the lessons that could be opened."""
    places = {**_listed(course), **{each: _written(source) for each, source in sources.items()}}
    requires: dict[str, tuple[str, ...]] = {}
    for summary in course.lessons.values():
        lesson = sources[summary.id].lesson if summary.id in sources else summary
        requires[summary.id] = tuple(each for each in lesson.requires if each in course.lessons)
        for key, named in (("requires", lesson.requires), ("helpful", lesson.helpful)):
            where = places[summary.id][key]
            for each in named:
                if each not in course.lessons:
                    hint = nearest(each, course.lessons) or "; course.toml lists all lessons"
                    yield Problem(where.file, where.line, f"{key}: there is no lesson {each!r}{hint}")
        for each in set(lesson.requires) & set(lesson.helpful):
            where = places[summary.id]["helpful"]
            yield Problem(where.file, where.line, f"helpful: {each!r} is required already; name it once")
    try:
        TopologicalSorter(requires).prepare()
    except CycleError as cycle:
        lessons: list[str] = cycle.args[1][::-1]
        where = places[lessons[0]]["requires"]
        road = " requires ".join(lessons)
        yield Problem(where.file, where.line, f"requires: a circle, {road}; break it somewhere")
    yield from _strays(course)


def check_place(course: Course, source: Source) -> Iterator[Problem]:
    """Problems of where a lesson is, what it is called, and what lies beside it."""
    lesson = source.lesson
    listed = course.lessons[lesson.id]
    if not re.fullmatch(rf"{re.escape(listed.unit)}_[a-z0-9_]+", lesson.folder.parent.name):
        yield source.problem(
            ("id",), f"lies in {lesson.folder.parent.name}, but {listed.unit} lists it; move one of them"
        )
    title = _listed_title(course, lesson.id)
    if title != lesson.title:
        yield source.problem(("title",), f"title: course.toml calls it {title!r}; make the two agree")
    known = {"lesson.toml", "lesson.md", "recorded.toml", *(each.path.name for each in lesson.experiments)}
    known |= {path.name for each in lesson.exercises for path in files(each)}
    for path in sorted(lesson.folder.iterdir()):
        if path.name not in known and path.name != "__pycache__":
            yield Problem(path, 1, "nothing in the lesson names this file; drop it or name it in lesson.toml")


def _strays(course: Course) -> Iterator[Problem]:
    """Lesson folders that course.toml does not list as written."""
    for name, folders in lesson_folders(course.root).items():
        summary = course.lessons.get(name.replace("_", "-"))
        for folder in folders:
            if not (folder / "lesson.toml").is_file():
                continue
            if summary is None:
                yield Problem(
                    folder / "lesson.toml", 1, "course.toml does not list this lesson; add it there"
                )
            elif summary.status == "planned":
                where = _listed(course)[summary.id]["status"]
                yield Problem(where.file, where.line, f"status: {summary.id} has a folder; make it 'written'")


def _listed(course: Course) -> dict[str, dict[str, Problem]]:
    """For each lesson of course.toml, where its keys stand."""
    fields = read_fields(course.root / "course.toml")
    lines = scan(fields.source)
    return {
        str(entry.values["id"]): {
            key: Problem(fields.file, line_of(lines, (*entry.path, key)), "")
            for key in ("title", "status", "requires", "helpful")
        }
        for unit in fields.tables("units")
        for entry in unit.tables("lessons")
    }


def _written(source: Source) -> dict[str, Problem]:
    """Where the prerequisites of a written lesson stand."""
    return {key: source.problem((key,), "") for key in ("requires", "helpful")}


def _listed_title(course: Course, lesson_id: str) -> str:
    """The title that course.toml gives a lesson."""
    units = read_fields(course.root / "course.toml").tables("units")
    return next(
        entry.text("title")
        for unit in units
        for entry in unit.tables("lessons")
        if entry.text("id") == lesson_id
    )
