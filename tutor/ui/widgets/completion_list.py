"""The names that may follow, in a small list under the cursor; it never takes the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from tutor.sandbox.completion.answers import Completion

ROWS = 8
WIDEST = 60
GAP = 2
PLAIN = {"statement": "", "instance": "", "property": "", "param": ""}
"""Kinds that say nothing to a learner."""


class CompletionList(Widget):
    """Shown over the screen while there is something to take; one name is marked."""

    DEFAULT_CSS = """
    CompletionList {
        overlay: screen;
        constrain: inside inflect;
        margin: 1 0;
        width: auto;
        height: auto;
        background: $panel;
        color: $foreground;
        display: none;
    }
    """

    names: reactive[tuple[Completion, ...]] = reactive((), layout=True)
    marked: reactive[int] = reactive(0)

    def __init__(self, take: Callable[[Completion], None]) -> None:
        """`take` is called with a name that was clicked."""
        super().__init__()
        self._take = take

    @property
    def current(self) -> Completion | None:
        """The marked name; None while the list is closed."""
        return self.names[self.marked] if self.display and self.names else None

    def show(self, names: Sequence[Completion], where: Offset) -> None:
        """Open under the cell `where` of the screen, or close if there are no names."""
        if tuple(names) != self.names:
            self.names, self.marked = tuple(names), 0
        self.absolute_offset = where
        self.display = bool(names)

    def close(self) -> None:
        """Nothing to take."""
        self.display = False

    def move(self, by: int) -> None:
        """Mark another name; after the last comes the first."""
        self.marked = (self.marked + by) % len(self.names)

    def get_content_width(self, container: Size, _viewport: Size) -> int:
        """As wide as the widest line, within reason."""
        wanted = max((cell_len(each.name) + GAP + cell_len(_said(each)) for each in self.names), default=0)
        return min(wanted + 2, WIDEST, max(1, container.width))

    def get_content_height(self, _container: Size, _viewport: Size, _width: int) -> int:
        """As tall as needed, within reason."""
        return min(ROWS, len(self.names))

    def render(self) -> Content:
        """The rows around the marked one."""
        first = self._first()
        lines = [
            self._line(each, first + at == self.marked)
            for at, each in enumerate(self.names[first : first + ROWS])
        ]
        return Content("\n").join(lines)

    def on_click(self, event: Click) -> None:
        """Take what was clicked."""
        event.stop()
        at = self._first() + event.y
        if at < len(self.names):
            self._take(self.names[at])

    def _first(self) -> int:
        """The index on the first row."""
        return max(0, min(self.marked - ROWS // 2, len(self.names) - ROWS))

    def _line(self, each: Completion, marked: bool) -> Content:
        """A name, and what is known of it."""
        room = max(0, self.content_size.width - 2 - cell_len(each.name) - GAP)
        said = Content.styled(_said(each), "" if marked else "$quiet").truncate(room, ellipsis=True)
        line = Content.assemble(" ", each.name, " " * GAP, said)
        line = line.truncate(self.content_size.width, pad=True)
        return line.stylize("$block-cursor-foreground on $block-cursor-background bold") if marked else line


def _said(each: Completion) -> str:
    """The parameters of a function, the kind of anything else."""
    return each.tail or PLAIN.get(each.kind, each.kind)
