"""The sweep view: one knob run over its range, the metrics drawn over it as they come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.course.param import Param
from tutor.course.sweep import Sweep, across
from tutor.course.sweep_charts import charts, columns, written
from tutor.run import Progress, RunRequest, RunResult, Scalar
from tutor.ui.widgets.chart_view import ChartView
from tutor.ui.widgets.run_notes import bar


class SweepView(Widget):
    """Asks for all runs of a sweep at once; takes their results one by one."""

    DEFAULT_CSS = """
    SweepView {
        ChartView { height: 1fr; }
        #standing { height: 1; padding: 0 1; }
    }
    """

    chart = getters.query_one(ChartView)
    standing = getters.query_one("#standing", Static)

    @dataclass
    class Requested(Message):
        """The learner wants these runs, one after the other."""

        requests: tuple[RunRequest, ...]

    @dataclass
    class Ended(Message):
        """No more runs come; `failed` is the one that did not end well, with what it ran."""

        failed: tuple[RunRequest, RunResult] | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._sweep: Sweep | None = None
        self._now: Scalar = 0
        self.left: list[RunRequest] = []
        """Runs still to come, the one under way first."""
        self._measured: list[Mapping[str, float]] = []

    def compose(self) -> ComposeResult:
        yield Static(id="standing", markup=False)
        yield ChartView()

    @property
    def under_way(self) -> bool:
        """Whether runs are still to come."""
        return bool(self.left)

    def begin(self, param: Param, now: Scalar, request: RunRequest) -> None:
        """Ask for `request` at every value of the knob, of which `now` is the present one."""
        self._sweep, self._now, self._measured = across(param, now), now, []
        self.left = [replace(request, params=params) for params in self._sweep.points(request.params)]
        self.chart.show(())
        self.chart.invite("Running…")
        self._say()
        self.post_message(self.Requested(tuple(self.left)))

    def on_mount(self) -> None:
        """Nothing has been swept yet."""
        self.clear()

    def clear(self) -> None:
        """Another experiment: nothing of it has been swept yet."""
        self._sweep, self.left, self._measured = None, [], []
        self.standing.update("")
        self.chart.show(())
        self.chart.invite("Press w to run over the whole range of the marked knob.")

    def stop(self) -> None:
        """Want no more runs; what was measured stays."""
        self.left = []
        self._say()

    def take(self, request: RunRequest, result: RunResult) -> bool:
        """What a run brought; whether the next one is still wanted."""
        if not self.left or self.left[0] is not request:
            return False
        good = result.status == "ok"
        if good:
            del self.left[0]
            self._measured.append(result.metrics)
            self._draw()
        else:
            self.left = []
        self._say()
        if not self.left:
            self.post_message(self.Ended(None if good else (request, result)))
        return bool(self.left)

    def _draw(self) -> None:
        """The metrics so far."""
        if self._sweep is not None:
            found = columns(self._sweep, self._measured)
            self.chart.show(charts(self._sweep, found, self._now))

    def _say(self) -> None:
        """How far the sweep is, or what it was."""
        sweep, done = self._sweep, len(self._measured)
        if sweep is None:
            return
        total = len(sweep.values)
        if self.left:
            words = bar(Progress(done, total, f"{sweep.label} {written(sweep.values[done])}"))
        else:
            many = f"all {total} values" if done == total else f"{done} of {total} values, then stopped"
            words = Content.assemble(
                (sweep.label, "bold"), (f": {many} · ", "$quiet"), ("esc", "$here"), (" back", "$quiet")
            )
            if not done:
                self.chart.invite("Nothing was measured.")
        self.standing.update(words)
