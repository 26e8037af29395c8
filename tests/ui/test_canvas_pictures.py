"""How the canvases look, and the prompt for a file."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.ui.pane import PaneApp, good
from tests.ui.test_canvas import REGIONS
from tutor.course.model import Canvas
from tutor.figure import Figure
from tutor.ui.theme import LIGHT

Snap = Callable[..., bool]
NARROW = (80, 24)
WIDE = (120, 40)
ANSWER = Figure(
    "One image: the unit says 1",
    (),
    "18 of the 400 pixels are lit. Their weighted sum is 4.0, the threshold 1.0.",
)
FAR_LEFT = ("shift+left", "shift+left", "shift+left")
FAR_RIGHT = ("shift+right",) * 6


def painted(*keys: str, figure: Figure) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Paint with these keys; the runs end with this figure."""

    async def before(pilot: Pilot[None]) -> None:
        app = cast(PaneApp, pilot.app)
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            while app.pane.busy:
                app.finish(good(figures=(figure,)))
                await pilot.pause()
        await pilot.pause()

    return before


POINTS = painted(*FAR_LEFT, "up", "1", "b", "b", *FAR_RIGHT, "down", "3", "b", "b", figure=REGIONS)
PIXELS = painted("b", "right", "right", "b", "down", "down", "space", figure=ANSWER)
STATES: dict[str, tuple[Canvas, Callable[[Pilot[None]], Awaitable[None]]]] = {
    "empty": ("points", painted(figure=REGIONS)),
    "too_few": ("points", painted("1", "b", "b", "2", "b", figure=REGIONS)),
    "points": ("points", POINTS),
    "pixels": ("pixels", PIXELS),
}


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("state", STATES)
def test_the_canvas_looks_as_it_should(
    state: str, size: tuple[int, int], tmp_path: Path, snap_compare: Snap
) -> None:
    canvas, before = STATES[state]
    assert snap_compare(PaneApp(tmp_path, canvas=canvas), terminal_size=size, run_before=before)


def test_a_light_ground_has_its_colours(tmp_path: Path, snap_compare: Snap) -> None:
    assert snap_compare(
        PaneApp(tmp_path, canvas="points", theme=LIGHT), terminal_size=NARROW, run_before=POINTS
    )


@pytest.mark.parametrize(("canvas", "before"), [("points", POINTS), ("pixels", PIXELS)])
def test_without_colour_shapes_say_it(
    canvas: Canvas,
    before: Callable[[Pilot[None]], Awaitable[None]],
    tmp_path: Path,
    snap_compare: Snap,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(PaneApp(tmp_path, canvas=canvas), terminal_size=NARROW, run_before=before)
