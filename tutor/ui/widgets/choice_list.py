"""The options of a question: pick one or several by key or mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tutor.ui.widgets.into_view import into_view
from tutor.ui.widgets.prose import Block, flow, inline

Mark: TypeAlias = Literal["free", "picked", "right", "wrong"]

DIGITS = tuple(
    Binding(str(digit), f"pick({digit})", f"Option {digit}", show=False, tooltip=f"Pick option {digit}")
    for digit in range(1, 10)
)


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its place in the question's own order, its text in Markdown, and how it turned out."""

    place: int
    text: str
    outcome: Literal["unknown", "right", "wrong"] = "unknown"
    verbatim: bool = False
    """Whether the text is to be shown as it is, line by line."""


class ChoiceList(Widget, can_focus=True):
    """Numbered options; a digit, space, the arrows or a click pick, enter commits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Option above", show=False, tooltip="The option above"),
        Binding("down", "move(1)", "Option below", show=False, tooltip="The option below"),
        Binding("space", "pick(0)", "Pick", show=False, tooltip="Pick the marked option, or take it back"),
        Binding("enter", "submit", "Commit", show=False, tooltip="Commit to what is picked"),
        *DIGITS,
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ChoiceList { width: 1fr; height: auto; text-wrap: nowrap; pointer: pointer; }
    """

    cursor = reactive(0)
    """The line of the marked option, counted from 0 as shown."""
    picked: reactive[frozenset[int]] = reactive[frozenset[int]](frozenset())
    """Places of the picked options in the question's own order."""

    @dataclass
    class Picked(Message):
        """Other options are picked now."""

        places: tuple[int, ...]

    @dataclass
    class Submitted(Message):
        """The learner commits."""

        places: tuple[int, ...]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._options: tuple[Option, ...] = ()
        self._several = False
        self._settled = False

    def show(self, options: Sequence[Option], picked: Sequence[int], *, several: bool, settled: bool) -> None:
        """Show these options in this order; when `settled`, nothing can be picked any more."""
        self._options = tuple(options)
        self._several, self._settled = several, settled
        self.set_reactive(ChoiceList.picked, frozenset(picked))
        first = next((row for row, each in enumerate(self._options) if each.place in picked), 0)
        self.set_reactive(ChoiceList.cursor, first)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the options take at this width."""
        return sum(len(lines) for lines in self._rows(width))

    def render(self) -> Content:
        """The options, one under the other."""
        rows = self._rows(self.content_size.width)
        return Content("\n").join(line for lines in rows for line in lines)

    def on_click(self, event: Click) -> None:
        """A click picks."""
        top = 0
        for row, lines in enumerate(self._rows(self.content_size.width)):
            if top <= event.y < top + len(lines):
                self.action_pick(row + 1)
            top += len(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Once settled, keys mean what the screen says."""
        return not self._settled

    def action_move(self, rows: int) -> None:
        """Mark another option."""
        self.cursor = max(0, min(len(self._options) - 1, self.cursor + rows))
        self._show_cursor()

    def action_pick(self, number: int) -> None:
        """Pick the option with this number, the marked one for 0; of several, a second time takes it back."""
        row = number - 1 if number else self.cursor
        if self._settled or row >= len(self._options):
            return
        place = self._options[row].place
        self.cursor = row
        self.picked = self.picked ^ {place} if self._several else frozenset({place})
        self._show_cursor()
        self.post_message(self.Picked(tuple(sorted(self.picked))))

    def action_submit(self) -> None:
        """Commit; a marked single option counts as picked."""
        if not self.picked and not self._several:
            self.action_pick(0)
        self.post_message(self.Submitted(tuple(sorted(self.picked))))

    def _rows(self, width: int) -> list[list[Content]]:
        """The lines of each option."""
        return [flow([self._block(row, option)], max(1, width)) for row, option in enumerate(self._options)]

    def _block(self, row: int, option: Option) -> Block:
        """One option: the cursor, its number, its mark, its text."""
        chosen = option.place in self.picked
        here = row == self.cursor and self.has_focus and not self._settled
        if self._settled and option.outcome != "unknown":
            mark = "✓" if option.outcome == "right" else "✗" if chosen else " "
            style = "$right" if option.outcome == "right" else "$wrong" if chosen else "$quiet"
        else:
            mark = ("■" if chosen else "□") if self._several else ("●" if chosen else "○")
            style = "bold" if chosen or here else "$quiet" if self._settled else ""
        text = Content(option.text) if option.verbatim else inline(option.text)
        lead = f"{'▸' if here else ' '} {row + 1} {mark} "
        styled = text.stylize_before(style) if style else text
        return Block(styled, first=lead, wraps=not option.verbatim, first_style=style)

    def _show_cursor(self) -> None:
        """Scroll the marked option into view."""
        rows = self._rows(self.content_size.width)
        top = sum(len(lines) for lines in rows[: self.cursor])
        into_view(self, top, len(rows[self.cursor]) if rows else 1)
