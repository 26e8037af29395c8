"""What is said beside the answer: a question to the interviewer, a thought aloud."""

from __future__ import annotations

from textual.app import App

from tutor.interview.clarify import reply
from tutor.interview.moves import Clarified, Noted
from tutor.ui.screens.words import WordsScreen
from tutor.ui.sitting import Sitting


async def ask_back(app: App[object], sitting: Sitting) -> bool:
    """Let the learner ask the interviewer something; whether they did."""
    prompt = sitting.session.prompt
    text = await app.push_screen_wait(WordsScreen("What do you ask the interviewer?", "", sends=True))
    if not text or not text.strip() or prompt is None:
        return False
    return sitting.take(Clarified(sitting.at, text.strip(), reply(prompt, text)))


async def think_aloud(app: App[object], sitting: Sitting) -> None:
    """Keep a thought of the learner's."""
    text = await app.push_screen_wait(WordsScreen("Thinking aloud", "", sends=True))
    if text and text.strip():
        sitting.take(Noted(sitting.at, text.strip()))
