"""The views of the sandbox pane, one at a time: chart, code, output, runs, sweep, canvas."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual import getters, on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from tutor.course.model import Canvas
from tutor.run import RunResult
from tutor.ui.widgets.canvas_view import CanvasView
from tutor.ui.widgets.chart_view import ChartView
from tutor.ui.widgets.code_view import CodeView
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.output import OutputView
from tutor.ui.widgets.run_history import RunHistory
from tutor.ui.widgets.sweep_view import SweepView
from tutor.ui.widgets.view_switch import View, ViewSwitch


class Views(Widget):
    """The line that switches, and what it switches between."""

    DEFAULT_CSS = """
    Views { height: 1fr; ContentSwitcher { height: 1fr; } }
    """

    switch = getters.query_one(ViewSwitch)
    pages = getters.query_one(ContentSwitcher)
    chart = getters.query_one("#chart", ChartView)
    code = getters.query_one(CodeView)
    output = getters.query_one(OutputView)
    history = getters.query_one(RunHistory)
    sweep = getters.query_one(SweepView)
    canvas = getters.query_one(CanvasView)

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self.chosen: View = "chart"
        """The learner's choice; what is in front may be another one for a while."""

    def compose(self) -> ComposeResult:
        yield ViewSwitch(self._clock)
        with ContentSwitcher(initial="chart"):
            yield ChartView(id="chart")
            yield CodeView(id="code")
            yield OutputView(id="output")
            yield RunHistory(id="runs")
            yield SweepView(id="sweep")
            yield CanvasView(id="draw")

    @property
    def front(self) -> View:
        """The view in front."""
        return self.switch.view

    @property
    def away(self) -> bool:
        """Whether something else stands in the chart's place."""
        return self.front != "chart" or self.chart.in_table

    def go(self, view: View) -> None:
        """Show the learner's choice and focus what is used in it, where that is in the view."""
        self.chosen = view
        self.bring(view)
        match view:
            case "code":
                self.code.editor.focus()
            case "output":
                self.output.focus()
            case "runs":
                self.history.table.focus()
            case "draw":
                self.canvas.focus_canvas()
            case "chart" | "sweep":
                pass

    def bring(self, view: View) -> None:
        """Bring a view forward; what was news in it is seen."""
        self.pages.current = view
        self.switch.view = view
        self.switch.news -= {view}

    def announce(self, view: View) -> None:
        """Mark a view that holds something new."""
        if self.front != view:
            self.switch.news |= {view}

    def table(self) -> None:
        """The numbers of the chart or the sweep as a table, and back."""
        if self.front == "sweep":
            self.sweep.chart.action_table()
        else:
            if self.front != "chart":
                self.go("chart")
            self.chart.action_table()

    def next_figure(self) -> None:
        """The next figure of the run, or of the sweep."""
        (self.sweep.chart if self.front == "sweep" else self.chart).action_next_figure()

    def explain(self, source: str, result: RunResult) -> None:
        """Say what went wrong in `source`, and where."""
        self.output.finish(result, source)
        self.code.finish(result)
        if self.chosen != "code":
            self.bring("output")

    def settle(self, source: str, result: RunResult, *, held: bool) -> bool:
        """Bring forward what a run brought, or what went wrong; whether the chart is to be gone to."""
        self.output.finish(result, source)
        if result.status == "ok" and not held and self.chosen == "code":
            if result.figures:
                return True
            self.go("output")
        elif result.status == "ok" and self.front == "output":
            self.bring(self.chosen)
        elif result.status not in {"ok", "stopped"}:
            self.explain(source, result)
        return False

    def paintable(self, canvas: Canvas | None, kept: str | None, *, used: bool) -> None:
        """What can be painted in place of the lesson's data, and what was; `used` if runs may use it."""
        self.canvas.load(canvas, kept, used=used)
        self.switch.paintable = canvas is not None

    @on(Editor.Left)
    def _leave_editor(self, event: Editor.Left) -> None:
        """Out of the editor, to the line that switches views."""
        event.stop()
        self.switch.focus()
