"""The first line of a screen: the product, the place, and how the sandbox is."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tutor.ui.ports import RunnerState
from tutor.ui.widgets.row import Row

WORDS: dict[RunnerState, str] = {
    "warming": "sandbox warming up…",
    "lost": "sandbox lost, restarts with the next run",
    "closed": "",
    "cold": "",
    "ready": "",
}
"""What is said of the sandbox; nothing while all is well."""


class TopLine(Widget):
    """One quiet line."""

    DEFAULT_CSS = """
    TopLine { height: 1; padding: 0 1; }
    """

    runner_state: reactive[RunnerState] = reactive[RunnerState]("cold")
    place: reactive[str] = reactive("")
    """Where the learner is."""
    notice: reactive[str] = reactive("")
    """Takes the place of the sandbox's state when there is something to say."""

    def __init__(self, place: str, notice: str = "") -> None:
        super().__init__()
        self.set_reactive(TopLine.place, place)
        self.set_reactive(TopLine.notice, notice)

    def render(self) -> Row:
        """The line at the present width."""
        left = Content.assemble(("mltutor", "bold $here"), "   ", (self.place, "$quiet"))
        return Row(left, Content.styled(self.notice or WORDS[self.runner_state], "$quiet"))
