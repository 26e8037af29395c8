"""Runs inside a lesson: what gates them, what they decide, what happens when they break."""

from __future__ import annotations

from collections.abc import Iterable

from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner, result
from tests.ui.lesson_play import NARROW, THREE, go, here, kinds, lesson, playing, press, settle, shown
from tutor.learner.store import Record
from tutor.run import Finished, RunError, RunEvent, RunRequest, RunResult, Started


async def test_a_run_waits_for_the_prediction(make_app: MakeApp, runner: FakeRunner) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "f2", "n")
        assert here(pilot) == "run-blur"
        for key in ("r", "f5"):
            await press(pilot, "f2", key)
            assert lesson(pilot).panes.at == "quiz"
        await press(pilot, "f4", "r", "right")
        assert runner.requests == []
        assert "Say first what you expect" in shown(pilot)


async def test_skipping_the_prediction_opens_the_run_and_is_logged(
    make_app: MakeApp, runner: FakeRunner, record: Record
) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "k")
        assert here(pilot) == "run-blur"
        await press(pilot, "r")
        assert len(runner.requests) == 1
        assert kinds(record, "prediction-skipped", "ran", "answered") == ["prediction-skipped", "ran"]


async def test_the_run_decides_the_prediction(make_app: MakeApp, runner: FakeRunner, record: Record) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "1", "enter", "r")
        request = runner.requests[0]
        assert (dict(request.params), request.seed, request.entry) == (
            {"noise": 0.5, "n": 20, "criterion": "gini"},
            0,
            "run",
        )
        assert here(pilot) == "run-blur"
        assert "Your prediction: ✗ not yet" in shown(pilot)
        await press(pilot, "f3")
        words = shown(pilot)
        assert "1 ✗ Below 0.1" in words
        assert "2 ✓ Between 0.1 and 0.4" in words
        answered = next(record.events("answered")).body
        assert (answered["score"], answered["right"], answered["setting"]) == (0.0, False, "blur")
        assert kinds(record, "ran", "answered") == ["ran", "answered"]


async def test_the_deciding_run_uses_the_knobs_of_the_lesson(
    make_app: MakeApp, runner: FakeRunner, record: Record
) -> None:
    async with playing(make_app, THREE) as pilot:
        await press(pilot, "n", "2", "enter", "f4", "right", "right")
        assert kinds(record, "answered") == []
        await press(pilot, "r")
        assert dict(runner.requests[-1].params)["noise"] == 0.5
        assert lesson(pilot).sandbox.knobs.params["noise"] == 0.5
        assert kinds(record, "answered") == ["answered"]


async def test_own_code_does_not_decide(make_app: MakeApp, runner: FakeRunner, record: Record) -> None:
    async with playing(make_app, THREE) as pilot:
        await press(pilot, "n", "2", "enter", "f4", "e", "#", "f5")
        assert runner.requests[-1].source.startswith("#")
        assert kinds(record, "answered") == []
        assert next(record.events("ran")).body["own_code"] is True
        await press(pilot, "e", "ctrl+r", "f5")
        assert kinds(record, "answered") == ["answered"]


async def test_a_prediction_can_be_changed_until_the_run(make_app: MakeApp, record: Record) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "1", "enter", "y", "2", "enter", "r", "f3")
        assert "✓ right" in shown(pilot)
        assert "y tries again" not in shown(pilot)


async def test_a_held_knob_runs_the_newest_value_next_and_queues_nothing(
    make_app: MakeApp, runner: FakeRunner, record: Record
) -> None:
    async with playing(make_app, THREE) as pilot:
        await press(pilot, "n", "2", "enter", "r")
        runner.hold()
        await press(pilot, "f4", *["right"] * 4)
        assert len(runner.requests) == 2
        runner.release()
        await settle(pilot)
        assert [dict(each.params)["noise"] for each in runner.requests] == [0.5, 0.6, 0.9]
    assert list(record.events("ran"))[-1].body["params"] == {"noise": 0.9, "n": 20, "criterion": "gini"}


async def test_an_explicit_run_supersedes_the_one_under_way(make_app: MakeApp, runner: FakeRunner) -> None:
    async with playing(make_app, THREE) as pilot:
        await press(pilot, "n", "2", "enter", "r")
        runner.hold()
        await press(pilot, "f4", "r", "right", "r")
        runner.release()
        await settle(pilot)
        assert [dict(each.params)["noise"] for each in runner.requests] == [0.5, 0.5, 0.6]
        assert not lesson(pilot).running


async def test_stop(make_app: MakeApp, runner: FakeRunner, record: Record) -> None:
    async with playing(make_app, NARROW) as pilot:
        await press(pilot, "n", "2", "enter")
        runner.hold()
        await press(pilot, "r")
        assert lesson(pilot).running
        assert "s stops the run" in shown(pilot)
        await press(pilot, "f2", "s")
        assert "stop" in runner.calls
        assert not lesson(pilot).running
        assert next(record.events("ran")).body["status"] == "stopped"
        assert kinds(record, "answered") == []
        await press(pilot, "r")
        assert lesson(pilot).running


async def test_a_runner_that_breaks_is_a_notice_and_the_next_run_works(
    make_app: MakeApp, runner: FakeRunner, record: Record
) -> None:
    async with playing(make_app, THREE) as pilot:
        await press(pilot, "n", "2", "enter")
        runner.breaks = OSError("no more processes")
        await press(pilot, "r")
        assert "The sandbox failed: no more processes" in " ".join(shown(pilot).split())
        assert not lesson(pilot).running
        assert kinds(record, "answered") == []
        runner.breaks = None
        await press(pilot, "r")
        assert kinds(record, "answered") == ["answered"]


async def test_a_run_without_an_end_is_a_broken_one(make_app: MakeApp, runner: FakeRunner) -> None:
    def endless(_: RunRequest) -> Iterable[RunEvent]:
        return (Started(),)

    async with playing(make_app, THREE) as pilot:
        runner.script = endless
        await press(pilot, "n", "2", "enter", "r")
        assert "Nothing is lost; run it again" in " ".join(shown(pilot).split())


async def test_a_failed_run_explains_nothing_yet(make_app: MakeApp, runner: FakeRunner) -> None:
    error = RunError("ValueError", "noise must be positive", line=12)

    def fails(_: RunRequest) -> Iterable[RunEvent]:
        return (Started(), Finished(RunResult("error", 0.1, error=error)))

    async with playing(make_app, THREE) as pilot:
        runner.script = fails
        await press(pilot, "n", "2", "enter", "r")
        assert "noise must be positive" in shown(pilot)
        await go(pilot, "explain-1")
        assert "with less blur" not in shown(pilot)


async def test_leaving_during_a_run_is_calm(make_app: MakeApp, runner: FakeRunner) -> None:
    async with playing(make_app) as pilot:
        await press(pilot, "n", "2", "enter")
        runner.hold()
        await press(pilot, "r", "escape", "escape")
        runner.release()
        await settle(pilot)
        assert pilot.app.is_running


async def test_metrics_that_decide_nothing_are_said_not_crashed(
    make_app: MakeApp, runner: FakeRunner
) -> None:
    def poor(_: RunRequest) -> Iterable[RunEvent]:
        return (Started(), Finished(result({"count": 1.0})))

    async with playing(make_app, THREE) as pilot:
        runner.script = poor
        await press(pilot, "n", "2", "enter", "r")
        assert pilot.app.is_running
        assert lesson(pilot)._study.sheet.entry("p-error").phase == "committed"
