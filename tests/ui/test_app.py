"""The app around its screens: start, sandbox, terminal size, settings, help, jump, and a calm end."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.ui.conftest import MakeApp
from tests.ui.fakes import FakeRunner
from tests.ui.road_course import road_course, some_progress
from tutor.learner.store import Record
from tutor.run import RunEvent, RunRequest
from tutor.ui.app import TutorApp
from tutor.ui.deferred import DeferredRunner
from tutor.ui.screens.jump import JumpScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.roadmap import RoadmapScreen
from tutor.ui.screens.settings import SettingsScreen
from tutor.ui.screens.too_small import TooSmallScreen
from tutor.ui.theme import DARK, LIGHT
from tutor.ui.widgets.pane_tabs import PaneTabs
from tutor.ui.widgets.road import Road
from tutor.ui.widgets.sandbox_pane import SandboxPane
from tutor.ui.widgets.top_line import TopLine

WIDE = (120, 40)
NARROW = (80, 24)


def focused(app: TutorApp) -> str | None:
    """The id of what has the focus."""
    return app.focused.id if app.focused else None


class SlowRunner(FakeRunner):
    """Warms up until told that it may end."""

    def __init__(self) -> None:
        super().__init__()
        self.warm = asyncio.Event()

    async def start(self) -> None:
        self.state = "warming"
        await self.warm.wait()
        self.state = "ready"


async def test_the_sandbox_warms_up_once_and_is_closed_at_the_end(
    make_app: MakeApp, runner: FakeRunner
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert runner.calls == ["start"]
    assert runner.calls == ["start", "close"]


async def test_home_says_calmly_that_the_sandbox_warms_up(make_app: MakeApp) -> None:
    runner = SlowRunner()
    app = make_app(runner=runner)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        line = app.screen.query_one(TopLine)
        assert line.render().right.plain == "sandbox warming up…"
        runner.warm.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert line.render().right.plain == ""


async def test_a_sandbox_that_does_not_start_leaves_the_app_alive(make_app: MakeApp) -> None:
    class Broken(FakeRunner):
        async def start(self) -> None:
            self.state = "lost"
            raise OSError("no processes left")

    app = make_app(runner=Broken())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "sandbox lost" in app.screen.query_one(TopLine).render().right.plain


async def test_the_runner_is_made_when_it_is_first_wanted() -> None:
    made: list[FakeRunner] = []

    def make() -> FakeRunner:
        made.append(FakeRunner())
        return made[-1]

    async def play(runner: DeferredRunner) -> AsyncIterator[RunEvent]:
        async for event in runner.run(RunRequest("1")):
            yield event

    runner = DeferredRunner(make)
    runner.stop()
    await runner.close()
    assert (made, runner.state) == ([], "cold")
    await runner.start()
    assert [type(event).__name__ async for event in play(runner)] == ["Started", "Finished"]
    await runner.close()
    assert [each.calls for each in made] == [["start", "run", "close"]]


async def test_a_lesson_asked_for_stands_open(make_app: MakeApp) -> None:
    app = make_app(lesson="blur-and-error")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LessonScreen)
        app.screen.dismiss(False)
        await pilot.pause()
        assert isinstance(app.screen, RoadmapScreen)


async def test_a_step_asked_for_is_where_the_lesson_opens(make_app: MakeApp, record: Record) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        app.show_lesson("blur-and-error", "run-blur")
        await pilot.pause()
        assert isinstance(app.screen, LessonScreen)
        assert record.progress.lesson("blur-and-error").step == "run-blur"


async def test_a_small_terminal_is_covered_until_it_grows(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        app.screen.query_one(Road).focus()
        await pilot.resize_terminal(59, 24)
        await pilot.pause()
        assert isinstance(app.screen, TooSmallScreen)
        await pilot.press("ctrl+p", "ctrl+o", "question_mark")
        await pilot.pause()
        assert isinstance(app.screen, TooSmallScreen)
        await pilot.resize_terminal(80, 14)
        await pilot.pause()
        assert isinstance(app.screen, TooSmallScreen)
        await pilot.resize_terminal(60, 15)
        await pilot.pause()
        assert isinstance(app.screen, RoadmapScreen)
        assert isinstance(app.focused, Road)


async def test_settings_hold_at_once_and_are_kept(make_app: MakeApp, record: Record) -> None:
    app = make_app()
    app.animation_level = "full"
    async with app.run_test(size=WIDE) as pilot:
        assert app.theme == DARK
        await pilot.press("comma")
        await pilot.pause()
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("right", "down", "right", "escape")
        await pilot.pause()
        assert isinstance(app.screen, RoadmapScreen)
        assert (app.theme, app.animation_level) == (LIGHT, "none")
    assert record.progress.settings == {"theme": LIGHT, "motion": "none", "confidence": "off"}
    assert make_app().theme == LIGHT


async def test_help_opens_and_closes_beside_the_screen(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert app.screen.query("HelpPanel")
        await pilot.press("question_mark")
        await pilot.pause()
        assert not app.screen.query("HelpPanel")


async def test_jump_mode_goes_to_a_control_by_its_letter(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert focused(app) == "today"
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, JumpScreen)
        assert sorted(str(each.content) for each in app.screen.query(Static)) == ["a", "s"]
        await pilot.press("a")
        await pilot.pause()
        assert focused(app) == "road"
        await pilot.press("ctrl+o", "x", "escape")
        await pilot.pause()
        assert focused(app) == "road"


async def test_jump_mode_reaches_a_pane_that_is_not_shown(make_app: MakeApp) -> None:
    app = make_app(lesson="blur-and-error")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+o")
        await pilot.pause()
        jump = app.screen
        assert isinstance(jump, JumpScreen)
        lesson = app.screen_stack[-2]
        assert not lesson.query_one(SandboxPane).region
        letters = [
            letter for letter, spot in jump.spots.items() if spot.at.y == lesson.query_one(PaneTabs).region.y
        ]
        await pilot.press(letters[-1])
        await pilot.pause()
        await pilot.pause()
        assert lesson.query_one(SandboxPane).region


def test_the_app_starts_without_numbers_or_schedulers() -> None:
    heavy = ("numpy", "scipy", "sklearn", "pandas", "matplotlib", "fsrs", "jedi", "markdown_it")
    code = (
        "import json, sys, tutor.cli.start, tutor.cli.opening, tutor.learner.store, tutor.ui.app\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert loaded.isdisjoint(heavy)
    assert not {"click", "tutor.sandbox.client", "tutor.figure"} & set(json.loads(done.stdout))


@pytest.mark.parametrize("what", ["help", "jump", "settings", "too-small"])
@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_it_looks_so(
    what: str, size: tuple[int, int], make_app: MakeApp, record: Record, snap_compare: Callable[..., bool]
) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        keys = {"help": "question_mark", "jump": "ctrl+o", "settings": "comma"}
        if what in keys:
            await pilot.press(keys[what])
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    some_progress(record)
    size = (50, 12) if what == "too-small" else size
    assert snap_compare(make_app(course=road_course()), terminal_size=size, run_before=before)
