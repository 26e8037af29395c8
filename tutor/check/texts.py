"""What the TOML and Markdown files of a course name, wherever it stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tutor.course.errors import ContentError
from tutor.course.fields import read_fields, read_text
from tutor.course.lines import TablePath, line_of, scan
from tutor.course.script import Cue, parse_script
from tutor.course.terms import Marked, marked

CODE = ("code", "skeleton", "accepts", "probes", "test", "when", "key")
"""Keys whose texts are no prose."""


def toml_files(root: Path) -> list[Path]:
    """The files of lessons and scenes that hold questions."""
    return sorted((*root.glob("*/*/lesson.toml"), *root.glob("crimes/*/crime.toml")))


def named(file: Path, key: str) -> Iterator[tuple[str, int]]:
    """Every text under a key of this name with its line; nothing of a file that cannot be read."""
    for path, text, line in _texts(file):
        if path[-1] == key:
            yield text, line


def marks(root: Path) -> Iterator[tuple[Marked, Path, int]]:
    """Every glossary term that prose marks, with its file and line."""
    for file in toml_files(root):
        for path, text, line in _texts(file):
            if not any(part in CODE for part in path):
                for each in marked(text):
                    yield each, file, line
    for file in sorted(root.glob("*/*/lesson.md")):
        for cue in _cues(file):
            for each in marked(cue.body):
                yield each, file, cue.body_line + each.line


def _cues(file: Path) -> tuple[Cue, ...]:
    """The cues of a script; none if it cannot be read."""
    try:
        return parse_script(read_text(file), file)
    except ContentError:
        return ()


def _texts(file: Path) -> Iterator[tuple[TablePath, str, int]]:
    """The texts of a file, each with its path and line; nothing of a file that cannot be read."""
    try:
        fields = read_fields(file)
    except ContentError:
        return
    lines = scan(fields.source)
    for path, text in _walk((), fields.values):
        yield path, text, line_of(lines, path)


def _walk(path: TablePath, value: object) -> Iterator[tuple[TablePath, str]]:
    """The texts below a value."""
    match value:
        case dict():
            for key, each in value.items():
                yield from _walk((*path, key), each)
        case list():
            for place, each in enumerate(value):
                yield from _walk((*path, place), each)
        case str():
            yield path, value
