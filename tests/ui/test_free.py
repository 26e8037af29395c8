"""The free sandbox: runs of one session, taken back, begun anew; the text that is never lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.ui.conftest import MakeApp
from tests.ui.fakes import FIGURE, FakeRunner, result
from tests.ui.lesson_play import press, settle
from tutor.learner.store import Record
from tutor.run import Finished, Output, Progress, RunError, RunEvent, RunRequest, RunResult, Shown, Started
from tutor.ui.screens.free import EXAMPLE, PLACE, SESSION, FreeScreen
from tutor.ui.screens.roadmap import RoadmapScreen
from tutor.ui.widgets.cell_entry import CellEntry, Drawing
from tutor.ui.widgets.editor import Editor

SIZE = (80, 24)


@asynccontextmanager
async def opened(make_app: MakeApp, size: tuple[int, int] = SIZE) -> AsyncIterator[Pilot[None]]:
    """The free sandbox, opened from home."""
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "x")
        yield pilot


def free(pilot: Pilot[None]) -> FreeScreen:
    """The screen."""
    screen = pilot.app.screen
    assert isinstance(screen, FreeScreen)
    return screen


def top(pilot: Pilot[None]) -> str:
    """The line on top."""
    return str(free(pilot).top.content)


def said(entry: CellEntry, place: str) -> str:
    """One line of a run."""
    return str(entry.query_one(place, Static).content)


async def run(pilot: Pilot[None], source: str) -> CellEntry:
    """Write and run; the run's entry."""
    free(pilot).editor.load_text(source)
    await press(pilot, "f5")
    return free(pilot).entries[-1]


async def test_what_stands_in_the_editor_runs_in_the_session(make_app: MakeApp, runner: FakeRunner) -> None:
    async with opened(make_app) as pilot:
        assert free(pilot).editor.text == EXAMPLE
        assert free(pilot).editor.has_focus
        await press(pilot, "f5")
        (request,) = runner.requests
        assert (request.source, request.session, request.entry, request.seed) == (
            EXAMPLE,
            SESSION,
            None,
            None,
        )


async def test_a_run_shows_what_it_printed_drew_and_measured(make_app: MakeApp, runner: FakeRunner) -> None:
    async with opened(make_app) as pilot:
        entry = await run(pilot, "\nx = 1\n[b]y")
        assert said(entry, "#head") == "1 x = 1 … 2 lines · 0.21 s"
        assert entry.printed.text == "fitted"
        assert [str(each.query_one(Static).content) for each in entry.query(Drawing)] == [FIGURE.alt]
        assert said(entry, "#numbers") == "error 0.250   count 20"


def failing(_: RunRequest) -> Iterable[RunEvent]:
    """The script of a run that prints, shows and fails."""
    yield Started()
    yield Output("stdout", "before\n")
    yield Progress(1, 4, "fold")
    yield Shown(FIGURE)
    error = RunError("ValueError", "shapes [b]differ[/b]", 2, "Traceback", "Look at the shapes.")
    yield Finished(RunResult("error", 0.1, "before\n", error=error, figures=(FIGURE,)))


async def test_a_failed_run_is_explained_and_its_line_marked(make_app: MakeApp, runner: FakeRunner) -> None:
    runner.script = failing
    async with opened(make_app) as pilot:
        entry = await run(pilot, "a\nb")
        assert entry.printed.text == "before"
        assert "shapes [b]differ[/b]" in said(entry, "#ending")
        assert "Look at the shapes." in said(entry, "#ending")
        assert len(entry.query(Drawing)) == 1
        assert not entry.query_one("#bar", Static).display
        assert free(pilot).editor.error_line == 2
        await press(pilot, "a")
        assert free(pilot).editor.error_line is None


