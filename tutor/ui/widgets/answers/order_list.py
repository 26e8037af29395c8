"""Rows to be put in order: sentences, or lines of code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, MouseDown, MouseMove
from textual.geometry import Size
from textual.highlight import highlight
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tutor.ui.widgets.into_view import into_view
from tutor.ui.widgets.prose import Block, flow, inline

DIGITS = tuple(
    Binding(
        str(digit), f"put({digit})", f"Place {digit}", show=False, tooltip=f"Put the row at place {digit}"
    )
    for digit in range(1, 10)
)


class OrderList(Widget, can_focus=True):
    """Numbered rows; keys, a drag, or a click on a row and one on its place move them; enter commits.

    `places` names the rows from top to bottom by their place in what was given to `show`.
    """

    HELP = """## Putting rows in order

**↑** and **↓** mark a row; **J** and **K**, or **shift** with the arrows, move it down and up; a digit
puts it at that place; **space** picks it up, so that the arrows move it, and puts it down. With the
mouse: drag a row, or click it and then its place. **enter** commits.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", "Row above", show=False, tooltip="Mark the row above; moves one picked up"),
        Binding("down", "go(1)", "Row below", show=False, tooltip="Mark the row below; moves one picked up"),
        Binding("K,shift+up", "shift(-1)", "Row up", show=False, tooltip="Move the marked row up"),
        Binding("J,shift+down", "shift(1)", "Row down", show=False, tooltip="Move the marked row down"),
        Binding("space", "lift", "Pick up", show=False, tooltip="Pick the marked row up, or put it down"),
        Binding("enter", "submit", "Commit", show=False, tooltip="Commit to this order"),
        *DIGITS,
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    OrderList { width: 1fr; height: auto; text-wrap: nowrap; pointer: pointer; }
    """

    cursor = reactive(0)
    """The marked row from the top, from 0."""
    lifted = reactive(False)
    """Whether the marked row is picked up."""
    places: reactive[tuple[int, ...]] = reactive[tuple[int, ...]](())

    @dataclass
    class Moved(Message):
        """The rows stand in another order."""

        places: tuple[int, ...]

    @dataclass
    class Submitted(Message):
        """The learner commits to this order."""

        places: tuple[int, ...]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: tuple[Content, ...] = ()
        self._code = False
        self._settled = False
        self._due: tuple[int, ...] = ()
        self._dragging = self._dragged = False

    def show(
        self,
        rows: Sequence[str],
        places: Sequence[int],
        *,
        code: bool = False,
        settled: bool = False,
        due: Sequence[int] = (),
    ) -> None:
        """Show `rows` (Markdown, or lines of Python) in the order of `places`.

        When `settled`, nothing moves; `due` tells for each row from the top where it belongs (from 0).
        """
        lines = tuple(highlight(each, language="python") if code else inline(each) for each in rows)
        if lines != self._rows:
            self.set_reactive(OrderList.cursor, 0)
        self._rows, self._code, self._settled, self._due = lines, code, settled, tuple(due)
        self.set_reactive(OrderList.places, tuple(places))
        self.set_reactive(OrderList.lifted, False)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the rows take at this width."""
        return sum(len(lines) for lines in self._laid(width))

    def render(self) -> Content:
        """The rows, one under the other."""
        laid = self._laid(self.content_size.width)
        return Content("\n").join(line for lines in laid for line in lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Once settled, keys mean what the screen says."""
        return not self._settled

    def action_go(self, rows: int) -> None:
        """Mark another row, or move the one that is picked up."""
        if self.lifted:
            self.action_shift(rows)
        else:
            self.cursor = max(0, min(len(self.places) - 1, self.cursor + rows))
            self._show_cursor()

    def action_shift(self, rows: int) -> None:
        """Move the marked row."""
        self._put(self.cursor + rows)

    def action_put(self, number: int) -> None:
        """Move the marked row to this place, from 1."""
        if number <= len(self.places):
            self._put(number - 1)

    def action_lift(self) -> None:
        """Pick the marked row up, or put it down."""
        self.lifted = not self.lifted

    def action_submit(self) -> None:
        """Commit to the order."""
        self.lifted = False
        self.post_message(self.Submitted(self.places))

    def on_mouse_down(self, event: MouseDown) -> None:
        """A row picked up goes where the mouse is; else the row under it is marked and can be dragged."""
        row = self._row_at(event.y)
        if self._settled or row is None:
            return
        if self.lifted and row != self.cursor:
            self._put(row)
            self.lifted = False
            return
        self.cursor = row
        self._dragging, self._dragged = True, False
        self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Drag the row along."""
        row = self._row_at(event.y)
        if self._dragging and row is not None and row != self.cursor:
            self._dragged = True
            self._put(row)

    def on_mouse_up(self) -> None:
        """Let go; without a drag the row stays picked up for a click on its place."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()
            self.lifted = not self._dragged and not self.lifted

    def on_blur(self, _: Blur) -> None:
        """Nothing stays in the air."""
        self.lifted = False

    def _put(self, to: int) -> None:
        """Move the marked row to `to`, counted from 0."""
        to = max(0, min(len(self.places) - 1, to))
        if self._settled or to == self.cursor:
            return
        places = list(self.places)
        places.insert(to, places.pop(self.cursor))
        self.cursor, self.places = to, tuple(places)
        self._show_cursor()
        self.post_message(self.Moved(self.places))

    def _row_at(self, y: int) -> int | None:
        """The row that covers a line."""
        for row, lines in enumerate(self._laid(self.content_size.width)):
            if y < len(lines):
                return row if y >= 0 else None
            y -= len(lines)
        return None

    def _laid(self, width: int) -> list[list[Content]]:
        """The lines of each row."""
        return [flow([self._block(row)], max(1, width)) for row in range(len(self.places))]

    def _block(self, row: int) -> Block:
        """One row: the cursor, its number, how it stands, its text."""
        here = row == self.cursor and self.has_focus and not self._settled
        text, mark, style = self._rows[self.places[row]], "≡", "$quiet"
        if self._due:
            fits = self._due[row] == row
            mark, style = ("✓", "$right") if fits else ("✗", "$wrong")
            if not fits:
                text = Content.assemble(text, (f"  → {self._due[row] + 1}", "bold $due"))
        elif here:
            mark, style = ("◆" if self.lifted else "≡"), "bold $here"
            text = text.stylize_before("bold")
        lead = f"{'▸' if here else ' '}{row + 1:>2} {mark} "
        return Block(text, first=lead, gap=False, wraps=not self._code, first_style=style)

    def _show_cursor(self) -> None:
        """Scroll the marked row into view."""
        laid = self._laid(self.content_size.width)
        top = sum(len(lines) for lines in laid[: self.cursor])
        into_view(self, top, len(laid[self.cursor]))
