"""One choice out of a few, on one line: the arrow keys and the mouse change it at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

GAP = "   "


class Picker(Widget, can_focus=True):
    """A question and its possible answers; `value` is the one that holds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", "next choice", show=False, id="picker-next", tooltip="Choose the next"),
        Binding(
            "left", "turn(-1)", "choice before", show=False, id="picker-back", tooltip="Choose the one before"
        ),
        Binding(
            "up", "app.focus_previous", "up", show=False, id="picker-up", tooltip="To the question above"
        ),
        Binding(
            "down", "app.focus_next", "down", show=False, id="picker-down", tooltip="To the question below"
        ),
    ]
    DEFAULT_CSS = """
    Picker { height: auto; padding: 0 1; border-left: blank; }
    Picker:focus { border-left: outer $here; }
    """

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """Another choice holds."""

        picker: Picker
        value: str

        @property
        def control(self) -> Picker:
            """The picker, for `@on` selectors."""
            return self.picker

    def __init__(self, question: str, choices: Mapping[str, str], value: str, *, name: str) -> None:
        super().__init__(id=name)
        self._question = question
        self._choices = choices
        self.set_reactive(Picker.value, value)

    def render(self) -> Content:
        """The question, and beneath it the choices, the one that holds marked."""
        parts = [
            Content.assemble(("● ", "$here"), (words, "bold"))
            if value == self.value
            else Content.styled(f"○ {words}", "$quiet")
            for value, words in self._choices.items()
        ]
        return Content.assemble(self._question, "\n", Content(GAP).join(parts))

    def action_turn(self, steps: int) -> None:
        """Choose the answer `steps` further, stopping at the ends."""
        values = list(self._choices)
        place = values.index(self.value) + steps
        self._choose(values[max(0, min(len(values) - 1, place))])

    def on_click(self, event: Click) -> None:
        """Choose what was clicked."""
        where = event.get_content_offset(self)
        if where is None or where.y != 1:
            return
        right = 0
        for value, words in self._choices.items():
            right += len(words) + 2 + len(GAP)
            if where.x < right:
                self._choose(value)
                return

    def _choose(self, value: str) -> None:
        """Let `value` hold, and say so."""
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))
