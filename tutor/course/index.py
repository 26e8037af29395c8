"""What the roadmap needs of each lesson, remembered between starts as long as its files stay the same."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import tutor
from tutor.course.remembered import cache_file, write

if TYPE_CHECKING:
    from tutor.course.model import Lesson

Stamps: TypeAlias = dict[str, list[int]]
"""File → when it was changed (ns) and its size; nothing for a file that is not there."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The part of a lesson's summary that takes opening the lesson."""

    title: str
    minutes: int
    requires: tuple[str, ...]
    helpful: tuple[str, ...]
    steps: int
    questions: int


@dataclass(slots=True)
class Index:
    """Glances by unit and lesson folder; `file` is where they are kept, if anywhere."""

    file: Path | None = None
    kept: dict[str, tuple[Stamps, Glance]] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def open(cls, root: Path, cache: Path) -> Index:
        """The index of the course in `root` as kept in the folder `cache`; empty if it cannot be used."""
        file = cache_file("course", root, cache)
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            if kept["version"] != tutor.__version__:
                return cls(file)
            lessons = {folder: (stamps, _glance(**own)) for folder, (stamps, own) in kept["lessons"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(file)
        return cls(file, lessons)

    def find(self, folder: Path) -> Glance | None:
        """What is known of the lesson in `folder`, unless one of its files has changed."""
        stamps, glance = self.kept.get(f"{folder.parent.name}/{folder.name}", ({}, None))
        return glance if glance and stamps == _stamps(folder, stamps) else None

    def add(self, lesson: Lesson) -> Glance:
        """Keep the glance of a lesson that has just been opened."""
        glance = Glance(
            title=lesson.title,
            minutes=lesson.minutes,
            requires=lesson.requires,
            helpful=lesson.helpful,
            steps=len(lesson.steps),
            questions=len(lesson.questions),
        )
        files = [
            "lesson.toml",
            "lesson.md",
            "recorded.toml",
            *(each.path.name for each in lesson.experiments),
        ]
        self.kept[f"{lesson.folder.parent.name}/{lesson.folder.name}"] = _stamps(lesson.folder, files), glance
        self.changed = True
        return glance

    def save(self) -> None:
        """Write what is new; a folder that cannot be written is no matter."""
        if self.file is None or not self.changed:
            return
        lessons = {folder: [stamps, asdict(glance)] for folder, (stamps, glance) in self.kept.items()}
        write(self.file, {"version": tutor.__version__, "lessons": lessons})


def _glance(
    *, title: str, minutes: int, requires: Iterable[str], helpful: Iterable[str], steps: int, questions: int
) -> Glance:
    """A glance from its JSON."""
    return Glance(title, minutes, tuple(requires), tuple(helpful), steps, questions)


def _stamps(folder: Path, files: Iterable[str]) -> Stamps:
    """The stamps of files in a folder."""
    stamps: Stamps = {}
    prefix = f"{folder}{os.sep}"
    for name in files:
        try:
            found = os.stat(prefix + name)
        except OSError:
            stamps[name] = []
        else:
            stamps[name] = [found.st_mtime_ns, found.st_size]
    return stamps
