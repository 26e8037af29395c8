"""Point by point: what the learner ticked, what the grader heard, and the words that it heard it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tutor.grading.freetext.judgement import Status
from tutor.interview.table import Row
from tutor.ui.widgets.into_view import into_view
from tutor.ui.widgets.prose import inline

YOU, GRADER = 5, 8
"""Cells of the columns for what the learner and the grader say."""
WIDE = 96
"""Cells from which the words heard stand beside the point."""

BELOW = 3
"""Lines that a step below the last point goes on."""

MARKS: dict[Status, tuple[str, str]] = {
    "covered": ("✓", "$right"),
    "missed": ("–", "$quiet"),
    "unsure": ("?", "$due"),
    "contradicted": ("✗", "$wrong"),
}
"""Status → glyph and colour."""
WORDS: dict[Status, str] = {
    "covered": "",
    "missed": "nothing found",
    "unsure": "unsure",
    "contradicted": "the contrary",
}


class JudgedTable(Widget, can_focus=True):
    """The arrows walk the points; `a` settles the one that is marked."""

    HELP = """## Point by point

**✓** made, **–** not found, **?** unsure, **✗** the contrary was said. **↑** and **↓** walk the points and
go on to what is said of the answer. **a** settles the marked one where you and the grader disagree: *I did
say it*, or *I did not*. Pressed again it says the other. Your word is kept beside the grader's.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", "Point above", show=False, tooltip="The point above"),
        Binding("down", "go(1)", "Point below", show=False, tooltip="The point below"),
        Binding("a", "settle", "settle", tooltip="I did say it, or I did not"),
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    JudgedTable { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    cursor = reactive(0)
    """The marked point from the top, from 0."""

    @dataclass
    class Settled(Message):
        """The learner says whether the answer makes a point."""

        point: str
        made: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these points; another table begins with its first disagreement."""
        if [each.point for each in rows] != [each.point for each in self._rows]:
            first = next((place for place, each in enumerate(rows) if each.disputed), 0)
            self.set_reactive(JudgedTable.cursor, first)
        self._rows = rows
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the points take at this width."""
        return 1 + sum(len(each) for each in self._laid(width))

    def render(self) -> Content:
        """The head and the points."""
        width = self.content_size.width
        rows = [line for each in self._laid(width) for line in each]
        return Content("\n").join([self._head(width), *rows])

    def action_go(self, rows: int) -> None:
        """Mark another point; below the last one, go on to what is said of the answer."""
        if rows > 0 and self.cursor == len(self._rows) - 1 and isinstance(self.parent, ScrollableContainer):
            self.parent.scroll_relative(y=BELOW, animate=False)
            return
        self.cursor = max(0, min(len(self._rows) - 1, self.cursor + rows))
        laid = self._laid(self.content_size.width)
        top = 1 + sum(len(each) for each in laid[: self.cursor])
        into_view(self, top if self.cursor else 0, len(laid[self.cursor]) if laid else 1)

    def action_settle(self) -> None:
        """Say the contrary of what counts now."""
        if self._rows:
            here = self._rows[self.cursor]
            self.post_message(self.Settled(here.point.id, not made(here)))

    def _head(self, width: int) -> Content:
        """The names of the columns."""
        you = "you" if any(each.yours is not None for each in self._rows) else ""
        left = f"{'What a strong answer covers':<{_room(width)}}{you:^{YOU}}{'grader':^{GRADER}}"
        return Content.styled(f"{left}{' heard' if width >= WIDE else ''}".rstrip(), "$quiet")

    def _laid(self, width: int) -> list[list[Content]]:
        """The lines of each point."""
        return [self._point(row, each, max(24, width)) for row, each in enumerate(self._rows)]

    def _point(self, place: int, row: Row, width: int) -> list[Content]:
        """One point: its words, both marks, and what was heard."""
        here = place == self.cursor and self.has_focus
        room, wide = _room(width), width >= WIDE
        say = inline(row.point.say).wrap(max(1, room - 3))
        heard = _heard(row).wrap(max(1, width - room - YOU - GRADER - 1 if wide else width - 4))
        lines = []
        for at in range(max(len(say), len(heard)) if wide else len(say)):
            lead = Content.styled("▸ " if here and at == 0 else "  ", "$here")
            words = say[at] if at < len(say) else Content("")
            words = words.stylize_before("bold") if here else words
            gap = " " * (room - 2 - words.cell_length)
            marks = _marks(row) if at == 0 else Content(" " * (YOU + GRADER))
            rest = Content(" ") + heard[at] if wide and at < len(heard) else Content("")
            lines.append(Content.assemble(lead, words, gap, marks, rest))
        return lines if wide else [*lines, *(Content("    ") + each for each in heard)]


def made(row: Row) -> bool:
    """Whether the point counts as made."""
    return row.grader == "covered" if row.label is None else row.label


def _room(width: int) -> int:
    """Cells for the points."""
    words = width - YOU - GRADER
    return max(12, int(words * 0.52) if width >= WIDE else words)


def _marks(row: Row) -> Content:
    """What the learner and the grader say."""
    yours = row.yours if row.label is None else row.label
    you = ("", "") if yours is None else ("✓", "$right") if yours else ("–", "$quiet")
    glyph, style = MARKS[row.grader]
    return Content.assemble((f"{you[0]:^{YOU}}", you[1]), (f"{glyph:^{GRADER}}", style))


def _heard(row: Row) -> Content:
    """The learner's words, or why there are none; what may be settled, or was."""
    said = f"“{row.evidence}”" if row.evidence else ""
    parts = [Content.styled(": ".join(each for each in (WORDS[row.grader], said) if each), "$quiet")]
    if row.label is not None:
        parts.append(Content.styled("you say: made" if row.label else "you say: not made", "bold $due"))
    elif row.disputed:
        words = "I did not" if made(row) else "I did say it"
        parts.append(Content.assemble(("a ", "$here"), (words, "$due")))
    return Content("   ").join(each for each in parts if each)
