"""Painted points inside a lesson: they judge no prediction, and they are there when one comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import LESSON, kinds, lesson, playing, press, settle, shown
from tests.ui.tiny_course import build
from tutor.course.loader import load_course
from tutor.course.model import Course
from tutor.learner.store import Record
from tutor.run import OwnPoints

PLACE = f"{LESSON}/painted/blur"
PAINT = ("f4", "d", "1", "b", "b", "2", "b", "b")


@pytest.fixture
def tiny_course(tmp_path: Path) -> Course:
    """The small course, its experiment with a canvas."""
    root = build(tmp_path / "lessons")
    (file,) = root.glob("*/*/lesson.toml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("budget_s = 1.0", 'budget_s = 1.0\ncanvas = "points"', 1), encoding="utf-8")
    return load_course(root)


async def test_painted_points_judge_no_prediction(
    make_app: MakeApp, runner: FakeRunner, record: Record
) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "2", "enter", *PAINT)
        await settle(pilot)
        assert isinstance(runner.requests[-1].own, OwnPoints)
        await press(pilot, "c", "r")
        assert isinstance(runner.requests[-1].own, OwnPoints)
        assert kinds(record, "answered") == []
        assert all(event.body["own_data"] is True for event in record.events("ran"))
        await press(pilot, "x", "r")
        assert [request.own is None for request in runner.requests[-2:]] == [True, True]
        assert kinds(record, "answered") == ["answered"]


async def test_a_prediction_waits_and_nothing_painted_runs_before_it(
    make_app: MakeApp, runner: FakeRunner
) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "f2", "n", *PAINT)
        assert runner.requests == []
        assert "your 34 points (2 classes)" in shown(pilot)


async def test_what_was_painted_is_there_again(make_app: MakeApp, record: Record, runner: FakeRunner) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "k", *PAINT)
        points = lesson(pilot).sandbox.canvas.points.points
    assert record.draft(PLACE) is not None
    async with playing(make_app) as pilot:
        canvas = lesson(pilot).sandbox.canvas
        await press(pilot, "f4", "d")
        assert canvas.points.points == points
        assert canvas.used
        await press(pilot, "X")
    assert record.draft(PLACE) is None


async def test_while_a_prediction_is_open_the_lesson_s_data_come_first(
    make_app: MakeApp, record: Record, runner: FakeRunner
) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "f2", "n", *PAINT)
    async with playing(make_app) as pilot:
        canvas = lesson(pilot).sandbox.canvas
        assert len(canvas.marks) == 34
        assert canvas.own is None
