"""The sandbox pane by message: what it asks for, and what it shows of what comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import DataTable, Static

from tests.ui.pane import CURVES, MOONS, PaneApp, bad, good
from tutor.figure import Figure
from tutor.run import Finished, Output, Progress, RunResult, Shown, Started
from tutor.ui.widgets.metrics import MetricsRow
from tutor.ui.widgets.output import OutputView
from tutor.ui.widgets.stream_text import HEAD, TAIL

SIZE = (90, 30)


@pytest.fixture
def app(tmp_path: Path) -> PaneApp:
    return PaneApp(tmp_path)


def metrics(app: PaneApp) -> str:
    return app.query_one(MetricsRow).render().plain


def shown(app: PaneApp) -> str | None:
    return app.pane.views.front


def drawn(app: PaneApp) -> tuple[Figure, ...]:
    return app.pane.chart.plot.figures


def draft(app: PaneApp) -> str | None:
    return app.changes[-1].code


def ending(app: PaneApp) -> str:
    return str(app.query_one(OutputView).ending.content)


async def test_running_asks_with_source_params_and_seed(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        (asked,) = app.requests
        assert asked.setting == "pruning"
        assert not asked.own_code
        assert not asked.held
        assert asked.request.source == app.experiment.source()
        assert (asked.request.entry, asked.request.filename, asked.request.seed) == ("run", "pruning.py", 0)
        assert asked.request.params == {"noise": 0.5, "n": 300, "criterion": "gini"}


async def test_a_setting_gives_the_knobs_their_values_and_drafts_win(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.pane.show(app.experiment, "quiet", {"n": 700}, None)
        app.pane.action_run()
        await pilot.pause()
        assert app.requests[-1].setting == "quiet"
        assert app.requests[-1].request.params == {"noise": 0.1, "n": 700, "criterion": "gini"}


async def test_a_turned_knob_runs_at_once_and_is_kept(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("right_square_bracket")
        assert app.requests[-1].held
        assert app.requests[-1].request.params["noise"] == 0.55
        assert app.changes[-1].params["noise"] == 0.55
        assert app.changes[-1].code is None


async def test_while_a_knob_is_held_one_runs_and_only_the_newest_value_follows(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*["left_square_bracket"] * 5)
        assert [asked.request.params["noise"] for asked in app.requests] == [0.45]
        app.finish(good())
        await pilot.pause()
        assert [asked.request.params["noise"] for asked in app.requests] == [0.45, 0.25]
        app.finish(good())
        await pilot.pause()
        assert len(app.requests) == 2


async def test_an_explicit_run_supersedes_the_held_one(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("left_square_bracket", "left_square_bracket", "r")
        assert [asked.held for asked in app.requests] == [True, False]
        app.finish(good())
        await pilot.pause()
        assert len(app.requests) == 2


async def test_events_of_a_superseded_run_are_dropped(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "right_square_bracket", "r")
        first, second = app.requests
        app.pane.receive(Finished(RunResult("stopped", 0.3)), first.request)
        assert app.pane.last_result is None
        app.pane.receive(Started(), second.request)
        app.pane.receive(Finished(good()), second.request)
        assert app.pane.last_result == good()


async def test_the_footer_offers_stop_only_while_something_runs(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        assert app.pane.check_action("stop", ()) is False
        await pilot.press("r")
        assert app.pane.check_action("stop", ()) is True


async def test_a_gate_lets_knobs_turn_but_nothing_run_and_says_why(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.pane.gate("Predict first; k skips.")
        await pilot.press("r", "f5", "right_square_bracket")
        assert app.requests == []
        assert app.changes[-1].params["noise"] == 0.55
        assert "Predict first; k skips." in str(app.pane.chart.empty.content)
        app.pane.gate(None)
        await pilot.press("r")
        assert len(app.requests) == 1


async def test_a_gate_over_a_chart_is_said_beneath_it(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(good())
        app.pane.gate("Predict first.")
        await pilot.pause()
        assert app.pane.notes.gate.display
        app.pane.gate(None)
        assert not app.pane.notes.gate.display


async def test_a_result_shows_its_chart_and_compares_its_metrics(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(good(0.716))
        await pilot.press("r")
        app.finish(good(0.777))
        await pilot.pause()
        assert drawn(app) == (CURVES, MOONS)
        assert app.pane.last_result == good(0.777)
        assert "run 2 · 0.21 s" in metrics(app)
        assert "pruned_test 0.777 (+0.061)" in metrics(app)
        assert "full_leaves 33 (=)" in metrics(app)


async def test_stop_is_acknowledged_at_once_and_a_second_one_asks_again(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        assert app.stops == 0
        await pilot.press("r", "s")
        assert "stopping" in app.pane.switch.button().plain
        await pilot.press("s")
        assert app.stops == 2
        app.finish(RunResult("stopped", 0.6))
        await pilot.pause()
        assert "Run" in app.pane.switch.button().plain
        assert "You stopped this run" in metrics(app)


async def test_time_shows_after_a_moment_and_stop_from_the_start(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        assert app.pane.switch.button().plain == "■ Stop s"
        app.clock.time += 0.2
        app.pane.switch.tick()
        assert app.pane.switch.button().plain == "■ Stop s"
        app.clock.time += 1.0
        app.pane.switch.tick()
        assert app.pane.switch.button().plain == "1.2 s  ■ Stop s"


async def test_progress_is_a_bar_that_ends_with_the_run(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.pane.receive(Started())
        app.pane.receive(Progress(3, 10, "fold 3 of 10"))
        line = app.pane.notes.progress
        assert "30%  fold 3 of 10" in str(line.content)
        app.pane.receive(Finished(good()))
        assert not line.display


async def test_output_streams_in_as_it_is_and_marks_its_view(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.pane.receive(Started())
        app.pane.receive(Output("stdout", "half a [b]line[/b]"))
        app.pane.receive(Output("stdout", ", whole\n"))
        app.pane.receive(Output("stderr", "beware\n"))
        assert app.pane.output.printed.text == "half a [b]line[/b], whole\nbeware"
        assert "output" in app.pane.switch.news
        await pilot.press("o")
        assert app.pane.switch.news == frozenset()


async def test_a_flood_of_output_keeps_its_beginning_and_its_end(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.pane.receive(Started())
        app.pane.receive(Output("stdout", "".join(f"line {number}\n" for number in range(10_000))))
        lines = app.pane.output.printed.text.splitlines()
        assert lines[0] == "line 0"
        assert lines[HEAD] == f"… {10_000 - HEAD - TAIL} lines left out …"
        assert lines[-1] == "line 9999"


async def test_what_only_the_result_brings_is_shown_once(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(RunResult("ok", 0.1, stdout="at the end\n", figures=(CURVES,)))
        assert app.pane.output.printed.text == "at the end"
        await pilot.press("r")
        app.pane.receive(Started())
        app.pane.receive(Output("stdout", "at once\n"))
        app.pane.receive(Finished(RunResult("ok", 0.1, stdout="at once\n", figures=(CURVES,))))
        assert app.pane.output.printed.text == "at once"


async def test_a_figure_is_shown_before_the_run_ends(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.pane.receive(Started())
        app.pane.receive(Shown(CURVES))
        assert drawn(app) == (CURVES,)
        app.pane.receive(Finished(RunResult("timeout", 10.0)))
        assert drawn(app) == (CURVES,)


async def test_an_error_explains_itself_and_the_next_good_run_brings_the_chart_back(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(bad())
        await pilot.pause()
        assert shown(app) == "output"
        said = ending(app)
        assert "line 10: ValueError" in said
        assert "got '[b]ginni[/b]'" in said
        assert "full = DecisionTreeClassifier(criterion=criterion" in said
        assert "Check the spelling" in said
        assert app.pane.output.collapsible.display
        await pilot.press("r")
        app.finish(good())
        await pilot.pause()
        assert shown(app) == "chart"


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (RunResult("timeout", 10.0), "ended after 10 s"),
        (RunResult("memory", 1.0), "memory"),
        (RunResult("output", 1.0), "printed too much"),
        (RunResult("processes", 1.0), "processes"),
        (RunResult("crashed", 1.0), "run again"),
    ],
)
async def test_every_ending_is_said_in_plain_words(app: PaneApp, result: RunResult, words: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(result)
        await pilot.pause()
        assert words in ending(app)
        assert shown(app) == "output"


async def test_edited_code_runs_as_the_learners_own_and_can_be_reset_and_undone(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "x", "y")
        await pilot.pause()
        assert draft(app) == "xy" + app.experiment.source()
        await pilot.press("f5")
        assert app.requests[-1].own_code
        assert app.requests[-1].request.source.startswith('xy"""Grow')
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert app.pane.code.source == app.experiment.source()
        assert draft(app) is None
        await pilot.press("ctrl+z")
        assert app.pane.code.source.startswith('xy"""Grow')


