"""What the learner has chosen for the whole app: it holds at once, and is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import on, work

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

    environ: Mapping[str, str] = os.environ
    """What may name an endpoint."""

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
        second = "on" if self._record.progress.settings.get("endpoint") == "on" else "off"
        self.push_screen(SettingsScreen(self.theme, motion, completion, confidence, second))

    def on_settings_screen_changed(self, event: SettingsScreen.Changed) -> None:
        """A setting was changed; what sends answers elsewhere is shown before it is."""
        if event.name == "endpoint" and event.value == "on":
            self._offer_endpoint()
        else:
            self.choose(event.name, event.value)

    @work(group="endpoint", exclusive=True, exit_on_error=False)
    async def _offer_endpoint(self) -> None:
        """Let the learner name an endpoint and read what is sent; it is on only if they say so."""
        from tutor.grading.endpoint.key import where_from
        from tutor.grading.endpoint.settings import KEPT_MODEL, KEPT_URL, MODEL, SWITCH, URL
        from tutor.ui.screens.endpoint import EndpointScreen
        from tutor.ui.screens.settings import SettingsScreen

        kept = self._record.progress.settings
        url = str(kept.get(KEPT_URL) or self.environ.get(URL, ""))
        model = str(kept.get(KEPT_MODEL) or self.environ.get(MODEL, ""))
        found = await self.push_screen_wait(
            EndpointScreen(url, model, lambda each: where_from(each, self.environ))
        )
        if found is not None:
            for name, value in ((KEPT_URL, found.url), (KEPT_MODEL, found.model), (SWITCH, "on")):
                self.choose(name, value)
        elif isinstance(self.screen, SettingsScreen):
            self.screen.stays_off()

    def on_welcome_screen_theme_chosen(self, event: WelcomeScreen.ThemeChosen) -> None:
        """The learner tries the colours."""
        self.theme = event.theme
