"""A small question bank, and an interview that is played on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui import tiny_course
from tests.ui.conftest import MakeApp
from tests.ui.lesson_play import press, settle
from tutor.course.loader import load_course
from tutor.course.model import Course
from tutor.course.rubric import Rubric
from tutor.grading.freetext.judge import judge
from tutor.grading.freetext.judgement import Judgement
from tutor.ui.interviewing import InterviewingShell
from tutor.ui.screens.interview import InterviewScreen

RUBRIC = '''
reference = """A deep tree follows the noise of its sample, so another sample gives another tree. \
Pruning cuts the branches that do not pay on data which the tree has not seen, and cross-validation chooses \
how much is cut."""

[[points]]
id = "noise"
need = "required"
weight = 2
say = "A deep tree follows the noise of its sample."
anchors = [
  "it follows the noise of its sample",
  "the tree memorises every wobble of the rows it has seen",
  "a small change of the sample gives another tree",
]
groups = [["noise", "wobble", "sample"], ["follows", "memorises", "another"]]
hint = "What happens to the tree on another sample?"

[[points]]
id = "pruning"
say = "Pruning cuts branches that do not pay on unseen rows."
anchors = [
  "pruning cuts the branches that do not pay on data it has not seen",
  "remove what does not help on held-out rows",
  "cut back what is of no use later",
]
groups = [["prune", "pruning", "cut", "cuts", "remove"], ["branches", "unseen", "held-out", "pay", "use"]]

[[points]]
id = "chosen"
need = "bonus"
say = "Cross-validation chooses how much is cut."
anchors = [
  "cross-validation chooses how much to cut",
  "the strength is picked on folds",
  "several splits say how far to go",
]
groups = [["cross-validation", "folds", "splits"], ["choose", "chooses", "picked", "strength"]]

[[misconceptions]]
id = "noise-is-data"
severity = "major"
anchors = ["the deeper the tree the better it will predict", "more splits are always better"]

[[clarifications]]
about = ["classification", "regression"]
answer = "Take a classification tree."

[[clarifications]]
about = []
answer = "Say what you assume."
'''

FOLLOW_UPS = """
[[follow_ups]]
id = "why-unseen"
when_missing = "pruning"
ask = "On which rows do you decide what is cut?"
reference = "On rows that the tree was not grown on, such as validation folds."

[[follow_ups.points]]
id = "unseen"
say = "On rows that the tree was not grown on."
anchors = ["on rows that the tree was not grown on", "on validation folds", "not on those it has learnt from"]
groups = [["rows", "folds", "those"], ["not", "validation", "held-out"]]
"""

SHOW = '''
[show_me]
ask = "Show me that pruning leaves fewer leaves."
starter = """
from tutor.sandbox.displays import Result


def run(*, seed):
    return Result(metrics={"error": 0.25, "count": 20})
"""
test = "error < 0.5"
says = "the error stays below one half"
solution = "the learner does not see this"
'''


def prompt(name: str, question: str, *, level: str = "mid", extra: str = "", tail: str = "") -> str:
    """A prompt's file."""
    return f'''format_version = 1
id = "{name}"
level = "{level}"
topic = "trees"
competency = "generalisation"
question = "{question}"
lessons = ["blur-and-error", "later-lesson"]
{extra}
{RUBRIC}{tail}'''


STEPS = """steps = ["Split the rows", "Grow the tree", "Prune it by cross-validation", "Test it once"]
"""

BANK = {
    "theory/tree-unstable.toml": prompt(
        "tree-unstable", "Why is a deep tree [unstable], and what helps?", tail=FOLLOW_UPS + SHOW
    ),
    "theory/tree-cut.toml": prompt("tree-cut", "When do you stop growing a tree?", level="senior"),
    "practical/tree-built.toml": prompt("tree-built", "How do you build a tree?", extra=STEPS),
    "cases/plan-churn.toml": prompt(
        "plan-churn", "Customers leave. What do you do?", extra='form = "plan"\n'
    ),
    "cases/told-twice.toml": prompt(
        "told-twice", "Tell an engineer and a client about your model.", extra='form = "two-audiences"\n'
    ),
    "cases/own-story.toml": prompt("own-story", "Tell me about a failure.", extra='form = "star"\n'),
}

