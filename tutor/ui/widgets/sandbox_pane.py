"""The sandbox pane: knobs, chart, code, output and runs of one experiment at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from tutor.course.model import Experiment
from tutor.figure import Figure
from tutor.run import Finished, Output, Progress, RunEvent, RunRequest, RunResult, Scalar, Shown, Started
from tutor.ui.widgets.chart_view import ChartView
from tutor.ui.widgets.code_view import CodeView
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.knobs import Knobs
from tutor.ui.widgets.output import OutputView
from tutor.ui.widgets.param_row import ParamRow
from tutor.ui.widgets.run_history import PastRun, RunHistory
from tutor.ui.widgets.run_ledger import Asked, RunLedger
from tutor.ui.widgets.run_notes import RunNotes
from tutor.ui.widgets.sandbox_keys import HELP, KEYS
from tutor.ui.widgets.view_switch import View, ViewSwitch

TICK_S = 0.1
"""How often the time of a run is drawn anew."""
LOW = 22
"""Rows under which the title and the blank line give way."""
TINY = 14
"""Rows under which the help gives way, and the chart's sentence stands with its table only."""


class SandboxPane(Widget):
    """Asks for runs by message and shows what they bring; it never runs anything itself."""

    HELP = HELP
    BINDINGS: ClassVar[list[BindingType]] = KEYS
    DEFAULT_CSS = """
    SandboxPane {
        layout: vertical;
        #title { height: 1; padding: 0 1; color: $quiet; }
        Knobs { margin-bottom: 1; }
        ContentSwitcher { height: 1fr; }
        &.-low Knobs { margin-bottom: 0; }
        &.-low.-code Knobs, &.-low.-code RunNotes { display: none; }
        &.-tiny Knobs > VerticalScroll { max-height: 2; }
        &.-low #title, &.-tiny #words, &.-tiny #help { display: none; }
        &.-tiny .-table #words { display: block; }
    }
    """

    title = getters.query_one("#title", Static)
    knobs = getters.query_one(Knobs)
    switch = getters.query_one(ViewSwitch)
    views = getters.query_one(ContentSwitcher)
    chart = getters.query_one(ChartView)
    code = getters.query_one(CodeView)
    output = getters.query_one(OutputView)
    history = getters.query_one(RunHistory)
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
        """Knobs or code are other ones; `code` is None while it is the experiment's own."""

        params: dict[str, Scalar]
        code: str | None

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
        self._experiment: Experiment | None = None
        self._setting = ""
        self._gate: str | None = None
        self._ledger = RunLedger()
        self._run: PastRun | None = None
        self._shown: tuple[Figure, ...] = ()
        self._since = 0.0
        self._learners_view: View = "chart"

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Knobs()
        yield ViewSwitch()
        with ContentSwitcher(initial="chart"):
            yield ChartView(id="chart")
            yield CodeView(id="code")
            yield OutputView(id="output")
            yield RunHistory(id="runs")
        yield RunNotes()

    def on_mount(self) -> None:
        """The time of a run ticks only while one runs."""
        self._ticks = self.set_interval(TICK_S, self.tick, pause=True)

    def on_resize(self, event: Resize) -> None:
        """Where there is little height, all of it is for the view."""
        self.set_class(event.size.height < LOW, "-low")
        self.set_class(event.size.height < TINY, "-tiny")

    @property
    def last_result(self) -> RunResult | None:
        """What the run on display brought."""
        return self._run.result if self._run is not None else None

    def show(
        self, experiment: Experiment, setting: str, params: Mapping[str, Scalar], code: str | None
    ) -> None:
        """Load an experiment with these knobs and, if given, the learner's code; raises OSError."""
        source = experiment.source()
        if self._ledger.asked is not None:
            self._ledger.drop()
            self.post_message(self.StopRequested())
        self._experiment, self._setting = experiment, setting
        chosen = next((each.params for each in experiment.settings if each.id == setting), {})
        origin = {**experiment.defaults(), **chosen}
        self.title.update(Content.assemble((experiment.title, "$foreground"), f" · seed {self._seed}"))
        self.knobs.load(experiment.params, {**origin, **params}, origin)
        self.code.load(source, experiment.path.name, code)
        self.output.clear()
        self._display(self._ledger.last(experiment.id, setting))
        self._rest()
        self._switch("chart")

    def gate(self, reason: str | None) -> None:
        """While `reason` stands, running waits for a prediction."""
        self._gate = reason
        self._rest()

    def set_runner_state(self, state: str) -> None:
        """Say once whether the sandbox is there."""
        self.notes.say_runner(state)

    def request_run(self) -> None:
        """Ask for a run of what is set; it supersedes one under way."""
        self._ask(held=False)

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
                self._announce("output")
            case Progress():
                self.notes.say_progress(event)
            case Shown(figure):
                self._shown = (*self._shown, figure)
                self.chart.show(self._shown)
            case Finished(result):
                self._finish(result)

    def action_run(self) -> None:
        """Run."""
        self.request_run()

    def action_stop(self) -> None:
        """Stop the run under way; said at once, before it has stopped."""
        if self._ledger.asked is not None:
            self._ledger.again = False
            self.switch.run_state = "stopping"
            self.post_message(self.StopRequested())

    def action_turn(self, clicks: int) -> None:
        """Turn the marked knob."""
        self.knobs.turn(clicks)

    def action_view(self, view: View) -> None:
        """Show a view and go there."""
        self._learners_view = view
        self._switch(view)
        match view:
            case "chart":
                if self.knobs.current is not None:
                    self.knobs.current.focus()
            case "code":
                self.code.editor.focus()
            case "output":
                self.output.focus()
            case "runs":
                self.history.table.focus()

    def action_chart(self) -> None:
        """Back to the chart, from its table too."""
        self.chart.action_chart()
        self.action_view("chart")

    def action_table(self) -> None:
        """The chart's numbers as a table, and back."""
        if self.views.current == "chart" and self.chart.in_table:
            self.action_chart()
        else:
            self.action_view("chart")
            self.chart.action_table()

    def action_next_figure(self) -> None:
        """The next figure of this run."""
        self.chart.action_next_figure()

    def action_restore_code(self) -> None:
        """The experiment's own code again."""
        self.code.restore()

    def action_undo_run(self) -> None:
        """Back to the knobs and the chart of the run before."""
        if self._experiment is not None and self._run is not None:
            before = self._ledger.before(self._experiment.id, self._run)
            if before is not None:
                self._bring_back(before)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Esc goes to the chart only from somewhere else; stopping needs a run."""
        match action:
            case "chart":
                return self.is_mounted and (self.views.current != "chart" or self.chart.in_table)
            case "stop":
                return self._ledger.asked is not None
        return True

    @on(ParamRow.Turned)
    def _follow(self, event: ParamRow.Turned) -> None:
        """The chart follows the knob: the newest value runs, nothing queues."""
        event.stop()
        self._say_changed()
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

    @on(Editor.Left)
    def _leave_editor(self, event: Editor.Left) -> None:
        """Out of the editor, to the line that switches views."""
        event.stop()
        self.switch.focus()

    @on(ViewSwitch.Switched)
    def _choose_view(self, event: ViewSwitch.Switched) -> None:
        event.stop()
        if self.switch.has_focus:
            self._learners_view = event.view
            self._switch(event.view)
        else:
            self.action_view(event.view)

    @on(ViewSwitch.Pressed)
    def _press(self, event: ViewSwitch.Pressed) -> None:
        event.stop()
        if self._ledger.asked is None:
            self.request_run()
        else:
            self.action_stop()

    @on(RunHistory.Chosen)
    def _choose_run(self, event: RunHistory.Chosen) -> None:
        event.stop()
        self._bring_back(event.run)
        self.action_view("chart")

    def _ask(self, *, held: bool) -> None:
        """Ask for a run of what is set, unless a prediction is waited for."""
        experiment = self._experiment
        if experiment is None or self._gate is not None:
            return
        request = RunRequest(
            source=self.code.source,
            filename=experiment.path.name,
            entry="run",
            params=self.knobs.params,
            seed=self._seed,
        )
        own_code = self.code.code is not None
        self._ledger.begin(Asked(request, experiment.id, self._setting, own_code, held))
        self.notes.say_progress(None)
        self.code.forget_error()
        self._since = self._clock()
        self.switch.elapsed_s = 0.0
        self.switch.run_state = "running"
        self._ticks.resume()
        self.refresh_bindings()
        self.chart.invite("Running…")
        self.post_message(self.RunRequested(request, self._setting, own_code, held))

    def tick(self) -> None:
        """The time goes on."""
        self.switch.elapsed_s = self._clock() - self._since

    def _finish(self, result: RunResult) -> None:
        """The run under way has ended: show it, then run the knob's newest value if it was turned since."""
        asked, again = self._ledger.asked, self._ledger.again
        run = self._ledger.finish(result)
        if run is None or asked is None or self._experiment is None:
            return
        self._rest()
        self.output.finish(result, asked.request.source)
        self._list_runs()
        self._display(run)
        if result.status not in {"ok", "stopped"}:
            self.code.finish(result)
            if self._learners_view != "code":
                self._switch("output")
        elif result.status == "ok" and not asked.held and self._learners_view == "code":
            self.action_view("chart" if run.result.figures else "output")
        elif result.status == "ok" and self.views.current == "output" != self._learners_view:
            self._switch(self._learners_view)
        if again:
            self._ask(held=True)

    def _display(self, run: PastRun | None) -> None:
        """Show this run's chart and numbers; a run without figures leaves the chart as it was."""
        self._run = run
        if run is None or run.result.figures or run.result.status == "ok":
            self.chart.show(run.result.figures if run is not None else ())
        before: Mapping[str, float] = {}
        if run is not None and self._experiment is not None:
            before = self._ledger.measured_before(self._experiment.id, run)
        self.notes.say_run(run, before)

    def _bring_back(self, run: PastRun) -> None:
        """Set the knobs as they were and show what came out."""
        self.knobs.put(run.params)
        self._display(run)
        self._say_changed()

    def _rest(self) -> None:
        """Nothing runs."""
        if self._ledger.asked is None:
            self._ticks.pause()
            self.notes.say_progress(None)
            self.switch.run_state = "gated" if self._gate is not None else "idle"
            self.refresh_bindings()
        self.chart.invite(self._gate or "No run yet.\nPress r to run the experiment.")
        self.notes.say_gate(self._gate if self.chart.plot.figures else None)

    def _switch(self, view: View) -> None:
        """Bring a view forward; what was news in it is seen."""
        self.views.current = view
        self.switch.view = view
        self.set_class(view == "code", "-code")
        self.switch.news -= {view}
        self._list_runs()
        self.refresh_bindings()

    def _list_runs(self) -> None:
        """Bring the list of runs up to date while it is in view."""
        if self._experiment is not None and self.views.current == "runs":
            self.history.show(self._ledger.runs(self._experiment.id))

    def _announce(self, view: View) -> None:
        """Mark a view that holds something new."""
        if self.views.current != view:
            self.switch.news |= {view}

    def _say_changed(self) -> None:
        """Knobs or code are other ones."""
        self.post_message(self.Changed(self.knobs.params, self.code.code))
