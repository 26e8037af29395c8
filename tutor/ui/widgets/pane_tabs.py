"""The line above a pane: its name, and the names of the panes that can be shown in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeAlias

from textual.content import Content
from textual.events import Click
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

Pane: TypeAlias = Literal["lesson", "quiz", "sandbox", "task", "code", "results"]
"""The panes of a lesson, and those of an exercise."""

LABELS: dict[Pane, str] = {
    "lesson": "F2 Lesson",
    "quiz": "F3 Quiz",
    "sandbox": "F4 Sandbox",
    "task": "F2 Task",
    "code": "F3 Code",
    "results": "F4 Results",
}
"""Pane → its key and name."""


class PaneTabs(Widget):
    """Names to click; a dot says that something waits there."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaneTabs { height: 1; width: 1fr; padding: 0 1; color: $quiet; text-wrap: nowrap; }
    """

    names: reactive[tuple[Pane, ...]] = reactive[tuple[Pane, ...]](())
    """The panes to choose from."""
    waiting: reactive[frozenset[Pane]] = reactive[frozenset[Pane]](frozenset())
    """Panes where something waits for the learner."""
    focused = reactive(False)
    """Whether the pane beneath has the focus."""

    @dataclass
    class Chosen(Message):
        """The learner wants to see a pane."""

        pane: Pane

    def __init__(self, pane: Pane) -> None:
        super().__init__(id=f"tabs-{pane}")
        self._pane: Pane = pane

    def render(self) -> Content:
        """The names, and a thin line to the edge."""
        line = Content("  ").join(self._label(name) for name in self.names)
        room = self.content_size.width - line.cell_length - 1
        return Content.assemble(line, " ", ("─" * max(0, room), "$here" if self.focused else "$rule"))

    def on_click(self, event: Click) -> None:
        """Show the pane whose name was clicked."""
        for name, at in self._places():
            if at <= event.x < at + self._label(name).cell_length:
                self.post_message(self.Chosen(name))

    def jumps(self) -> Iterator[tuple[Offset, Callable[[], object]]]:
        """Where jump mode puts a letter: on the names of panes that are not shown here."""
        for name, at in self._places():
            if name != self._pane:
                yield Offset(at, 0), partial(self.post_message, self.Chosen(name))

    def _places(self) -> Iterator[tuple[Pane, int]]:
        """Each name and the column where it begins."""
        at = self.styles.padding.left
        for name in self.names:
            yield name, at
            at += self._label(name).cell_length + 2

    def _label(self, name: Pane) -> Content:
        """The key, the name, and a dot if something waits."""
        key, _, word = LABELS[name].partition(" ")
        shown = name == self._pane
        style = "bold $foreground" if shown and self.focused else "$foreground" if shown else "$quiet"
        if shown and len(self.names) > 1:
            style += " underline"
        dot = (" •", "$due") if name in self.waiting else ""
        return Content.assemble((key, "$here" if not shown else "$quiet"), " ", (word, style), dot)
