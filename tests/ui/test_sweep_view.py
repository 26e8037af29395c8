"""The sweep: the marked knob over its range, one run after the other, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.lesson_play import TWO, lesson, playing, press, settle, shown
from tests.ui.pane import PaneApp, bad, good
from tutor.figure import Figure, Line, Points
from tutor.run import RunResult
from tutor.ui.widgets.sweep_view import SweepView

SIZE = (90, 30)


class SweepApp(PaneApp):
    """The pane, keeping the sweeps that it asks for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.sweeps: list[SweepView.Requested] = []

    def on_sweep_view_requested(self, event: SweepView.Requested) -> None:
        """Keep the request."""
        self.sweeps.append(event)

    def bring(self, *results: RunResult) -> list[bool]:
        """Give results to the newest sweep from its first run on."""
        runs = zip(self.sweeps[-1].requests, results, strict=False)
        return [self.pane.sweep.take(request, result) for request, result in runs]

    @property
    def drawn(self) -> tuple[Figure, ...]:
        """The figures of the sweep."""
        return self.pane.sweep.chart.plot.figures

    @property
    def said(self) -> str:
        """The line above them."""
        return str(self.pane.sweep.standing.content)


def tabled(app: SweepApp) -> bool:
    return app.pane.sweep.chart.in_table


@pytest.fixture
def app(tmp_path: Path) -> SweepApp:
    return SweepApp(tmp_path)


async def test_a_sweep_asks_for_every_value_of_the_marked_knob(app: SweepApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        (asked,) = app.sweeps
        noises = [request.params["noise"] for request in asked.requests]
        assert noises == [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]
        assert {request.params["n"] for request in asked.requests} == {300}
        assert app.pane.views.front == "sweep"
        assert app.pane.switch.run_state == "running"
        assert "noise 0.1" in app.said


async def test_the_charts_grow_with_each_run_and_mark_the_present_value(app: SweepApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        tests = [0.9 - 0.01 * step for step in range(11)]
        assert app.bring(*map(good, tests[:3])) == [True] * 3
        await pilot.pause()
        assert "27%" in app.said
        (figure,) = app.drawn
        assert isinstance(figure.marks[0], Line)
        assert list(figure.marks[0].y) == tests[:3]
        assert app.pane.busy
        results = zip(app.sweeps[0].requests[3:], map(good, tests[3:]), strict=True)
        assert [app.pane.sweep.take(*each) for each in results] == [True] * 7 + [False]
        await pilot.pause()
        assert app.drawn[0].marks[1] == Points([0.5], [tests[8]], "now", color=1)
        assert "all 11 values" in app.said
        assert app.pane.switch.run_state == "idle"


async def test_esc_goes_back_to_the_chart_of_the_run(app: SweepApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(good())
        await pilot.press("w")
        app.bring(*[good()] * 11)
        await pilot.press("escape")
        assert app.pane.views.front == "chart"
        assert app.pane.chart.plot.figures == good().figures
        assert len(app.sweeps) == 1


async def test_stop_ends_the_sweep_and_keeps_what_was_measured(app: SweepApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        app.bring(good(), good(0.5))
        await pilot.press("s")
        assert app.stops == 1
        assert not app.pane.busy
        assert "2 of 11 values, then stopped" in app.said
        assert app.drawn
        assert app.pane.sweep.take(app.sweeps[0].requests[2], good()) is False
        assert "2 of 11" in app.said


async def test_a_turned_knob_ends_the_sweep_and_runs(app: SweepApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        app.bring(good())
        await pilot.press("right_square_bracket")
        assert app.requests[-1].held
        assert app.pane.views.front == "chart"
        assert app.pane.sweep.take(app.sweeps[0].requests[1], good()) is False


async def test_a_run_that_fails_ends_the_sweep_and_is_explained(app: SweepApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        assert app.bring(good(), bad()) == [True, False]
        await pilot.pause()
        assert app.pane.views.front == "output"
        assert "criterion must be one of" in str(app.pane.output.ending.content)
        assert not app.pane.busy


async def test_while_a_prediction_is_waited_for_nothing_is_swept(app: SweepApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.pane.gate("Say first what you expect.")
        await pilot.press("w")
        assert app.sweeps == []


async def test_options_are_swept_too_and_the_table_is_a_key_away(app: SweepApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("shift+tab", "down", "down", "w")
        (asked,) = app.sweeps
        assert [request.params["criterion"] for request in asked.requests] == ["gini", "entropy"]
        app.bring(good(0.5), good(0.6))
        await pilot.press("t")
        assert tabled(app)
        await pilot.press("escape")
        assert not tabled(app)
        assert app.pane.views.front == "sweep"


async def test_another_experiment_forgets_the_sweep(app: SweepApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        app.bring(good())
        app.pane.show(app.experiment, "quiet", {}, None)
        assert app.drawn == ()
        await pilot.pause()
        assert app.stops == 1
        assert not app.pane.busy
        assert app.pane.views.front == "chart"


async def test_in_a_lesson_the_runs_follow_each_other(make_app: MakeApp, runner: FakeRunner) -> None:
    async with playing(make_app, TWO) as pilot:
        await press(pilot, "n", "k", "f4", "w")
        sweep = lesson(pilot).sandbox.sweep
        assert [request.params["noise"] for request in runner.requests] == pytest.approx(
            [0.1 * step for step in range(1, 11)]
        )
        assert not sweep.under_way
        assert not lesson(pilot).running
        assert "error is 0.25 whatever" in shown(pilot)


async def test_in_a_lesson_a_run_takes_the_place_of_a_sweep(make_app: MakeApp, runner: FakeRunner) -> None:
    async with playing(make_app, TWO) as pilot:
        await press(pilot, "n", "k", "f4")
        runner.hold()
        await press(pilot, "w")
        assert len(runner.requests) == 1
        assert lesson(pilot).running
        await press(pilot, "right")
        runner.release()
        await settle(pilot)
        assert len(runner.requests) == 2
        assert lesson(pilot).sandbox.views.front == "chart"
        assert not lesson(pilot).sandbox.busy


async def test_in_a_lesson_a_stopped_sweep_asks_for_no_more(make_app: MakeApp, runner: FakeRunner) -> None:
    async with playing(make_app, TWO) as pilot:
        await press(pilot, "n", "k", "f4")
        runner.hold()
        await press(pilot, "w", "s")
        assert "stop" in runner.calls
        assert len(runner.requests) == 1
        assert not lesson(pilot).running
        assert "0 of 10 values, then stopped" in shown(pilot)
