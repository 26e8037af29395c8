"""One lesson's folder → a `Lesson`."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

from tutor.course.errors import ContentError, nearest
from tutor.course.exercises import read_exercises
from tutor.course.experiments import read_experiments
from tutor.course.fields import NAME, SHAPE, read_fields, read_text
from tutor.course.model import Correction, Exercise, Experiment, Lesson, Question, Step
from tutor.course.prose import Prose
from tutor.course.questions import read_corrections, read_questions
from tutor.course.recorded import read_recorded, values
from tutor.course.script import Cue, parse_script

KEYS = (
    "format_version",
    "id",
    "title",
    "minutes",
    "objectives",
    "requires",
    "helpful",
    "experiments",
    "questions",
    "exercises",
    "corrections",
)


def read_lesson(folder: Path, lesson_id: str, number: str, *, strict: bool) -> Lesson:
    """The lesson in `folder`; when `strict`, every printed number must be recorded; raises ContentError."""
    fields = read_fields(folder / "lesson.toml").only(*KEYS)
    if fields.name("id", NAME, SHAPE) != lesson_id:
        raise fields.fault("id", f"must be {lesson_id!r}, as the folder is called and course.toml says")
    minutes = fields.number("minutes")
    if minutes != int(minutes) or minutes < 1:
        raise fields.fault("minutes", "must be a whole number above 0")
    if not fields.texts("objectives"):
        raise fields.fault("objectives", "is missing; say what one can do after the lesson")
    experiments = read_experiments(fields, folder)
    numbers = values(read_recorded(folder))
    settings = frozenset(setting.id for each in experiments for setting in each.settings)
    prose = Prose(settings, numbers, strict)
    questions = read_questions(fields, prose)
    corrections = read_corrections(fields, prose)
    exercises = read_exercises(fields, folder)
    return Lesson(
        id=lesson_id,
        title=fields.text("title"),
        number=number,
        folder=folder,
        minutes=int(minutes),
        objectives=fields.texts("objectives"),
        requires=fields.texts("requires"),
        helpful=fields.texts("helpful"),
        experiments=experiments,
        questions=questions,
        corrections=corrections,
        steps=_steps(folder / "lesson.md", prose, experiments, questions, exercises, corrections),
        recorded=numbers,
        exercises=exercises,
    )


def _steps(
    file: Path,
    prose: Prose,
    experiments: tuple[Experiment, ...],
    questions: tuple[Question, ...],
    exercises: tuple[Exercise, ...],
    corrections: tuple[Correction, ...],
) -> tuple[Step, ...]:
    """The script of the lesson, each ref known and each id unique."""
    titles = {
        "experiment": {setting.id: each.title for each in experiments for setting in each.settings},
        "predict": {each.id: "What will happen?" for each in questions if each.kind in ("predict", "curve")},
        "question": {each.id: "Question" for each in questions if each.kind != "predict"},
        "exercise": {each.id: each.title for each in exercises},
        "correction": {each.id: "Often written" for each in corrections},
        "explain": {"": "What happened, and why"},
        "recap": {"": "In short"},
    }
    steps: list[Step] = []
    for cue in parse_script(read_text(file), file):
        if cue.kind != "read" and cue.ref not in titles[cue.kind]:
            hint = (
                nearest(cue.ref, titles[cue.kind]) or f"; there are {', '.join(titles[cue.kind]) or 'none'}"
            )
            raise ContentError(file, cue.line, cue.kind, f"nothing is called {cue.ref!r}{hint}")
        body = prose.filled(cue.body, lambda line, message, cue=cue: _fault(file, cue, line, message))  # type: ignore[misc]
        name = unique = _step_id(cue, steps)
        copies = itertools.count(2)
        while any(step.id == unique for step in steps):
            unique = f"{name}-{next(copies)}"
        steps.append(Step(unique, cue.kind, cue.title or titles[cue.kind][cue.ref], body, cue.ref))
    return tuple(steps)


def _fault(file: Path, cue: Cue, line: int, message: str) -> ContentError:
    """The error that something is wrong in a cue's body, `line` lines (from 0) into it."""
    return ContentError(file, cue.body_line + line, cue.ref or cue.title or cue.kind, message)


def _step_id(cue: Cue, before: list[Step]) -> str:
    """What the step is called, not yet made unique."""
    match cue.kind:
        case "read":
            return re.sub(r"[^a-z0-9]+", "-", cue.title.lower()).strip("-") or "read"
        case "experiment":
            return f"run-{cue.ref}"
        case "explain":
            return f"explain-{sum(step.kind == 'explain' for step in before) + 1}"
        case "recap":
            return "recap"
    return cue.ref
