"""Runs that a question needs before it can be read: begun unasked, never in the way, tried again on a key."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.ui.answers.plays_course import IDS, LESSON_ID, build, drawing
from tests.ui.answers.test_arranged import words
from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import lesson, press, settle, shown
from tutor.course.loader import load_course
from tutor.learner.store import Record
from tutor.run import Finished, RunError, RunEvent, RunRequest, RunResult, Started


@asynccontextmanager
async def playing(
    make_app: MakeApp, record: Record, folder: Path, runner: FakeRunner, question: str
) -> AsyncIterator[Pilot[None]]:
    """The lesson of drawn questions at one of them."""
    index = 1 + IDS.index(question)
    record.append("step-reached", {"lesson": LESSON_ID, "step": question, "index": index})
    app = make_app(lesson=LESSON_ID, course=load_course(build(folder)), runner=runner)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        yield pilot


async def test_a_plot_is_drawn_before_its_question_can_be_answered(
    make_app: MakeApp, record: Record, tmp_path: Path
) -> None:
    runner = FakeRunner(script=drawing)
    runner.hold()
    async with playing(make_app, record, tmp_path / "plays", runner, "q-plot") as pilot:
        assert len(runner.requests) == 1
        assert "Drawing the figure…" in shown(pilot)
        assert not lesson(pilot).quiz.answer.display
        await press(pilot, "enter")
        assert not list(record.events("answered"))
        runner.release()
        await settle(pilot)
        assert "Drawing the figure…" not in shown(pilot)
        assert lesson(pilot).quiz.answer.display
        assert not list(record.events("ran"))
        await press(pilot, "p", "n")
        assert len(runner.requests) == 1


async def test_keys_go_to_the_options_as_soon_as_the_figure_is_there(
    make_app: MakeApp, record: Record, tmp_path: Path
) -> None:
    runner = FakeRunner(script=drawing)
    runner.hold()
    async with playing(make_app, record, tmp_path / "plays", runner, "q-model") as pilot:
        assert pilot.app.focused is lesson(pilot).quiz
        runner.release()
        await settle(pilot)
        assert pilot.app.focused in lesson(pilot).quiz.answer.query("*")
        await press(pilot, "f2")
        assert pilot.app.focused not in lesson(pilot).quiz.query("*")


async def test_a_figure_that_fails_is_told_and_tried_again(
    make_app: MakeApp, record: Record, tmp_path: Path
) -> None:
    def fails(_: RunRequest) -> Iterable[RunEvent]:
        error = RunError("MemoryError", "no room")
        return (Started(), Finished(RunResult("memory", 0.1, error=error)))

    runner = FakeRunner(script=fails)
    async with playing(make_app, record, tmp_path / "plays", runner, "q-model") as pilot:
        assert "MemoryError: no room" in words(pilot)
        assert len(runner.requests) == 1
        runner.script = drawing
        await press(pilot, "p")
        assert "no room" not in words(pilot)
        await press(pilot, "f2", "n")
        before = len(runner.requests)
        assert "no room" in words(pilot)
        await press(pilot, "r")
        await settle(pilot)
        assert len(runner.requests) == before + 1
        assert lesson(pilot).quiz.answer.display
        assert "no room" not in words(pilot)


async def test_a_quiet_run_that_gives_way_begins_anew(
    make_app: MakeApp, record: Record, tmp_path: Path
) -> None:
    runner = FakeRunner(script=drawing)
    runner.hold()
    async with playing(make_app, record, tmp_path / "plays", runner, "q-plot") as pilot:
        runner.stop()
        await settle(pilot)
        assert len(runner.requests) == 1
        runner.release()
        await press(pilot, "f2", "b")
        await settle(pilot)
        assert len(runner.requests) == 2
        assert lesson(pilot).quiz.answer.display


async def test_a_figure_is_drawn_again_after_a_restart(
    make_app: MakeApp, record: Record, tmp_path: Path
) -> None:
    seeds: list[int | None] = []
    for _ in range(2):
        runner = FakeRunner(script=drawing)
        async with playing(make_app, record, tmp_path / str(len(seeds)), runner, "q-plot") as pilot:
            assert lesson(pilot).quiz.answer.display
        seeds.append(runner.requests[0].seed)
    assert seeds[0] == seeds[1]
