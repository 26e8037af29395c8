"""The sandbox pane: knobs, chart, code, output and runs of one experiment at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.course.model import Experiment
from tutor.figure import Figure
from tutor.run import Finished, Output, Progress, RunEvent, RunRequest, RunResult, Scalar, Shown, Started
from tutor.ui.widgets.canvas_view import CanvasView
from tutor.ui.widgets.chart_view import ChartView
from tutor.ui.widgets.code_view import CodeView
from tutor.ui.widgets.knobs import Knobs
from tutor.ui.widgets.loaded import Loaded
from tutor.ui.widgets.output import OutputView
from tutor.ui.widgets.param_row import ParamRow
from tutor.ui.widgets.run_history import PastRun, RunHistory
from tutor.ui.widgets.run_ledger import Asked, RunLedger
from tutor.ui.widgets.run_notes import RunNotes
from tutor.ui.widgets.sandbox_keys import HELP, KEYS
from tutor.ui.widgets.sandbox_look import LOOK, LOW, TINY
from tutor.ui.widgets.sweep_view import SweepView
from tutor.ui.widgets.view_switch import View, ViewSwitch
from tutor.ui.widgets.views import Views


class SandboxPane(Widget):
    """Asks for runs by message and shows what they bring; it never runs anything itself."""

    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = KEYS
    DEFAULT_CSS = LOOK

    title = getters.query_one("#title", Static)
    knobs = getters.query_one(Knobs)
    switch = getters.query_one(ViewSwitch)
    views = getters.query_one(Views)
    chart = getters.query_one("#chart", ChartView)
    code = getters.query_one(CodeView)
    output = getters.query_one(OutputView)
    canvas = getters.query_one(CanvasView)
    history = getters.query_one(RunHistory)
    sweep = getters.query_one(SweepView)
    notes = getters.query_one(RunNotes)

    @dataclass
    class RunRequested(Message):
        """The learner wants a run; `held` if it comes from turning a knob."""

        request: RunRequest
        setting: str
        own_code: bool
        held: bool

    @dataclass
    class StopRequested(Message):
        """The learner wants the run to end; asked twice, at once."""

    @dataclass
    class Changed(Message):
        """Knobs, code or paint are other ones; `code` and `painted` are None while they are the lesson's."""

        params: dict[str, Scalar]
        code: str | None
        painted: str | None = None

        def can_replace(self, message: Message) -> bool:
            """Only the newest counts."""
            return isinstance(message, SandboxPane.Changed)

    def __init__(
        self,
        *,
        seed: int,
        clock: Callable[[], float] = time.monotonic,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._seed = seed
        self._clock = clock
        self._loaded: Loaded | None = None
        self._gate: str | None = None
        self._ledger = RunLedger()
        self._run: PastRun | None = None
        self._shown: tuple[Figure, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Knobs()
        yield Views(self._clock)
        yield RunNotes()

    def on_resize(self, event: Resize) -> None:
        """Where there is little height, all of it is for the view."""
        self.set_class(event.size.height < LOW, "-low")
        self.notes.metrics.most = 1 if event.size.height < LOW else 0
        self.set_class(event.size.height < TINY, "-tiny")

    @property
    def last_result(self) -> RunResult | None:
        """What the run on display brought."""
        return self._run.result if self._run is not None else None

    @property
    def busy(self) -> bool:
        """Whether a run or a sweep is under way."""
        return self._ledger.asked is not None or self.sweep.under_way

    def show(
        self,
        experiment: Experiment,
        setting: str,
        params: Mapping[str, Scalar],
        code: str | None,
        painted: str | None = None,
        used: bool = True,
    ) -> None:
        """Load an experiment with these knobs and, if given, the learner's code and paint; raises OSError.

        Unless `used`, what was painted waits until the learner wants it.
        """
        source = experiment.source()
        if self.busy:
            self.post_message(self.StopRequested())
            self._ledger.drop()
        self._loaded = Loaded(experiment, setting, self._seed)
        origin = self._loaded.origin()
        self.title.update(self._loaded.title())
        self.knobs.load(experiment.params, {**origin, **params}, origin)
        self.code.load(source, experiment.path.name, code)
        self.views.paintable(experiment.canvas, painted, used=used)
        self.output.clear()
        self.sweep.clear()
        self._display(self._ledger.last(experiment.id, setting))
        self._rest()
        self._show_view("chart")

    def gate(self, reason: str | None) -> None:
        """While `reason` stands, running waits for a prediction."""
        self._gate = reason
        self._rest()

    def set_runner_state(self, state: str) -> None:
        """Say once whether the sandbox is there."""
        self.notes.say_runner(state)

    def receive(self, event: RunEvent, request: RunRequest | None = None) -> None:
        """Take an event of the run that was asked for last; those of another `request` are dropped."""
        asked = self._ledger.asked
        if asked is None or (request is not None and request is not asked.request):
            return
        match event:
            case Started():
                self._shown = ()
                self.output.clear()
            case Output(stream, text):
                self.output.write(stream, text)
                self.views.announce("output")
            case Progress():
                self.notes.say_progress(event)
            case Shown(figure):
                self._shown = (*self._shown, figure)
                self.chart.show(self._shown)
            case Finished(result):
                self._finish(result)

    def action_run(self) -> None:
        """Ask for a run of what is set; it supersedes one under way."""
        self._ask(held=False)

    def action_stop(self) -> None:
        """Stop the run under way; said at once, before it has stopped."""
        if self.busy:
            self.post_message(self.StopRequested())
        if self.sweep.under_way:
            self.sweep.stop()
            self._rest()
        elif self._ledger.asked is not None:
            self._ledger.again = False
            self.switch.run_state = "stopping"

    def action_turn(self, clicks: int) -> None:
        """Turn the marked knob."""
        self.knobs.turn(clicks)

    def action_view(self, view: View) -> None:
        """Show a view and go there; the chart is played with by its knobs."""
        self.views.go(view)
        self._seen()
        if view == "chart" and self.knobs.current is not None:
            self.knobs.current.focus()

    def action_chart(self) -> None:
        """Back to the chart, from its table too."""
        self.chart.action_chart()
        self.action_view("chart")

    def action_table(self) -> None:
        """The chart's numbers as a table, and back."""
        if self.views.front == "chart" and self.chart.in_table:
            self.action_chart()
        else:
            self.views.table()
            self._seen()

    def action_next_figure(self) -> None:
        """The next figure."""
        self.views.next_figure()

    def action_sweep(self) -> None:
        """Run over the range of the marked knob, unless a prediction is waited for."""
        row, request = self.knobs.current, self._request()
        if row is not None and request is not None:
            self._ledger.drop()
            self.sweep.begin(row.param, row.value, request)
            self._begin()
            self.action_view("sweep")

    def action_restore_code(self) -> None:
        """The experiment's own code again."""
        self.code.restore()

    def action_undo_run(self) -> None:
        """Back to the knobs and the chart of the run before."""
        if self._loaded is not None and self._run is not None:
            before = self._ledger.before(self._loaded.experiment.id, self._run)
            if before is not None:
                self._bring_back(before)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc goes to the chart only from somewhere else; stopping needs a run."""
        match action:
            case "chart":
                return self.is_mounted and self.views.away
            case "stop":
                return self.busy
            case "sweep":
                return self._gate is None and self.knobs.current is not None
            case "view" if parameters == ("draw",):
                return self.canvas.canvas is not None
            case "toggle_own":
                return self.is_mounted and bool(self.canvas.marks)
        return True

    def action_toggle_own(self) -> None:
        """The lesson's data in place of the learner's, and back."""
        self.canvas.toggle()

    @on(ParamRow.Turned)
    @on(CanvasView.Painted)
    def _follow(self, event: ParamRow.Turned | CanvasView.Painted) -> None:
        """The chart follows the knob and the brush: the newest value runs, nothing queues."""
        event.stop()
        self._say_changed()
        if isinstance(event, CanvasView.Painted):
            self._seen()
            if not event.runs:
                return
        if self._gate is None:
            if self._ledger.asked is None:
                self._ask(held=True)
            else:
                self._ledger.again = True

    @on(CodeView.Edited)
    def _keep(self, event: CodeView.Edited) -> None:
        """Edited code is worth keeping."""
        event.stop()
        self._say_changed()

    @on(ViewSwitch.Switched)
    def _choose_view(self, event: ViewSwitch.Switched) -> None:
        event.stop()
        if self.switch.has_focus:
            self._show_view(event.view)
        else:
            self.action_view(event.view)

    @on(ViewSwitch.Pressed)
    def _press(self, event: ViewSwitch.Pressed) -> None:
        event.stop()
        if self.busy:
            self.action_stop()
        else:
            self.action_run()

    @on(SweepView.Ended)
    def _end_sweep(self, event: SweepView.Ended) -> None:
        """Rest; what went wrong is told like the end of any run."""
        event.stop()
        self._rest()
        if event.failed is not None:
            request, result = event.failed
            self.views.explain(request.source, result)
            self._seen()

    @on(RunHistory.Chosen)
    def _choose_run(self, event: RunHistory.Chosen) -> None:
        event.stop()
        self._bring_back(event.run)
        self.action_view("chart")

    def _request(self) -> RunRequest | None:
        """A run of what is set, unless a prediction is waited for."""
        if self._loaded is None or self._gate is not None:
            return None
        return self._loaded.request(self.code.source, self.knobs.params, self.canvas.own)

    def _ask(self, *, held: bool) -> None:
        """Ask for a run of what is set; it ends a sweep."""
        request = self._request()
        if request is None or self._loaded is None:
            return
        self.sweep.stop()
        if self.views.front == "sweep":
            self._show_view("chart")
        own_code, setting = self.code.code is not None, self._loaded.setting
        self._ledger.begin(Asked(request, self._loaded.experiment.id, setting, own_code, held))
        self._begin()
        self.chart.invite("Running…")
        self.post_message(self.RunRequested(request, setting, own_code, held))

    def _begin(self) -> None:
        """Something runs from now on."""
        self.notes.say_progress(None)
        self.code.forget_error()
        self.switch.begin()
        self.refresh_bindings()

    def _finish(self, result: RunResult) -> None:
        """The run under way has ended: show it, then run the knob's newest value if it was turned since."""
        asked, again = self._ledger.asked, self._ledger.again
        run = self._ledger.finish(result)
        if run is None or asked is None or self._loaded is None:
            return
        self._rest()
        self._display(run)
        self.canvas.show(result, asked.request.own)
        if self.views.settle(asked.request.source, result, held=asked.held):
            self.action_view("chart")
        self._seen()
        if again:
            self._ask(held=True)

    def _display(self, run: PastRun | None) -> None:
        """Show this run's chart and numbers; a run without figures leaves the chart as it was."""
        self._run = run
        if run is None or run.result.figures or run.result.status == "ok":
            self.chart.show(run.result.figures if run is not None else ())
        before: Mapping[str, float] = {}
        if run is not None and self._loaded is not None:
            before = self._ledger.measured_before(self._loaded.experiment.id, run)
        self.notes.say_run(run, before)

    def _bring_back(self, run: PastRun) -> None:
        """Set the knobs as they were and show what came out."""
        self.knobs.put(run.params)
        self._display(run)
        self._say_changed()

    def _rest(self) -> None:
        """Nothing runs."""
        if not self.busy:
            self.notes.say_progress(None)
            self.switch.rest(gated=self._gate is not None)
            self.refresh_bindings()
        self.chart.invite(self._gate or "No run yet.\nPress r to run the experiment.")
        self.notes.say_gate(self._gate if self.chart.plot.figures else None)

    def _show_view(self, view: View) -> None:
        """Show the learner's choice without going there."""
        self.views.chosen = view
        self.views.bring(view)
        self._seen()

    def _seen(self) -> None:
        """Another view may be in front, or the list of runs may be longer."""
        self.set_class(self.views.front in ("code", "draw"), "-code")
        self.notes.say_own("" if self.views.front == "draw" else self.canvas.words)
        if self._loaded is not None and self.views.front == "runs":
            self.history.show(self._ledger.runs(self._loaded.experiment.id))
        self.refresh_bindings()

    def _say_changed(self) -> None:
        """Knobs, code or paint are other ones."""
        self.post_message(self.Changed(self.knobs.params, self.code.code, self.canvas.draft))
