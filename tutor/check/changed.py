"""What git says has changed."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tutor.course.model import Course


@dataclass(frozen=True, slots=True)
class Changed:
    """What to check again."""

    lessons: frozenset[str]
    crimes: frozenset[str]
    """Folders of crime scenes."""
    prompts: frozenset[str]
    """Interview questions."""


def changed(course: Course) -> Changed | None:
    """What differs from the commit before the last, or what git does not know yet.

    None, for everything, when there is no git, no repository or no earlier commit to compare with.
    """
    try:
        names = _git(course.root, "diff", "--name-only", "--relative", "-z", "HEAD~")
        names += _git(course.root, "ls-files", "--others", "--exclude-standard", "-z")
    except (OSError, subprocess.CalledProcessError):
        return None
    paths = [Path(name).parts for name in names]
    folders = {parts[1] for parts in paths if len(parts) > 2}
    bank = {parts[2].partition(".")[0].replace("_", "-") for parts in paths if parts[0] == "interview"}
    return Changed(
        lessons=frozenset(lesson for lesson in course.lessons if lesson.replace("-", "_") in folders),
        crimes=frozenset(parts[1] for parts in paths if parts[0] == "crimes"),
        prompts=frozenset(bank),
    )


def _git(folder: Path, *words: str) -> list[str]:
    """The names that a git command lists, relative to the folder; raises CalledProcessError."""
    listed = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True)
    return [name for name in listed.stdout.split("\0") if name]