PARALLEL = {
    "practical/tree-coded.toml": prompt("tree-coded", "Grow a tree.", extra='exercise = "task"\n'),
    "cases/mean-parallel.toml": prompt(
        "mean-parallel", "Numbers lie on many machines. Mean and variance?", extra='form = "parallel"\n'
    ),
}
"""What is asked only where it is named."""

GOOD = (
    "A deep tree follows the noise of its sample, so that another sample gives quite another tree. "
    "I prune it: pruning cuts the branches that do not pay on rows it has not seen."
)
HALF = (
    "A deep tree follows the noise of its sample [/bold], so another sample gives quite another tree. "
    "That makes its predictions jump around from one week to the next."
)
WRONG = (
    "I grow the tree as far as it goes, because the deeper the tree the better it will predict on the rows. "
    "It is then used as it is, without any further changes made to it later."
)


def build(root: Path, *names: str) -> Course:
    """The tiny course with these files of the bank, or with all."""
    tiny_course.build(root)
    for name in names or tuple(BANK):
        file = root / "interview" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text({**BANK, **PARALLEL}[name], encoding="utf-8")
    return load_course(root)


class Grader:
    """Judges at once, in this process."""

    closed = False

    def __init__(self) -> None:
        self.prepared: list[str] = []

    async def judge(self, rubric: Rubric, answer: str) -> Judgement:
        """The real judgement."""
        return judge(rubric, answer)

    async def prepare(self, rubric: Rubric) -> None:
        """Note what was asked."""
        self.prepared.append(rubric.question)

    async def close(self) -> None:
        """Nothing runs."""
        self.closed = True


@pytest.fixture
def grader(monkeypatch: pytest.MonkeyPatch) -> Grader:
    """A grader in the place of the process, and a clock that stands still."""
    each = Grader()
    monkeypatch.setattr("tutor.ui.judging.GraderProcess", lambda _: each)
    monkeypatch.setattr(InterviewingShell, "monotonic", staticmethod(lambda: 1000.0))
    return each


@asynccontextmanager
async def interviewing(
    make_app: MakeApp,
    course: Course,
    *keys: str,
    size: tuple[int, int] = (80, 24),
    asks_how_sure: bool = False,
) -> AsyncIterator[Pilot[None]]:
    """The lobby of the interview, and `keys` pressed in it."""
    app = make_app(course=course, asks_how_sure=asks_how_sure)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "i")
        await rest(pilot)
        await press(pilot, *keys)
        await rest(pilot)
        yield pilot


async def rest(pilot: Pilot[None]) -> None:
    """Let threads, workers and screens come to rest."""
    for _ in range(6):
        await settle(pilot)


async def say(pilot: Pilot[None], text: str, place: int = 0) -> None:
    """Write into a field of the answer."""
    areas = [area for area in interview(pilot).desk.answer.query("AnswerArea") if area.display]
    areas[place].focus()
    await pilot.pause()
    interview(pilot).desk.answer._areas[place].insert(text)
    await settle(pilot)


async def send(pilot: Pilot[None], text: str, *ticks: str) -> None:
    """Answer, tick, and wait for the table."""
    await say(pilot, text)
    await press(pilot, "f9")
    await press(pilot, *ticks)
    for _ in range(2):
        if interview(pilot).session.phase == "ticks":
            await press(pilot, "enter")
    await rest(pilot)


def interview(pilot: Pilot[None]) -> InterviewScreen:
    """The interview's screen, even under another one."""
    return next(each for each in pilot.app.screen_stack if isinstance(each, InterviewScreen))
