"""How exercises and crime scenes look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tests.ui.crime_play import build
from tests.ui.exercise_play import OTHER, Judge, judge, screen, verdict
from tests.ui.lesson_play import LESSON, NARROW, THREE, TWO, press, settle
from tutor.course.model import Course
from tutor.ui.app import TutorApp
from tutor.ui.screens.crime import WIDE

__all__ = ["judge"]

SIZES = pytest.mark.parametrize("size", [NARROW, TWO], ids=["80x24", "120x40"])


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """The course with an exercise and crime scenes."""
    return build(tmp_path / "with-crimes")


async def play(pilot: Pilot[Any], state: str, judge: Judge) -> None:
    """Bring the app into a state."""
    assert isinstance(pilot.app, TutorApp)
    if state.startswith("crime"):
        await press(pilot, "c", *(["enter"] if state != "crimes" else []))
        if state == "crime-told":
            begin = ["enter"] if pilot.app.size.width < WIDE else []
            await press(pilot, *begin, *["down"] * 9, "space", "enter", "1", "enter")
        await settle(pilot)
        return
    pilot.app.show_lesson(LESSON, "e1")
    await settle(pilot)
    if state == "step":
        return
    await press(pilot, "enter")
    match state:
        case "code":
            await press(pilot, "f3")
        case "failed":
            judge.verdicts = [verdict(0, 2, diagnosis="That doubles the blur; it should be halved.")]
            await press(pilot, "f9")
        case "help":
            await press(pilot, "h", "enter", "h")
        case "skeleton":
            await press(pilot, *["h", "enter"] * 3)
        case "lines":
            await press(pilot, *["h", "enter"] * 4, "J", "enter")
        case "solved":
            await press(pilot, "h", "enter", "f9")
        case "compared":
            screen(pilot).editor.put(OTHER)
            await press(pilot, "f9", "m")
    await settle(pilot)


@SIZES
@pytest.mark.parametrize(
    "state",
    [
        "step",
        "task",
        "code",
        "failed",
        "help",
        "skeleton",
        "lines",
        "solved",
        "compared",
        "crimes",
        "crime",
        "crime-told",
    ],
)
def test_it_looks_so(
    make_app: MakeApp,
    course: Course,
    judge: Judge,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    state: str,
) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await play(pilot, state, judge)

    assert snap_compare(make_app(course=course), terminal_size=size, run_before=before)


def test_three_panes_look_so(
    make_app: MakeApp, course: Course, judge: Judge, snap_compare: Callable[..., bool]
) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await play(pilot, "failed", judge)

    assert snap_compare(make_app(course=course), terminal_size=THREE, run_before=before)
