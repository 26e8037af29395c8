"""Keys with what they do, in a line of text; a click on one does it too."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.style import Style
from textual.widgets import Static

ACTIONS = {
    "enter": "screen.advance",
    "F3": "screen.pane('quiz')",
    "h": "screen.hint",
    "k": "screen.skip",
    "n": "screen.next",
    "r": "screen.run",
    "s": "screen.stop",
    "x": "screen.exercise",
    "v": "screen.prove",
    "y": "screen.retry",
}
"""Key as printed → what a click on it does."""

COMMIT = "screen.commit"


class KeyWords(Static):
    """Shows what `keys` makes, and does what is clicked."""

    ALLOW_SELECT = False

    async def on_click(self, event: Click) -> None:
        """Do what the words under the mouse say."""
        if action := event.style.meta.get("does"):
            event.stop()
            await self.run_action(action)


def keys(*pairs: tuple[str, str]) -> Content:
    """Keys with what they do; enter commits where the words say so."""
    return Content.styled(" · ", "$quiet").join(_pair(key, words) for key, words in pairs)


def _pair(key: str, words: str) -> Content:
    """One key and its words."""
    action = COMMIT if words.startswith("commits") else ACTIONS.get(key.removeprefix("esc "), "")
    return press(key, words, action)


def press(key: str, words: str, action: str) -> Content:
    """One key, its words, and the action that a click does."""
    return Content.assemble((key, "$here"), f" {words}").stylize(Style.from_meta({"does": action}))
