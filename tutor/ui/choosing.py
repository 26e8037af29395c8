"""What the learner has chosen for the whole app: it holds at once, and is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from tutor.learner.store import Record
from tutor.ui.completing import CompletingShell
from tutor.ui.ports import Completer
from tutor.ui.screens.roadmap import RoadmapScreen
from tutor.ui.theme import DARK

if TYPE_CHECKING:
    from tutor.ui.screens.settings import SettingsScreen
    from tutor.ui.screens.welcome import WelcomeScreen


class ChoosingShell(CompletingShell):
    """A shell with settings."""

    def __init__(self, record: Record, completer: Callable[[], Completer] | None) -> None:
        kept = record.progress.settings
        super().__init__(str(kept.get("theme", DARK)), completer)
        self.completes = kept.get("completion") != "off"
        if kept.get("motion") == "none":
            self.animation_level = "none"
        self._record = record

    def choose(self, setting: str, value: str) -> None:
        """Let a setting hold at once, and keep it."""
        if setting == "theme":
            self.theme = value
        elif setting == "completion":
            self.completes = value == "on"
        elif setting == "motion":
            self.animation_level = "none" if value == "none" else "full"
        self._record.append("setting-changed", {"name": setting, "value": value})

    @on(RoadmapScreen.SettingsRequested)
    def show_settings(self) -> None:
        """The settings over what is shown."""
        from tutor.ui.screens.settings import SettingsScreen

        motion = "none" if self.animation_level == "none" else "full"
        completion = "on" if self.completes else "off"
        confidence = str(self._record.progress.settings.get("confidence", "on"))
        self.push_screen(SettingsScreen(self.theme, motion, completion, confidence))

    def on_settings_screen_changed(self, event: SettingsScreen.Changed) -> None:
        """A setting was changed."""
        self.choose(event.name, event.value)

    def on_welcome_screen_theme_chosen(self, event: WelcomeScreen.ThemeChosen) -> None:
        """The learner tries the colours."""
        self.theme = event.theme
