"""The free sandbox: an editor and the runs of one session, as in a notebook."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Footer, Static, TextArea

from tutor.learner.drafts import EVERY_S, Drafts
from tutor.learner.store import Record
from tutor.run import Finished, Limits, OwnFile, RunRequest, RunResult
from tutor.ui.ports import Runner, broken
from tutor.ui.widgets.cell_entry import CellEntry
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.run_notes import RUNNER_WORDS

SESSION = "free"
PLACE = "free/code"
"""Where the record keeps the text."""
LIMITS = Limits(wall_s=60.0)
KEPT = 40
"""Runs that stay listed."""
TICK_S = 0.1
WIDE = 120
"""Columns from which the runs stand beside the editor."""
EXAMPLE = """\
from sklearn.datasets import load_iris
from sklearn.tree import DecisionTreeClassifier

X, y = load_iris(return_X_y=True)
DecisionTreeClassifier(max_depth=3).fit(X, y).score(X, y)
"""
OPEN = """\
# the file {name!r}
from tutor.sandbox.displays import own_table

data = own_table({name!r})
"""
"""What opening a file runs."""


class FreeScreen(Screen[None]):
    """Write, run, look, undo; nothing here belongs to a lesson."""

    HELP = """\
    # The free sandbox

    **F5** runs what stands in the editor. Variables stay from run to run, as in a notebook; the value of a
    last line is shown, and so are figures. **F3** opens a CSV of your own as `data` and reports on it.
    **Esc** leaves the editor for the list of runs: there **u** takes the last run back (after a crash too),
    **R** begins anew, **s** stops, **Enter** brings a run's code into the editor, **e** goes back to
    writing, **Esc** goes home. Your text is kept.
    """
    BINDING_GROUP_TITLE = "Free sandbox"
    CSS_PATH = "free.tcss"
    AUTO_FOCUS = "Editor"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "run", "run", key_display="F5", id="free.run", tooltip="Run what stands in the editor"),
        Binding(
            "f3",
            "open",
            "open CSV",
            key_display="F3",
            id="free.open",
            tooltip="Open a CSV of your own as the DataFrame data",
        ),
        Binding(
            "s,f8",
            "stop",
            "stop",
            key_display="F8",
            id="free.stop",
            tooltip="Stop the run; a second time kills it",
        ),
        Binding(
            "u,f9",
            "undo_run",
            "undo run",
            key_display="F9",
            id="free.undo",
            tooltip="Back to the state before the last run",
        ),
        Binding("R", "restart", "restart", id="free.restart", tooltip="Forget all variables"),
        Binding(
            "f2", "new", "new", show=False, id="free.new", tooltip="Empty the editor; undo brings it back"
        ),
        Binding("e", "edit", "edit", show=False, id="free.edit", tooltip="To the editor"),
        Binding(
            "escape", "leave", "home", key_display="esc", id="free.leave", tooltip="Home; the text is kept"
        ),
    ]

    running: var[CellEntry | None] = var(None, init=False, bindings=True)
    """The run under way; the next one waits for its end, so that undo always means what is listed last."""

    editor = getters.query_one(Editor)
    runs = getters.query_one("#runs", VerticalScroll)
    top = getters.query_one("#top", Static)

    def __init__(
        self, record: Record, runner: Runner, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._record = record
        self._runner = runner
        self._clock = clock
        self._drafts = Drafts(record)
        self._saving = False
        self._since = 0.0
        self._number = 0
        self._path = ""

    def compose(self) -> ComposeResult:
        """Where one is, the editor, the runs, the keys."""
        yield Static(id="top", markup=False)
        with Container(id="work"):
            kept = self._record.draft(PLACE)
            yield Editor(EXAMPLE if kept is None else kept)
            with VerticalScroll(id="runs"):
                yield Static("F5 runs what stands in the editor; it is listed here.", id="none", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Follow the sandbox's warming up, and the time of runs."""
        self.app.app_suspend_signal.subscribe(self, lambda _: self._drafts.flush())
        self._ticks = self.set_interval(TICK_S, self.tick, pause=True)
        self._warm_up()
        self.tick()

    def on_unmount(self) -> None:
        """Nothing is lost on the way out."""
        self._drafts.flush()

    def on_screen_suspend(self) -> None:
        """Another screen covers this one, or it is left."""
        self._drafts.flush()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        match action:
            case "stop":
                return self.running is not None
            case "run" | "open":
                return self.running is None or None
            case "undo_run":
                return self.running is None and self._last is not None
        return True

    def action_run(self) -> None:
        """Run what stands in the editor."""
        self._start(self.editor.text, None)

    @work(group="open", exit_on_error=False)
    async def action_open(self) -> None:
        """Open a CSV: its bytes go into the session, where alone they are read."""
        from tutor.ui.screens.open_file import OpenFileScreen

        prompt = OpenFileScreen(self._path)
        file = await self.app.push_screen_wait(prompt)
        self._path = prompt.typed
        if file is not None and self.running is None:
            self._start(OPEN.format(name=file.name), file)

    def _start(self, source: str, own: OwnFile | None) -> None:
        """Run a cell, with a file for it."""
        self._number += 1
        entry = CellEntry(self._number, source)
        self.query("#none").remove()
        for old in self.entries[: -KEPT + 1]:
            old.remove()
        self.editor.mark(None)
        self.running = entry
        self._since = self._clock()
        self._ticks.resume()
        self.tick()
        self._run(entry, own)

    def action_stop(self) -> None:
        """Stop the run."""
        self._runner.stop()

    def action_undo_run(self) -> None:
        """Back to the state before the last run; its code stays listed."""
        last = self._last
        if last is not None and self._runner.undo(SESSION):
            last.undone = True
            self.refresh_bindings()
            self.tick()

    def action_restart(self) -> None:
        """Forget all variables."""
        if self.running is not None:
            self._runner.stop()
            self._runner.stop()
        self._runner.restart(SESSION)
        for entry in self.entries:
            entry.undone = True
        self.refresh_bindings()
        self.notify("All variables are gone; the code of your runs is still listed.")

    def action_new(self) -> None:
        """An empty editor."""
        self.editor.put("")
        self.editor.focus()

    def action_edit(self) -> None:
        """Write."""
        self.editor.focus()

    def action_leave(self) -> None:
        """Home; the session stays."""
        self._drafts.flush()
        self.app.pop_screen()

    @property
    def entries(self) -> list[CellEntry]:
        """The runs listed, the oldest first."""
        return list(self.runs.query(CellEntry))

    @property
    def _last(self) -> CellEntry | None:
        """The newest run that has not been taken back."""
        return next((entry for entry in reversed(self.entries) if not entry.undone), None)

    def tick(self) -> None:
        """The line on top: whether something runs, and how the sandbox is."""
        if self.running is not None:
            words = Content.assemble((f"running {self._clock() - self._since:.1f} s", "$due"), "  F8 stops")
        else:
            words = Content(RUNNER_WORDS.get(self._runner.state, ""))
        self.top.update(Content.assemble(("Free sandbox", "bold"), "  ", words))

    @on(TextArea.Changed)
    def _keep(self, event: TextArea.Changed) -> None:
        """Write the text down in half a second at most."""
        event.stop()
        self._drafts.keep(PLACE, self.editor.text)
        if self.editor.error_line is not None:
            self.editor.mark(None)
        if not self._saving:
            self._saving = True
            self.set_timer(EVERY_S, self._save)

    def _save(self) -> None:
        self._saving = False
        self._drafts.flush()

    @on(Editor.Left)
    def _leave_editor(self, event: Editor.Left) -> None:
        """To the newest run."""
        event.stop()
        (self.entries[-1] if self.entries else self.runs).focus()

    @on(CellEntry.Chosen)
    def _bring(self, event: CellEntry.Chosen) -> None:
        event.stop()
        self.editor.put(event.source)
        self.editor.focus()

    @on(CellEntry.Moved)
    def _move(self, event: CellEntry.Moved) -> None:
        event.stop()
        entries = self.entries
        place = entries.index(event.entry) + event.by
        entries[max(0, min(len(entries) - 1, place))].focus()

    @work(exclusive=True, group="run", exit_on_error=False)
    async def _run(self, entry: CellEntry, own: OwnFile | None) -> None:
        """One run, its events to its entry; whatever breaks is shown as its end."""
        await self.runs.mount(entry)
        result: RunResult | None = None
        try:
            request = RunRequest(entry.source, session=SESSION, limits=LIMITS, own=own)
            async for event in self._runner.run(request):
                if isinstance(event, Finished):
                    result = event.result
                else:
                    entry.receive(event)
                    self._follow()
        except Exception as error:
            result = broken(error)
        self._end(entry, result or broken(None))

    def _end(self, entry: CellEntry, result: RunResult) -> None:
        """Show how the run ended."""
        entry.receive(Finished(result))
        if self.running is entry:
            self.running = None
            self._ticks.pause()
        self.tick()
        if result.error is not None and result.error.line is not None and self.editor.text == entry.source:
            self.editor.mark(result.error.line)
        self.call_after_refresh(self.runs.scroll_to_widget, entry, top=True, animate=False)

    def _follow(self) -> None:
        """Keep what is printed in view."""
        self.call_after_refresh(self.runs.scroll_end, animate=False)

    @work(group="warm-up", exit_on_error=False)
    async def _warm_up(self) -> None:
        """Say calmly whether the sandbox is there."""
        try:
            await self._runner.start()
        finally:
            self.tick()
