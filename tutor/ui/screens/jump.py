"""Jump mode: a letter on every control; the letter goes there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the screen, and how to go there."""

    at: Offset
    go: Callable[[], object]


@runtime_checkable
class Jumpable(Protocol):
    """A widget with places of its own, such as the names of tabs."""

    def jumps(self) -> Iterable[tuple[Offset, Callable[[], object]]]:
        """Each place relative to the widget, and how to go there."""


def spots(screen: Screen[object]) -> dict[str, Spot]:
    """A letter for each control in sight, from top left to bottom right."""
    found = sorted(_spots(screen), key=lambda spot: (spot.at.y, spot.at.x))
    return dict(zip(LETTERS, found, strict=False))


def _spots(screen: Screen[object]) -> Iterator[Spot]:
    """What takes the focus, and the places that widgets offer."""
    for widget in screen.focus_chain:
        if widget.region and widget.is_on_screen:
            yield Spot(widget.region.offset, widget.focus)
    for node in screen.query("*"):
        if isinstance(node, Jumpable) and node.region and node.is_on_screen:
            for at, go in node.jumps():
                yield Spot(node.region.offset + at, go)


def go(spot: Spot | None) -> None:
    """Go there, if anywhere was chosen."""
    if spot is not None:
        spot.go()


class JumpScreen(ModalScreen[Spot | None]):
    """Letters laid over the screen beneath; dismissed with the place chosen."""

    DEFAULT_CSS = """
    JumpScreen { background: $background 40%; }
    JumpScreen Static {
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

    def __init__(self, spots: dict[str, Spot]) -> None:
        super().__init__()
        self.spots = spots

    def compose(self) -> ComposeResult:
        """A letter at each place."""
        for letter, spot in self.spots.items():
            label = Static(letter, markup=False)
            label.offset = spot.at
            yield label

    def on_key(self, event: Key) -> None:
        """Go to the place of the letter; any other letter stays."""
        spot = self.spots.get(event.character or "")
        if spot is not None:
            event.stop()
            self.dismiss(spot)
