"""The drawing view: a canvas, what is painted on it and what is missing, and what the last run says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.charts.legend import MARKERS
from tutor.course.model import Canvas
from tutor.figure import Raster
from tutor.run import Own, RunResult
from tutor.ui.widgets.painting import CLASSES, Place, Point, brought, counted, draft, missing, restored
from tutor.ui.widgets.pixel_canvas import PixelCanvas
from tutor.ui.widgets.point_canvas import PointCanvas

LOW = 12
"""Rows under which the keys are left to the help."""
POINT_KEYS = "1–4 paint  space again  b spray  del erase  u undo  X clear"
PIXEL_KEYS = "arrows move  space paint  b block  del erase  u undo  X clear"


class CanvasView(Widget):
    """The learner's own data for one experiment, used by every run until the lesson's are wanted back."""

    DEFAULT_CSS = """
    CanvasView {
        layout: vertical;
        padding: 0 1;
        Static { height: auto; }
        #canvas-keys { color: $quiet; }
        #canvas-answer { max-height: 2; }
        &.-low #canvas-keys { display: none; }
        &.-points PixelCanvas, &.-pixels PointCanvas { display: none; }
    }
    """

    points = getters.query_one(PointCanvas)
    pixels = getters.query_one(PixelCanvas)

    @dataclass
    class Painted(Message):
        """What is painted, or whether runs use it, is no more what it was; `runs` if a run shows that."""

        runs: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.canvas: Canvas | None = None
        """What can be painted for the experiment at hand."""
        self.used = True
        """Whether runs use what is painted."""
        self._own: Own | None = None

    def compose(self) -> ComposeResult:
        yield PointCanvas()
        yield PixelCanvas()
        yield Static(id="canvas-answer", markup=False)
        yield Static(id="canvas-state", markup=False)
        yield Static(id="canvas-keys", markup=False)

    def on_resize(self, event: Resize) -> None:
        """Where there is little height, all of it is for the canvas."""
        self.set_class(event.size.height < LOW, "-low")

    def load(self, canvas: Canvas | None, kept: str | None, *, used: bool) -> None:
        """Show what was painted for an experiment; unless `used`, runs use it only when it is wanted."""
        self.canvas = canvas
        self.set_class(canvas == "points", "-points")
        self.set_class(canvas == "pixels", "-pixels")
        marks, wanted = restored(kept, canvas or "points")
        self.used = wanted and used
        self.points.load(cast("tuple[Point, ...]", marks if canvas == "points" else ()))
        self.pixels.load(cast("tuple[Place, ...]", marks if canvas == "pixels" else ()))
        self.query_one("#canvas-keys", Static).update(POINT_KEYS if canvas == "points" else PIXEL_KEYS)
        self._own = self.own
        self._answer(None)
        self._say()

    @property
    def marks(self) -> tuple[Point, ...] | tuple[Place, ...]:
        """What is painted."""
        return self.points.points if self.canvas == "points" else self.pixels.painting.marks

    @property
    def own(self) -> Own | None:
        """What runs are given; None for the lesson's data."""
        return brought(self.canvas, self.marks) if self.canvas is not None and self.used else None

    @property
    def draft(self) -> str | None:
        """What to keep."""
        return draft(self.marks, used=self.used)

    @property
    def words(self) -> str:
        """Whose data runs use: `your 34 points (2 classes)`; empty for the lesson's."""
        if self.own is None:
            return ""
        return f"your {counted(self.points.points)}" if self.canvas == "points" else "your image"

    def toggle(self) -> None:
        """The lesson's data in place of the learner's, and back."""
        self.used = not self.used
        self.points.regions = None
        self._changed()

    def focus_canvas(self) -> None:
        """Go to what is painted on."""
        (self.points if self.canvas == "points" else self.pixels).focus()

    def show(self, result: RunResult, own: Own | None) -> None:
        """What a run on `own` made of it."""
        if own is None or own != self.own or result.status != "ok":
            return
        rasters = [mark for figure in result.figures for mark in figure.marks if isinstance(mark, Raster)]
        regions = [raster for raster in rasters if raster.classes]
        if self.canvas == "points" and regions:
            self.points.regions = regions[-1]
        if self.canvas == "pixels" and result.figures:
            first = result.figures[0]
            self._answer(Content.assemble((first.title, "bold $here"), "  ", (first.alt, "$quiet")))

    @on(PointCanvas.Painted)
    @on(PixelCanvas.Painted)
    def _take(self, event: Message) -> None:
        """Painting means using it."""
        event.stop()
        self.used = True
        self._changed()

    def _changed(self) -> None:
        """Say it, here and to whoever runs."""
        self._say()
        before, self._own = self._own, self.own
        if self._own is None:
            self.points.regions = None
            self._answer(None)
        self.post_message(self.Painted(runs=self._own != before))

    def _answer(self, words: Content | None) -> None:
        """What the last run says of the image, or nothing."""
        line = self.query_one("#canvas-answer", Static)
        line.display = words is not None
        line.update(words or "")

    def _say(self) -> None:
        """What is painted, and whether runs use it."""
        self.query_one("#canvas-state", Static).update(self._state())

    def _state(self) -> Content:
        """One line."""
        use = ("runs use the lesson's data", "x uses yours") if not self.used else ("", "x lesson's data")
        if not self.marks:
            what = "two classes" if self.canvas == "points" else "an image"
            return Content.assemble(("▸ ", "$here"), f"Paint {what}; runs use the lesson's data until then.")
        if self.canvas == "pixels":
            return _line(f"your image, {len(self.marks)} pixels lit", *use)
        counts = [sum(number == n for _, _, number in self.points.points) for n in range(1, CLASSES + 1)]
        each = "  ".join(f"{MARKERS[n]} {count}" for n, count in enumerate(counts) if count)
        lacking = missing(self.points.points)
        if lacking and self.used:
            return _line(f"{each}  {len(self.marks)} points", f"still the lesson's data: {lacking}", "")
        return _line(f"your {counted(self.points.points)}: {each}", *use)


def _line(what: str, use: str, way: str) -> Content:
    """What is painted, what runs use, which key changes that."""
    key, _, words = way.partition(" ")
    parts: list[str | tuple[str, str]] = [("▸ ", "$here"), (what, "bold")]
    parts += [f" · {use}"] if use else []
    parts += [" · ", (key, "$here"), f" {words}"] if way else []
    return Content.assemble(*parts)
