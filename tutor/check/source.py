"""A lesson together with the lines of the files that it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tutor.check.problem import Problem
from tutor.course.fields import Fields, read_fields, read_text
from tutor.course.lines import TablePath, line_of, scan
from tutor.course.loader import open_lesson
from tutor.course.model import Course, Lesson
from tutor.course.placeholder import Placeholder, placeholders
from tutor.course.question import ByHand, Output
from tutor.course.script import Cue, parse_script

PROSE = (
    "stem",
    "explain",
    "why",
    "hint",
    "text",
    "often_written",
    "right",
    "steps",
    "left",
    "decoys",
    "says",
    "model_answer",
    "points",
)
"""The keys of lesson.toml whose texts, or lists of texts, may hold placeholders."""


@dataclass(frozen=True, slots=True)
class Source:
    """A lesson, its TOML as read, the cues of its script, and where each key stands."""

    lesson: Lesson
    fields: Fields
    cues: tuple[Cue, ...]
    lines: Mapping[TablePath, int]

    @property
    def script(self) -> Path:
        """The file of the script."""
        return self.lesson.folder / "lesson.md"

    def problem(self, path: TablePath, message: str) -> Problem:
        """A problem at a key of lesson.toml."""
        return Problem(self.fields.file, line_of(self.lines, path), message)

    def printed(self) -> Iterator[tuple[Placeholder, Path, int]]:
        """Every placeholder of the lesson with its file and line."""
        for cue in self.cues:
            for each in placeholders(cue.body):
                yield each, self.script, cue.body_line + each.line
        for each, _, line in self.quoted():
            yield each, self.fields.file, line

    def quoted(self) -> Iterator[tuple[Placeholder, TablePath, int]]:
        """Every placeholder in lesson.toml with the question or correction it stands in, and its line."""
        for path, text in _texts((), self.fields.values):
            if self._literal(path):
                continue
            for each in placeholders(text, drawn=self._drawn(path)):
                yield each, path[:2], line_of(self.lines, path)

    def _literal(self, path: TablePath) -> bool:
        """Whether a text is what code prints."""
        match path:
            case ("questions", int(place), "choices", int(), "text"):
                return isinstance(self.lesson.questions[place], Output)
        return False

    def _drawn(self, path: TablePath) -> bool:
        """Whether a text belongs to a question whose numbers are drawn."""
        match path:
            case ("questions", int(place), *_):
                return isinstance(self.lesson.questions[place], ByHand)
        return False


def read_source(course: Course, lesson_id: str) -> Source:
    """The lesson with its lines, numbers not recorded yet allowed; raises ContentError."""
    lesson = open_lesson(course, lesson_id)
    fields = read_fields(lesson.folder / "lesson.toml")
    script = lesson.folder / "lesson.md"
    return Source(lesson, fields, parse_script(read_text(script), script), scan(fields.source))


def _texts(path: TablePath, value: object) -> Iterator[tuple[TablePath, str]]:
    """The texts that are prose, each with its path."""
    match value:
        case dict():
            for key, each in value.items():
                yield from _texts((*path, key), each)
        case list():
            for place, each in enumerate(value):
                yield from _texts((*path, place), each)
        case str() if path[0] in ("questions", "corrections") and _key(path) in PROSE:
            yield path, value


def _key(path: TablePath) -> str:
    """The last key of a path that is no place in a list."""
    return next(str(each) for each in reversed(path) if isinstance(each, str))
