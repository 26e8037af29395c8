"""A canvas for points of up to four classes, painted with keys or the mouse."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import MouseDown, MouseMove, MouseUp, Resize
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tutor.charts.cells import Canvas, Cells
from tutor.charts.legend import MARKERS
from tutor.charts.palette import CLASS, REGION
from tutor.charts.regions import TEXTURES
from tutor.figure import Raster
from tutor.ui.widgets.paint import Painter, palette_of
from tutor.ui.widgets.painting import MOST_POINTS, Painting, Point, kept, spray

FAR = 5
"""Cells of a large step."""
RIGHT_BUTTON = 3


class PointCanvas(Widget, can_focus=True):
    """The square from −1 to 1, a cursor, the points, and under them what the last run made of them."""

    HELP = """## Your own points

Move with the arrows, in larger steps with shift. **1** to **4** choose a class and paint a point of it,
**space** paints one more, **b** sprays eight around the cursor, **delete** takes away what lies under it,
**u** undoes, **X** clears everything. Or paint with the mouse; its right button takes away.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"{step}{key}", f"move({dx}, {dy})", f"{word} {key}", show=False, tooltip=f"{word} {key}")
            for step, word, far in (("", "Move", 1), ("shift+", "Far", FAR))
            for key, dx, dy in (
                ("left", -far, 0),
                ("right", far, 0),
                ("up", 0, -far),
                ("down", 0, far),
            )
        ),
        *(
            Binding(
                str(n), f"class({n})", f"class {n}", show=False, tooltip=f"Choose class {n} and paint a point"
            )
            for n in (1, 2, 3, 4)
        ),
        Binding("space", "paint", "paint", key_display="space", tooltip="Paint a point of the class chosen"),
        Binding("b", "spray", "spray", tooltip="Spray eight points around the cursor"),
        Binding("delete,backspace", "erase", "erase", key_display="del", tooltip="Take the points here away"),
        Binding("u,ctrl+z", "undo", "undo", tooltip="Take the last stroke back"),
        Binding("X", "clear", "clear", show=False, tooltip="Take all points away; undo brings them back"),
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PointCanvas { width: 1fr; height: 1fr; pointer: crosshair; }
    """

    number = reactive(1, init=False)
    """The class to paint."""
    cursor: reactive[tuple[float, float]] = reactive((0.0, 0.0), init=False)
    """Where it stands, in the square."""
    regions: reactive[Raster | None] = reactive[Raster | None](None, init=False)
    """The decision regions of the last run on these points."""

    class Painted(Message):
        """The points are other ones."""

    def __init__(self) -> None:
        super().__init__()
        self.painting: Painting[Point] = Painting()
        self._strips: list[Strip] | None = None
        self._button = 0
        self._stroke = 0

    def load(self, points: tuple[Point, ...]) -> None:
        """Begin with these points."""
        self.painting = Painting(points)
        self.regions = None
        self._redraw()

    @property
    def points(self) -> tuple[Point, ...]:
        """What is painted."""
        return self.painting.marks

    def place(self, x: float, y: float) -> tuple[int, int]:
        """The cell (column, row) of a place in the square."""
        width, height = max(1, self.size.width), max(1, self.size.height)
        column, row = int((x + 1) / 2 * width), int((1 - y) / 2 * height)
        return max(0, min(width - 1, column)), max(0, min(height - 1, row))

    def middle(self, column: int, row: int) -> tuple[float, float]:
        """The place in the middle of a cell, of the nearest one for a cell outside."""
        width, height = max(1, self.size.width), max(1, self.size.height)
        column, row = max(0, min(width - 1, column)), max(0, min(height - 1, row))
        return kept((column + 0.5) * 2 / width - 1), kept(1 - (row + 0.5) * 2 / height)

    def action_move(self, columns: int, rows: int) -> None:
        """Move the cursor by cells."""
        column, row = self.place(*self.cursor)
        self.cursor = self.middle(column + columns, row + rows)

    def action_class(self, number: int) -> None:
        """Choose a class and paint."""
        self.number = number
        self.action_paint()

    def action_paint(self) -> None:
        """One point under the cursor."""
        self._put((*self.points, (*self.middle(*self.place(*self.cursor)), self.number)))

    def action_spray(self) -> None:
        """Some points around the cursor."""
        self._put(spray(self.painting, *self.cursor, self.number))

    def action_erase(self) -> None:
        """No points under the cursor."""
        here = self.place(*self.cursor)
        self._put(tuple(point for point in self.points if self.place(*point[:2]) != here))

    def action_clear(self) -> None:
        """No points at all."""
        self._put(())

    def action_undo(self) -> None:
        """Back to before the last stroke."""
        if self.painting.undo():
            self._tell()

    def on_mouse_down(self, event: MouseDown) -> None:
        """A stroke begins."""
        event.stop()
        self.focus()
        self.capture_mouse()
        self._button = event.button
        self._stroke = self.painting.steps
        self._touch(event.x, event.y)

    def on_mouse_move(self, event: MouseMove) -> None:
        """The stroke goes on, a point for each cell."""
        if self._button and self.place(*self.cursor) != (event.x, event.y):
            self._touch(event.x, event.y)

    def on_mouse_up(self, event: MouseUp) -> None:
        """The stroke ends: a single step for undo."""
        event.stop()
        if self._button:
            self._button = 0
            self.release_mouse()
            self.painting.join(self._stroke)

    def watch_number(self) -> None:
        """The cursor has the colour of its class."""
        self._redraw()

    def watch_cursor(self) -> None:
        """The cursor is somewhere else."""
        self._redraw()

    def watch_regions(self) -> None:
        """Another run, other regions."""
        self._redraw()

    def watch_has_focus(self, _: bool) -> None:
        """The cursor is there only with the focus."""
        self._redraw()

    def on_resize(self, _: Resize) -> None:
        """Another size, another drawing."""
        self._redraw()

    def notify_style_update(self) -> None:
        """Another theme, other colours."""
        self._strips = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row of the square."""
        if self._strips is None:
            app = self.app
            ground = self.background_colors[1]
            palette = palette_of(app.theme_variables, ground, dark=app.current_theme.dark)
            self._strips = Painter(palette, self.rich_style).strips(self.drawing(color=not app.no_color))
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def drawing(self, *, color: bool) -> Cells:
        """The axes, the regions, the points and the cursor."""
        width, height = self.size
        canvas = Canvas(width, height)
        middle, centre = height // 2, width // 2
        for row in range(height):
            for column in range(width):
                char = "┼" if (row, column) == (middle, centre) else "─" if row == middle else " "
                char = "│" if column == centre and row != middle else char
                number = self._region_at(column, row)
                if number and not color:
                    char = TEXTURES[number % len(TEXTURES)] if char == " " else char
                canvas.put(column, row, char, "muted", REGION[number - 1] if number and color else None)
        for x, y, number in self.points:
            column, row = self.place(x, y)
            back = canvas.backs[row * width + column] if width and height else None
            canvas.put(column, row, MARKERS[number - 1], CLASS[number - 1], back)
        if self.has_focus:
            column, row = self.place(*self.cursor)
            paint = CLASS[self.number - 1]
            bare = not any(self.place(x, y) == (column, row) for x, y, _ in self.points)
            for offset, char in ((-1, "["), (0, "+"), (1, "]")):
                if 0 <= column + offset < width and (offset or bare):
                    canvas.put(column + offset, row, char, paint, canvas.backs[row * width + column + offset])
        return canvas.cells()

    def _region_at(self, column: int, row: int) -> int:
        """The class that the last run gives this cell; 0 where it says nothing."""
        raster = self.regions
        if raster is None:
            return 0
        x, y = self.middle(column, row)
        (left, right), (bottom, top) = raster.x_range, raster.y_range
        if not (left <= x < right and bottom <= y < top):
            return 0
        across = int((x - left) / (right - left) * raster.columns)
        up = int((y - bottom) / (top - bottom) * raster.rows)
        word = raster.classes[int(raster.values[up * raster.columns + across])]
        number = word.rpartition(" ")[2]
        return int(number) if number in {"1", "2", "3", "4"} else 0

    def _touch(self, column: int, row: int) -> None:
        """Paint or erase where the mouse is."""
        self.cursor = self.middle(column, row)
        if self._button == RIGHT_BUTTON:
            self.action_erase()
        else:
            self.action_paint()

    def _put(self, points: tuple[Point, ...]) -> None:
        """These points from now on."""
        if len(points) <= MOST_POINTS and self.painting.put(points):
            self._tell()

    def _tell(self) -> None:
        """Say that the points are other ones; the regions were those of the points before."""
        self._redraw()
        self.post_message(self.Painted())

    def _redraw(self) -> None:
        self._strips = None
        self.refresh()
