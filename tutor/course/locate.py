"""Where the course is on this machine."""

from __future__ import annotations

from pathlib import Path

import tutor


def lessons_root(explicit: Path | None = None) -> Path:
    """The folder asked for, else the one in the installed package, else the one beside it in a checkout."""
    if explicit is not None:
        return explicit
    package = Path(tutor.__file__).resolve().parent
    inside = package / "lessons"
    return inside if inside.is_dir() else package.parent / "lessons"
