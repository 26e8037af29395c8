"""A drawing in characters that is made anew at each size, and tells where it is clicked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tutor.charts.cells import Canvas
from tutor.charts.ground import Ground
from tutor.ui.widgets.paint import Painter, palette_of

Sketch: TypeAlias = Callable[[Canvas, bool], Ground]
"""Paints on a canvas, in colour or without, and says where the values lie."""


class Drawing(Widget):
    """Shows a sketch; it grows a little with the screen."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Drawing { width: 1fr; height: auto; pointer: pointer; }
    """

    @dataclass
    class Pointed(Message):
        """Clicked at a place, in the drawing's own units."""

        drawing: Drawing
        x: float
        y: float

        @property
        def control(self) -> Drawing:
            """Where it was clicked."""
            return self.drawing

    def __init__(self, *, least: int, most: int = 16, id: str | None = None) -> None:  # noqa: A002
        """`least` and `most` rows; between them half of the screen's."""
        super().__init__(id=id)
        self._least = least
        self._most = most
        self._sketch: Sketch | None = None
        self._drawn: tuple[Size, Ground, list[Strip]] | None = None

    @property
    def ground(self) -> Ground | None:
        """Where the values lie, once there is something drawn."""
        drawn = self._draw()
        return drawn[1] if drawn and drawn[1].room else None

    def put(self, sketch: Sketch) -> None:
        """Draw this from now on."""
        self._sketch = sketch
        self._drawn = None
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as the screen can spare."""
        return max(self._least, min(self._most, viewport.height // 2 - 2))

    def notify_style_update(self) -> None:
        """Another theme, other colours."""
        self._drawn = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row of the drawing."""
        drawn = self._draw()
        if drawn is None or y >= len(drawn[2]):
            return Strip.blank(self.size.width, self.rich_style)
        return drawn[2][y]

    def on_click(self, event: Click) -> None:
        """Tell the place."""
        drawn = self._draw()
        offset = event.get_content_offset(self)
        if drawn is None or offset is None or not drawn[1].room:
            return
        event.stop()
        self.post_message(self.Pointed(self, *drawn[1].value(offset.x, offset.y)))

    def _draw(self) -> tuple[Size, Ground, list[Strip]] | None:
        """Size, ground and rows of the drawing, made anew where something has changed."""
        if self._sketch is None or not self.size.area:
            return None
        if self._drawn is None or self._drawn[0] != self.size:
            canvas = Canvas(self.size.width, self.size.height)
            ground = self._sketch(canvas, not self.app.no_color)
            palette = palette_of(
                self.app.theme_variables, self.background_colors[1], dark=self.app.current_theme.dark
            )
            strips = Painter(palette, self.rich_style).strips(canvas.cells())
            self._drawn = self.size, ground, strips
        return self._drawn
