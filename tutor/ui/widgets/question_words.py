"""What stands over and under a question: what is asked for, and the keys that answer it."""

from __future__ import annotations

from typing import Literal

from textual.content import Content

from tutor.grading.sheet import Entry
from tutor.ui.widgets.answers.answering import Answering
from tutor.ui.widgets.key_words import keys

HOW = {
    "single": "Question · pick one",
    "multiple": "Question · pick all that are right",
    "numeric": "Question · type a number",
    "predict": "Before you run it",
    "order": "Question · put the steps in order",
    "match": "Question · match what belongs together",
    "blank": "Question · fill the gaps",
    "bug": "Question · mark the line, then say why",
    "output": "Question · what does it print?",
    "curve": "Before you run it · draw the curve",
    "threshold": "Question · place the threshold",
    "plot": "Question · read the plot",
    "model": "Question · which one drew this?",
    "hand": "Question · calculate by hand",
    "split": "Question · place it by hand",
    "text": "Question · in your own words",
}
"""What stands over each kind of question."""


def keys_of(entry: Entry, asks: Answering, stage: Literal["answering", "sure", "comparing"]) -> Content:
    """What can be done with the question now; letters are text where something is typed."""
    question, out = entry.question, "esc " if asks.typed() else ""
    match entry.phase:
        case "open" if stage == "sure":
            words = [("1 2 3 4", "how sure"), ("enter", "passes"), ("esc", "changes the answer")]
        case "open" if stage == "comparing":
            words = list(asks.ways())
        case "open":
            words = list(asks.ways())
            words += [(f"{out}h", "hint")] if question.hint else []
            words += [(f"{out}k", "skips")] if question.kind == "predict" else []
        case "committed" if question.kind == "predict":
            words = [("r", "runs it, and the run decides"), ("y", "changes it")]
        case "committed":
            words = [("y", "changes it")]
        case "skipped":
            words = [("y", "predicts after all")]
        case "graded":
            words = [("enter", "goes on")]
            words += [("v", "shows it")] if question.proof else []
            words += [("y", "tries again")] if entry.can_retry else []
    return keys(*words)
