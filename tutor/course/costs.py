"""What the mistakes of a threshold cost, and the cheapest threshold."""

from __future__ import annotations

import itertools
from bisect import bisect_left

from tutor.course.draws import scores
from tutor.course.question import Threshold

DEFAULT = 0.5
"""The threshold that people leave as it is."""


def cost(question: Threshold, draw: int, at: float) -> float:
    """What the mistakes cost when every score from the threshold `at` on counts as positive."""
    missed, alarms = mistakes(question, draw, at)
    return missed * question.false_negative + alarms * question.false_positive


def mistakes(question: Threshold, draw: int, at: float) -> tuple[int, int]:
    """Positives that are missed and negatives that raise an alarm at the threshold."""
    positive, negative = scores(question, draw)
    return bisect_left(positive, at), len(negative) - bisect_left(negative, at)


def cheapest(question: Threshold, draw: int) -> tuple[float, float]:
    """The threshold in [0, 1] whose mistakes cost least, and their cost; of equal ones the first."""
    positive, negative = scores(question, draw)
    seen = sorted({0.0, *positive, *negative, 1.0})
    places = (0.0, *((low + high) / 2 for low, high in itertools.pairwise(seen)), 1.0)
    return min(((at, cost(question, draw, at)) for at in places), key=lambda each: each[1])
