"""A report of a mistake in a lesson: what stands where, in which versions, in the learner's words."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tutor import __version__
from tutor.course.model import Lesson, Step

FILE = "mistakes.txt"


def report(lesson: Lesson, step: Step, seed: int, text: str) -> str:
    """The report in a few lines."""
    return (
        f"Lesson {lesson.number} {lesson.id}, step {step.id} ({step.kind}), seed {seed}\n"
        f"mltutor {__version__}, Python {platform.python_version()}, "
        f"scikit-learn {_version('scikit-learn')}, textual {_version('textual')}\n"
        f"{text}\n"
    )


def keep(folder: Path, words: str) -> Path | None:
    """Add the report to the file in `folder`; the file, or None if it cannot be written."""
    try:
        with (folder / FILE).open("a", encoding="utf-8") as file:
            file.write(f"{words}\n")
    except OSError:
        return None
    return folder / FILE


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
