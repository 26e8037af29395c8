"""The learner's solution beside the model ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Static

from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.side_by_side import SideBySide


class CompareScreen(Screen[None]):
    """One model solution at a time, against what the learner wrote."""

    HELP = """\
    # Solutions compared

    A **-** marks a line of yours that the solution does without, a **+** one of its own. **n** and **p**
    switch between the solutions, the arrows scroll, **Esc** goes back.
    """
    BINDING_GROUP_TITLE = "Solutions"
    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = "#lines"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "turn(1)", "next solution", id="compare.next", tooltip="The next solution"),
        Binding("p", "turn(-1)", "the one before", id="compare.back", tooltip="The solution before"),
        Binding("escape,m", "dismiss(None)", "back", key_display="esc", id="compare.leave", tooltip="Back"),
    ]

    at: var[int] = var(0, init=False)
    """The solution shown, from 0."""

    lines = getters.query_one(SideBySide)

    def __init__(self, mine: str, solutions: Sequence[str]) -> None:
        super().__init__()
        self._mine = mine
        self._solutions = tuple(solutions)

    def compose(self) -> ComposeResult:
        """Which solution, the lines, the keys."""
        yield Static(id="top", markup=False)
        with VerticalScroll(id="lines"):
            yield SideBySide(self._mine)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the first."""
        self.watch_at()

    def watch_at(self) -> None:
        """Show another solution."""
        count = len(self._solutions)
        here = f"Solution {self.at + 1}"
        top = Content.assemble(("Compare ", "$here"), (here, "bold"), (f" of {count}   ", "$quiet"))
        same = bool(self._solutions) and self._solutions[self.at].rstrip() == self._mine.rstrip()
        told = "It is yours, line for line." if same else "It passes too."
        self.query_one("#top", Static).update(top + Content.styled(told, "$quiet"))
        if self._solutions:
            self.lines.put(self._solutions[self.at], ("yours", here.lower()))
        self.query_one("#lines").scroll_home(animate=False)

    def action_turn(self, steps: int) -> None:
        """The next solution or the one before, round and round."""
        if self._solutions:
            self.at = (self.at + steps) % len(self._solutions)
