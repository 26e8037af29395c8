"""The question whether code may run that nothing confines."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.sandbox.permission import QUESTION


class UnconfinedScreen(ModalScreen[bool]):
    """Dismissed with the answer; it holds until the app is closed."""

    HELP = """\
    # Code without walls

    On most Linux machines the tutor runs code where it can reach neither your files nor the network. Here
    it cannot, so it asks. **Enter** takes what is marked, **Esc** does not run anything.
    """
    DEFAULT_CSS = """
    UnconfinedScreen {
        align: center middle;
        Vertical { width: 72; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; }
        Vertical { background: $surface; border: round $accent; }
        Static { height: auto; margin-bottom: 1; }
        OptionList { height: auto; background: $surface; padding: 0; }
        OptionList, OptionList:focus { border: none; }
    }
    """
    BINDING_GROUP_TITLE = "Code without walls"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "refuse", "do not run", key_display="esc", id="unconfined-no", tooltip="Do not run"
        ),
    ]

    def compose(self) -> ComposeResult:
        """What it means, then the two answers, the careful one first."""
        with Vertical() as box:
            box.border_title = "Run it without walls?"
            yield Static(f"{QUESTION} Lessons can be read and questions answered without it.", markup=False)
            yield OptionList(
                Option("Do not run code", id="no"), Option("Run code until I close the tutor", id="yes")
            )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id == "yes")

    def action_refuse(self) -> None:
        """No."""
        self.dismiss(False)
