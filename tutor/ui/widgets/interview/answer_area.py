"""Where an answer is written, with the interview's keys in place of those of a text area."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import TextArea


class AnswerArea(TextArea):
    """Plain words; F6 and F7, which select in any other text area, speak to the interviewer."""

    HELP = """## Your answer

Write as you would speak. **F9** sends it, **F6** asks the interviewer something, **F7** skips, **F4** keeps
a thought of yours, **F8** hides the clock, **esc** pauses. What you write is kept as you type.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f6",
            "screen.clarify",
            "clarify",
            show=False,
            key_display="F6",
            tooltip="Ask the interviewer what is meant",
        ),
        Binding("f7", "screen.skip", "skip", show=False, key_display="F7", tooltip="Pass over this question"),
    ]
    DEFAULT_CSS = """
    AnswerArea { height: 1fr; min-height: 3; border: none; padding: 0 1; background: $panel; }
    AnswerArea:focus { border: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)

    def put(self, text: str) -> None:
        """Show this text, without a word to anyone, the cursor at its end."""
        if text != self.text:
            with self.prevent(TextArea.Changed):
                self.load_text(text)
            self.cursor_location = self.document.end
