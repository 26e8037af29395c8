"""A lesson with an exercise, a judge that follows a script, and what stands on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui import tiny_course
from tests.ui.conftest import MakeApp
from tests.ui.lesson_play import LESSON, press, settle
from tutor.course.exercise import Exercise
from tutor.course.loader import load_course
from tutor.course.model import Course
from tutor.grading.verdict import CaseResult, Verdict
from tutor.run import RunError, RunRequest, RunResult
from tutor.sandbox.examine import Run
from tutor.ui.screens.exercise import ExerciseScreen

STARTER = '''\
"""The error of a threshold."""


def error(blur):
    """Return half of the blur."""
    return blur
'''

SOLUTION = '''\
"""The error of a threshold."""


def error(blur):
    """Return half of the blur."""
    return blur / 2
'''

OTHER = '''\
"""The error of a threshold."""

HALF = 0.5


def error(blur):
    """Return half of the blur."""
    half = HALF * blur
    return half
'''

WRONG = "def error(blur):\n    return 2 * blur\n"

CASES = '''\
"""Blurs of all kinds."""

from tutor.sandbox.cases import Case, close


def cases(seed):
    """Three blurs."""
    return [Case("no blur", args=(0.0,), visible=True), Case("some", args=(0.4,)), Case("more", args=(1.0,))]


def judge(case, saw):
    """Half of the blur."""
    return close(saw, case.args[0] / 2)
'''

TABLE = '''
[[exercises]]
id = "e1"
title = "Half of the blur"
task = """
Write `error(blur)`, which gives the error of the best threshold: half of the blur.

- A number goes in, a number comes out.
- Nothing is printed.
"""
entry = "error"
nudge = "What did the run say of the error at a blur of 0.5?"
idea = "Half of the blur lands on the wrong side, so **halve** it."
skeleton = """
def error(blur):
    return blur / ___
"""

[[exercises.wrong]]
name = "double"
says = "That doubles the blur; it should be halved."
misconception = "noise-is-data"
'''

CUE = """
```exercise e1
Now with your own hands.
```

```recap
"""

FILES = {
    "e1_starter.py": STARTER,
    "e1_cases.py": CASES,
    "e1_solution_1.py": SOLUTION,
    "e1_solution_2.py": OTHER,
    "e1_wrong_double.py": WRONG,
}


def build(root: Path) -> Course:
    """The tiny course with an exercise before the recap."""
    folder = tiny_course.build(root) / "u01_orientation" / "blur_and_error"
    lesson, script = folder / "lesson.toml", folder / "lesson.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + TABLE, encoding="utf-8")
    text = script.read_text(encoding="utf-8").replace("\n```recap\n", CUE)
    script.write_text(text, encoding="utf-8")
    for name, code in FILES.items():
        (folder / name).write_text(code, encoding="utf-8")
    return load_course(root)


def verdict(*failing: int, diagnosis: str = "", error: RunError | None = None) -> Verdict:
    """A verdict on three cases, of which these fail."""
    names = ("no blur", "some blur", "a constant column")
    cases = tuple(
        CaseResult(
            says,
            place not in failing,
            "expected 0.2, got NaN" if place in failing else "",
            visible=place == 0,
            call="error(0.0)" if place == 0 else "",
            saw="0.0" if place == 0 else "",
        )
        for place, says in enumerate(names)
    )
    return Verdict(
        cases,
        "failed" if failing else "passed",
        error,
        diagnosis,
        "noise-is-data" if diagnosis else "",
        "double" if diagnosis else "",
    )


class Judge:
    """Stands for `examine`: gives the verdicts of its script, the last one again and again."""

    def __init__(self, *verdicts: Verdict) -> None:
        self.verdicts = list(verdicts)
        self.asked: list[tuple[str, int]] = []
        """Source and seed of each attempt."""
        self.runs = False
        """Whether something is run first, so that it can be held and stopped."""
        self.breaks: Exception | None = None

    async def __call__(self, run: Run, exercise: Exercise, source: str, *, seed: int) -> Verdict:
        """The next verdict."""
        self.asked.append((source, seed))
        assert exercise.id
        if self.breaks is not None:
            raise self.breaks
        if self.runs:
            result: RunResult = await run(RunRequest(source))
            if result.status == "stopped":
                return Verdict((), "broken", RunError("stopped", "It was stopped."))
        return self.verdicts.pop(0) if len(self.verdicts) > 1 else self.verdicts[0]


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> Judge:
    """A judge that lets everything pass, in the place of the real one."""
    each = Judge(verdict())
    monkeypatch.setattr("tutor.ui.screens.exercise.examine", each)
    return each


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """The tiny course with an exercise."""
    return build(tmp_path / "with-exercise")


@asynccontextmanager
async def exercising(
    make_app: MakeApp, course: Course, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The exercise, opened from its lesson."""
    app = make_app(course=course)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.show_lesson(LESSON, "e1")
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        yield pilot


def screen(pilot: Pilot[None]) -> ExerciseScreen:
    """The exercise's screen, even under another one."""
    return next(each for each in pilot.app.screen_stack if isinstance(each, ExerciseScreen))
