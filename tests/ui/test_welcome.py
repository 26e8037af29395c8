"""The first start: three questions, a date, or none of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.ui.conftest import MakeApp
from tutor.learner.store import Record
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.roadmap import RoadmapScreen
from tutor.ui.screens.welcome import WelcomeScreen
from tutor.ui.theme import LIGHT

WIDE = (120, 40)


def said(record: Record) -> dict[str, Any]:
    """What the welcome kept."""
    (event,) = record.events("welcomed")
    return dict(event.body)


async def test_enter_is_enough(make_app: MakeApp, record: Record) -> None:
    app = make_app(welcomed=False)
    async with app.run_test(size=WIDE) as pilot:
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("enter")
        await pilot.pause()
        (*_, top) = app.screen_stack
        assert isinstance(top, LessonScreen)
        top.dismiss(False)
        await pilot.pause()
        assert isinstance(app.screen, RoadmapScreen)
    assert said(record) == {"goal": "road", "level": "new", "date": None}


async def test_it_can_be_skipped_and_does_not_come_again(make_app: MakeApp, record: Record) -> None:
    app = make_app(welcomed=False)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, RoadmapScreen)
    assert said(record) == {"goal": None, "level": None, "date": None}
    again = make_app(welcomed=False)
    async with again.run_test(size=WIDE):
        assert isinstance(again.screen, RoadmapScreen)


async def test_answers_are_kept_and_colours_change_at_once(make_app: MakeApp, record: Record) -> None:
    app = make_app(welcomed=False)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right", "down", "right", "right", "down", "right")
        await pilot.pause()
        assert app.theme == LIGHT
        await pilot.press("enter")
        await pilot.pause()
    assert said(record) == {"goal": "refresh", "level": "work", "date": None}
    assert record.progress.settings["theme"] == LIGHT


async def test_an_interview_has_a_date_that_must_be_one(make_app: MakeApp, record: Record) -> None:
    app = make_app(welcomed=False)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right", "right")
        await pilot.pause()
        await pilot.press("down", *"31.1.2027", "enter")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        problem = app.screen.query_one("#problem", Static)
        assert "such as 2027-01-31" in str(problem.content)
        app.screen.when.value = "2026-11-21"
        await pilot.press("enter")
        await pilot.pause()
        assert "has passed" in str(problem.content)
        app.screen.when.value = "2027-01-31"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LessonScreen)
    assert said(record) == {"goal": "interview", "level": "new", "date": "2027-01-31"}


async def test_the_palette_waits_until_the_welcome_is_over(make_app: MakeApp) -> None:
    app = make_app(welcomed=False)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_it_looks_so(size: tuple[int, int], make_app: MakeApp, snap_compare: Callable[..., bool]) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        if size == (80, 24):
            await pilot.press("right", "right")
        await pilot.pause()

    assert snap_compare(make_app(welcomed=False), terminal_size=size, run_before=before)
