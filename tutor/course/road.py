"""The road as home shows it: units and summaries, without opening a lesson. Read before the first paint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

Status: TypeAlias = Literal["written", "planned", "broken"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the road: a title and the ids of its lessons in order."""

    id: str
    title: str
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LessonSummary:
    """What the roadmap needs of a lesson without opening it."""

    id: str
    title: str
    unit: str
    status: Status
    number: str
    """Unit and position, such as `6.4`."""
    minutes: int = 0
    requires: tuple[str, ...] = ()
    helpful: tuple[str, ...] = ()
    steps: int = 0
    questions: int = 0
    problem: str = ""
    """Why the lesson is broken: file, line, key and remedy in one line."""


@dataclass(frozen=True, slots=True)
class Course:
    """The roadmap: units in order and a summary of each lesson."""

    title: str
    root: Path
    units: tuple[Unit, ...]
    lessons: Mapping[str, LessonSummary]
