"""Two columns: what is numbered to the left goes with what has a letter to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from string import ascii_lowercase
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tutor.ui.widgets.into_view import into_view
from tutor.ui.widgets.prose import Block, flow, inline

GAP = 2
"""Columns between the two sides."""

LEAD, LEAD_TOLD, LEAD_RIGHT = 6, 10, 3
"""Columns before the text of a left side, with the letter that is told after it, and of a right side."""

LETTERS = ascii_lowercase
"""They name the right sides."""


class MatchTable(Widget, can_focus=True):
    """Arrows or a digit mark a left side, a letter gives it a right side; or click one, then the other."""

    HELP = """## Matching

**↑** and **↓**, or a digit, mark a left side; the letter of a right side joins the two and goes on to the
next left side that has none. A right side that is taken moves over. **backspace** parts them. With the
mouse: click one side, then the other. **enter** commits.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", "Above", show=False, tooltip="Mark the left side above"),
        Binding("down", "go(1)", "Below", show=False, tooltip="Mark the left side below"),
        *(
            Binding(
                str(digit), f"mark({digit})", f"Left {digit}", show=False, tooltip=f"Mark left side {digit}"
            )
            for digit in range(1, 10)
        ),
        *(
            Binding(letter, f"join({place})", f"Right {letter}", show=False, tooltip=f"Join with {letter}")
            for place, letter in enumerate(LETTERS)
        ),
        Binding("backspace,delete", "join(-1)", "Part", show=False, tooltip="Take its right side away"),
        Binding("enter", "submit", "Commit", show=False, tooltip="Commit to these pairs"),
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    MatchTable { width: 1fr; height: auto; text-wrap: nowrap; pointer: pointer; }
    """

    cursor = reactive(0)
    """The marked left side."""
    chosen: reactive[tuple[int, ...]] = reactive[tuple[int, ...]](())
    """For each left side the row of its right side as shown; −1 for none."""

    @dataclass
    class Joined(Message):
        """Other pairs."""

        chosen: tuple[int, ...]

    class Submitted(Message):
        """The learner commits."""

    def __init__(self) -> None:
        super().__init__()
        self._lefts: tuple[Content, ...] = ()
        self._rights: tuple[Content, ...] = ()
        self._wanted: tuple[int, ...] = ()
        self._settled = False
        self._held: int | None = None
        """A right side that was clicked first."""

    def show(
        self,
        lefts: Sequence[str],
        rights: Sequence[str],
        chosen: Sequence[int],
        *,
        settled: bool,
        wanted: Sequence[int] = (),
    ) -> None:
        """Show both sides; `chosen` and `wanted` name for each left side the row of a right one."""
        self._lefts, self._rights = tuple(map(inline, lefts)), tuple(map(inline, rights))
        self._settled, self._wanted = settled, tuple(wanted)
        self.set_reactive(MatchTable.chosen, tuple(chosen))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as both sides take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Both sides."""
        return Content("\n").join(line for line, _, _ in self._lines(self.content_size.width))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Once settled, keys mean what the screen says; so do letters that name nothing."""
        if action == "join" and isinstance(parameters[0], int) and parameters[0] >= len(self._rights):
            return False
        return not self._settled

    def on_click(self, event: Click) -> None:
        """A click on one side and one on the other join them."""
        lines = self._lines(self.content_size.width)
        if self._settled or not 0 <= event.y < len(lines):
            return
        _, left, right = lines[event.y]
        if event.x < self._split(self.content_size.width):
            if left is not None:
                self.cursor = left
                if self._held is not None:
                    self.action_join(self._held)
        elif right is not None:
            if self.chosen[self.cursor] < 0:
                self.action_join(right)
            else:
                self._held = right
                self.refresh()

    def action_go(self, rows: int) -> None:
        """Mark another left side."""
        self._mark(max(0, min(len(self._lefts) - 1, self.cursor + rows)))

    def action_mark(self, number: int) -> None:
        """Mark the left side with this number."""
        if number <= len(self._lefts):
            self._mark(number - 1)

    def action_join(self, row: int) -> None:
        """Join the marked left side with a right one; −1 parts it."""
        freed = [-1 if each == row else each for each in self.chosen]
        freed[self.cursor] = row
        self.chosen, self._held = tuple(freed), None
        open_ones = [
            place for place in (*range(self.cursor, len(freed)), *range(len(freed))) if freed[place] < 0
        ]
        if row >= 0 and open_ones:
            self._mark(open_ones[0])
        self.post_message(self.Joined(self.chosen))

    def action_submit(self) -> None:
        """Commit."""
        self.post_message(self.Submitted())

    def _mark(self, place: int) -> None:
        self.cursor = place
        rows = [row for row, (_, left, _) in enumerate(self._lines(self.content_size.width)) if left == place]
        if rows:
            into_view(self, rows[0], len(rows))

    def _split(self, width: int) -> int:
        """The column at which the right side begins: the left one is kept narrow."""
        lead = LEAD_TOLD if self._wanted else LEAD
        left = max((each.cell_length for each in self._lefts), default=0) + lead
        right = max((each.cell_length for each in self._rights), default=0) + LEAD_RIGHT
        if left + GAP + right <= width:
            return left + GAP
        word = max((len(word) for each in self._lefts for word in each.plain.split()), default=0)
        return min(left + GAP, max(word + lead + GAP, width // 2), width * 2 // 3)

    def _lines(self, width: int) -> list[tuple[Content, int | None, int | None]]:
        """Each line with the left and the right side that stand on it."""
        split = self._split(width)
        lefts = [
            (line, place)
            for place in range(len(self._lefts))
            for line in flow([self._left(place)], max(1, split - GAP))
        ]
        rights = [
            (line, place)
            for place in range(len(self._rights))
            for line in flow([self._right(place)], max(1, width - split))
        ]
        lines = []
        for one, other in zip_longest(lefts, rights, fillvalue=(Content(), None)):
            left, right = one[0], other[0]
            padded = left.pad_right(max(0, split - left.cell_length))
            lines.append((padded + right, one[1], other[1]))
        return lines

    def _left(self, place: int) -> Block:
        """A left side: the cursor, its number, the letter it goes with, how that turned out, its text."""
        here = place == self.cursor and self.has_focus and not self._settled
        row = self.chosen[place]
        letter = LETTERS[row] if row >= 0 else "·"
        text, style = self._lefts[place], "bold $here" if here else "" if row >= 0 else "$quiet"
        mark = " "
        if self._wanted:
            fits = row == self._wanted[place]
            mark, style = ("✓", "$right") if fits else ("✗", "$wrong")
            if not fits:
                text = Content.assemble(text, (f" → {LETTERS[self._wanted[place]]}", "bold $due"))
        elif here:
            text = text.stylize_before("bold")
        return Block(text, f"{'▸' if here else ' '}{place + 1} {letter}{mark} ", gap=False, first_style=style)

    def _right(self, place: int) -> Block:
        """A right side with its letter; quiet once it is taken."""
        taken = place in self.chosen and not self._settled
        style = "bold $here" if place == self._held else "$quiet" if taken else "bold"
        text = self._rights[place].stylize_before("$quiet") if taken else self._rights[place]
        return Block(text, f"{LETTERS[place]}  ", gap=False, first_style=style)
