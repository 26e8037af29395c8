"""Home: what stands on the road, what Enter does, and how it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tests.ui.road_course import PROBLEM, road_course, some_progress
from tutor.learner.store import Record
from tutor.ui.app import TutorApp
from tutor.ui.screens.roadmap import RoadmapScreen
from tutor.ui.widgets.road import Road
from tutor.ui.widgets.row import Row
from tutor.ui.widgets.today import Today

WIDE = (120, 40)
NARROW = (80, 24)


def words(app: TutorApp, widget: type[Road | Today], width: int = 100) -> str:
    """The rows of a list as text."""
    rows = [option.prompt for option in app.screen.query_one(widget).options]
    return "\n".join(line.plain for row in rows if isinstance(row, Row) for line in row.lines(width))


def focused(app: TutorApp) -> str | None:
    """The id of what has the focus."""
    return app.focused.id if app.focused else None


def place(app: TutorApp) -> str | None:
    """The id under the cursor of the road."""
    option = app.screen.query_one(Road).highlighted_option
    return option.id if option else None


async def test_enter_takes_the_next_best_step(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        assert isinstance(app.screen, RoadmapScreen)
        assert isinstance(app.focused, Today)
        assert "Start  Blur makes errors" in words(app, Today)
        await pilot.press("enter")
        await pilot.pause()
        assert type(app.screen).__name__ == "LessonScreen"


async def test_a_started_lesson_is_continued_where_it_was_left(make_app: MakeApp, record: Record) -> None:
    some_progress(record)
    app = make_app(course=road_course())
    async with app.run_test(size=WIDE):
        today = words(app, Today)
        assert "Continue  How a tree is grown" in today
        assert "step 4 of 9 · about 13 min" in today
        assert "★ Rules versus learning" in today
        assert "why rules break" in today
        assert "✎ Ask [why] gini and not error" in today


async def test_units_open_and_close(make_app: MakeApp) -> None:
    app = make_app(course=road_course())
    async with app.run_test(size=WIDE) as pilot:
        assert "Rules versus learning" in words(app, Road)
        app.screen.query_one(Road).focus()
        await pilot.press("left")
        assert "Rules versus learning" not in words(app, Road)
        assert place(app) == "u01"
        await pilot.press("right", "down", "down")
        assert place(app) == "what-an-engineer-does"
        await pilot.press("end", "enter")
        assert "Cross-validation" in words(app, Road)


async def test_the_road_tells_how_every_lesson_stands(make_app: MakeApp, record: Record) -> None:
    some_progress(record)
    app = make_app(course=road_course(broken=True))
    async with app.run_test(size=WIDE) as pilot:
        app.screen.query_one(Road).focus()
        await pilot.press("end", "enter", "home", "enter")
        road = words(app, Road)
        for line in ("● 1.1", "◐ 3.1", "○ 3.2", "· 3.3", "✗ 4.1", "1/3", "planned"):
            assert line in road
        assert "after 3.1 · 20 min" in road
        assert PROBLEM in " ".join(road.split())


@pytest.mark.parametrize("lesson", ["forests", "accuracy-and-its-traps"])
async def test_what_cannot_be_opened_says_so_calmly(make_app: MakeApp, lesson: str) -> None:
    app = make_app(course=road_course(broken=True))
    async with app.run_test(size=WIDE) as pilot:
        app.screen.query_one(Road).post_message(Road.LessonChosen(lesson))
        await pilot.pause()
        assert isinstance(app.screen, RoadmapScreen)
        (said,) = app._notifications
        assert "not written yet" in said.message if lesson == "forests" else said.message == PROBLEM


async def test_a_lesson_may_be_opened_ahead_of_what_it_builds_on(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    app = make_app(course=road_course())
    monkeypatch.setattr(app, "show_lesson", lambda *_: None)  # the lesson has no files

    def note(message: Message) -> None:
        if isinstance(message, RoadmapScreen.LessonRequested) and message.lesson not in asked:
            asked.append(message.lesson)

    async with app.run_test(size=WIDE, message_hook=note) as pilot:
        app.screen.query_one(Road).post_message(Road.LessonChosen("less-tree,-same-or-better"))
        await pilot.pause()
        assert asked == ["less-tree,-same-or-better"]
        assert "Builds on 3.1 How a tree is grown." in [each.message for each in app._notifications]


async def test_coming_back_shows_what_was_learnt(make_app: MakeApp, record: Record) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        app.show_settings()
        await pilot.pause()
        record.append("lesson-opened", {"lesson": "blur-and-error"})
        record.append("lesson-done", {"lesson": "blur-and-error"})
        await pilot.press("escape")
        await pilot.pause()
        assert "● 1.1" in words(app, Road)
        assert "The road is yours" in words(app, Today)


async def test_a_narrow_terminal_shows_the_next_step_above_the_road(
    make_app: MakeApp, record: Record
) -> None:
    some_progress(record)
    app = make_app(course=road_course())
    async with app.run_test(size=NARROW) as pilot:
        assert "Bookmarks" not in words(app, Today)
        today, road = app.screen.query_one(Today), app.screen.query_one(Road)
        assert today.region.bottom <= road.region.y
        await pilot.press("down")
        assert focused(app) == "road"
        await pilot.press("home", "up")
        assert focused(app) == "today"
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert "Bookmarks" in words(app, Today)
        assert focused(app) == "today"


async def test_the_mouse_opens_a_unit(make_app: MakeApp) -> None:
    app = make_app(course=road_course())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.click(Road, offset=(6, 1))
        await pilot.pause()
        assert "Rules versus learning" not in words(app, Road)


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("state", ["fresh", "in-progress", "broken"])
def test_it_looks_so(
    state: str, size: tuple[int, int], make_app: MakeApp, record: Record, snap_compare: Callable[..., bool]
) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        if state == "broken":
            pilot.app.screen.query_one(Road).focus()
            await pilot.press("end", "enter")
        await pilot.pause()

    if state == "in-progress":
        some_progress(record)
    app = make_app(course=road_course(broken=state == "broken"))
    assert snap_compare(app, terminal_size=size, run_before=before)


def test_it_looks_so_without_colours(
    make_app: MakeApp, record: Record, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    some_progress(record)
    assert snap_compare(make_app(course=road_course()), terminal_size=NARROW)
