"""An exercise: the task, the learner's code, and what hidden cases say of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import ClassVar, Literal, TypeAlias

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Static, TextArea

from tutor.grading.skeleton import framed
from tutor.grading.verdict import Verdict
from tutor.grading.workbench import Workbench
from tutor.learner.drafts import EVERY_S
from tutor.run import Finished, Limits, RunError, RunRequest
from tutor.sandbox.examine import examine
from tutor.ui.own_editor import OwnEditorError, edited, own_editor
from tutor.ui.ports import Runner, outcome
from tutor.ui.screens.exercise_keys import HELP, KEYS
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.exercise_guide import Busy, closing, guide, headline
from tutor.ui.widgets.exercise_panes import ExercisePanes
from tutor.ui.widgets.exercise_results import ResultsPane
from tutor.ui.widgets.exercise_task import TaskPane
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords
from tutor.ui.widgets.pane_tabs import Pane, PaneTabs

LIMITS = Limits(wall_s=30.0)
"""Of a run that only tries the code; a judging keeps the exercise's own time."""
TICK_S = 0.1

Ending: TypeAlias = Literal["on", "back"]


class ExerciseScreen(Screen[Ending]):
    """Dismissed with `on` if the lesson shall go on, else with `back`."""

    HELP = HELP
    BINDING_GROUP_TITLE = "Exercise"
    CSS_PATH = "exercise.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    busy: var[Busy] = var[Busy]("", init=False, bindings=True)
    """What is under way."""

    top = getters.query_one("#top", Static)
    panes = getters.query_one(ExercisePanes)
    brief = getters.query_one(TaskPane)
    editor = getters.query_one(Editor)
    results = getters.query_one(ResultsPane)
    guide = getters.query_one("#guide", KeyWords)

    def __init__(
        self,
        bench: Workbench,
        runner: Runner,
        *,
        clock: Callable[[], float] = time.monotonic,
        left: Callable[[], str] | None = None,
    ) -> None:
        """`left` tells the time that is left, where there is a limit."""
        super().__init__()
        self._left = left
        self._bench = bench
        self._runner = runner
        self._clock = clock
        self._since = 0.0
        self._stopped = False
        self._saving = False

    def compose(self) -> ComposeResult:
        """Where one is, the panes, what to do, the keys."""
        yield Static(id="top")
        yield ExercisePanes(
            {
                "task": TaskPane(self._bench.exercise, id="task-pane"),
                "code": Editor(self._bench.source),
                "results": ResultsPane(id="results-pane"),
            }
        )
        yield KeyWords(id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the task."""
        self.app.app_suspend_signal.subscribe(self, lambda _: self._bench.flush())
        self.watch(self.panes, "at", self._say, init=False)
        self._ticks = self.set_interval(TICK_S, self._say_top, pause=True)
        if self._left is not None:
            self.set_interval(1.0, self._say_top)
        self._warm_up()
        self.brief.show(self._bench.rungs)
        self._say()
        self.action_pane("task")

    def on_unmount(self) -> None:
        """Nothing is lost on the way out, and nothing goes on running."""
        self._bench.flush()
        if self.busy:
            self._runner.stop()

    def on_screen_suspend(self) -> None:
        """Another screen covers this one, or it is left."""
        self._bench.flush()

    def watch_busy(self, busy: Busy) -> None:
        """Something began or ended."""
        if busy:
            self._stopped = False
            self._since = self._clock()
            self._ticks.resume()
        else:
            self._ticks.pause()
        self._say()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        bench = self._bench
        match action:
            case "stop":
                return bool(self.busy)
            case "run" | "hand_in":
                return not self.busy or None
            case "own_editor" | "restore":
                return not self.busy
            case "models" | "next":
                return bench.solved and not self.busy
            case "skip":
                return not bench.solved
            case "copy":
                return "skeleton" in bench.rungs
            case "parsons":
                return "parsons" in bench.rungs
        return True

    def action_advance(self) -> None:
        """The obvious next thing."""
        if self._bench.solved and not self.busy:
            self.action_next()
        else:
            self.action_pane("code")

    def action_next(self) -> None:
        """On with what comes after."""
        self.dismiss("on")

    def action_skip(self) -> None:
        """On, without having solved it."""
        self.dismiss("on")

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss("back")

    def action_pane(self, pane: Pane) -> None:
        """Show a pane and go there; what is hidden gives up the focus first, not after the new one has it."""
        if pane != self.panes.at:
            self.set_focus(None)
        self.panes.at = pane
        panes = {"task": self.brief, "code": self.editor, "results": self.results}
        self.call_after_refresh(panes[pane].focus)

    def action_run(self) -> None:
        """Run the code as it stands, to see what it prints."""
        self.editor.mark(None)
        self.busy = "run"
        self._show_results()
        self._run(self.editor.text)

    def action_hand_in(self) -> None:
        """Let the cases judge the code as it stands."""
        self.editor.mark(None)
        self._bench.flush()
        self.busy = "judge"
        self.results.say("The cases judge your code…")
        self._show_results()
        self._judge(self.editor.text)

    def action_stop(self) -> None:
        """Stop what is under way."""
        self._stopped = True
        self._runner.stop()

    @work(group="help", exclusive=True, exit_on_error=False)
    async def action_hint(self) -> None:
        """Offer the next rung of help."""
        from tutor.ui.screens.exercise_help import HelpScreen

        bench = self._bench
        chosen = await self.app.push_screen_wait(HelpScreen(bench.rungs, free=bench.solved))
        if chosen is None:
            return
        if chosen not in bench.rungs:
            bench.climb()
            self.brief.show(bench.rungs)
            self._say()
            self.refresh_bindings()
        if chosen == "parsons":
            self.action_parsons()
            return
        self.brief.show_newest()
        if self.panes.several:
            self.panes.beside = "task"
        else:
            self.action_pane("task")

    def action_parsons(self) -> None:
        """Show the lines that are to be put in order."""
        from tutor.grading.parsons import parsons
        from tutor.ui.screens.exercise_lines import LinesScreen

        exercise = self._bench.exercise
        try:
            solution, order = exercise.solutions()[0], parsons(exercise)
        except (OSError, LookupError) as error:
            self.notify(f"The solution cannot be read: {error}", severity="warning", markup=False)
            return
        self.app.push_screen(LinesScreen(order), lambda wanted: self._take(solution) if wanted else None)

    def action_copy(self) -> None:
        """Put the skeleton into the editor; undo brings back what was there."""
        self._take(framed(self._bench.starter, self._bench.exercise.skeleton))

    def action_restore(self) -> None:
        """Put the code to begin with into the editor; undo brings back what was there."""
        self._take(self._bench.starter)

    def action_models(self) -> None:
        """Compare with the model solutions."""
        from tutor.ui.screens.compare import CompareScreen

        try:
            solutions = self._bench.exercise.solutions()
        except OSError as error:
            self.notify(f"A solution cannot be read: {error}", severity="warning", markup=False)
            return
        self.app.push_screen(CompareScreen(self.editor.text, solutions))

    def action_own_editor(self) -> None:
        """Open the code in the learner's own editor, and take what it has become."""
        text = self.editor.text
        self._bench.flush()
        try:
            changed = edited(self.app, own_editor(), text, f"{self._bench.exercise.id}.py")
        except OwnEditorError as error:
            self.notify(str(error), title="Your own editor", severity="warning", timeout=10, markup=False)
            return
        if changed == text:
            self.notify(
                "The code came back as it was. An editor with a window of its own has to be told to wait, "
                "such as VISUAL='code --wait'.",
                markup=False,
            )
            return
        self._take(changed)

    def _take(self, source: str) -> None:
        """Put code into the editor and go there; undo brings back what was there."""
        self.editor.put(source)
        self.action_pane("code")

    @on(PaneTabs.Chosen)
    def _choose_pane(self, event: PaneTabs.Chosen) -> None:
        event.stop()
        self.action_pane(event.pane)

    @on(TextArea.Changed)
    def _keep(self, event: TextArea.Changed) -> None:
        """Write the code down in half a second at most."""
        event.stop()
        self._bench.keep(self.editor.text)
        if self.editor.error_line is not None:
            self.editor.mark(None)
        if not self._saving:
            self._saving = True
            self.set_timer(EVERY_S, self._save)

    def _save(self) -> None:
        self._saving = False
        self._bench.flush()

    @on(Editor.Left)
    def _leave_editor(self, event: Editor.Left) -> None:
        """To the pane that stands beside the code, or would."""
        event.stop()
        self.action_pane(self.panes.beside)

    @work(exclusive=True, group="run", exit_on_error=False)
    async def _run(self, source: str) -> None:
        """Try the code: whatever it prints and draws to the results."""
        entry = await self.results.begin(source)
        result = await outcome(self._runner, RunRequest(source, limits=LIMITS), entry.receive)
        self.busy = ""
        entry.receive(Finished(result))
        if result.status == "ok" and not (result.stdout or result.stderr or result.figures or result.metrics):
            self.results.silent()
        self._mark(source, result.error)

    @work(exclusive=True, group="run", exit_on_error=False)
    async def _judge(self, source: str) -> None:
        """Let the cases judge; the attempt is recorded before the verdict is shown."""
        bench = self._bench
        run = partial(outcome, self._runner, tell=lambda _: None)
        try:
            verdict = await examine(run, bench.exercise, source, seed=bench.seed)
        except Exception as error:
            words = f"The judging failed: {error}. Nothing is lost; hand it in again."
            verdict = Verdict((), "broken", RunError("crashed", words))
        self.busy = ""
        if self._stopped:
            self.results.say("Stopped before the cases were through; nothing was judged.")
            return
        if verdict.cases:
            bench.tried(source, verdict)
        self.results.show(verdict, source, *closing(bench, verdict))
        self._mark(source, verdict.error)
        self._say()
        self.refresh_bindings()
        if verdict.status == "passed":
            self.action_pane("results")

    def _mark(self, source: str, error: RunError | None) -> None:
        """Mark the line at fault, if it still stands there."""
        if error is not None and error.line is not None and self.editor.text == source:
            self.editor.mark(error.line)

    def _show_results(self) -> None:
        """The results beside the code, or in its place."""
        if self.panes.several:
            self.panes.beside = "results"
        else:
            self.action_pane("results")

    def _say(self) -> None:
        """What to do now."""
        self.guide.update(guide(self._bench, self.panes.at, self.busy))
        self._say_top()

    def _say_top(self) -> None:
        """Where one is, and what is under way."""
        left = "" if self._left is None else self._left()
        self.top.update(headline(self._bench, self.busy, self._clock() - self._since, left))

    @work(group="warm-up", exit_on_error=False)
    async def _warm_up(self) -> None:
        """Get the sandbox ready meanwhile."""
        await self._runner.start()
