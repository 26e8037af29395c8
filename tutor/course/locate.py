"""Where the course is on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import tutor

if TYPE_CHECKING:
    from tutor.run import Origin


def lessons_root(explicit: Path | None = None) -> Path:
    """The folder asked for, else the one in the installed package, else the one beside it in a checkout."""
    if explicit is not None:
        return explicit
    package = Path(tutor.__file__).resolve().parent
    inside = package / "lessons"
    return inside if inside.is_dir() else package.parent / "lessons"


def origin_of(path: Path) -> Origin:
    """Whether a course's file comes with mltutor or with a course from elsewhere."""
    return "shipped" if path.resolve().is_relative_to(lessons_root().resolve()) else "pack"
