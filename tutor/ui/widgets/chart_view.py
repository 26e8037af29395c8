"""The chart view: the figures, the sentence that says what one sees, and the same as a table."""

from __future__ import annotations

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Click, Resize
from textual.widget import Widget
from textual.widgets import Static

from tutor.charts.describe import as_table
from tutor.figure import Figure
from tutor.ui.widgets.plot import Plot
from tutor.ui.widgets.prose import Block
from tutor.ui.widgets.prose_view import ProseView
from tutor.ui.widgets.table_view import TableView

SHORT = 17
"""Rows under which a sentence gives way to its chart; with the table it stands in full."""
SHORT_CAPTION = 2
"""Lines of a sentence in so few rows."""


class ChartView(Widget):
    """Draws figures; `t` turns them into a table, `f` goes to the next one where only one fits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "table", "As a table", show=False, tooltip="The chart's numbers as a table, and back"),
        Binding("f", "next_figure", "Next figure", show=False, tooltip="The next figure of this run"),
        Binding("escape", "chart", "Back to the chart", show=False, tooltip="From the table to the chart"),
    ]
    DEFAULT_CSS = """
    ChartView {
        #empty { width: 1fr; height: 1fr; content-align: center middle; text-align: center; color: $quiet; }
        #caption { height: auto; max-height: 40%; overflow-y: auto; padding: 0 1; }
        #place { width: auto; margin-right: 2; color: $quiet; pointer: pointer; }
        #words { height: auto; width: 1fr; }
        #words ProseView { width: 1fr; height: auto; color: $quiet; margin-right: 1; }
        #words.-under { layout: vertical; }
        TableView { display: none; }
        &.-table TableView { display: block; }
        &.-table #canvas, &.-empty #canvas, &.-empty #caption { display: none; }
        #empty { display: none; }
        &.-empty #empty { display: block; }
    }
    """

    canvas = getters.query_one("#canvas", VerticalScroll)
    plot = getters.query_one(Plot)
    place = getters.query_one("#place", Static)
    words = getters.query_one("#words", Horizontal)
    empty = getters.query_one("#empty", Static)
    table = getters.query_one(TableView)

    _left: Widget | None = None
    """What had the focus before the table took it."""

    def compose(self) -> ComposeResult:
        yield Static(id="empty", markup=False)
        with VerticalScroll(id="canvas", can_focus=False):
            yield Plot()
        yield TableView()
        with Horizontal(id="caption"):
            yield Static(id="place", markup=False)
            yield Horizontal(id="words")

    def on_mount(self) -> None:
        """Nothing to draw yet."""
        self.show(())

    @property
    def in_table(self) -> bool:
        """Whether the table stands in the chart's place."""
        return self.has_class("-table")

    def invite(self, words: str) -> None:
        """What to say while there is no chart."""
        self.empty.update(words)

    def show(self, figures: tuple[Figure, ...]) -> None:
        """Draw these from now on."""
        self.set_class(not figures, "-empty")
        if not figures:
            self.remove_class("-table")
        self.plot.figures = figures
        self._caption()

    def on_resize(self, event: Resize) -> None:
        """Tell the plot how much room there is."""
        self.plot.room = event.size
        self._caption()

    @on(Plot.Arranged)
    def _rearrange(self, event: Plot.Arranged) -> None:
        """More or fewer figures may fit; what is longer than the view can be scrolled."""
        event.stop()
        wanted = self.plot.rows_wanted
        self.plot.styles.min_height = wanted
        self.canvas.can_focus = wanted > self.canvas.size.height
        self._caption()

    def on_click(self, event: Click) -> None:
        """The number before the sentence goes to the next figure."""
        if event.widget is self.place:
            self.action_next_figure()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Esc belongs to the screen unless a table is open, and `f` where there is one figure only."""
        if action == "next_figure":
            return len(self.plot.figures) > 1
        return self.in_table if action == "chart" else True

    def action_table(self) -> None:
        """The table in place of the chart, or back."""
        if self.in_table:
            self.action_chart()
        elif self.plot.figures:
            self._left = self.screen.focused
            self.add_class("-table")
            self._caption()
            self.table.focus()

    def action_chart(self) -> None:
        """The chart in place of the table; the focus goes back to where it came from."""
        if self.table.has_focus and self._left is not None and self._left.is_attached:
            self._left.focus()
        self.remove_class("-table")
        self._caption()

    def action_next_figure(self) -> None:
        """The next figure, after the last the first."""
        if figures := self.plot.figures:
            self.plot.index = (self.plot.index + 1) % len(figures)

    def _caption(self) -> None:
        """The sentence of what is shown, and which of how many it is."""
        figures, plot = self.plot.figures, self.plot
        if not figures:
            return
        one_by_one = len(plot.shown) < len(figures) or (self.in_table and len(figures) > 1)
        self.place.display = one_by_one
        number = f"{plot.index + 1} of {len(figures)}"
        self.place.update(Content.assemble((number, "bold"), " ▸ ", ("f", "$here")))
        self.words.set_class(not plot.beside, "-under")
        shown = figures[plot.index : plot.index + 1] if one_by_one else plot.shown
        self._say([figure.alt for figure in shown])
        if self.in_table:
            self.table.show(as_table(figures[plot.index]))

    def _say(self, sentences: list[str]) -> None:
        """Each sentence under its figure."""
        lines = list(self.words.query(ProseView))
        if len(lines) != len(sentences):
            self.words.remove_children()
            lines = [ProseView(more="t") for _ in sentences]
            self.words.mount(*lines)
        for line, sentence in zip(lines, sentences, strict=True):
            line.most = SHORT_CAPTION if self.size.height < SHORT and not self.in_table else 0
            line.put_blocks((Block(Content(sentence)),))
