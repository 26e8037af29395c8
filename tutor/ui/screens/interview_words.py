"""Words beside an answer: what is asked back, and what is thought aloud."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App

from tutor.ui.screens.words import WordsScreen
from tutor.ui.sitting import Sitting


async def aside(app: App[object], sitting: Sitting, name: str, title: str, save: Callable[[], None]) -> str:
    """Let the learner write something; empty if it was not sent.

    What is not sent waits for another time, and a sudden end loses none of it: `save` is to write it soon.
    """

    def keep(words: str) -> None:
        sitting.keep_aside(name, words)
        save()

    text = await app.push_screen_wait(WordsScreen(title, sitting.aside(name), sends=True, keep=keep))
    if text is not None:
        sitting.keep_aside(name, "")
    sitting.flush()
    return (text or "").strip()
