"""The order in which a question's options, steps or right sides are shown."""

from __future__ import annotations

import itertools
import random
import re

from tutor.course.question import (
    Bug,
    GuessModel,
    Match,
    MultipleChoice,
    Order,
    Output,
    Prediction,
    Question,
    ReadPlot,
    SingleChoice,
)
from tutor.grading.arrangement import violated

_REFERS = re.compile(
    r"\b(all|none|both|neither|either)\b.*\b(above|below|these|those|them|others)\b|^(both|neither|all|none)\b",
    re.I,
)


def shown_order(question: Question, seed: int) -> tuple[int, ...]:
    """Places of the options, steps or right sides as shown, shuffled by `seed`; none for other kinds.

    Options keep their order where the author says so or one refers to others; steps are never shown right.
    """
    match question:
        case SingleChoice() | MultipleChoice() | Bug() | Output() | Prediction() | ReadPlot():
            texts = [each.text for each in question.choices]
            fixed = question.keep_order or any(map(_REFERS.search, texts))
            return tuple(range(len(texts))) if fixed else _shuffled(question, len(texts), seed)
        case GuessModel():
            return _shuffled(question, len(question.choices), seed)
        case Match():
            return _shuffled(question, len(question.rights), seed)
        case Order():
            tries = (_shuffled(question, len(question.steps), seed, turn) for turn in itertools.count())
            return next(places for places in tries if violated(question, places))
    return ()


def _shuffled(question: Question, count: int, seed: int, turn: int = 0) -> tuple[int, ...]:
    """So many places in an order that the seed decides."""
    places = list(range(count))
    random.Random(f"{seed}:{question.id}{'+' * turn}").shuffle(places)
    return tuple(places)
