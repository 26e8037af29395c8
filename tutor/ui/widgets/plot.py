"""Figures drawn in characters, redrawn at any size without asking the sandbox again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from textual import work
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tutor.charts import preferred_height, render, render_panels
from tutor.charts.cells import Cells
from tutor.charts.layout import PANEL_COLUMNS, PANEL_GAP
from tutor.figure import Figure, Line, Matrix, Points, Table, Tree
from tutor.ui.widgets.paint import Painter, palette_of

HEAVY = 5000
"""Points from which a chart is drawn off the app's thread."""
BESIDE_ROWS = 12
UNDER_ROWS = 14
"""Rows that a figure wants, caption included, before another stands beside it or under it."""


def weight(figures: tuple[Figure, ...]) -> int:
    """How many points there are to draw."""
    marks = (mark for figure in figures for mark in figure.marks)
    return sum(len(mark.x) for mark in marks if isinstance(mark, Points | Line))


def listed(figure: Figure) -> bool:
    """Whether the figure is made of lines of text, which cannot be drawn smaller."""
    return any(isinstance(mark, Matrix | Table | Tree) for mark in figure.marks)


class Plot(Widget):
    """All figures side by side where there is room, else the one at `index`."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Plot { width: 1fr; height: 1fr; padding: 0 1; }
    """

    figures: reactive[tuple[Figure, ...]] = reactive[tuple[Figure, ...]]((), init=False)
    index = reactive(0, init=False)
    room: reactive[Size] = reactive(Size(0, 0), init=False)
    """The room for the drawing and its caption; it does not depend on how long the caption is."""

    @dataclass
    class Arranged(Message):
        """Which figures are shown, or in how much room, may have changed."""

    def __init__(self, figures: tuple[Figure, ...] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.set_reactive(Plot.figures, figures)
        self._cells: Cells | None = None
        self._stale = True
        self._strips: list[Strip] | None = None

    @property
    def shown(self) -> tuple[Figure, ...]:
        """The figures that are drawn at this size."""
        count = len(self.figures)
        under = self.room.height >= UNDER_ROWS * count and not any(map(listed, self.figures))
        if count < 2 or self.beside or under:
            return self.figures
        return self.figures[self.index : self.index + 1]

    @property
    def rows_wanted(self) -> int:
        """Rows that what is listed line by line (a tree, a table) needs to be whole."""
        columns = self.size.width // (len(self.shown) if self.beside and len(self.shown) > 1 else 1)
        return max((preferred_height(each, columns) for each in self.shown if listed(each)), default=0)

    @property
    def beside(self) -> bool:
        """Whether several figures stand beside each other, not under."""
        columns = (self.size.width + PANEL_GAP) // max(1, len(self.figures)) - PANEL_GAP
        return columns >= PANEL_COLUMNS and self.room.height >= BESIDE_ROWS

    def watch_figures(self) -> None:
        """Other figures, another drawing."""
        self.set_reactive(Plot.index, min(self.index, max(0, len(self.figures) - 1)))
        self._redraw()
        self.post_message(self.Arranged())

    def watch_room(self) -> None:
        """More or less room, perhaps more or fewer figures."""
        self._redraw()
        self.post_message(self.Arranged())

    def watch_index(self) -> None:
        """Another figure, another drawing."""
        self._redraw()
        self.post_message(self.Arranged())

    def on_resize(self, _: Resize) -> None:
        """Another size, another drawing."""
        self._redraw()
        self.post_message(self.Arranged())

    def notify_style_update(self) -> None:
        """Another theme, other colours."""
        self._strips = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row of the drawing."""
        if self._stale and weight(self.shown) <= HEAVY:
            self._take(draw(self.shown, self.size.width, self.size.height, color=not self.app.no_color))
        if self._strips is None and self._cells is not None:
            self._strips = self._painter().strips(self._cells)
        width = self.size.width
        if self._strips is None or y >= len(self._strips):
            return Strip.blank(width, self.rich_style)
        strip = self._strips[y]
        return strip if strip.cell_length == width else strip.adjust_cell_length(width, self.rich_style)

    def _redraw(self) -> None:
        """Draw anew: a light drawing when it is painted, a heavy one off the app's thread."""
        self._stale = True
        if weight(self.shown) > HEAVY:
            self._draw_aside()
        self.refresh()

    @work(exclusive=True, group="draw", exit_on_error=False)
    async def _draw_aside(self) -> None:
        """Draw in a thread; what was drawn before stays until then."""
        width, height = self.size
        cells = await asyncio.to_thread(draw, self.shown, width, height, color=not self.app.no_color)
        self._take(cells)
        self.refresh()

    def _take(self, cells: Cells) -> None:
        """Show this drawing from now on."""
        self._cells = cells
        self._strips = None
        self._stale = False

    def _painter(self) -> Painter:
        """The colours of the present theme."""
        app = self.app
        palette = palette_of(app.theme_variables, self.background_colors[1], dark=app.current_theme.dark)
        return Painter(palette, self.rich_style)


def draw(figures: tuple[Figure, ...], width: int, height: int, *, color: bool) -> Cells:
    """The figures in exactly these cells; blank without figures or room."""
    if width < 1 or height < 1 or not figures:
        return Cells(width, 0, ())
    if len(figures) == 1:
        return render(figures[0], width, height, color=color)
    return render_panels(figures, width, height, color=color)
