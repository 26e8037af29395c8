"""The code view: the experiment's own code, the learner's changes to it, and where it went wrong."""

from __future__ import annotations

from dataclasses import dataclass

from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tutor.run import RunResult
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.status_words import headline


class CodeView(Widget):
    """An editor between a line that says whose code it is and a line for the error."""

    DEFAULT_CSS = """
    CodeView {
        #whose { height: 1; padding: 0 1; color: $quiet; }
        #error { height: auto; max-height: 4; padding: 0 1; }
    }
    """

    whose = getters.query_one("#whose", Static)
    editor = getters.query_one(Editor)
    error = getters.query_one("#error", Static)

    @dataclass
    class Edited(Message):
        """The code is another one; None is the experiment's own."""

        code: str | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._own = ""
        self._said: str | None = None
        self._filename = ""

    def compose(self) -> ComposeResult:
        yield Static(id="whose", markup=False)
        yield Editor()
        yield Static(id="error", markup=False)

    @property
    def code(self) -> str | None:
        """The learner's code; None while it is the experiment's own."""
        return None if self.source == self._own else self.source

    @property
    def source(self) -> str:
        """What would run."""
        return self.editor.text

    def load(self, own: str, filename: str, code: str | None) -> None:
        """Show an experiment's code, or what the learner made of it."""
        self._own, self._filename = own, filename
        self.editor.load_text(own if code is None else code)
        self._said = self.code
        self.forget_error()
        self._caption()

    def finish(self, result: RunResult) -> None:
        """Mark the line at which the run failed."""
        if result.status == "ok":
            return
        error = result.error
        message = f"\n{error.message}" if error is not None and error.message else ""
        self.error.update(
            Content.assemble(
                ("✗ ", "$wrong"),
                (headline(result), "bold $wrong"),
                ("  o ", "$here"),
                ("explains", "$quiet"),
                message,
            )
        )
        self.error.display = True
        self.editor.mark(error.line if error is not None else None)

    def forget_error(self) -> None:
        """No line is wrong any more."""
        self.error.display = False
        if self.editor.error_line is not None:
            self.editor.mark(None)

    def restore(self) -> None:
        """Bring the experiment's own code back; undo takes that back."""
        if self.code is not None:
            self.editor.put(self._own)

    @on(Editor.Changed)
    def _edited(self, event: Editor.Changed) -> None:
        """Whose code it is may have changed."""
        event.stop()
        code = self.code
        if code != self._said:
            turned = (code is None) != (self._said is None)
            self._said = code
            self.forget_error()
            if turned:
                self._caption()
            self.post_message(self.Edited(code))

    def on_click(self, event: Click) -> None:
        """The line above the editor brings the own code back."""
        if event.widget is self.whose:
            self.restore()

    def _caption(self) -> None:
        """Whose code it is."""
        if self.code is None:
            whose = Content(" · the lesson's code, yours to change")
        else:
            whose = Content.assemble(
                " · ", ("your code", "$here"), " · ", ("ctrl+r", "$here"), " the lesson's"
            )
        out = Content.assemble("   ", ("F5", "$here"), " run  ", ("esc", "$here"), " leave")
        self.whose.update(Content.assemble(self._filename, whose, out))
