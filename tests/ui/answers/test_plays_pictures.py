"""How drawn questions look in a lesson, before the answer and after it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from textual.pilot import Pilot

from tests.ui.answers.plays_course import IDS, LESSON_ID, build, drawing
from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import NARROW, TWO, press
from tutor.course.loader import load_course
from tutor.learner.store import Record
from tutor.ui.app import TutorApp

AppAt: TypeAlias = Callable[[str], TutorApp]

ANSWERS = {
    "q-curve": ("2", "4", "7", "8"),
    "q-threshold": ("4", "left"),
    "q-plot": ("1", "2"),
    "q-model": ("1",),
    "q-hand": ("0", ".", "5"),
    "q-split": ("right", "shift+right"),
    "q-centroids": ("left", "down", "down", "tab", "up", "up", "tab", "down"),
}
"""Keys that answer each question half right or wrong."""


@pytest.fixture
def app_at(make_app: MakeApp, record: Record, tmp_path: Path) -> AppAt:
    """The app in the lesson of drawn questions, where the learner left it: at a question."""

    def at(question: str) -> TutorApp:
        course = load_course(build(tmp_path / "plays"))
        index = 1 + IDS.index(question)
        record.append("step-reached", {"lesson": LESSON_ID, "step": question, "index": index})
        return make_app(lesson=LESSON_ID, course=course, runner=FakeRunner(script=drawing))

    return at


def answered(question: str, *, settled: bool) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Answer the question; `settled` commits, and lets the run judge where there is one."""

    async def run(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await press(pilot, "f3", *ANSWERS[question])
        if settled:
            await press(pilot, "enter", "3")
            if question == "q-curve":
                await press(pilot, "f2", "r", "f3")
        await pilot.pause()

    return run


@pytest.mark.parametrize("settled", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("question", IDS)
def test_it_looks_so(question: str, settled: bool, app_at: AppAt, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(
        app_at(question), terminal_size=NARROW, run_before=answered(question, settled=settled)
    )


@pytest.mark.parametrize("question", ["q-curve", "q-threshold", "q-model"])
def test_wide_it_looks_so(question: str, app_at: AppAt, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(app_at(question), terminal_size=TWO, run_before=answered(question, settled=True))


@pytest.mark.parametrize("question", ["q-threshold", "q-centroids"])
def test_without_colours_glyphs_and_words_say_it(
    question: str, app_at: AppAt, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app_at(question), terminal_size=NARROW, run_before=answered(question, settled=False))