async def test_undo_takes_back_the_newest_run_that_counts(make_app: MakeApp, runner: FakeRunner) -> None:
    async with opened(make_app) as pilot:
        first, second = await run(pilot, "x = 1"), await run(pilot, "x = 2")
        await press(pilot, "f9")
        assert (first.undone, second.undone) == (False, True)
        assert "undone" in said(second, "#head")
        await press(pilot, "escape", "u", "u")
        assert first.undone
        assert [call for call in runner.calls if "undo" in call] == [f"undo {SESSION}"] * 2


async def test_while_a_run_is_under_way_another_waits_and_undo_too(
    make_app: MakeApp, runner: FakeRunner
) -> None:
    async with opened(make_app) as pilot:
        runner.hold()
        entry = await run(pilot, "x = 1")
        await press(pilot, "f5", "f9")
        assert len(runner.requests) == 1
        assert "running" in top(pilot)
        await press(pilot, "f8")
        assert entry.result is not None
        assert entry.result.status == "stopped"
        assert "running" not in top(pilot)
        await press(pilot, "f9")
        assert entry.undone


async def test_restart_forgets_every_run(make_app: MakeApp, runner: FakeRunner) -> None:
    async with opened(make_app) as pilot:
        await run(pilot, "x = 1")
        await run(pilot, "x = 2")
        await press(pilot, "escape", "R")
        assert f"restart {SESSION}" in runner.calls
        assert all(entry.undone for entry in free(pilot).entries)
        assert "undo" not in "".join(runner.calls)
        await press(pilot, "u")
        assert "undo" not in "".join(runner.calls)


async def test_letters_write_in_the_editor_and_act_in_the_list(make_app: MakeApp) -> None:
    async with opened(make_app) as pilot:
        await run(pilot, "")
        await press(pilot, "u", "R", "s", "e")
        assert free(pilot).editor.text == "uRse"
        await press(pilot, "escape")
        assert isinstance(pilot.app.focused, CellEntry)
        await press(pilot, "e")
        assert isinstance(pilot.app.focused, Editor)


async def test_the_code_of_a_run_comes_back_into_the_editor(make_app: MakeApp) -> None:
    async with opened(make_app) as pilot:
        await run(pilot, "first")
        await run(pilot, "second")
        await press(pilot, "escape", "up", "up", "enter")
        assert free(pilot).editor.text == "first"
        await press(pilot, "ctrl+z")
        assert free(pilot).editor.text == "second"
        await press(pilot, "f2")
        assert free(pilot).editor.text == ""


async def test_leaving_and_coming_back_changes_nothing(
    make_app: MakeApp, runner: FakeRunner, record: Record
) -> None:
    async with opened(make_app) as pilot:
        await run(pilot, "x = 1")
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, RoadmapScreen)
        assert record.draft(PLACE) == "x = 1"
        await press(pilot, "x")
        assert [entry.source for entry in free(pilot).entries] == ["x = 1"]
        assert free(pilot).editor.text == "x = 1"
    async with opened(make_app) as pilot:
        assert free(pilot).editor.text == "x = 1"


async def test_a_runner_that_breaks_is_the_end_of_the_run_only(make_app: MakeApp, runner: FakeRunner) -> None:
    async with opened(make_app) as pilot:
        runner.breaks = OSError("gone")
        entry = await run(pilot, "x")
        assert "gone" in said(entry, "#ending")
        runner.breaks = None
        assert (await run(pilot, "y")).result == result()


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_everything_is_within_the_screen(make_app: MakeApp, width: int) -> None:
    async with opened(make_app, (width, 24)) as pilot:
        await run(pilot, "x = 1")
        await settle(pilot)
        screen = free(pilot)
        assert screen.editor.region.height >= 6
        assert screen.runs.region.height >= 8
        assert screen.runs.region.right <= width
        beside = screen.runs.region.y == screen.editor.region.y
        assert beside == (width >= 120)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_it_looks_so(make_app: MakeApp, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await press(pilot, "x")
        await run(pilot, "x = [1, 2]\nx")
        await run(pilot, "import numpy as np\n\nnp.mean(x)")
        await press(pilot, "f9")

    assert snap_compare(make_app(), terminal_size=size, run_before=before)
