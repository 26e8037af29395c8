"""A job on the simulated cluster: the code, the workers, and what goes wrong there."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Static, TextArea

from tutor.interview.clock import words
from tutor.interview.cluster import REFERENCE, claim, program
from tutor.interview.clustered import carried, clustered, own_fault
from tutor.interview.moves import ShowLeft, Shown
from tutor.interview.showing import FILENAME, SEED
from tutor.learner.drafts import EVERY_S
from tutor.run import Finished, Limits, RunRequest, RunResult
from tutor.ui.ports import Runner, outcome
from tutor.ui.screens.interview_cluster_keys import HELP, KEYS
from tutor.ui.sitting import Sitting
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.exercise_guide import SHOWN_AFTER_S
from tutor.ui.widgets.exercise_panes import ExercisePanes
from tutor.ui.widgets.interview.cluster_view import VIEWS, ClusterView
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords, press
from tutor.ui.widgets.pane_tabs import Pane, PaneTabs
from tutor.ui.widgets.prose_view import ProseView
from tutor.ui.widgets.row import Row

LIMITS = Limits(wall_s=30.0)
CLOCK_S, TICK_S = 1.0, 0.1
"""How often the interview's time is drawn anew, and that of a run."""


class ClusterScreen(Screen[None]):
    """Dismissed when the demonstration is over, or left for a while."""

    HELP = HELP
    BINDING_GROUP_TITLE = "Simulated cluster"
    CSS_PATH = "interview_cluster.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    running: var[bool] = var(False, init=False, bindings=True)
    """Whether a run is under way."""
    answered: var[bool] = var(False, init=False, bindings=True)
    """Whether there is something to look at."""

    top = getters.query_one("#top", Static)
    panes = getters.query_one(ExercisePanes)
    brief = getters.query_one("#brief", VerticalScroll)
    editor = getters.query_one(Editor)
    cluster = getters.query_one(ClusterView)
    guide = getters.query_one("#guide", KeyWords)

    def __init__(
        self, sitting: Sitting, runner: Runner, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._sitting = sitting
        self._runner = runner
        self._clock = clock
        self._since = 0.0
        self._saving = False
        prompt = sitting.session.prompt
        assert prompt is not None
        wanted = claim(prompt)
        assert wanted is not None
        self._prompt, self._claim = prompt, wanted

    def compose(self) -> ComposeResult:
        """Where one is, the panes, what to do, the keys."""
        yield Static(id="top")
        brief = VerticalScroll(ProseView(f"{self._claim.ask}\n\n{REFERENCE}"), id="brief")
        yield ExercisePanes(
            {"task": brief, "code": Editor(self._source), "results": ClusterView(changed=self._looked)},
            side=("25%", "42%"),
        )
        yield KeyWords(id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """Get the sandbox ready; begin with the code, or with the task where it is new."""
        self.app.app_suspend_signal.subscribe(self, lambda _: self._sitting.flush())
        self.watch(self.panes, "at", self._say, init=False)
        self.set_interval(CLOCK_S, self._say_top)
        self._ticks = self.set_interval(TICK_S, self._say_top, pause=True)
        self._warm_up()
        self.action_pane("task" if self.editor.text == self._claim.starter else "code")
        self._say()

    def on_unmount(self) -> None:
        """Nothing is lost, and nothing goes on running."""
        self._sitting.flush()
        if self.running:
            self._runner.stop()

    def on_screen_suspend(self) -> None:
        """Another screen covers this one, or it is left."""
        self._sitting.flush()

    def watch_running(self, running: bool) -> None:
        """Something else to do."""
        if running:
            self._since = self._clock()
            self._ticks.resume()
        else:
            self._ticks.pause()
        self._say()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        match action:
            case "stop":
                return self.running
            case "run":
                return not self.running or None
            case "turn" | "view" | "table":
                return self.answered
        return True

    def action_run(self) -> None:
        """Run what stands in the editor."""
        self.editor.mark(None)
        self.running = True
        if self.panes.several:
            self.panes.beside = "results"
        else:
            self.action_pane("results")
        self._run(self.editor.text)

    def action_stop(self) -> None:
        """Stop the run."""
        self._runner.stop()

    def action_pane(self, pane: Pane) -> None:
        """Show a pane and go there."""
        if pane != self.panes.at:
            self.set_focus(None)
        self.panes.at = pane
        panes = {"task": self.brief, "code": self.editor, "results": self.cluster}
        self.call_after_refresh(panes[pane].focus)
        if pane == "results":
            self.call_after_refresh(self.cluster.go)

    def action_code(self) -> None:
        """To the code."""
        self.action_pane("code")

    def action_turn(self, by: int) -> None:
        """More workers, or fewer."""
        self.cluster.turn(by)

    def action_workers(self, workers: int) -> None:
        """So many workers."""
        self.cluster.count = workers

    def action_view(self, name: str = "") -> None:
        """This view, or the next one."""
        found = next((each for each in VIEWS if each == name), None)
        if found is not None:
            self.cluster.view = found
        else:
            self.cluster.next_view()

    def action_table(self) -> None:
        """The curve as numbers, or drawn."""
        if not self.cluster.chart.display:
            self.cluster.view = "speed-up"
        self.cluster.chart.action_table()

    def action_done(self) -> None:
        """The demonstration is over; the code stays for another one."""
        self._sitting.take(ShowLeft(self._sitting.at))
        self.dismiss(None)

    def action_leave(self) -> None:
        """Back to the question; this can be gone on with."""
        self.dismiss(None)

    @on(PaneTabs.Chosen)
    def _choose_pane(self, event: PaneTabs.Chosen) -> None:
        event.stop()
        self.action_pane(event.pane)

    @on(Editor.Left)
    def _leave_editor(self, event: Editor.Left) -> None:
        event.stop()
        self.action_pane(self.panes.beside)

    @on(TextArea.Changed)
    def _keep(self, event: TextArea.Changed) -> None:
        """Write the code down in half a second at most."""
        event.stop()
        self._sitting.keep((self.editor.text,))
        if self.editor.error_line is not None:
            self.editor.mark(None)
        if not self._saving:
            self._saving = True
            self.set_timer(EVERY_S, self._save)

    def _save(self) -> None:
        self._saving = False
        self._sitting.flush()

    @property
    def _source(self) -> str:
        """The code as it was left, else as it ran last, else the code to begin with."""
        kept, exchange = self._sitting.draft(), self._sitting.session.exchange
        if kept:
            return kept[0]
        runs = exchange.demonstrations if exchange else ()
        return runs[-1].source if runs else self._claim.starter

    @work(exclusive=True, group="run", exit_on_error=False)
    async def _run(self, source: str) -> None:
        """One run, and whether it carries the claim."""
        entry = await self.cluster.begin(source)
        request = RunRequest(program(self._prompt, source), FILENAME, entry="run", seed=SEED, limits=LIMITS)
        result = own_fault(await outcome(self._runner, request, entry.receive), source)
        self.running = False
        self.answered = False
        entry.receive(Finished(replace(result, figures=(), metrics={})))
        self._judge(source, result)

    def _judge(self, source: str, result: RunResult) -> None:
        """Say whether it carries the claim; a run that ended well is part of the interview."""
        if result.status != "ok":
            self._mark(source, result.error.line if result.error is not None else None)
            self.cluster.end(None, printed=True)
            return
        holds, says = carried(self._prompt, self._claim, result.metrics, result.figures)
        self._sitting.take(Shown(self._sitting.at, source, dict(result.metrics), holds, says))
        found = clustered(result.figures)
        self.cluster.end(found, printed=bool(result.stdout or result.stderr), holds=holds, says=says)
        self.answered = found is not None
        if found is not None and found.faults:
            self._mark(source, found.faults[0].line)
        self._say()

    def _mark(self, source: str, line: int | None) -> None:
        """Mark the line to blame, if it still stands there."""
        if line is not None and self.editor.text == source:
            self.editor.mark(line)

    def _looked(self) -> None:
        """Something else is looked at."""
        if self.is_mounted:
            self._say()

    def _say(self) -> None:
        """What to do now."""
        ways = [press("F5", "runs it", "screen.run"), press("F9", "goes on", "screen.done")]
        if self.running:
            ways = [press("F8", "stops it", "screen.stop")]
        elif self.panes.at == "results" and self.answered:
            views = press("f", "next view", "screen.view")
            ways = [press("[ ]", "turn the workers", "screen.turn(1)"), views, *ways[1:]]
        if self.panes.at != "code":
            ways.insert(0, press("enter", "to your code", "screen.code"))
        elif not self.panes.several:
            ways.append(press("F2", "what the cluster understands", "screen.pane('task')"))
        self.guide.update(Content.styled(" · ", "$quiet").join(ways))
        self._say_top()

    def _say_top(self) -> None:
        """Where one is; what runs, what was shown, the interview's time."""
        exchange = self._sitting.session.exchange
        runs = exchange.demonstrations if exchange else ()
        left = self._sitting.session.left(self._sitting.at)
        right = Content.styled(f"{words(left)} left" if left > 0 else "time is up", "bold")
        if self.running:
            spent = self._clock() - self._since
            time_ = f" {spent:.1f} s" if spent >= SHOWN_AFTER_S else ""
            right = Content.assemble((f"running{time_}  ", "$due"), ("■ Stop ", "bold $due"), ("F8", "$here"))
        elif runs:
            shown = ("✓ shown  ", "$right") if runs[-1].holds else ("✗ not shown yet  ", "$wrong")
            right = Content.assemble(shown, right)
        self.top.update(Row(Content.styled("Simulated cluster", "bold $here"), right))

    @work(group="warm-up", exit_on_error=False)
    async def _warm_up(self) -> None:
        """Get the sandbox ready meanwhile."""
        await self._runner.start()
