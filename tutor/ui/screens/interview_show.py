"""Show me: an experiment whose result carries the claim."""

from __future__ import annotations

from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Static, TextArea

from tutor.interview.clock import words
from tutor.interview.cluster import claim, program
from tutor.interview.moves import ShowLeft, Shown
from tutor.interview.showing import FILENAME, MINUTES, SEED, shown
from tutor.learner.drafts import EVERY_S
from tutor.run import Finished, Limits, RunRequest, RunResult
from tutor.ui.ports import Runner, outcome
from tutor.ui.sitting import Sitting
from tutor.ui.widgets.cell_entry import CellEntry
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.key_words import KeyWords, press
from tutor.ui.widgets.prose import Block, blocks
from tutor.ui.widgets.prose_view import ProseView
from tutor.ui.widgets.row import Row

LIMITS = Limits(wall_s=30.0)
OVER = "The four minutes are over: thank you, let us go on."
LOW_S = 30.0
"""The clock stands out from so many seconds on."""
WIDE = 110
"""Columns from which the result stands beside the editor."""


class ShowMeScreen(Screen[None]):
    """Dismissed when the demonstration is over, or left for a while."""

    HELP = """\
    # Show me

    Change the code so that its run carries the claim: **F5** runs it, and its metrics decide. **F4** goes to
    the result and back. Once it is shown, **F9** goes on with the interview; it does so without, too.
    **Esc** goes back to the question; the code is kept. After four minutes the interviewer goes on; a run
    that is under way then may end.
    """
    BINDING_GROUP_TITLE = "Show me"
    CSS_PATH = "interview_show.tcss"
    AUTO_FOCUS = "Editor"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f5", "run", "run", key_display="F5", id="show.run", tooltip="Run the code; its metrics decide"
        ),
        Binding("f9", "done", "goes on", key_display="F9", id="show.done", tooltip="On with the interview"),
        Binding(
            "f4", "switch", "result", key_display="F4", id="show.switch", tooltip="To the result, or back"
        ),
        Binding("f8,s", "stop", "stop", key_display="F8", id="show.stop", tooltip="Stop the run"),
        Binding(
            "escape", "leave", "back", key_display="esc", id="show.leave", tooltip="Back to the question"
        ),
    ]

    running: var[bool] = var(False, init=False, bindings=True)
    """Whether a run is under way."""

    top = getters.query_one("#top", Static)
    editor = getters.query_one(Editor)
    result = getters.query_one("#result", VerticalScroll)
    said = getters.query_one("#verdict", Static)
    guide = getters.query_one("#guide", KeyWords)

    def __init__(self, sitting: Sitting, runner: Runner) -> None:
        super().__init__()
        self._sitting = sitting
        self._runner = runner
        self._saving = False
        self._number = 0
        prompt, exchange = sitting.session.prompt, sitting.session.exchange
        assert prompt is not None
        assert exchange is not None
        self._began = sitting.at if exchange.show_began is None else exchange.show_began
        found = claim(prompt)
        assert found is not None
        self._prompt, self._claim = prompt, found

    def compose(self) -> ComposeResult:
        """The claim, the code, the result, what to do, the keys."""
        yield Static(id="top")
        with VerticalScroll(id="ask", can_focus=False):
            yield ProseView(id="asks")
        with Container(id="both"):
            kept = self._sitting.draft()
            yield Editor(kept[0] if kept else self._claim.starter)
            with VerticalScroll(id="result"):
                yield Static("F5 runs the code; here stands what comes of it.", id="none", markup=False)
        yield Static(id="verdict", markup=False)
        yield KeyWords(id="guide")
        yield KeyLine()

    def on_mount(self) -> None:
        """Say what is asked; get the sandbox ready."""
        ask = tuple(blocks(f"{self._claim.ask}\n\nIt is shown when `{self._claim.test}`: {self._claim.says}"))
        self.query_one("#asks", ProseView).put_blocks(
            (*ask[:1], *(Block(each.content, gap=False) for each in ask[1:]))
        )
        self.app.app_suspend_signal.subscribe(self, lambda _: self._sitting.flush())
        self.set_interval(1.0, self._say)
        self._warm_up()
        self._say()

    def on_unmount(self) -> None:
        """Nothing is lost, and nothing goes on running."""
        self._sitting.flush()
        if self.running:
            self._runner.stop()

    def watch_running(self) -> None:
        """Something else to do."""
        self._say()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        match action:
            case "stop":
                return self.running
            case "run":
                return not self.running or None
        return True

    def action_run(self) -> None:
        """Run what stands in the editor."""
        self.editor.mark(None)
        self.running = True
        self._run(self.editor.text)

    def action_stop(self) -> None:
        """Stop the run."""
        self._runner.stop()

    def action_switch(self) -> None:
        """To the result, or back to the code."""
        (self.editor if self.focused is self.result else self.result).focus()

    def action_done(self) -> None:
        """The demonstration is over."""
        place = self._sitting.place
        if self._sitting.take(ShowLeft(self._sitting.at)):
            self._sitting.forget(place)
        self.dismiss(None)

    def action_leave(self) -> None:
        """Back to the question; this can be gone on with."""
        self.dismiss(None)

    @on(Editor.Left)
    def _leave_editor(self, event: Editor.Left) -> None:
        event.stop()
        self.result.focus()

    @on(TextArea.Changed)
    def _keep(self, event: TextArea.Changed) -> None:
        """Write the code down in half a second at most."""
        event.stop()
        self._sitting.keep((self.editor.text,))
        if not self._saving:
            self._saving = True
            self.set_timer(EVERY_S, self._save)

    def _save(self) -> None:
        self._saving = False
        self._sitting.flush()

    @work(exclusive=True, group="run", exit_on_error=False)
    async def _run(self, source: str) -> None:
        """One run, and whether it carries the claim."""
        self.query("#none").remove()
        self.query(CellEntry).remove()
        self._number += 1
        entry = CellEntry(self._number, source)
        entry.can_focus = False
        await self.result.mount(entry)
        sent = program(self._prompt, source)
        request = RunRequest(sent, FILENAME, entry="run", seed=SEED, limits=LIMITS)
        result = await outcome(self._runner, request, entry.receive)
        entry.receive(Finished(result))
        self._judge(source, result)
        self.running = False  # from here on the time may end it

    def _judge(self, source: str, result: RunResult) -> None:
        """Say whether the metrics carry the claim; a run that ended well is part of the interview."""
        if result.status != "ok":
            if result.error is not None and result.error.line is not None:
                self.editor.mark(result.error.line)
            return
        holds, says = shown(self._claim, result.metrics)
        self._sitting.take(Shown(self._sitting.at, source, dict(result.metrics), holds, says))
        self._say()

    def _say(self) -> None:
        """The time, what was shown, what to do."""
        exchange = self._sitting.session.exchange
        runs = exchange.demonstrations if exchange else ()
        left = self._began + 60 * MINUTES - self._sitting.at
        clock = f"{words(left)} left for it" if left > 0 else "the four minutes are over"
        low = "bold $due" if left <= LOW_S else "bold"
        self.top.update(Row(Content.styled("Show me", "bold $here"), Content.styled(clock, low)))
        self.said.display = bool(runs)
        if runs:
            mark = ("✓ ", "bold $right") if runs[-1].holds else ("✗ ", "bold $wrong")
            self.said.update(Content.assemble(mark, runs[-1].says))
        ways = [press("F5", "runs it", "screen.run"), press("F9", "goes on", "screen.done")]
        if self.running:
            ways = [press("F8", "stops it", "screen.stop")]
        elif runs and runs[-1].holds:
            ways.reverse()
        self.guide.update(Content.styled(" · ", "$quiet").join(ways))
        if left <= 0 and not self.running and self.is_current:
            self._over()

    def _over(self) -> None:
        """The interviewer goes on; what is written is kept in case it is shown once more."""
        self._sitting.flush()
        if self._sitting.take(ShowLeft(self._sitting.at)):
            self.notify(OVER, markup=False)
        self.dismiss(None)

    @work(group="warm-up", exit_on_error=False)
    async def _warm_up(self) -> None:
        """Get the sandbox ready meanwhile."""
        await self._runner.start()
