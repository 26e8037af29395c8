"""The output view: what went wrong, if anything, and what was printed."""

from __future__ import annotations

from typing import Literal

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Collapsible, Static

from tutor.run import RunResult
from tutor.ui.widgets.status_words import advice, headline
from tutor.ui.widgets.stream_text import StreamText


class OutputView(VerticalScroll):
    """An explanation of how the run ended above the text that it printed."""

    DEFAULT_CSS = """
    OutputView {
        padding: 0 1;
        &:focus { background-tint: $foreground 3%; }
        #ending { height: auto; margin-bottom: 1; }
        #traceback-text { height: auto; }
        Collapsible { border: none; padding: 0; margin-bottom: 1; background: transparent; }
        Collapsible Contents { padding: 0 2; }
    }
    """

    printed = getters.query_one(StreamText)
    ending = getters.query_one("#ending", Static)
    collapsible = getters.query_one(Collapsible)
    traceback = getters.query_one("#traceback-text", Static)

    def compose(self) -> ComposeResult:
        yield Static(id="ending", markup=False)
        with Collapsible(title="Traceback"):
            yield Static(id="traceback-text", markup=False)
        yield StreamText()

    def on_mount(self) -> None:
        """Nothing has run yet."""
        self.clear()
        self.ending.update(Content.styled("What the code prints appears here.", "$quiet"))
        self.ending.display = True

    def clear(self) -> None:
        """A new run begins."""
        self.printed.clear()
        self.ending.display = False
        self.collapsible.display = False
        self.collapsible.collapsed = True

    def write(self, stream: Literal["stdout", "stderr"], text: str) -> None:
        """Add what was just printed."""
        self.printed.write(stream, text)

    def finish(self, result: RunResult, source: str) -> None:
        """Explain how the run of `source` ended."""
        if self.printed.blank:
            self.printed.write("stdout", result.stdout)
            self.printed.write("stderr", result.stderr)
        if result.status == "ok":
            quiet = Content.styled("The run printed nothing.", "$quiet")
            self.ending.update(quiet)
            self.ending.display = self.printed.blank
            return
        self.ending.update(explain(result, source))
        self.ending.display = True
        trace = result.error.traceback.strip() if result.error else ""
        self.traceback.update(trace)
        self.collapsible.display = bool(trace)


def explain(result: RunResult, source: str) -> Content:
    """What happened, at which of the learner's lines, and what to do."""
    parts: list[Content | str | tuple[str, str]] = [("✗ ", "$wrong"), (headline(result), "bold $wrong")]
    error = result.error
    if error is not None and error.message:
        parts += ["\n", (error.message, "")]
    lines = source.splitlines()
    if error is not None and error.line is not None and 1 <= error.line <= len(lines):
        parts += ["\n\n", (f"{error.line:>4} │ ", "$quiet"), (lines[error.line - 1].strip(), "$here")]
    if words := advice(result):
        parts += ["\n\n", ("▸ ", "$here"), words]
    return Content.assemble(*parts)
