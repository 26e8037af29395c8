"""Whether an answer can be graded at all: told before anything is asked, recorded or counted."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tutor.course.question import (
    Blank,
    Bug,
    ByHand,
    Curve,
    FreeText,
    GuessModel,
    Match,
    MultipleChoice,
    Numeric,
    Order,
    Output,
    Prediction,
    Question,
    ReadPlot,
    SingleChoice,
    Split,
    Threshold,
)
from tutor.grading.answer import (
    Answer,
    Drawn,
    Entered,
    Filled,
    Marked,
    Matched,
    Ordered,
    Picked,
    Placed,
    Written,
)
from tutor.grading.blank import syntax_fault
from tutor.grading.number import read_number

LONGEST_FILL = 200
"""The most characters that go into a gap."""


def fit(question: Question, answer: Answer) -> None:
    """Raise NumberError or ValueError, with a sentence for the learner, unless the answer can be graded."""
    match question, answer:
        case (MultipleChoice(), Picked(choices)):
            _options(choices, len(question.choices), most=len(question.choices))
        case (SingleChoice() | Output() | GuessModel(), Picked(choices)):
            _options(choices, len(question.choices), most=1)
        case (Prediction() | ReadPlot(), Picked(choices)) if question.choices:
            _options(choices, len(question.choices), most=1)
        case (Prediction() | ReadPlot(), Entered(text)) if question.key:
            read_number(text, question.unit)
        case (Numeric() | ByHand(), Entered(text)):
            read_number(text, question.unit)
        case (Order(), Ordered(places)):
            if sorted(places) != list(range(len(question.steps))):
                raise ValueError("Each step must stand in the list once.")
        case (Match(), Matched(rights)):
            _match(question, rights)
        case (Blank(), Filled(texts)):
            _fills(question, texts)
        case (Bug(), Marked(lines, reason)):
            _marks(question, lines, reason)
        case (Curve(), Drawn(heights)):
            if len(heights) != len(question.x) or not all(map(math.isfinite, heights)):
                raise ValueError("Set a height at each x first.")
        case (Threshold(), Placed(values)):
            if len(values) != 1 or not 0 <= values[0] <= 1:
                raise ValueError("Place the threshold between 0 and 1 first.")
        case (Split(), Placed(values)):
            _places(question, values)
        case (FreeText(), Written(text, points)):
            _words(question, text, points)
        case _:
            raise ValueError(f"the answer does not fit the {question.kind} question {question.id}")


def possible(question: Question, answer: Answer) -> bool:
    """Whether a half-made answer, such as a kept draft, names only what the question has."""
    match question, answer:
        case (SingleChoice() | MultipleChoice() | Output() | GuessModel(), Picked(choices)):
            return set(choices) <= set(range(len(question.choices)))
        case (Prediction() | ReadPlot(), Picked(choices)):
            return set(choices) <= set(range(len(question.choices)))
        case (Numeric() | ByHand() | Prediction() | ReadPlot(), Entered()):
            return True
        case (Order(), Ordered(places)):
            return sorted(places) == list(range(len(question.steps)))
        case (Match(), Matched(rights)):
            there = set(range(-1, len(question.rights)))
            return len(rights) == len(question.pairs) and set(rights) <= there
        case (Blank(), Filled(texts)):
            return len(texts) == len(question.accepts)
        case (Bug(), Marked(lines, reason)):
            there = set(range(1, question.code.count("\n") + 2))
            return set(lines) <= there and reason in range(-1, len(question.choices))
        case (Curve(), Drawn(heights)):
            return len(heights) <= len(question.x)
        case (Threshold(), Placed(values)):
            return len(values) <= 1
        case (Split(), Placed(values)):
            return len(values) <= 2 * (len(question.centres) if question.task == "centroids" else 1)
        case (FreeText(), Written(_, points)):
            return set(points) <= set(range(len(question.points)))
    return False


def _options(picked: Sequence[int], there: int, *, most: int) -> None:
    """Between one and `most` different existing options are picked."""
    if not 1 <= len(picked) <= most or len(set(picked)) != len(picked):
        raise ValueError(f"{len(picked)} options are picked where 1 to {most} can be")
    if wrong := set(picked) - set(range(there)):
        raise ValueError(f"there is no option {max(wrong) + 1}")


def _match(question: Match, rights: Sequence[int]) -> None:
    """Each left side has another right side."""
    if len(rights) != len(question.pairs) or not set(rights) <= set(range(-1, len(question.rights))):
        raise ValueError(f"the answer does not fit the match question {question.id}")
    if left := [pair.left for pair, chosen in zip(question.pairs, rights, strict=True) if chosen < 0]:
        raise ValueError(f"“{left[0]}” has no partner yet.")
    if len(set(rights)) < len(rights):
        raise ValueError("One right side is taken twice; each belongs to one left side only.")


def _fills(question: Blank, texts: Sequence[str]) -> None:
    """Every gap has a short text, and the whole is Python."""
    if len(texts) != len(question.accepts):
        raise ValueError(f"the answer does not fit the blank question {question.id}")
    for place, text in enumerate(texts, start=1):
        which = f"Gap {place}" if len(texts) > 1 else "The gap"
        if not text.strip():
            raise ValueError(f"{which} is empty; type what belongs there.")
        if len(text) > LONGEST_FILL:
            raise ValueError(f"{which} holds {len(text):,} characters; at most {LONGEST_FILL} fit.")
        if "\n" in text or "\0" in text:
            raise ValueError(f"{which} takes one line.")
    if fault := syntax_fault(question, texts):
        raise ValueError(f"Filled in so, the code is not Python: {fault}.")


def _marks(question: Bug, lines: Sequence[int], reason: int) -> None:
    """A line is marked, all marks are in the code, and there is a reason."""
    if not lines:
        raise ValueError("Mark the guilty line first.")
    if len(set(lines)) < len(lines) or not set(lines) <= set(range(1, question.code.count("\n") + 2)):
        raise ValueError("the marks are not lines of the code")
    if reason not in range(len(question.choices)):
        raise ValueError("Now pick the reason.")


def _places(question: Split, values: Sequence[float]) -> None:
    """A split names a feature and a value; centroids have both coordinates."""
    if not all(math.isfinite(each) for each in values):
        raise ValueError("Every place must be a number.")
    if question.task == "split" and (len(values) != 2 or values[0] not in (0, 1)):
        raise ValueError("Place the split first.")
    if question.task == "centroids" and len(values) != 2 * len(question.centres):
        raise ValueError(f"Place all {len(question.centres)} centroids first.")


def _words(question: FreeText, text: str, points: Sequence[int]) -> None:
    """Something is said, not too long; the points exist."""
    if not text.strip():
        raise ValueError("Write a sentence or two first.")
    if len(text) > question.longest:
        raise ValueError(f"Your answer has {len(text):,} characters; at most {question.longest:,} fit.")
    if not set(points) <= set(range(len(question.points))):
        raise ValueError("the model answer has fewer points")
