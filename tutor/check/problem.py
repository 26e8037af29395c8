"""One thing that is wrong with the course."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tutor.course.errors import ContentError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong where, and what to do, in one sentence."""

    file: Path
    line: int
    message: str


def problem_of(fault: ContentError) -> Problem:
    """A fault that kept a file from being read, as a problem."""
    return Problem(fault.file, fault.line, f"{fault.key}: {fault.message}" if fault.key else fault.message)
