"""The palette finds lessons, experiments, bookmarks, notes, settings and actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.fuzzy import Matcher
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.ui.conftest import MakeApp
from tests.ui.road_course import road_course, some_progress
from tutor.course.loader import open_lesson
from tutor.course.model import Course
from tutor.learner.store import Record
from tutor.ui import providers
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.roadmap import RoadmapScreen
from tutor.ui.screens.settings import SettingsScreen
from tutor.ui.theme import LIGHT

WIDE = (120, 40)


async def choose(pilot: Pilot[Any], words: str) -> None:
    """Open the palette, type, take the first hit."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    await look_for(pilot, words)


async def look_for(pilot: Pilot[Any], words: str) -> None:
    """Type into the palette that is open, and take the first hit."""
    await pilot.press(*("space" if each == " " else each for each in words))
    while not pilot.app.screen.query_one(OptionList).option_count:
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    await pilot.pause()


async def test_it_opens_a_lesson(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await choose(pilot, "blur makes")
        assert isinstance(app.screen, LessonScreen)


async def test_it_opens_a_lesson_from_within_another(make_app: MakeApp) -> None:
    app = make_app(lesson="blur-and-error")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        first = app.screen
        await choose(pilot, "blur makes")
        assert isinstance(app.screen, LessonScreen)
        assert app.screen is not first
        assert len(app.screen_stack) == 2


async def test_it_opens_an_experiment_at_its_step(make_app: MakeApp, record: Record) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await choose(pilot, "count errors")
        assert isinstance(app.screen, LessonScreen)
        assert record.progress.lesson("blur-and-error").step == "run-blur"


async def test_it_changes_a_setting(make_app: MakeApp, record: Record) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await choose(pilot, "colours light")
        assert isinstance(app.screen, RoadmapScreen)
        assert app.theme == record.progress.settings["theme"] == LIGHT


async def test_it_opens_the_settings(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await choose(pilot, "settings")
        assert isinstance(app.screen, SettingsScreen)


def test_a_lesson_is_found_by_its_id_before_others_by_scattered_letters() -> None:
    named = providers.Entry("5.4 Two ways to be wrong", "", print, also="bias-variance")
    scattered = providers.Entry("1.7 Reading tables like a statistician", "", print)
    match = Matcher("bias").match
    assert named.score("bias", match) > scattered.score("bias", match) > 0


async def test_a_slash_looks_for_lessons_only(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        await look_for(pilot, "lesson for later")
        assert isinstance(app.screen, RoadmapScreen)
        assert ["not written yet" in each.message for each in app._notifications] == [True]


def test_bookmarks_and_notes_are_entries(record: Record) -> None:
    some_progress(record)
    asked: list[tuple[str, str]] = []
    entries = list(
        providers.marks(road_course(), record.progress, lambda lesson, step: asked.append((lesson, step)))
    )
    assert [each.words for each in entries] == [
        "Bookmark: why rules break",
        "Note: Ask [why] gini and not error",
    ]
    for entry in entries:
        entry.go()
    assert asked == [("rules-versus-learning", "why-rules-break"), ("how-a-tree-is-grown", "run-tree")]


def test_a_lesson_that_cannot_be_read_hides_only_its_own_experiments(tiny_course: Course) -> None:
    (tiny_course.root / "u01_orientation" / "blur_and_error" / "lesson.toml").write_text("broken [")
    found = providers.experiments(
        tiny_course, lambda lesson: open_lesson(tiny_course, lesson), lambda *place: place
    )
    assert list(found) == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_it_looks_so(size: tuple[int, int], make_app: MakeApp, snap_compare: Callable[..., bool]) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"tree")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(make_app(course=road_course()), terminal_size=size, run_before=before)
