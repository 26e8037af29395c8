"""The interviewer says "show me": taken up, declined, and over after four minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.interview_play import GOOD, build, grader, interview, interviewing, rest, send
from tests.ui.lesson_play import press, shown
from tests.ui.test_interview import kinds, stands
from tutor.course.model import Course
from tutor.learner.store import Record
from tutor.ui.interviewing import InterviewingShell
from tutor.ui.screens.interview_show import ShowMeScreen

__all__ = ["grader"]


@pytest.fixture
def one(tmp_path: Path) -> Course:
    """A course whose bank has one question."""
    return build(tmp_path / "one", "theory/tree-unstable.toml")


class Minutes:
    """A clock that a test sets."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(InterviewingShell, "monotonic", staticmethod(lambda: self.now))


@pytest.mark.usefixtures("grader")
async def test_enter_takes_it_up(make_app: MakeApp, one: Course, record: Record) -> None:
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await send(pilot, GOOD, "1")
        assert "Show me that pruning leaves fewer leaves. You have four minutes." in shown(pilot)
        assert "k declines" in shown(pilot)
        await press(pilot, "enter")
        await rest(pilot)
        assert stands(pilot, ShowMeScreen)
        assert "4:00 left for it" in shown(pilot)
    assert kinds(record)[-2:] == ["show-asked", "show-begun"]


@pytest.mark.usefixtures("grader")
async def test_k_declines_and_it_is_not_said_again(make_app: MakeApp, one: Course, record: Record) -> None:
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await send(pilot, GOOD, "1")
        await press(pilot, "k")
        assert interview(pilot).session.phase == "table"
        assert "You have four minutes" not in shown(pilot)
        await press(pilot, "x")
        await rest(pilot)
        assert stands(pilot, ShowMeScreen)
    assert kinds(record)[-3:] == ["show-asked", "show-declined", "show-begun"]


@pytest.mark.usefixtures("grader")
async def test_after_four_minutes_the_interviewer_goes_on(
    make_app: MakeApp, one: Course, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Minutes(monkeypatch)
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await send(pilot, GOOD, "1")
        await press(pilot, "enter")
        await rest(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ShowMeScreen)
        clock.now += 239
        screen._say()
        await rest(pilot)
        assert stands(pilot, ShowMeScreen)
        clock.now += 2
        screen._say()
        await rest(pilot)
        assert not stands(pilot, ShowMeScreen)
        assert interview(pilot).session.phase == "table"
    assert kinds(record)[-1] == "show-left"


@pytest.mark.usefixtures("grader")
async def test_the_run_at_hand_may_end(
    make_app: MakeApp,
    one: Course,
    record: Record,
    runner: FakeRunner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Minutes(monkeypatch)
    async with interviewing(make_app, one, "enter", "2") as pilot:
        await send(pilot, GOOD, "1")
        await press(pilot, "enter")
        await rest(pilot)
        runner.hold()
        await press(pilot, "f5")
        clock.now += 300
        screen = pilot.app.screen
        assert isinstance(screen, ShowMeScreen)
        screen._say()
        await rest(pilot)
        assert stands(pilot, ShowMeScreen)
        runner.release()
        await rest(pilot)
        assert not stands(pilot, ShowMeScreen)
    assert kinds(record)[-2:] == ["shown", "show-left"]
