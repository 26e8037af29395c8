"""Painting one's own points and pixels: keys, mouse, runs, drafts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.ui.pane import PaneApp, good
from tutor.figure import Axis, Figure, Raster
from tutor.run import Finished, OwnPixels, OwnPoints, RunResult, Started
from tutor.ui.widgets.painting import (
    ENOUGH,
    MOST_POINTS,
    SPRAY,
    Painting,
    brought,
    counted,
    draft,
    missing,
    restored,
    spray,
)

TWO = tuple((x / 10, 0.5, number) for number in (1, 2) for x in range(ENOUGH))
REGIONS = Figure(
    "Regions",
    (Raster((0.0, 1.0), 1, 2, (-1.0, 1.0), (-1.0, 1.0), ("class 1", "class 3")),),
    "Left and right.",
    Axis("x1"),
    Axis("x2"),
)


async def open_canvas(app: PaneApp, pilot: Pilot[None], *keys: str) -> None:
    """Go to the drawing view and press keys there."""
    await pilot.pause()
    await pilot.press("d")
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


def last(app: PaneApp) -> object:
    """What the last run asked for was given."""
    return app.requests[-1].request.own


async def test_keys_paint_points_of_four_classes(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="points")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot, "left", "1", "shift+right", "up", "2", "3", "down", "4", "space")
        points = app.pane.canvas.points.points
        assert [number for _, _, number in points] == [1, 2, 3, 4, 4]
        assert points[0][0] < 0 < points[1][0]
        assert points[1][1] > points[0][1] == points[3][1]


async def test_a_brush_an_eraser_undo_and_clear(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="points")
    async with app.run_test(size=(80, 24)) as pilot:
        canvas = app.pane.canvas.points
        await open_canvas(app, pilot, "b")
        assert len(canvas.points) == SPRAY
        await pilot.press("1", "delete")
        here = canvas.place(*canvas.cursor)
        assert all(canvas.place(x, y) != here for x, y, _ in canvas.points)
        await pilot.press("X")
        assert canvas.points == ()
        await pilot.press("u")
        assert canvas.points != ()
        await pilot.press("u", "u", "u", "u")
        assert canvas.points == ()


async def test_two_classes_of_ten_run_at_once_and_one_does_not(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="points")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot, "1", "b", "b", "2", "b")
        assert app.requests == []
        assert "1 more of class 2" in str(app.pane.canvas._state())
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(last(app), OwnPoints)
        assert app.requests[-1].held
        assert app.pane.canvas.words == "your 27 points (2 classes)"


async def test_the_newest_points_run_next_and_nothing_queues(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="points")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot, "1", "b", "b", "2", "b", "b", "b", "b")
        assert len(app.requests) == 1
        app.finish(good())
        await pilot.pause()
        assert len(app.requests) == 2
        assert last(app) == app.pane.canvas.own


async def test_a_knob_keeps_working_and_x_leads_back(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="points")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot, "1", "b", "b", "2", "b", "b")
        app.finish(good())
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert isinstance(last(app), OwnPoints)
        app.finish(good())
        await pilot.press("c", "x")
        await pilot.pause()
        assert last(app) is None
        assert len(app.pane.canvas.marks) == 34
        app.finish(good())
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(last(app), OwnPoints)


async def test_the_mouse_paints_strokes_and_its_right_button_erases(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="points")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot)
        canvas = app.pane.canvas.points
        await pilot.mouse_down(canvas, offset=(10, 3))
        for column in (11, 12):
            await pilot.hover(canvas, offset=(column, 3))
        await pilot.mouse_up(canvas, offset=(12, 3))
        assert {canvas.place(x, y) for x, y, _ in canvas.points} == {(10, 3), (11, 3), (12, 3)}
        await pilot.click(canvas, offset=(11, 3), button=3)
        assert {canvas.place(x, y) for x, y, _ in canvas.points} == {(10, 3), (12, 3)}
        await pilot.press("u", "u")
        assert canvas.points == ()


async def test_the_regions_of_a_run_lie_under_the_points(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="points")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot, "1", "b", "b", "3", "b", "b")
        app.pane.receive(Started())
        app.pane.receive(Finished(good(figures=(REGIONS,))), app.requests[-1].request)
        app.finish(good(figures=(REGIONS,)))
        await pilot.pause()
        canvas = app.pane.canvas.points
        assert canvas._region_at(1, 1) == 1
        assert canvas._region_at(canvas.size.width - 2, 1) == 3
        await pilot.press("x")
        await pilot.pause()
        assert canvas._region_at(1, 1) == 0


async def test_pixels_are_lit_and_the_unit_answers(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="pixels")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot, "space", "right", "b")
        own = last(app)
        assert isinstance(own, OwnPixels)
        assert len(own.rows) == 20
        answer = Figure("One image: the unit says 1", (), "12 pixels are lit.")
        app.finish(good(figures=(answer,)))
        await pilot.pause()
        again = app.pane.canvas.own
        app.finish(good(figures=(answer,)))
        await pilot.pause()
        assert last(app) == again
        screen = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "the unit says 1" in screen
        await pilot.press("space", "X")
        assert app.pane.canvas.own is None
        await pilot.press("u")
        assert app.pane.canvas.own is not None


@pytest.mark.parametrize(("size", "large"), [((80, 24), False), ((80, 40), True)])
async def test_the_mouse_lights_and_darkens_pixels(
    size: tuple[int, int], large: bool, tmp_path: Path
) -> None:
    app = PaneApp(tmp_path, canvas="pixels")
    async with app.run_test(size=size) as pilot:
        await open_canvas(app, pilot)
        canvas = app.pane.canvas.pixels
        assert canvas.large is large
        left = canvas._left
        await pilot.mouse_down(canvas, offset=(left, 2))
        await pilot.hover(canvas, offset=(left + 2, 2))
        await pilot.mouse_up(canvas, offset=(left + 2, 2))
        expected = {(2, 0), (2, 1)} if large else {(4, 0), (5, 0), (4, 2), (5, 2)}
        assert canvas.lit == expected
        await pilot.click(canvas, offset=(left, 2))
        assert (2, 0) not in canvas.lit
        assert (4, 0) not in canvas.lit
        await pilot.press("u", "u")
        assert canvas.lit == frozenset()


async def test_without_a_canvas_there_is_nothing_to_draw_on(tmp_path: Path) -> None:
    app = PaneApp(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot, "1")
        assert app.pane.views.front == "chart"
        assert "Draw" not in str(app.pane.switch.render())


async def test_a_run_that_fails_says_so_and_the_points_stay(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="points")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot, "1", "b", "b", "2", "b", "b")
        app.finish(RunResult("timeout", 10.0))
        await pilot.pause()
        assert app.pane.views.front == "output"
        await pilot.press("d")
        assert len(app.pane.canvas.points.points) == 34


async def test_what_is_painted_is_kept_and_comes_back(tmp_path: Path) -> None:
    app = PaneApp(tmp_path, canvas="points")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_canvas(app, pilot, "1", "b", "b", "2", "b", "b")
        kept = app.changes[-1].painted
        assert kept is not None
        points = app.pane.canvas.points.points
        app.pane.show(app.experiment, "pruning", {}, None, kept)
        assert app.pane.canvas.points.points == points
        assert app.pane.canvas.own == OwnPoints(points)
        app.pane.show(app.experiment, "pruning", {}, None, kept, used=False)
        assert app.pane.canvas.words == ""
        app.pane.show(app.experiment, "pruning", {}, None, None)
        assert app.pane.canvas.marks == ()


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1), st.integers(1, 4)), max_size=30), st.booleans())
def test_a_draft_brings_back_what_it_kept(points: list[tuple[float, float, int]], used: bool) -> None:
    text = draft(tuple(points), used=used)
    assert restored(text, "points") == (tuple(points), used if points else True)


@given(st.text(max_size=30) | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_a_damaged_draft_brings_back_nothing_wrong(text: str) -> None:
    for marks in (restored(text, "points"), restored(f'{{"marks": {text}}}', "pixels")):
        assert isinstance(marks[0], tuple)


def test_points_that_lie_outside_are_left_out() -> None:
    kept = json.dumps({"marks": [[0.5, 0.5, 1], [2, 0, 1], [0, 0, 9], ["a", 0, 1], [0, 0]], "used": True})
    assert restored(kept, "points") == (((0.5, 0.5, 1),), True)


def test_what_is_missing_is_said_in_words() -> None:
    assert missing(()) == "paint two classes"
    assert missing(TWO[:3]) == "paint a second class"
    assert missing(TWO[:-4]) == "4 more of class 2"
    assert missing(TWO) == ""
    assert missing((*TWO, (0.0, 0.0, 4))) == ""
    assert brought("points", TWO) == OwnPoints(TWO)
    assert brought("pixels", ()) is None
    assert counted(((0.0, 0.0, 1),)) == "1 point (1 class)"


def test_the_brush_stays_in_the_square_and_ends_at_the_most() -> None:
    painting = Painting(((0.0, 0.0, 1),) * MOST_POINTS)
    assert len(spray(painting, 1.0, 1.0, 2)) == MOST_POINTS
    sprayed = spray(Painting(()), 1.0, -1.0, 2)
    assert len(sprayed) == SPRAY
    assert all(-1 <= value <= 1 for x, y, _ in sprayed for value in (x, y))
