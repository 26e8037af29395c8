"""What the mistakes of a threshold cost, and the cheapest threshold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeAlias

from tutor.course.question import Threshold

Scored: TypeAlias = tuple[Sequence[float], Sequence[float]]
"""The scores of the positive and of the negative cases, each ascending."""

DEFAULT = 0.5
"""The threshold that people leave as it is."""

WORTH = 0.9
"""Where the least cost is more than this share of the cost at one half, there is nothing to be learnt."""


def mistakes(scored: Scored, at: float) -> tuple[int, int]:
    """Positives that are missed and negatives that raise an alarm when scores from `at` on are positive."""
    positive, negative = scored
    return bisect_left(positive, at), len(negative) - bisect_left(negative, at)


def cost(question: Threshold, scored: Scored, at: float) -> float:
    """What the mistakes at a threshold cost."""
    missed, alarms = mistakes(scored, at)
    return missed * question.false_negative + alarms * question.false_positive


def cheapest(question: Threshold, scored: Scored) -> tuple[float, float]:
    """The threshold in [0, 1] whose mistakes cost least, and their cost; of equal ones the first."""
    seen = sorted({0.0, *scored[0], *scored[1], 1.0})
    return min(((at, cost(question, scored, at)) for at in seen), key=lambda each: each[1])


def telling(question: Threshold, scored: Scored) -> bool:
    """Whether moving the threshold away from one half saves something."""
    return cheapest(question, scored)[1] < WORTH * cost(question, scored, DEFAULT)
