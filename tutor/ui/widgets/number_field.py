"""A number to type, with its unit."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static


class NumberField(Horizontal):
    """One short field; enter commits."""

    DEFAULT_CSS = """
    NumberField {
        height: 1;
        margin: 0 2;
        Input { width: 18; background: $panel; }
        Input:focus { background: $panel; }
        Input:disabled { color: $foreground; opacity: 1; }
        Static { width: 1fr; padding: 0 1; color: $quiet; }
    }
    """

    @dataclass
    class Changed(Message):
        """The learner typed."""

        text: str

    @dataclass
    class Submitted(Message):
        """The learner commits."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.field = Input(placeholder="a number", compact=True, select_on_focus=False)
        self.unit = Static(markup=False)

    def compose(self) -> ComposeResult:
        yield self.field
        yield self.unit

    def show(self, text: str, unit: str, *, settled: bool) -> None:
        """Show what was typed so far; when `settled`, it can no longer be changed."""
        if text != self.field.value:
            with self.prevent(Input.Changed):
                self.field.value = text
            self.field.cursor_position = len(text)
        self.field.disabled = settled
        self.unit.update(unit)

    def commit(self) -> None:
        """Commit to what was typed."""
        if not self.field.disabled:
            self.post_message(self.Submitted(self.field.value))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted(event.value))
