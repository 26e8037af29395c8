"""Misconceptions that an interview hears count in the course's register, unless the learner disowns them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tests.ui.interview_play import WRONG, build, grader, interviewing, rest, send
from tests.ui.lesson_play import press, shown
from tutor.course.model import Course
from tutor.learner.store import Record
from tutor.ui.screens.interviews import InterviewsScreen
from tutor.ui.screens.refutation import RefutationScreen

__all__ = ["grader"]

BELIEF = "noise-is-data"


@pytest.fixture
def one(tmp_path: Path) -> Course:
    """A course whose bank has one question."""
    return build(tmp_path / "one", "theory/tree-unstable.toml")


@pytest.fixture
def met_before(record: Record) -> None:
    """A quiz answer has shown the misconception."""
    record.append("answered", {"lesson": "other", "question": "q", "misconceptions": [BELIEF]})


def stands(pilot: Pilot[None]) -> type[object]:
    """The class of the screen on top."""
    return type(pilot.app.screen)


@pytest.mark.usefixtures("grader", "met_before")
async def test_what_was_heard_again_is_put_to_the_test_after_the_report(
    make_app: MakeApp, one: Course, record: Record
) -> None:
    async with interviewing(make_app, one, "enter", "4") as pilot:
        await send(pilot, WRONG)
        assert "that is not what I think" in shown(pilot)
        await press(pilot, "n")
        await rest(pilot)
        assert "Report" in shown(pilot)
        await press(pilot, "escape")
        await rest(pilot)
        assert stands(pilot) is RefutationScreen
        await press(pilot, "escape")
        assert stands(pilot) is InterviewsScreen
    assert len(record.progress.met(BELIEF)) == 2


@pytest.mark.usefixtures("grader", "met_before")
async def test_what_the_learner_disowns_does_not_count(
    make_app: MakeApp, one: Course, record: Record
) -> None:
    async with interviewing(make_app, one, "enter", "4") as pilot:
        await send(pilot, WRONG)
        await press(pilot, "d")
        assert "you say: not what I think; it does not count" in shown(pilot)
        assert len(record.progress.met(BELIEF)) == 1
        await press(pilot, "d")
        assert len(record.progress.met(BELIEF)) == 2
        await press(pilot, "d", "n")
        await rest(pilot)
        await press(pilot, "escape")
        await rest(pilot)
        assert stands(pilot) is InterviewsScreen
    assert len(record.progress.met(BELIEF)) == 1


@pytest.mark.usefixtures("grader")
async def test_the_first_meeting_brings_nothing_up(make_app: MakeApp, one: Course, record: Record) -> None:
    async with interviewing(make_app, one, "enter", "4") as pilot:
        await send(pilot, WRONG)
        await press(pilot, "n")
        await rest(pilot)
        await press(pilot, "escape")
        await rest(pilot)
        assert stands(pilot) is InterviewsScreen
    assert len(record.progress.met(BELIEF)) == 1
