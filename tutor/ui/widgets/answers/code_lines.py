"""Code with numbered lines; where it is asked for, lines can be marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.highlight import highlight
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tutor.ui.widgets.into_view import into_view
from tutor.ui.widgets.prose import Block, flow


class CodeLines(Widget, can_focus=True):
    """A cursor walks the lines, space or a click marks one, enter goes on with what is marked."""

    HELP = """## Marking lines

**↑** and **↓** walk the lines, **space** or a click marks one or takes the mark back, **enter** marks the
line if none is marked yet and goes on to the reasons. **shift+tab** leads back to the lines.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", "Line above", show=False, tooltip="The line above"),
        Binding("down", "go(1)", "Line below", show=False, tooltip="The line below"),
        Binding("space", "mark", "Mark", show=False, tooltip="Mark the line, or take the mark back"),
        Binding("enter", "go_on", "On", show=False, tooltip="Mark the line if none is marked, and go on"),
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    CodeLines { width: 1fr; height: auto; text-wrap: nowrap; background: $panel; }
    """

    cursor = reactive(0)
    """The line of the cursor, from 0."""
    marked: reactive[frozenset[int]] = reactive[frozenset[int]](frozenset())
    """The marked lines, from 1."""

    @dataclass
    class Marked(Message):
        """Other lines are marked."""

        lines: tuple[int, ...]

    class Done(Message):
        """The learner goes on with what is marked."""

    def __init__(self, *, marking: bool) -> None:
        super().__init__()
        self.can_focus = marking
        self._marking = marking
        self._lines: list[Content] = []
        self._guilty: frozenset[int] = frozenset()
        self._settled = not marking

    def show(
        self, code: str, marked: Sequence[int] = (), *, settled: bool = True, guilty: Sequence[int] = ()
    ) -> None:
        """Show code with marked lines; once `settled`, with the `guilty` ones if told; all from 1."""
        self._lines = highlight(code.rstrip("\n"), language="python").split("\n", allow_blank=True)
        self._settled, self._guilty = settled, frozenset(guilty)
        self.set_reactive(CodeLines.marked, frozenset(marked))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the code takes at this width."""
        return sum(len(lines) for lines in self._laid(width))

    def render(self) -> Content:
        """The code."""
        return Content("\n").join(line for lines in self._laid(self.content_size.width) for line in lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Once settled, keys mean what the screen says."""
        return not self._settled

    def on_click(self, event: Click) -> None:
        """A click marks."""
        y = event.y
        for row, lines in enumerate(self._laid(self.content_size.width)):
            if 0 <= y < len(lines) and not self._settled:
                self.cursor = row
                self.action_mark()
            y -= len(lines)

    def action_go(self, rows: int) -> None:
        """Move the cursor."""
        self.cursor = max(0, min(len(self._lines) - 1, self.cursor + rows))
        laid = self._laid(self.content_size.width)
        into_view(self, sum(len(lines) for lines in laid[: self.cursor]), len(laid[self.cursor]))

    def action_mark(self) -> None:
        """Mark the line, or take the mark back."""
        self.marked = self.marked ^ {self.cursor + 1}
        self.post_message(self.Marked(tuple(sorted(self.marked))))

    def action_go_on(self) -> None:
        """Go on; the line of the cursor is meant if none is marked."""
        if not self.marked:
            self.action_mark()
        self.post_message(self.Done())

    def _laid(self, width: int) -> list[list[Content]]:
        """What each line takes."""
        return [flow([self._block(row)], max(1, width)) for row in range(len(self._lines))]

    def _block(self, row: int) -> Block:
        """One line: the cursor, its number, its mark, its code."""
        line, width = row + 1, len(str(len(self._lines)))
        if not self._marking:
            return Block(
                self._lines[row], f" {line:>{width}}  ", gap=False, wraps=False, first_style="$quiet"
            )
        here = row == self.cursor and self.has_focus and not self._settled
        mark, style = "●" if line in self.marked else " ", "bold $here" if here else "$quiet"
        if line in self.marked:
            style = "bold $here"
        if self._guilty and line in self._guilty:
            mark, style = ("✓", "bold $right") if line in self.marked else ("◂", "bold $due")
        elif self._guilty and line in self.marked:
            mark, style = "✗", "bold $wrong"
        lead = f"{'▸' if here else ' '}{line:>{width}} {mark} "
        return Block(self._lines[row], lead, gap=False, wraps=False, first_style=style)