async def test_letters_are_text_in_the_editor_and_keys_outside(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "r", "s")
        assert app.requests == []
        await pilot.press("escape", "r")
        assert len(app.requests) == 1
        assert app.requests[0].own_code


async def test_running_from_the_code_goes_to_the_chart_and_e_comes_back(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "down", "down", "f5")
        app.finish(good())
        await pilot.pause()
        assert shown(app) == "chart"
        await pilot.press("e")
        assert app.pane.code.editor.cursor_location[0] == 2


async def test_an_error_in_edited_code_stays_with_the_code_and_marks_the_line(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "space", "f5")
        app.finish(bad(10))
        await pilot.pause()
        assert shown(app) == "code"
        assert app.pane.code.editor.error_line == 10
        assert "line 10: ValueError" in str(app.pane.code.query_one("#error", Static).content)
        await pilot.press("x")
        assert app.pane.code.editor.error_line is None


async def test_choosing_a_past_run_brings_back_its_knobs_and_its_chart(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(good(0.7, figures=(CURVES,)))
        await pilot.press("right_curly_bracket")
        app.finish(good(0.8, figures=(MOONS,)))
        await pilot.pause()
        assert app.pane.knobs.params["noise"] == 0.6
        await pilot.press("l", "down", "enter")
        assert app.pane.knobs.params["noise"] == 0.5
        assert drawn(app) == (CURVES,)
        assert "run 1" in metrics(app)
        assert app.changes[-1].params["noise"] == 0.5
        assert len(app.requests) == 2


async def test_undo_goes_back_to_the_run_before(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(good(figures=(CURVES,)))
        await pilot.press("right_curly_bracket")
        app.finish(good(figures=(MOONS,)))
        await pilot.press("u")
        assert app.pane.knobs.params["noise"] == 0.5
        assert drawn(app) == (CURVES,)


async def test_another_experiment_drops_the_run_under_way(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.pane.show(app.experiment, "quiet", {}, None)
        await pilot.pause()
        assert app.stops == 1
        app.finish(good())
        assert app.pane.last_result is None


async def test_coming_back_to_a_setting_shows_its_last_run(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(good())
        app.pane.show(app.experiment, "quiet", {}, None)
        await pilot.pause()
        assert drawn(app) == ()
        app.pane.show(app.experiment, "pruning", {}, None)
        await pilot.pause()
        assert app.pane.last_result == good()
        assert drawn(app) == (CURVES, MOONS)


async def test_the_table_has_the_charts_numbers_and_esc_goes_back(app: PaneApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        app.finish(good(figures=(CURVES,)))
        await pilot.press("t")
        table = app.pane.chart.query_one(DataTable)
        assert table.display
        assert table.row_count == len(CURVES.marks[0].x)  # type: ignore[union-attr]
        await pilot.press("escape")
        assert not app.pane.chart.in_table
        assert not table.display


@pytest.mark.parametrize(
    ("state", "said"), [("cold", True), ("warming", True), ("ready", False), ("lost", True)]
)
async def test_the_sandbox_is_spoken_of_only_while_it_is_not_ready(
    app: PaneApp, state: str, said: bool
) -> None:
    async with app.run_test(size=SIZE):
        app.pane.set_runner_state(state)
        assert app.pane.notes.runner.display is said


async def test_the_mouse_switches_views_and_runs(app: PaneApp, column: Callable[[str], int]) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.click(app.pane.switch, offset=(column("Output"), 0))
        await pilot.pause()
        assert shown(app) == "output"
        await pilot.click(app.pane.switch, offset=(SIZE[0] - 3, 0))
        assert len(app.requests) == 1
        await pilot.click(app.pane.switch, offset=(SIZE[0] - 3, 0))
        assert app.stops == 1


@pytest.fixture
def column(app: PaneApp) -> Callable[[str], int]:
    return lambda word: app.pane.switch.render().plain.index(word)
