"""A split or centroids against the best ones that our own search finds."""

from __future__ import annotations

import itertools
import math
import random
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from tutor.course.draws import Point, points
from tutor.course.question import Split
from tutor.grading.answer import Placed
from tutor.grading.grade import Feedback, Grade

Centre: TypeAlias = tuple[float, float]

FULL_GAIN = 0.98
"""A split with this share of the best gain is right."""

FULL_INERTIA = 0.95
"""Centroids with an inertia so near the best are right: a hand places no finer."""

STARTS = 12
ROUNDS = 50
PLACINGS = 25
"""How many random placements tell what guessing earns."""

NAMES = ("x1", "x2")


def grade_split(question: Split, answer: Placed, draw: int) -> Grade:
    """The share of the best gain; or the best inertia over one's own, stretched so that guessing earns 0."""
    drawn = points(question, draw)
    if question.task == "split":
        return _split(question, drawn, int(answer.values[0]), answer.values[1])
    return _centroids(question, drawn, _pairs(answer.values), draw)


def gain(question: Split, drawn: Sequence[Point], feature: int, value: float) -> float:
    """By how much the split at `value` lowers the impurity, weighted by the sizes of both sides."""
    sides = [[each.group for each in drawn if (_at(each, feature) <= value) is low] for low in (True, False)]
    whole = impurity(question, [each.group for each in drawn])
    return whole - sum(len(side) / len(drawn) * impurity(question, side) for side in sides)


def impurity(question: Split, groups: Sequence[int]) -> float:
    """Gini impurity, or entropy in bits; 0 for no points."""
    shares = [count / len(groups) for count in Counter(groups).values()]
    if question.criterion == "gini":
        return 1 - sum(share**2 for share in shares) if shares else 0.0
    return -sum(share * math.log2(share) for share in shares)


def best_split(question: Split, drawn: Sequence[Point]) -> tuple[int, float, float]:
    """Feature, value and gain of the best split, half way between points; every one is tried."""
    tried = []
    for feature in (0, 1):
        values = sorted({_at(each, feature) for each in drawn})
        for low, high in itertools.pairwise(values):
            middle = (low + high) / 2
            tried.append((feature, middle, gain(question, drawn, feature, middle)))
    return max(tried, key=lambda each: each[2], default=(0, 0.5, 0.0))


def inertia(drawn: Sequence[Point], centres: Sequence[Centre]) -> float:
    """The sum of squared distances to the nearest centre."""
    return sum(min(_apart(each, centre) for centre in centres) for each in drawn)


def best_centres(question: Split, drawn: Sequence[Point], draw: int) -> tuple[Centre, ...]:
    """The centroids with the least inertia of many starts of Lloyd's algorithm with k-means++ seeding."""
    chance = random.Random(f"{draw}:{question.id}:lloyd")
    starts = (_seeded(drawn, len(question.centres), chance) for _ in range(STARTS))
    return min((_lloyd(drawn, start) for start in starts), key=lambda centres: inertia(drawn, centres))


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
            not any(_nearest(each, centres) == place for each in drawn) for place in range(len(centres))
        )
        if lonely:
            words = "One centroid is" if lonely == 1 else f"{lonely} centroids are"
            said.append(Feedback("off", f"{words} nearest to no point at all."))
    return Grade(1.0 if right else score, right, tuple(said), given, wanted)


def _lloyd(drawn: Sequence[Point], centres: Sequence[Centre]) -> tuple[Centre, ...]:
    """Move each centre to the mean of the points nearest to it until none moves."""
    for _ in range(ROUNDS):
        mine: list[list[Point]] = [[] for _ in centres]
        for each in drawn:
            mine[_nearest(each, centres)].append(each)
        moved = tuple(_mean(group) if group else centre for group, centre in zip(mine, centres, strict=True))
        if moved == tuple(centres):
            break
        centres = moved
    return tuple(centres)


def _seeded(drawn: Sequence[Point], count: int, chance: random.Random) -> list[Centre]:
    """Points far apart from each other (k-means++, Arthur and Vassilvitskii 2007)."""
    first = chance.choice(drawn)
    centres = [(first.x, first.y)]
    while len(centres) < count:
        weights = [min(_apart(each, centre) for centre in centres) for each in drawn]
        chosen = chance.choices(drawn, weights)[0] if sum(weights) else chance.choice(drawn)
        centres.append((chosen.x, chosen.y))
    return centres


def _share(best: float, mine: float) -> float:
    """How near an inertia comes to the best: 1 for the best."""
    return min(1.0, best / mine) if mine else 1.0


def _nearest(point: Point, centres: Sequence[Centre]) -> int:
    """The place of the nearest centre."""
    return min(range(len(centres)), key=lambda place: _apart(point, centres[place]))


def _apart(point: Point, centre: Centre) -> float:
    """The squared distance."""
    return (point.x - centre[0]) ** 2 + (point.y - centre[1]) ** 2


def _mean(group: Sequence[Point]) -> Centre:
    """The middle of points."""
    return statistics.fmean(each.x for each in group), statistics.fmean(each.y for each in group)


def _at(point: Point, feature: int) -> float:
    """The point's x or y."""
    return point.y if feature else point.x


def _pairs(values: Sequence[float]) -> list[Centre]:
    """x and y in turn as places."""
    return list(zip(values[::2], values[1::2], strict=True))
