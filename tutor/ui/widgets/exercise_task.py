"""The task of an exercise, and beneath it the help that was taken."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tutor.course.exercise import Exercise
from tutor.grading.rungs import RUNGS, Rung
from tutor.ui.widgets.prose_view import ProseView

NAMES: dict[Rung, str] = {
    "nudge": "A nudge",
    "idea": "The idea",
    "skeleton": "The skeleton",
    "parsons": "The lines to put in order",
}
"""Rung → what people call it."""


class TaskPane(VerticalScroll):
    """What is to be written; arrows and the wheel scroll."""

    HELP = """## The task

**F3** or **e** goes to the code. **h** offers help in four steps, each of which costs a little credit and
says so before you take it. **o** opens the code in your own editor.
"""
    DEFAULT_CSS = """
    TaskPane {
        padding: 0 1;
        scrollbar-size-vertical: 1;
        #help { border-top: solid $rule; margin-top: 1; }
    }
    """

    help = getters.query_one("#help", ProseView)

    def __init__(self, exercise: Exercise, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._exercise = exercise

    def compose(self) -> ComposeResult:
        yield ProseView(self._exercise.task, id="task")
        yield ProseView(id="help")

    def show(self, rungs: Sequence[Rung]) -> None:
        """Show the help taken so far."""
        self.help.display = bool(rungs)
        self.help.put("\n\n".join(told(self._exercise, rung) for rung in RUNGS if rung in rungs))

    def show_newest(self) -> None:
        """Bring the newest help into view."""
        self.call_after_refresh(self.scroll_end, animate=False)


def told(exercise: Exercise, rung: Rung) -> str:
    """What a rung says, in Markdown."""
    match rung:
        case "nudge" | "idea":
            said = exercise.nudge if rung == "nudge" else exercise.idea
            return f"**{NAMES[rung]}.** {said}"
        case "skeleton":
            code = exercise.skeleton.strip("\n")
            return f"**{NAMES[rung]}**; `c` puts it into the editor.\n\n```python\n{code}\n```"
        case "parsons":
            return f"**{NAMES[rung]}**: `v` shows them again."
