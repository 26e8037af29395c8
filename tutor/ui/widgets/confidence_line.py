"""How sure the learner is of an answer: one key, before it is said what is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

LEVELS = ("a guess", "hm", "fairly sure", "certain")
"""What 1, 2, 3 and 4 say."""

ASKS = "How sure are you?"


class ConfidenceLine(Widget, can_focus=True):
    """Four steps; a digit or a click says one, enter passes, esc goes back to the answer."""

    HELP = """## How sure?

**1** a guess, **2** hm, **3** fairly sure, **4** certain: say it before you are told. **enter** goes on
without saying it, **esc** goes back to your answer. The settings switch this question off.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(level), f"say({level})", words, show=False, tooltip=f"Say that it is {words}")
            for level, words in enumerate(LEVELS, 1)
        ),
        Binding("enter", "say(0)", "Pass", show=False, tooltip="Go on without saying how sure"),
        Binding("escape", "back", "Back", show=False, tooltip="Back to the answer"),
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ConfidenceLine { width: 1fr; height: auto; pointer: pointer; margin-bottom: 1; }
    """

    @dataclass
    class Said(Message):
        """How sure, from 1 to 4; None if it was passed over."""

        level: int | None

    class Left(Message):
        """Back to the answer, which is not committed to."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the steps take at this width."""
        return len(steps(ASKS, LEVELS, width))

    def render(self) -> Content:
        """The question and its four steps."""
        return Content("\n").join(steps(ASKS, LEVELS, self.content_size.width))

    def on_click(self, event: Click) -> None:
        """A click on a step says it."""
        if level := event.style.meta.get("level"):
            self.action_say(level)

    def action_say(self, level: int) -> None:
        """Say how sure; 0 passes."""
        self.post_message(self.Said(level or None))

    def action_back(self) -> None:
        """Change the answer."""
        self.post_message(self.Left())


def steps(asks: str, levels: Sequence[str], width: int) -> list[Content]:
    """Question and steps in one line if they fit, else the steps beneath it, whole step by whole step."""
    lines = [Content.styled(asks, "bold $due")]
    parts = [
        Content.assemble((str(level), "bold $here"), f" {words}").stylize(Style.from_meta({"level": level}))
        for level, words in enumerate(levels, 1)
    ]
    if len(asks) + sum(3 + part.cell_length for part in parts) > width:
        lines.append(Content(" "))
    for place, part in enumerate(parts):
        gap = 3 if place or len(lines) == 1 else 1
        if lines[-1].cell_length + gap + part.cell_length > width:
            lines.append(Content.assemble("  ", part))
        else:
            lines[-1] = Content.assemble(lines[-1], " " * gap, part)
    return lines
