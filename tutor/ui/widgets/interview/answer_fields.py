"""The fields of an answer: one, or one for each part that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tutor.interview.forms import ASKS, PLAN
from tutor.ui.widgets.interview.answer_area import AnswerArea

MOST = len(PLAN)
"""Fields that an answer has at most."""


class AnswerFields(VerticalScroll, can_focus=False):
    """A field that fills the room, or several with their names; tab goes to the next one."""

    DEFAULT_CSS = """
    AnswerFields {
        height: 1fr;
        scrollbar-size-vertical: 1;
        Static { height: auto; padding: 0 1; }
        &.-several AnswerArea { height: auto; min-height: 3; max-height: 12; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._names = tuple(Static(markup=False) for _ in range(MOST))
        self._areas = tuple(AnswerArea() for _ in range(MOST))
        self.count = 1
        """How many fields are shown."""

    def compose(self) -> ComposeResult:
        for name, area in zip(self._names, self._areas, strict=True):
            yield name
            yield area

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(area.text for area in self._areas[: self.count])

    def show(self, names: Sequence[str], texts: Sequence[str]) -> None:
        """Show a field for each name, or one without; `texts` are what was written so far."""
        self.count = max(1, len(names))
        self.set_class(self.count > 1, "-several")
        for place, (name, area) in enumerate(zip(self._names, self._areas, strict=True)):
            area.display = place < self.count
            name.display = place < len(names)
            if name.display:
                asks = ASKS.get(names[place], "")
                name.update(Content.assemble((names[place], "bold"), (f"  {asks}", "$quiet")))
            area.put(texts[place] if place < len(texts) else "")

    def focus_first(self) -> None:
        """Go to the first field that is empty, else to the first."""
        open_ = [area for area in self._areas[: self.count] if not area.text.strip()]
        (open_ or list(self._areas))[0].focus()
