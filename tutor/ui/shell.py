"""What every screen stands on: colours, jump mode, help, room enough, and an end that is told calmly."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Resize

from tutor.ui.theme import DARK, ThemedApp

SMALLEST = (60, 15)
"""Columns and rows below which nothing can be shown whole."""

TOO_SMALL = "too-small"
PALETTE = "--command-palette"
"""Ids of the screens over which nothing else opens."""


class Shell(ThemedApp):
    """The app without its contents."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark", "help", "help", key_display="?", id="help", tooltip="All keys of this screen"
        ),
        Binding(
            "escape",
            "close_help",
            "close the help",
            show=False,
            priority=True,
            id="close-help",
            tooltip="Put the help away",
        ),
        Binding("g", "glossary", "glossary", show=False, id="glossary", tooltip="What the terms here mean"),
        Binding("ctrl+o", "jump", "jump", show=False, id="jump", tooltip="Go to any control by a letter"),
        Binding(
            "ctrl+z", "suspend_process", "suspend", show=False, id="suspend", tooltip="Back to the shell"
        ),
    ]

    def __init__(self, theme: str = DARK) -> None:
        super().__init__(theme)
        self.crash: Exception | None = None
        """What ended the app, if anything did."""

    def on_resize(self, event: Resize) -> None:
        """Cover everything while the terminal is too small."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        covered = self.screen.id == TOO_SMALL
        if small and not covered:
            from tutor.ui.screens.too_small import TooSmallScreen

            self.push_screen(TooSmallScreen(SMALLEST, id=TOO_SMALL))
        elif covered and not small:
            self.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing opens over the palette, nor over the notice that the terminal is too small."""
        if action == "close_help":
            return bool(self.screen.query("HelpPanel"))
        opens = action in ("help", "jump", "glossary", "command_palette")
        return not (opens and self.screen.id in (TOO_SMALL, PALETTE))

    def action_help(self) -> None:
        """Show all keys beside the screen, or put them away."""
        if self.screen.query("HelpPanel"):
            self.action_hide_help_panel()
        else:
            self.action_show_help_panel()

    def action_close_help(self) -> None:
        """Put the help away."""
        self.action_hide_help_panel()

    def action_jump(self) -> None:
        """Lay a letter over every control; the letter goes there."""
        from tutor.ui.screens.jump import JumpScreen, go, spots

        if not isinstance(self.screen, JumpScreen):
            self.push_screen(JumpScreen(spots(self.screen)), go)

    def _handle_exception(self, error: Exception) -> None:
        """Keep what ended the app for the log; the terminal is restored as after any end."""
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without a traceback on the terminal: it goes to the log."""
        self._close_messages_no_wait()
