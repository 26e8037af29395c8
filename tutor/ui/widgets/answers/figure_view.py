"""A run's figure to be read: drawn, enlarged, or as a table, with the line that tells it in words."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Resize
from textual.widget import Widget
from textual.widgets import Static

from tutor.charts import as_table, preferred_height
from tutor.figure import Bars, Figure, Line, Points, Raster
from tutor.ui.widgets.plot import Plot, listed
from tutor.ui.widgets.table_view import TableView

LEAST_ROWS, MOST_ROWS = 10, 18


class FigureView(Vertical, can_focus=True):
    """A figure at readable size; what it means is only told once the question is settled."""

    ALLOW_MAXIMIZE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "enlarge", "larger", show=False, tooltip="The figure over the whole screen, and back"),
        Binding("t", "table", "as a table", show=False, tooltip="The figure's numbers as a table, and back"),
    ]
    DEFAULT_CSS = """
    FigureView {
        width: 1fr;
        height: auto;
        Plot { padding: 0; height: 10; pointer: pointer; }
        TableView { height: 10; display: none; }
        #alt { height: auto; color: $quiet; }
        &.-table TableView { display: block; }
        &.-table Plot { display: none; }
        &:focus #alt { color: $here; }
        &.-maximized { height: 1fr; padding: 0 1; }
        &.-maximized TableView { height: 1fr; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._plot = Plot()
        self._table = TableView()
        self._alt = Static(id="alt", markup=False)
        self._words = ""
        self._before: Widget | None = None
        """What had the focus before the figure was enlarged."""

    def compose(self) -> ComposeResult:
        yield self._plot
        yield self._table
        yield self._alt

    def put(self, figure: Figure, *, told: bool, titled: bool) -> None:
        """Draw a figure; with `told` its sentence says what one sees, else only what is drawn."""
        shown = figure if titled else replace(figure, title="")
        if self._plot.figures != (shown,):
            self._plot.figures = (shown,)
            self.remove_class("-table")
            self._fit()
        self._words = figure.alt if told else outline(figure)
        self._say()

    def on_resize(self, _: Resize) -> None:
        """More room on the screen, more rows; back in its place, the focus is where it was."""
        self._fit()
        if self._before is not None and not self.is_maximized:
            self._before.focus()
            self._before = None

    def on_click(self, event: Click) -> None:
        """A click enlarges, another one brings it back."""
        if event.widget is self._plot:
            event.stop()
            self.action_enlarge()

    def action_enlarge(self) -> None:
        """Over the whole screen, or back; esc brings it back too."""
        if self.is_maximized:
            self.screen.minimize()
        else:
            self._before = self.screen.focused
            self.screen.maximize(self, container=False)
            self.focus()

    def action_table(self) -> None:
        """The numbers in place of the drawing, or back."""
        if self._plot.figures:
            self.toggle_class("-table")
            self._table.show(as_table(self._plot.figures[0]))

    def _fit(self) -> None:
        """As many rows as the figure needs and the screen can spare, all of them once enlarged."""
        if not self.is_mounted:
            return
        figures, spare = self._plot.figures, self.app.size.height // 2 - 2
        whole = max((preferred_height(each, self.size.width) for each in figures if listed(each)), default=0)
        rows = max(LEAST_ROWS, min(MOST_ROWS, spare), whole)
        self._plot.styles.height = "1fr" if self.is_maximized else rows
        self._say()

    def _say(self) -> None:
        """The figure in words; once enlarged, also how to get back."""
        back = Content.assemble(("z", "$here"), (" or ", "$quiet"), ("esc", "$here"), (" back", "$quiet"))
        words = Content(self._words)
        self._alt.update(Content("   ").join((words, back)) if self.is_maximized else words)


def outline(figure: Figure) -> str:
    """What is drawn over what, in one line that tells no more than the drawing does."""
    named = [mark.label for mark in figure.marks if isinstance(mark, Points | Line | Bars | Raster)]
    names = ", ".join(dict.fromkeys(filter(None, named)))
    axes = " over ".join(axis.label for axis in (figure.y, figure.x) if axis.label)
    drawn = ": ".join(part for part in (names, axes) if part)
    bars = next((mark.labels for mark in figure.marks if isinstance(mark, Bars)), ())
    if not bars:
        return drawn
    return f"Bars{f' ({drawn})' if drawn else ''} for {'; '.join(bars)}"
