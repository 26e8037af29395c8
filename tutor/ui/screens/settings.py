"""The settings: few, applied at once, kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen

from tutor.ui.theme import LABELS
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.picker import Picker

MOTION = {"full": "on", "none": "off"}
COMPLETION = {"on": "on", "off": "off"}
SECOND = {"off": "none", "on": "a language model's"}
CONFIDENCE = {"on": "asked", "off": "not asked"}


class SettingsScreen(ModalScreen[None]):
    """One line for each setting."""

    CSS_PATH = "settings.tcss"
    HELP = """\
    # Settings

    **←** and **→** change a setting; it holds at once and is kept. **Esc** goes back.
    """
    BINDING_GROUP_TITLE = "Settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back", key_display="esc", id="settings-back", tooltip="Back"),
    ]

    @dataclass
    class Changed(Message):
        """This setting holds from now on."""

        name: str
        value: str

    def __init__(self, theme: str, motion: str, completion: str, confidence: str, second: str) -> None:
        super().__init__()
        self._values = theme, motion, completion, confidence, second

    def compose(self) -> ComposeResult:
        """The settings."""
        theme, motion, completion, confidence, second = self._values
        with VerticalScroll(can_focus=False) as box:
            box.border_title = "Settings"
            yield Picker("Colours", LABELS, theme, name="theme")
            yield Picker("Motion, such as smooth scrolling", MOTION, motion, name="motion")
            yield Picker("Names offered while you type code", COMPLETION, completion, name="completion")
            yield Picker("How sure you are, before you are told", CONFIDENCE, confidence, name="confidence")
            yield Picker("A second opinion on answers in words", SECOND, second, name="endpoint")
        yield KeyLine()

    def stays_off(self) -> None:
        """The second opinion was not switched on after all."""
        self.query_one("#endpoint", Picker).value = "off"

    @on(Picker.Changed)
    def keep(self, event: Picker.Changed) -> None:
        """Pass on what was changed."""
        self.post_message(self.Changed(event.picker.id or "", event.value))
