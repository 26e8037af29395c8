"""Which lessons git says have changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tutor.course.model import Course


def changed_lessons(course: Course) -> set[str]:
    """Lessons with a file that differs from the commit before the last, or that git does not know yet.

    All lessons when there is no git, no repository or no earlier commit to compare with.
    """
    try:
        names = _git(course.root, "diff", "--name-only", "--relative", "-z", "HEAD~")
        names += _git(course.root, "ls-files", "--others", "--exclude-standard", "-z")
    except (OSError, subprocess.CalledProcessError):
        return set(course.lessons)
    folders = {Path(name).parts[1] for name in names if len(Path(name).parts) > 2}
    return {lesson for lesson in course.lessons if lesson.replace("-", "_") in folders}


def _git(folder: Path, *words: str) -> list[str]:
    """The names that a git command lists, relative to the folder; raises CalledProcessError."""
    listed = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True)
    return [name for name in listed.stdout.split("\0") if name]
