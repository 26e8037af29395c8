"""A threshold against the cheapest one, and against one half."""

from __future__ import annotations

import itertools
from bisect import bisect_left

from tutor.course.draws import scores
from tutor.course.question import Threshold
from tutor.grading.answer import Placed
from tutor.grading.grade import Feedback, Grade
from tutor.grading.number import show_number

NEAR = 1.02
"""A threshold that costs up to so many times the least cost is right."""

DEFAULT = 0.5


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


def grade_threshold(question: Threshold, answer: Placed, draw: int) -> Grade:
    """1 − (cost − least) / (cost at .5 − least), in [0, 1]; whole within two percent of the least."""
    (at,) = answer.values
    best, least = cheapest(question, draw)
    mine, half = cost(question, draw, at), cost(question, draw, DEFAULT)
    right = mine <= NEAR * least + 1e-9
    share = 1 - (mine - least) / (half - least) if half > least else 0.0
    said = [Feedback("explain", question.explain)]
    said.append(Feedback("off", _told(question, draw, at)))
    if not right:
        side = "up" if best > at else "down"
        said.append(Feedback("off", f"Move it {side}: {_told(question, draw, best)}"))
    return Grade(
        score=1.0 if right else min(0.99, max(0.0, share)),
        right=right,
        feedback=tuple(said),
        given=f"{at:.2f}, which costs {show_number(mine, question.unit)}",
        wanted=f"{best:.2f}, which costs {show_number(least, question.unit)}",
    )


def _told(question: Threshold, draw: int, at: float) -> str:
    """The mistakes at a threshold and their cost, in words."""
    missed, alarms = mistakes(question, draw, at)
    paid = show_number(cost(question, draw, at), question.unit)
    return f"at {at:.2f} it misses {missed} and raises {alarms} false alarms, which costs {paid}."
