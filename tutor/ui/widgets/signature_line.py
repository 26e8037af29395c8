"""The call around the cursor on one line above it, with the parameter marked that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

if TYPE_CHECKING:
    from tutor.sandbox.completion.answers import Signature

WIDEST = 76


class SignatureLine(Static):
    """Shown over the screen while the cursor is in a call."""

    DEFAULT_CSS = """
    SignatureLine {
        overlay: screen;
        constrain: inside inside;
        width: auto;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $quiet;
        display: none;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, call: Signature | None, where: Offset) -> None:
        """Stand at the cell `where` of the screen; hide if there is no call."""
        self.display = call is not None
        if call is not None:
            self.absolute_offset = where
            self.update(wording(call, min(WIDEST, self.screen.size.width - 2)))


def wording(call: Signature, width: int) -> Content:
    """The call in `width` cells: what lies far before the current parameter gives way first."""
    first = 0
    line = _from(call, first)
    while line.cell_length > width and call.current is not None and first < call.current:
        first += 1
        line = _from(call, first)
    return line.truncate(width, ellipsis=True)


def _from(call: Signature, first: int) -> Content:
    """The call with its parameters from the `first` on."""
    shown = [
        Content.styled(param, "bold $here" if index == call.current else "")
        for index, param in enumerate(call.params)
    ][first:]
    params = Content(", ").join([Content("…")] * bool(first) + shown)
    return Content.assemble((call.name, "$foreground"), "(", params, ")")
