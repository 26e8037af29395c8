"""Crime scenes: found from home, marked, mended, told honestly, and remembered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import MakeApp
from tests.ui.crime_play import SCENE, build
from tests.ui.exercise_play import Judge, judge, screen, verdict
from tests.ui.lesson_play import press, settle, shown
from tutor.course.model import Course
from tutor.learner.store import Record
from tutor.ui.screens.crime import WIDE, CrimeScreen
from tutor.ui.screens.crimes import CrimesScreen
from tutor.ui.screens.roadmap import RoadmapScreen
from tutor.ui.widgets.quiz_pane import QuizPane

__all__ = ["judge"]

MARK = (*["down"] * 9, "space", "enter")
"""To the guilty line, mark it, on to the reasons."""
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """The course with crime scenes."""
    return build(tmp_path / "with-crimes")


@asynccontextmanager
async def scene(
    make_app: MakeApp, course: Course, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The first scene, opened from home."""
    app = make_app(course=course)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "c", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CrimeScreen)
        assert "A shop predicts its sales" in shown(pilot)
        if size[0] < WIDE:
            await press(pilot, "enter")
        yield pilot


async def pick(pilot: Pilot[None], text: str) -> None:
    """Choose the reason that says this."""
    row = next(line for line in shown(pilot).splitlines() if text in line and "○" in line)
    await press(pilot, row.split("│")[-1].split()[0])


async def solve_line(pilot: Pilot[None]) -> None:
    """Mark the right line, say why, say how sure."""
    await press(pilot, *MARK)
    await pick(pilot, "The test rows")
    await press(pilot, "enter", "3")
    await settle(pilot)


async def test_home_leads_to_a_list_of_scenes(make_app: MakeApp, course: Course) -> None:
    async with make_app(course=course).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CrimesScreen)
        words = shown(pilot)
        assert "0 of 2 solved" in words
        assert [line.split()[-1] for line in words.splitlines() if "○" in line] == ["new", "new"]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RoadmapScreen)


async def test_a_course_without_scenes_says_so(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "c")
        assert "This course has no crime scenes." in shown(pilot)
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, RoadmapScreen)


async def test_a_broken_scene_is_told_and_opens_nothing(make_app: MakeApp, course: Course) -> None:
    file = course.root / "crimes" / "weather_sales" / "crime.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("lines = [10]", "lines = [99]"), encoding="utf-8"
    )
    async with make_app(course=course).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, RoadmapScreen)
        (said,) = pilot.app._notifications
        assert "crime.toml" in said.message


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_the_reason_the_mending_and_the_honest_number(
    make_app: MakeApp, course: Course, judge: Judge, record: Record, size: tuple[int, int]
) -> None:
    async with scene(make_app, course, size) as pilot:
        pilot.app.screen.query_one(QuizPane).asks_how_sure = True
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, CrimeScreen)
        await solve_line(pilot)
        assert "✓ right" in shown(pilot)
        assert "honest" not in shown(pilot)
        (event,) = record.events("answered")
        assert (event.body["right"], event.body["confidence"]) == (True, 3)
        await press(pilot, "enter")
        assert screen(pilot).editor.text == SCENE
        await press(pilot, "f9", "n")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CrimeScreen)
        assert "reported R² of 0.97  →  honest R² of 0.51" in shown(pilot)
        await press(pilot, "enter")
        assert "✓  1 Another scene" in shown(pilot)
        assert "line 100% · mended 100%" in shown(pilot)
        assert "1 of 2 solved" in shown(pilot)


async def test_a_wrong_line_is_answered_and_may_be_marked_again(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    judge.verdicts = [verdict(0)]
    async with scene(make_app, course) as pilot:
        await press(pilot, "down", "down", "space", "enter")
        await pick(pilot, "The halves are not shuffled")
        await press(pilot, "enter", "4")
        await settle(pilot)
        (event,) = record.events("answered")
        assert event.body["right"] is False
        assert event.body["misconceptions"] == ["noise-is-data"]
        await press(pilot, "y")
        await settle(pilot)
        await solve_line(pilot)
        assert len(list(record.events("answered"))) == 2
        await press(pilot, "enter", "f9", "escape")
        assert isinstance(pilot.app.screen, CrimeScreen)
        assert "honest" not in shown(pilot)
        await press(pilot, "escape")
        assert "mending 67%" in shown(pilot)


async def test_what_was_found_is_there_again(
    make_app: MakeApp, course: Course, judge: Judge, record: Record
) -> None:
    async with scene(make_app, course) as pilot:
        await solve_line(pilot)
        await press(pilot, "escape", "escape")
    app = make_app(course=course)
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "c", "enter")
        assert "the line is told" in shown(pilot)
        await press(pilot, "x")
        assert screen(pilot).editor.text == SCENE
    assert record.progress.stats()["lessons_started"] == 0


async def test_a_half_made_answer_is_kept(make_app: MakeApp, course: Course, record: Record) -> None:
    async with scene(make_app, course) as pilot:
        await press(pilot, *MARK, "escape")
        assert record.drafts("crimes/second-scene/answer/")


@pytest.mark.parametrize("width", [60, 80, 110, 160])
async def test_everything_is_within_the_screen(make_app: MakeApp, course: Course, width: int) -> None:
    async with scene(make_app, course, (width, 24)) as pilot:
        quiz = pilot.app.screen.query_one(QuizPane)
        assert quiz.region.right <= width
        assert quiz.region.width >= 60
