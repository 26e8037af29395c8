"""Jump mode: a letter on every control; the letter goes there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static, Tab

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


def places(screen: Screen[object]) -> dict[str, Widget]:
    """A letter for each control in sight, from top left to bottom right: what takes the focus, and tabs."""
    controls = [*screen.focus_chain, *screen.query(Tab)]
    found = {each: each.region for each in controls if each.region and each.is_on_screen}
    order = sorted(found, key=lambda each: (found[each].y, found[each].x))
    return dict(zip(LETTERS, order, strict=False))


def choose(widget: Widget | None) -> None:
    """Go to a control; a tab is switched to."""
    if isinstance(widget, Tab):
        widget.post_message(Tab.Clicked(widget))
    elif widget is not None:
        widget.focus()


class JumpScreen(ModalScreen[Widget | None]):
    """Letters laid over the screen beneath; dismissed with the control that was chosen."""

    DEFAULT_CSS = """
    JumpScreen { background: $background 40%; layers: letters; }
    JumpScreen Static {
        layer: letters;
        position: absolute;
        width: 3;
        height: 1;
        padding: 0 1;
        background: $here;
        color: $background;
        text-style: bold;
    }
    """
    BINDING_GROUP_TITLE = "Jump"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "dismiss", "back", key_display="esc", id="jump-back", tooltip="Stay where you were"
        ),
    ]

    def __init__(self, places: dict[str, Widget]) -> None:
        super().__init__()
        self._places = places

    def compose(self) -> ComposeResult:
        """A letter at the corner of each control."""
        for letter, widget in self._places.items():
            label = Static(letter, markup=False)
            label.offset = Offset(widget.region.x, widget.region.y)
            yield label

    def on_key(self, event: Key) -> None:
        """Choose the control of the letter; any other key stays."""
        if event.character in self._places:
            event.stop()
            self.dismiss(self._places[event.character])
