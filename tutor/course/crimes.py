"""Crime scenes: scripts that report a number too good to be true, to be found out and mended."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tutor.course.asking.asked import choices
from tutor.course.exercise import Exercise
from tutor.course.exercises import JUDGED, read_exercise
from tutor.course.fields import NAME, SHAPE, Fields, read_fields, read_text
from tutor.course.prose import Prose
from tutor.course.question import Bug

FOLDER = "crimes"
FILE = "crime.toml"
SCENE = "scene.py"
FIX = "fix"
"""What the exercise is called: its files are `fix_cases.py`, `fix_solution_1.py` and so on."""

STEM = "One of these lines makes the reported number worthless. Which one?"
SEVERAL = "Some of these lines make the reported number worthless. Which ones?"
TASK = "Mend the script: `{entry}` keeps its name and its arguments, and what it gives back can be believed."


@dataclass(frozen=True, slots=True)
class Crime:
    """A script with a crime in it: first the line and the reason, then the mending, judged by cases."""

    id: str
    title: str
    story: str
    """Markdown."""
    code: str
    """The script as it was found; the mending begins with it."""
    bug: Bug
    exercise: Exercise
    lesson: str
    """The lesson that this is about; it may be a planned one."""
    boast: str = ""
    """What the script reported, in words; empty if the story says it."""
    honest: str = ""
    """What an honest script reports on the same data."""


def read_crimes(root: Path) -> tuple[Crime, ...]:
    """The crime scenes of the course in `root`, by folder; raises ContentError."""
    return tuple(read_crime(folder) for folder in crime_folders(root))


def crime_folders(root: Path) -> tuple[Path, ...]:
    """The folders that hold a crime scene."""
    return tuple(sorted(file.parent for file in (root / FOLDER).glob(f"*/{FILE}")))


def read_crime(folder: Path) -> Crime:
    """One crime scene; raises ContentError."""
    fields = read_fields(folder / FILE).only(
        *("format_version", "id", "title", "story", "task", "stem", "hint", "lines", "choices", "keep_order"),
        *("explain", "lesson", "boast", "honest", *JUDGED),
    )
    name = fields.name("id", NAME, SHAPE)
    if name.replace("-", "_") != folder.name:
        raise fields.fault("id", f"must be {folder.name.replace('_', '-')!r}, as the folder is called")
    title, story = fields.text("title"), fields.text("story")
    code = read_text(folder / SCENE)
    task = fields.text("task", TASK.format(entry=fields.text("entry")))
    return Crime(
        id=name,
        title=title,
        story=story,
        code=code,
        bug=_bug(fields, name, code),
        exercise=read_exercise(fields, folder, FIX, title, task, starter_name=SCENE),
        lesson=fields.name("lesson", NAME, SHAPE),
        boast=fields.text("boast", ""),
        honest=fields.text("honest", ""),
    )


def _bug(fields: Fields, name: str, code: str) -> Bug:
    """The question for the line and the reason; raises ContentError."""
    prose = Prose(frozenset(), {}, strict=False)
    rows = code.splitlines()
    lines = []
    for each in fields.scalars("lines"):
        if type(each) is not int or not 1 <= each <= len(rows) or not rows[each - 1].strip():
            raise fields.fault("lines", f"{each!r} is no line of {SCENE} that says something")
        lines.append(each)
    if not lines:
        raise fields.fault("lines", f"is missing; name the guilty lines of {SCENE}, from 1")
    return Bug(
        id=name,
        stem=fields.text("stem", STEM if len(lines) == 1 else SEVERAL),
        explain=prose.text(fields, "explain"),
        hint=fields.text("hint", ""),
        code=code.rstrip("\n"),
        lines=tuple(sorted(lines)),
        choices=choices(fields, prose),
        keep_order=fields.flag("keep_order"),
    )
