"""The lines under the views: why nothing runs yet, how far a run is, what the last one measured."""

from __future__ import annotations

from collections.abc import Mapping

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tutor.run import Progress
from tutor.ui.widgets.metrics import MetricsRow
from tutor.ui.widgets.run_history import PastRun

BAR = 24

RUNNER_WORDS = {
    "cold": "The sandbox is warming up; a run asked for now starts by itself.",
    "warming": "The sandbox is warming up; a run asked for now starts by itself.",
    "lost": "The sandbox was lost and starts again by itself; your code and knobs are safe.",
    "closed": "The sandbox is closed.",
}
"""What to say while a run would not begin at once."""


class RunNotes(Widget):
    """Each line is there only while it has something to say."""

    DEFAULT_CSS = """
    RunNotes {
        height: auto;
        padding: 0 1;
        Static { height: auto; }
        #gate { color: $here; }
        #runner { color: $quiet; }
    }
    """

    gate = getters.query_one("#gate", Static)
    runner = getters.query_one("#runner", Static)
    own = getters.query_one("#own", Static)
    progress = getters.query_one("#progress", Static)
    metrics = getters.query_one(MetricsRow)

    def compose(self) -> ComposeResult:
        yield Static(id="progress", markup=False)
        yield MetricsRow()
        yield Static(id="own", markup=False)
        yield Static(id="gate", markup=False)
        yield Static(id="runner", markup=False)

    def on_mount(self) -> None:
        """Nothing to say yet."""
        for line in (self.progress, self.own, self.gate, self.runner):
            line.display = False

    def say_gate(self, reason: str | None) -> None:
        """Why running waits."""
        self._say(self.gate, Content.assemble("▸ ", reason) if reason else None)

    def say_own(self, words: str) -> None:
        """Whose data runs use, where it is not the lesson's."""
        way = Content.assemble(("▸ ", "$here"), (words, "bold"), " · ", ("x", "$here"), " lesson's data")
        self._say(self.own, way if words else None)

    def say_runner(self, state: str) -> None:
        """Whether the sandbox is there."""
        words = RUNNER_WORDS.get(state)
        self._say(self.runner, Content(words) if words else None)

    def say_progress(self, progress: Progress | None) -> None:
        """How far the run is."""
        self._say(self.progress, bar(progress) if progress is not None else None)

    def say_run(self, run: PastRun | None, before: Mapping[str, float]) -> None:
        """What the run measured, against the run before it."""
        self.metrics.show(run, before)

    def _say(self, line: Static, words: Content | None) -> None:
        """Show the words, or nothing."""
        line.display = words is not None
        line.update(words or "")


def bar(progress: Progress) -> Content:
    """A bar, the share in percent, and the note."""
    share = max(0.0, min(1.0, progress.done / progress.total)) if progress.total > 0 else 0.0
    full = round(share * BAR)
    note = f"  {progress.note}" if progress.note else ""
    return Content.assemble(
        ("━" * full, "$here"), ("─" * (BAR - full), "$rule"), f" {share:.0%}", (note, "$quiet")
    )
