"""A split or centroids against the best ones that our own search finds."""

from __future__ import annotations

import random
import statistics
from collections.abc import Sequence

from tutor.course.draws import Point, points
from tutor.course.partition import Centre, best_centres, best_split, gain, inertia, nearest
from tutor.course.question import Split
from tutor.grading.answer import Placed
from tutor.grading.grade import Feedback, Grade

__all__ = ["best_centres", "best_split", "gain", "grade_split", "inertia"]

FULL_GAIN = 0.98
"""A split with this share of the best gain is right."""

FULL_INERTIA = 0.95
"""Centroids with an inertia so near the best are right: a hand places no finer."""

PLACINGS = 25
"""How many random placements tell what guessing earns."""

NAMES = ("x1", "x2")


def grade_split(question: Split, answer: Placed, draw: int) -> Grade:
    """The share of the best gain; or the best inertia over one's own, stretched so that guessing earns 0."""
    drawn = points(question, draw)
    if question.task == "split":
        return _split(question, drawn, int(answer.values[0]), answer.values[1])
    return _centroids(question, drawn, _pairs(answer.values), draw)


def _split(question: Split, drawn: Sequence[Point], feature: int, value: float) -> Grade:
    """The grade of a split."""
    best_feature, best_value, best = best_split(question, drawn)
    mine = gain(question, drawn, feature, value)
    share = max(0.0, mine / best) if best else 0.0
    right = share >= FULL_GAIN
    given = f"{NAMES[feature]} ≤ {value:.2f}, gain {mine:.3f}"
    wanted = f"{NAMES[best_feature]} ≤ {best_value:.2f}, gain {best:.3f}"
    said = [Feedback("explain", question.explain)]
    if not right:
        words = f"Your split, {given}; the best, {wanted}."
        said.append(Feedback("off", words))
    return Grade(1.0 if right else share, right, tuple(said), given, wanted)


def _centroids(question: Split, drawn: Sequence[Point], centres: Sequence[Centre], draw: int) -> Grade:
    """The grade of centroids."""
    best = inertia(drawn, best_centres(question, drawn, draw))
    mine = inertia(drawn, centres)
    chance = random.Random(f"{draw}:{question.id}:guess")
    guessed = statistics.median(
        _share(best, inertia(drawn, [(chance.random(), chance.random()) for _ in question.centres]))
        for _ in range(PLACINGS)
    )
    share = _share(best, mine)
    right = share >= FULL_INERTIA
    score = (
        min(0.99, max(0.0, (share - guessed) / (FULL_INERTIA - guessed))) if guessed < FULL_INERTIA else 0.0
    )
    given, wanted = f"inertia {mine:.3f}", f"inertia {best:.3f}"
    said = [Feedback("explain", question.explain)]
    if not right:
        said.append(Feedback("off", f"Your centroids leave an {given}; the best leave {best:.3f}."))
        lonely = sum(
            not any(nearest(each, centres) == place for each in drawn) for place in range(len(centres))
        )
        if lonely:
            words = "One centroid is" if lonely == 1 else f"{lonely} centroids are"
            said.append(Feedback("off", f"{words} nearest to no point at all."))
    return Grade(1.0 if right else score, right, tuple(said), given, wanted)


def _share(best: float, mine: float) -> float:
    """How near an inertia comes to the best: 1 for the best."""
    return min(1.0, best / mine) if mine else 1.0


def _pairs(values: Sequence[float]) -> list[Centre]:
    """x and y in turn as places."""
    return list(zip(values[::2], values[1::2], strict=True))
