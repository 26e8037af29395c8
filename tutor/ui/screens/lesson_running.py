"""The screen of a lesson as far as it runs things: for the sandbox pane, and for questions."""

from __future__ import annotations

from textual import getters, on, work
from textual.reactive import var
from textual.screen import Screen

from tutor.grading.entry import Entry
from tutor.grading.study import Study
from tutor.learner.drafts import EVERY_S
from tutor.run import Finished, RunRequest, RunResult
from tutor.ui.ports import Runner, outcome
from tutor.ui.screens.lesson_answers import Asking
from tutor.ui.screens.lesson_runs import load, own_words, play, sweep, warm_up, whose
from tutor.ui.widgets.sandbox_pane import SandboxPane
from tutor.ui.widgets.sweep_view import SweepView


class RunningScreen(Screen[bool]):
    """Takes what the sandbox pane asks for to the runner, and what comes of it to the study."""

    running: var[bool] = var(False, init=False, bindings=True)
    """Whether a run is under way."""

    sandbox = getters.query_one(SandboxPane)

    def __init__(self, study: Study, asking: Asking, runner: Runner) -> None:
        super().__init__()
        self._study = study
        self._asking = asking
        self._runner = runner
        self._loaded: str | None = None
        self._saving = self._quiet = False

    def _show(self) -> None:
        """Bring everything on the screen up to date with the study."""
        raise NotImplementedError

    @on(SandboxPane.Changed)
    def _keep_knobs(self, event: SandboxPane.Changed) -> None:
        event.stop()
        if self._loaded is not None:
            self._study.keep(self._loaded, event.params, event.code, event.painted)
            self._save_soon()

    @on(SandboxPane.StopRequested)
    def _stop_run(self, event: SandboxPane.StopRequested) -> None:
        event.stop()
        self._runner.stop()

    @on(SandboxPane.RunRequested)
    def _take_run(self, event: SandboxPane.RunRequested) -> None:
        """Run; a run that is to decide a prediction runs the lesson's own knobs."""
        event.stop()
        match whose(self._study, event):
            case "own":
                self.notify(own_words(event))
            case "changed":
                self._load(event.setting)
                self.sandbox.action_run()
                return
        self.running = not event.held
        self._run(event)

    @work(exclusive=True, group="run", exit_on_error=False)
    async def _run(self, asked: SandboxPane.RunRequested) -> None:
        """One run: its events to the pane, its end to the record."""
        self._end_run(asked, await play(self._runner, asked.request, self.sandbox))

    def _run_quietly(self) -> None:
        """Run what the question here needs to be read or judged, unless another run is under way."""
        wanted = None if self.running or self._quiet else self._asking.wanted()
        if wanted is not None:
            self._quiet = True
            self._run_for(*wanted)

    @work(group="quiet", exit_on_error=False)
    async def _run_for(self, entry: Entry, request: RunRequest) -> None:
        """A run for a question, which nothing on the screen follows."""
        result = await outcome(self._runner, request, lambda _: None)
        self._quiet = False
        if self._asking.arrived(entry, result):
            self._show()

    @on(SweepView.Requested)
    @work(exclusive=True, group="run", exit_on_error=False)
    async def _sweep(self, event: SweepView.Requested) -> None:
        """Run over a knob; any other run puts an end to it."""
        event.stop()
        self.running = True
        await sweep(self._runner, event.requests, self.sandbox)
        self.running = False

    def _end_run(self, asked: SandboxPane.RunRequested, result: RunResult) -> None:
        """Record the run, then show it, and what it says about a prediction."""
        self._study.ran(asked.request, asked.setting, result, own_code=asked.own_code, held=asked.held)
        self.running = False
        self.sandbox.set_runner_state(self._runner.state)
        self.sandbox.receive(Finished(result), asked.request)
        if asked.held:
            self._save_soon()
        self._show()

    @work(group="warm-up", exit_on_error=False)
    async def _warm_up(self) -> None:
        """Say calmly whether the sandbox is there."""
        await warm_up(self._runner, self.sandbox)

    def _load(self, setting: str) -> None:
        """Put a setting's experiment into the sandbox, as it was left."""
        try:
            load(self.sandbox, self._study, setting)
        except OSError as error:
            self.notify(f"The experiment's file cannot be read: {error}", severity="warning", markup=False)
            return
        self._loaded = setting

    def _save_soon(self) -> None:
        """Write drafts in half a second at most."""
        if not self._saving:
            self._saving = True
            self.set_timer(EVERY_S, self._save)

    def _save(self) -> None:
        self._saving = False
        self._study.flush()
