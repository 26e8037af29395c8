"""Words beside an answer: what is asked back, and what is thought aloud."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App

from tutor.interview.clarify import reply
from tutor.interview.moves import Clarified, Noted
from tutor.ui.screens.words import WordsScreen
from tutor.ui.sitting import Sitting


async def asked_back(app: App[object], sitting: Sitting, save: Callable[[], None]) -> bool:
    """Ask the interviewer something; whether it was asked."""
    text = await aside(app, sitting, "ask", "What do you ask the interviewer?", save)
    prompt, exchange = sitting.session.prompt, sitting.session.exchange
    if not text or prompt is None or exchange is None:
        return False
    answer = reply(prompt, text, [said for _, said in exchange.clarified])
    return sitting.take(Clarified(sitting.at, text, answer))


async def thought_aloud(app: App[object], sitting: Sitting, save: Callable[[], None]) -> bool:
    """Keep a thought; whether there was one."""
    text = await aside(app, sitting, "thought", "Thinking aloud", save)
    return bool(text) and sitting.take(Noted(sitting.at, text))


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
