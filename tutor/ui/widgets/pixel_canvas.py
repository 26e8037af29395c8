"""A canvas of 20 × 20 pixels, lit and darkened with keys or the mouse."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import MouseDown, MouseMove, MouseUp, Resize
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tutor.charts.cells import Canvas, Cells, Paint
from tutor.ui.widgets.paint import Painter, palette_of
from tutor.ui.widgets.painting import SIDE, Painting, Place

FAR = 5
"""Pixels of a large step."""
LIT, DARK, LIT_HERE, DARK_HERE = "text", "region-7", "class-1", "region-1"
"""The paint of a pixel; the last two under the cursor."""


class PixelCanvas(Widget, can_focus=True):
    """Two columns for each pixel where there is room, else two pixels in each cell."""

    HELP = """## Your own image

Move with the arrows, in larger steps with shift. **space** lights a pixel or darkens it, **b** lights a
block of nine, **delete** darkens it, **u** undoes, **X** clears everything. Or paint with the mouse: what the
first pixel of a stroke becomes, all of them become.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"{step}{key}", f"move({dx}, {dy})", f"{word} {key}", show=False, tooltip=f"{word} {key}")
            for step, word, far in (("", "Move", 1), ("shift+", "Far", FAR))
            for key, dx, dy in (("left", -far, 0), ("right", far, 0), ("up", 0, -far), ("down", 0, far))
        ),
        Binding("space", "flip", "paint", key_display="space", tooltip="Light this pixel, or darken it"),
        Binding("b", "block(True)", "block", tooltip="Light a block of nine pixels"),
        Binding(
            "delete,backspace", "block(False)", "erase", key_display="del", tooltip="Darken a block of nine"
        ),
        Binding("u,ctrl+z", "undo", "undo", tooltip="Take the last stroke back"),
        Binding("X", "clear", "clear", show=False, tooltip="Darken all pixels; undo brings them back"),
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PixelCanvas { width: 1fr; height: 1fr; min-height: 10; pointer: crosshair; }
    """

    cursor: reactive[Place] = reactive((SIDE // 2, SIDE // 2), init=False)
    """Its row and column."""

    class Painted(Message):
        """The image is another one."""

    def __init__(self) -> None:
        super().__init__()
        self.painting: Painting[Place] = Painting()
        self._strips: list[Strip] | None = None
        self._lights: bool | None = None
        self._stroke = 0

    def load(self, lit: tuple[Place, ...]) -> None:
        """Begin with these pixels lit."""
        self.painting = Painting(lit)
        self._redraw()

    @property
    def lit(self) -> frozenset[Place]:
        """The pixels that are lit."""
        return frozenset(self.painting.marks)

    @property
    def large(self) -> bool:
        """Whether each pixel has two cells of its own."""
        return self.size.width >= 2 * SIDE and self.size.height >= SIDE

    def action_move(self, columns: int, rows: int) -> None:
        """Move the cursor."""
        row, column = self.cursor
        self.cursor = (max(0, min(SIDE - 1, row + rows)), max(0, min(SIDE - 1, column + columns)))

    def action_flip(self) -> None:
        """Light the pixel, or darken it."""
        self._put(self.lit ^ {self.cursor})

    def action_block(self, lights: bool) -> None:
        """Light or darken the pixel and those around it."""
        row, column = self.cursor
        block = {(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)}
        block = {(down, right) for down, right in block if 0 <= down < SIDE and 0 <= right < SIDE}
        self._put(self.lit | block if lights else self.lit - block)

    def action_clear(self) -> None:
        """Darken everything."""
        self._put(frozenset())

    def action_undo(self) -> None:
        """Back to before the last stroke."""
        if self.painting.undo():
            self._tell()

    def pixel(self, x: int, y: int) -> Place | None:
        """The pixel under a cell; in a small canvas the upper one of two."""
        left = self._left
        column, row = ((x - left) // 2, y) if self.large else (x - left, 2 * y)
        if not (0 <= column < SIDE and 0 <= row < SIDE):
            return None
        return row, column

    def on_mouse_down(self, event: MouseDown) -> None:
        """A stroke begins: it does to all pixels what it does to the first."""
        event.stop()
        self.focus()
        at = self.pixel(event.x, event.y)
        if at is not None:
            self.capture_mouse()
            self._stroke = self.painting.steps
            self._lights = at not in self.lit
            self._touch(at)

    def on_mouse_move(self, event: MouseMove) -> None:
        """The stroke goes on."""
        at = self.pixel(event.x, event.y)
        if self._lights is not None and at is not None:
            self._touch(at)

    def on_mouse_up(self, event: MouseUp) -> None:
        """The stroke ends: a single step for undo."""
        event.stop()
        if self._lights is not None:
            self._lights = None
            self.release_mouse()
            self.painting.join(self._stroke)

    def watch_cursor(self) -> None:
        """The cursor is somewhere else."""
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
        """One row of cells."""
        if self._strips is None:
            app = self.app
            ground = self.background_colors[1]
            palette = palette_of(app.theme_variables, ground, dark=app.current_theme.dark)
            self._strips = Painter(palette, self.rich_style).strips(self.drawing(color=not app.no_color))
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def drawing(self, *, color: bool) -> Cells:
        """All pixels, in the middle of the room there is."""
        canvas = Canvas(self.size.width, self.size.height)
        lit, left = self.lit, self._left
        for row in range(SIDE):
            for column in range(SIDE):
                if self.large:
                    at = (row, column)
                    chars = "██" if at in lit else "··"
                    if self.has_focus and at == self.cursor:
                        chars = "▐▌" if at in lit else "[]"
                    for offset, char in enumerate(chars):
                        paint, back = self._paint(at, lit), DARK if color else None
                        front = paint if at in lit or at == self.cursor else "muted"
                        canvas.put(left + 2 * column + offset, row, char, front, back)
                elif row % 2 == 0:
                    self._two(canvas, left, row, column, lit, color=color)
        return canvas.cells()

    def _two(
        self, canvas: Canvas, left: int, row: int, column: int, lit: frozenset[Place], *, color: bool
    ) -> None:
        """Two pixels in one cell."""
        upper, lower = (row, column), (row + 1, column)
        if color:
            canvas.put(left + column, row // 2, "▀", self._paint(upper, lit), self._paint(lower, lit))
            return
        char = {(True, True): "█", (True, False): "▀", (False, True): "▄"}.get(
            (upper in lit, lower in lit), "·"
        )
        if self.has_focus and self.cursor in (upper, lower):
            char = "┴" if self.cursor == upper else "┬"
        canvas.put(left + column, row // 2, char, "text")

    def _paint(self, at: Place, lit: frozenset[Place]) -> Paint:
        """The colour of one pixel."""
        if self.has_focus and at == self.cursor:
            return LIT_HERE if at in lit else DARK_HERE
        return LIT if at in lit else DARK

    @property
    def _left(self) -> int:
        """The first column of the image."""
        return max(0, (self.size.width - (2 * SIDE if self.large else SIDE)) // 2)

    def _touch(self, at: Place) -> None:
        """Light or darken what is under the mouse: a pixel, or the two of a cell."""
        self.cursor = at
        touched = {at} if self.large else {at, (at[0] + 1, at[1])}
        self._put(self.lit | touched if self._lights else self.lit - touched)

    def _put(self, lit: frozenset[Place]) -> None:
        """These pixels from now on."""
        if self.painting.put(sorted(lit)):
            self._tell()

    def _tell(self) -> None:
        self._redraw()
        self.post_message(self.Painted())

    def _redraw(self) -> None:
        self._strips = None
        self.refresh()
