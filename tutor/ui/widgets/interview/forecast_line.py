"""How well the learner expects to answer: one key, before a word is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tutor.ui.widgets.confidence_line import steps

FORECASTS = (("weak", 0.2), ("partial", 0.48), ("adequate", 0.7), ("strong", 0.9))
"""What 1, 2, 3 and 4 say, and the score in the middle of each."""

ASKS = "Your forecast: how will your answer be?"


class ForecastLine(Widget, can_focus=True):
    """Four steps; a digit or a click says one."""

    HELP = """## Your forecast

**1** weak, **2** partial, **3** adequate, **4** strong: say it before you answer. The report tells how well
your forecasts fit.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"say({number})", words, show=False, tooltip=f"Expect a {words} answer")
        for number, (words, _) in enumerate(FORECASTS, 1)
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ForecastLine { width: 1fr; height: auto; padding: 0 1; margin-top: 1; pointer: pointer; }
    """

    @dataclass
    class Said(Message):
        """The score that is expected, from 0 to 1."""

        score: float

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the steps take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The question and its four steps."""
        return Content("\n").join(self._lines(self.content_size.width))

    def on_click(self, event: Click) -> None:
        """A click on a step says it."""
        if number := event.style.meta.get("level"):
            self.action_say(number)

    def action_say(self, number: int) -> None:
        """Say it."""
        self.post_message(self.Said(FORECASTS[number - 1][1]))

    def _lines(self, width: int) -> list[Content]:
        return steps(ASKS, [words for words, _ in FORECASTS], width)
