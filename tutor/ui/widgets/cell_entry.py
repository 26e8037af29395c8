"""One run of the free sandbox: what ran, what it printed, what it drew, how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tutor.charts import preferred_height
from tutor.figure import Figure
from tutor.run import Finished, Output, Progress, RunEvent, RunResult, Shown
from tutor.ui.widgets.numbers import brief, seconds
from tutor.ui.widgets.output import explain
from tutor.ui.widgets.plot import Plot
from tutor.ui.widgets.run_notes import bar
from tutor.ui.widgets.stream_text import StreamText

TALLEST = 32
"""Rows of a figure; a picture of matplotlib wants 31."""


class Drawing(Widget):
    """A figure as tall as it wants to be, and its sentence."""

    DEFAULT_CSS = """
    Drawing { height: auto; Static { height: auto; padding: 0 1; color: $quiet; } }
    """

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._figure = figure

    def compose(self) -> ComposeResult:
        yield Plot((self._figure,))
        yield Static(self._figure.alt, markup=False)

    def on_resize(self, event: Resize) -> None:
        """Another width, another height."""
        wanted = preferred_height(self._figure, max(1, event.size.width - 2))
        self.query_one(Plot).styles.height = min(TALLEST, wanted)


class CellEntry(Widget, can_focus=True):
    """A run, listed; Enter brings its code back into the editor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "bring", "its code", show=False, tooltip="Bring this run's code into the editor"),
        Binding("up", "go(-1)", "run before", show=False, tooltip="The run before this one"),
        Binding("down", "go(1)", "next run", show=False, tooltip="The run after this one"),
    ]
    DEFAULT_CSS = """
    CellEntry {
        height: auto;
        padding: 0 1;
        margin-bottom: 1;
        border-left: blank;
        &:focus { border-left: thick $here; }
        #head { height: 1; }
        #ending, #numbers, #bar { height: auto; display: none; }
        &.-undone { opacity: 60%; }
        &.-undone Drawing, &.-undone StreamText { display: none; }
    }
    """

    undone = reactive(False, init=False, toggle_class="-undone")
    """Whether its effects were taken back."""

    printed = getters.query_one(StreamText)

    @dataclass
    class Chosen(Message):
        """The learner wants this code back."""

        source: str

    @dataclass
    class Moved(Message):
        """The learner walks the list."""

        entry: CellEntry
        by: int

    def __init__(self, number: int, source: str) -> None:
        super().__init__()
        self.number = number
        self.source = source
        self.result: RunResult | None = None
        self._figures: dict[str, Figure] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield StreamText()
        yield Static(id="bar", markup=False)
        yield Static(id="ending", markup=False)
        yield Static(id="numbers", markup=False)

    def on_mount(self) -> None:
        """Say what runs."""
        self._head()

    def watch_undone(self) -> None:
        """Say so; what it measured holds no more."""
        self._say("#numbers", None)
        self._head()

    def receive(self, event: RunEvent) -> None:
        """Show what happens."""
        match event:
            case Output(stream, text):
                self.printed.write(stream, text)
            case Progress():
                self._say("#bar", bar(event))
            case Shown(figure):
                self._figures[figure.title] = figure
                self._draw()
            case Finished(result):
                self._finish(result)

    def action_bring(self) -> None:
        """Its code, please."""
        self.post_message(self.Chosen(self.source))

    def action_go(self, by: int) -> None:
        """To a neighbour."""
        self.post_message(self.Moved(self, by))

    def _finish(self, result: RunResult) -> None:
        self.result = result
        self._say("#bar", None)
        if self.printed.blank:
            self.printed.write("stdout", result.stdout)
            self.printed.write("stderr", result.stderr)
        if result.status != "ok":
            self._say("#ending", explain(result, self.source))
        if result.metrics:
            self._say("#numbers", numbers(result.metrics))
        wanted = {figure.title: figure for figure in result.figures}
        if wanted != self._figures:
            self._figures = wanted
            self._draw()
        self._head()

    def _draw(self) -> None:
        """The figures so far."""
        self.query(Drawing).remove()
        self.mount(*(Drawing(figure) for figure in self._figures.values()))

    def _head(self) -> None:
        """Number, first line, time, and whether it counts."""
        lines = [line for line in self.source.splitlines() if line.strip()]
        first = lines[0].strip() if lines else "(nothing)"
        more = f" … {len(lines)} lines" if len(lines) > 1 else ""
        time = f" · {seconds(self.result.elapsed_s)}" if self.result is not None else " · running"
        undone = " · undone" if self.undone else ""
        self.query_one("#head", Static).update(
            Content.assemble(
                (f"{self.number} ", "bold $here"), (first, "bold"), (more + time + undone, "$quiet")
            )
        )

    def _say(self, place: str, words: Content | None) -> None:
        line = self.query_one(place, Static)
        line.display = words is not None
        line.update(words or "")


def numbers(metrics: Mapping[str, float]) -> Content:
    """Metrics in one line."""
    return Content("   ").join(
        Content.assemble(f"{name} ", (brief(value), "bold")) for name, value in metrics.items()
    )
