"""Between two moves of an interview: on, home, or to the end."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.interview.moves import Ended
from tutor.ui.sitting import Sitting

Choice: TypeAlias = Literal["on", "home", "end"]

WAYS: tuple[tuple[Choice, str, str], ...] = (
    ("on", "Go on", "esc"),
    ("home", "Home; the interview waits for you", ""),
    ("end", "End it here and read the report", ""),
)


async def pause(app: App[object], sitting: Sitting) -> Choice:
    """Stop the clock if it may be stopped; then on, home, or to the end."""
    chosen = await app.push_screen_wait(PauseScreen(paused=sitting.pause()))
    if chosen == "home":
        sitting.leave()
        return chosen
    sitting.open()
    if chosen == "end":
        sitting.take(Ended(sitting.at))
    return chosen


class PauseScreen(ModalScreen[Choice]):
    """Dismissed with what was chosen."""

    DEFAULT_CSS = """
    PauseScreen {
        align: center middle;
        Vertical { width: 56; max-width: 100%; height: auto; padding: 0 1; }
        Vertical { background: $surface; border: round $here; }
        Static { height: auto; color: $quiet; margin-bottom: 1; }
        OptionList { height: auto; background: $surface; padding: 0; }
        OptionList, OptionList:focus { border: none; }
    }
    """
    BINDING_GROUP_TITLE = "Pause"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "on", "go on", key_display="esc", id="pause.on", tooltip="Go on"),
    ]

    def __init__(self, *, paused: bool) -> None:
        """Whether the clock stands meanwhile."""
        super().__init__()
        self._paused = paused

    def compose(self) -> ComposeResult:
        """What the clock does, and the ways on."""
        with Vertical() as box:
            box.border_title = "Pause" if self._paused else "No pause"
            yield Static(
                "The clock stands still."
                if self._paused
                else "The real thing has no pauses: the clock runs while this is open.",
                markup=False,
            )
            yield OptionList(
                *(
                    Option(Content.assemble(self._says(choice, words), (f"  {key}", "$quiet")), id=choice)
                    for choice, words, key in WAYS
                )
            )

    def _says(self, choice: Choice, words: str) -> str:
        """The words of a way on; without a pause nothing waits."""
        return words if choice != "home" or self._paused else "Home; all is kept, and the clock runs on"

    def action_on(self) -> None:
        """Go on."""
        self.dismiss("on")

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(WAYS[event.option_index][0])
