"""What helps while code is typed: names under the cursor, and the signature of the call around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.events import Key
from textual.geometry import Offset
from textual.timer import Timer
from textual.widgets import TextArea

from tutor.ui.widgets.completion_list import CompletionList
from tutor.ui.widgets.signature_line import SignatureLine

if TYPE_CHECKING:
    from tutor.sandbox.completion.answers import Completion, Signature

PAUSE_S = 0.12
"""How long the learner pauses before anything is asked."""
WORD = re.compile(r"[^\W\d]\w*$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word begins: it stays the same while the word is being typed."""

    row: int
    before: str
    """The line up to the word."""

    @property
    def wants_names(self) -> bool:
        """Whether names may follow even before the first letter."""
        return self.before.endswith(".")


class TypingAid:
    """Asks when the learner pauses and shows what `offer` brings; takes keys only while a list is open."""

    def __init__(self, area: TextArea, ask: Callable[[], None]) -> None:
        self._area = area
        self._ask = ask
        self._typed = False
        self._timer: Timer | None = None
        self._known: tuple[Place, tuple[Completion, ...]] | None = None
        self.names = CompletionList(self.take)
        self.call = SignatureLine()

    def place(self) -> tuple[Place, str]:
        """Where the word at the cursor begins, and the word so far."""
        row, column = self._area.cursor_location
        line = self._area.document.get_line(row)[:column]
        word = WORD.search(line)
        start = word.start() if word else column
        return Place(row, line[:start]), line[start:]

    def key(self, event: Key) -> bool:
        """Whether the key was for the list; any key but typing closes everything."""
        if self.names.current is not None:
            match event.key:
                case "up" | "down":
                    self.names.move(1 if event.key == "down" else -1)
                    return True
                case "enter" | "tab":
                    self.take(self.names.current)
                    return True
                case "escape":
                    self.names.close()
                    return True
        self._typed = event.is_printable or event.key == "backspace"
        if not self._typed:
            self.close()
        return False

    def changed(self) -> None:
        """The text is another one: follow if it was typed."""
        if not self._typed:
            self.close()
            return
        self._typed = False
        self._filter()
        self._stop_waiting()
        self._timer = self._area.set_timer(PAUSE_S, self._pause)

    def offer(self, place: Place, names: Sequence[Completion], call: Signature | None) -> None:
        """Show what may stand at `place`, if the learner is still there."""
        here, word = self.place()
        if here != place or not self._area.has_focus:
            return
        self._mount()
        self._known = place, tuple(names)
        self._filter()
        x, y = self._cell(word)
        self.call.show(call, Offset(x, y - 1))

    def take(self, chosen: Completion) -> None:
        """Put the name in place of the word so far."""
        _, word = self.place()
        row, column = self._area.cursor_location
        self.close()
        self._area.replace(
            chosen.name, (row, column - len(word)), (row, column), maintain_selection_offset=False
        )

    def close(self) -> None:
        """Put everything away; what is asked already is not wanted any more."""
        self._stop_waiting()
        self._known = None
        self.names.close()
        self.call.display = False

    def remove(self) -> None:
        """The editor is gone."""
        if self.names.is_attached:
            self.names.remove()
            self.call.remove()

    @property
    def waiting(self) -> bool:
        """Whether a pause is waited for."""
        return self._timer is not None

    def _stop_waiting(self) -> None:
        """The pause begins anew, or is not waited for any more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _pause(self) -> None:
        """The learner pauses."""
        self._timer = None
        self._ask()

    def _mount(self) -> None:
        """Both lie over the screen, so that no pane cuts them off."""
        if not self.names.is_attached:
            self._area.screen.mount(self.call, self.names)

    def _filter(self) -> None:
        """Show the known names that begin like the word; a word that is complete needs no list."""
        here, word = self.place()
        place, names = self._known or (None, ())
        found = [each for each in names if _begins(each.name, word)]
        complete = any(each.name == word for each in found)
        if here != place or complete or not (word or here.wants_names):
            found = []
        self.names.show(found, self._cell(word))

    def _cell(self, word: str) -> Offset:
        """The cell of the screen at which the word begins."""
        x, y = self._area.cursor_screen_offset
        return Offset(x - 1 - cell_len(word), y)


def _begins(name: str, word: str) -> bool:
    """Whether the name begins like the word; private ones are for those who ask for them."""
    return name.casefold().startswith(word.casefold()) and (word != "" or not name.startswith("_"))
