"""The best split of drawn points, and the best centroids, by searches of our own."""

from __future__ import annotations

import itertools
import math
import random
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from tutor.course.draws import Point
from tutor.course.question import Split

Centre: TypeAlias = tuple[float, float]

STARTS = 12
ROUNDS = 50


def gain(question: Split, drawn: Sequence[Point], feature: int, value: float) -> float:
    """By how much the split at `value` lowers the impurity, weighted by the sizes of both sides."""
    sides = [
        [each.group for each in drawn if (along(each, feature) <= value) is low] for low in (True, False)
    ]
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
        values = sorted({along(each, feature) for each in drawn})
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


def _lloyd(drawn: Sequence[Point], centres: Sequence[Centre]) -> tuple[Centre, ...]:
    """Move each centre to the mean of the points nearest to it until none moves."""
    for _ in range(ROUNDS):
        mine: list[list[Point]] = [[] for _ in centres]
        for each in drawn:
            mine[nearest(each, centres)].append(each)
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


def nearest(point: Point, centres: Sequence[Centre]) -> int:
    """The place of the nearest centre."""
    return min(range(len(centres)), key=lambda place: _apart(point, centres[place]))


def _apart(point: Point, centre: Centre) -> float:
    """The squared distance."""
    return (point.x - centre[0]) ** 2 + (point.y - centre[1]) ** 2


def _mean(group: Sequence[Point]) -> Centre:
    """The middle of points."""
    return statistics.fmean(each.x for each in group), statistics.fmean(each.y for each in group)


def along(point: Point, feature: int) -> float:
    """The point's x or y."""
    return point.y if feature else point.x
