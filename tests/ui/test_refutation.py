"""A belief is bet on, run and refuted; it comes up when it is met twice, and from the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import NOW, MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import LESSON, go, press, shown
from tests.ui.test_palette import choose
from tests.ui.test_quiz import digit
from tutor.course.misconceptions import read_misconceptions
from tutor.course.model import Course
from tutor.learner.store import Record
from tutor.run import Finished, RunError, RunEvent, RunRequest, RunResult, Started
from tutor.ui.refuting import due_refutation
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.refutation import RefutationScreen

SIZES = [(80, 24), (120, 40)]
BELIEF = "noise is data"


async def open_belief(pilot: Pilot[Any]) -> RefutationScreen:
    """From the palette to the screen."""
    await pilot.pause()
    await choose(pilot, BELIEF)
    assert isinstance(pilot.app.screen, RefutationScreen)
    return pilot.app.screen


def at(screen: RefutationScreen, *, right: bool) -> str:
    """The key of the outcome that holds, or of the belief's."""
    place = [each is screen._refutation.holds for each in screen._shown].index(right)
    return str(place + 1)


@pytest.mark.parametrize("right", [True, False])
async def test_a_bet_is_run_told_and_recorded(make_app: MakeApp, record: Record, *, right: bool) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_belief(pilot)
        await press(pilot, at(screen, right=right))
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = shown(pilot)
        assert ("✓ right" in text) is right
        assert "The belief says: over 0.5" in text
        assert "The run says: under 0.4" in text
        assert "error 0.25" in text
        assert [event.body for event in record.events("refuted")] == [
            {
                "misconception": "noise-is-data",
                "predicted": "under 0.4" if right else "over 0.5",
                "right": right,
            }
        ]
        await press(pilot, "enter")
        assert not isinstance(app.screen, RefutationScreen)


async def test_a_skipped_belief_is_not_recorded(make_app: MakeApp, record: Record) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_belief(pilot)
        await press(pilot, "escape")
        assert not isinstance(app.screen, RefutationScreen)
        assert list(record.events("refuted")) == []


async def test_a_failed_run_asks_again(make_app: MakeApp, record: Record, runner: FakeRunner) -> None:
    failed = RunResult("error", 0.1, error=RunError("ValueError", "no"))

    def script(_: RunRequest) -> Iterator[RunEvent]:
        yield Started()
        yield Finished(failed)

    well = runner.script
    runner.script = script
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_belief(pilot)
        await press(pilot, "1")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Pick again" in shown(pilot)
        assert list(record.events("refuted")) == []
        runner.script = well
        await press(pilot, at(screen, right=True))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.ended


async def test_the_lesson_is_a_key_away(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_belief(pilot)
        await press(pilot, "1")
        await app.workers.wait_for_complete()
        await press(pilot, "o")
        assert isinstance(app.screen, LessonScreen)


async def test_it_comes_up_after_the_second_meeting(make_app: MakeApp, record: Record) -> None:
    record.append("answered", {"lesson": "other", "question": "q", "misconceptions": ["noise-is-data"]})
    app = make_app(lesson=LESSON)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await go(pilot, "q-single")
        await answer_wrong(pilot)
        assert screen_class(pilot) is LessonScreen
        await press(pilot, "f2", "n")
        assert screen_class(pilot) is RefutationScreen
        await press(pilot, "escape")
        assert screen_class(pilot) is LessonScreen
        await press(pilot, "p", "n")
        assert screen_class(pilot) is LessonScreen


async def test_it_does_not_come_up_after_the_first_meeting(make_app: MakeApp) -> None:
    app = make_app(lesson=LESSON)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await go(pilot, "q-single")
        await answer_wrong(pilot)
        await press(pilot, "f2", "n")
        assert screen_class(pilot) is LessonScreen


def test_only_what_a_run_refutes_is_due(record: Record, tiny_course: Course) -> None:
    register = read_misconceptions(tiny_course.root)
    for _ in range(2):
        record.append("answered", {"question": "q", "misconceptions": ["noise-is-data", "told-only", "gone"]})
    assert due_refutation(record, register, ["gone", "told-only"], NOW) is None
    due = due_refutation(record, register, ["gone", "told-only", "noise-is-data"], NOW)
    assert due is not None
    assert due.id == "noise-is-data"


async def test_an_unreadable_run_is_told(make_app: MakeApp, tiny_course: Course) -> None:
    (tiny_course.root / "u01_orientation" / "blur_and_error" / "lesson.toml").write_text("broken [")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await choose(pilot, BELIEF)
        assert not isinstance(app.screen, RefutationScreen)
        assert [note.title for note in app._notifications] == ["This belief cannot be tested"]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("state", ["asked", "wrong"])
def test_it_looks_so(
    state: str, size: tuple[int, int], make_app: MakeApp, snap_compare: Callable[..., bool]
) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        screen = await open_belief(pilot)
        if state == "wrong":
            await press(pilot, at(screen, right=False))
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

    assert snap_compare(make_app(), terminal_size=size, run_before=before)


async def answer_wrong(pilot: Pilot[Any]) -> None:
    """Give the answer that shows the misconception."""
    await press(pilot, digit(pilot, 1), "enter")


def screen_class(pilot: Pilot[Any]) -> type[object]:
    """The class of the screen on top."""
    return type(pilot.app.screen)
