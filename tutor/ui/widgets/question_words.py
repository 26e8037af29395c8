"""What stands over and under a question: what is asked for, and the keys that answer it."""

from __future__ import annotations

from textual.content import Content

from tutor.course.question import ByHand, Curve, FreeText, Output, Prediction, Question
from tutor.grading.entry import Entry
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


def keys_of(entry: Entry, asks: Answering, *, wonders: bool) -> Content:
    """What can be done with the question now; `wonders` is whether it is asked how sure the learner is."""
    question, out = entry.question, "esc " if asks.typed() else ""
    match entry.phase:
        case "open" if wonders:
            words = [("1 2 3 4", "how sure"), ("enter", "passes"), ("esc", "changes the answer")]
        case "open":
            words = list(asks.ways())
            words += [(f"{out}h", "hint")] if question.hint else []
            words += [(f"{out}k", "skips")] if isinstance(question, Prediction | Curve) else []
        case "committed":
            words = [*_waits(question, asks), ("y", "changes it")]
        case "skipped":
            words = [("y", "predicts after all")]
        case "graded":
            words = [("enter", "goes on")]
            words += [("v", "shows it")] if provable(question) else []
            words += [("y", again(entry))] if entry.can_retry else []
    return keys(*words)


def provable(question: Question) -> bool:
    """Whether a run shows that the answer is right."""
    return bool(question.proof) or isinstance(question, Output)


def again(entry: Entry) -> str:
    """What another attempt is."""
    if entry.grade is None or not entry.grade.right:
        return "tries again"
    return "fresh numbers" if isinstance(entry.question, ByHand) else "another one"


def _waits(question: Question, asks: Answering) -> tuple[tuple[str, str], ...]:
    """What decides an answer that is committed to."""
    match question:
        case Prediction() | Curve():
            return (("r", "runs it, and the run decides"),)
        case FreeText():
            return asks.ways()
    return ()
