"""How the sandbox pane looks in each of its states."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.ui.pane import PaneApp, bad, good
from tutor.run import Output, Progress, Started
from tutor.ui.theme import CONTRAST, LIGHT

Snap = Callable[..., bool]
NARROW = (80, 24)
WIDE = (120, 40)


async def idle(app: PaneApp, pilot: Pilot[None]) -> None:
    app.pane.set_runner_state("warming")


async def gated(app: PaneApp, pilot: Pilot[None]) -> None:
    app.pane.gate("Say first what you expect: F3. Or k to skip that.")


async def running(app: PaneApp, pilot: Pilot[None]) -> None:
    await pilot.press("r")
    app.pane.receive(Started())
    app.pane.receive(Progress(3, 10, "fold 3 of 10"))
    app.clock.time += 1.2
    app.pane.switch.tick()


async def done(app: PaneApp, pilot: Pilot[None]) -> None:
    await pilot.press("r")
    app.finish(good(0.716))
    await pilot.press("right_square_bracket")
    app.pane.receive(Started())
    app.pane.receive(Output("stdout", "alpha 0.014\n"))
    app.finish(good(0.777))


async def failed(app: PaneApp, pilot: Pilot[None]) -> None:
    await done(app, pilot)
    await pilot.press("r")
    app.pane.receive(Started())
    app.pane.receive(Output("stderr", "beware [b]of this[/b]\n"))
    app.finish(bad())


async def runs(app: PaneApp, pilot: Pilot[None]) -> None:
    await failed(app, pilot)
    await pilot.press("l")


async def swept(app: PaneApp, pilot: Pilot[None]) -> None:
    await done(app, pilot)
    await pilot.press("w")
    for place, request in enumerate(tuple(app.pane.sweep.left)):
        app.pane.sweep.take(request, good(0.9 - place**2 / 500))


async def table(app: PaneApp, pilot: Pilot[None]) -> None:
    await done(app, pilot)
    await pilot.press("t")


async def editor(app: PaneApp, pilot: Pilot[None]) -> None:
    await done(app, pilot)
    await pilot.press("e", "space", "f5")
    app.finish(bad())


STATES: dict[str, Callable[[PaneApp, Pilot[None]], Awaitable[None]]] = {
    each.__name__: each for each in (idle, gated, running, done, failed, runs, swept, table, editor)
}


def into(state: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Bring the app into a state and let it settle."""

    async def before(pilot: Pilot[None]) -> None:
        app = cast(PaneApp, pilot.app)
        app.pane.action_view("chart")
        await pilot.pause()
        await STATES[state](app, pilot)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()

    return before


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("state", STATES)
def test_the_pane_looks_as_it_should(
    state: str, size: tuple[int, int], tmp_path: Path, snap_compare: Snap
) -> None:
    assert snap_compare(PaneApp(tmp_path), terminal_size=size, run_before=into(state))


def test_a_wide_pane_uses_its_room(tmp_path: Path, snap_compare: Snap) -> None:
    assert snap_compare(PaneApp(tmp_path), terminal_size=(160, 45), run_before=into("done"))


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST])
def test_every_theme_has_its_colours(theme: str, tmp_path: Path, snap_compare: Snap) -> None:
    assert snap_compare(PaneApp(tmp_path, theme=theme), terminal_size=NARROW, run_before=into("done"))


def test_without_colour_shapes_and_words_say_it(
    tmp_path: Path, snap_compare: Snap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(PaneApp(tmp_path), terminal_size=NARROW, run_before=into("done"))
