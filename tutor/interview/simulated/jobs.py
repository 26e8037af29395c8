"""What can be computed on the simulated cluster, and how it is done without one."""

from __future__ import annotations

import math
import random
import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Job:
    """What is to be computed, and how it is done without a cluster."""

    name: str
    items: Callable[[random.Random, int], list[Any]]
    serial: Callable[[Sequence[Any]], Any]


CENTRES = ((0.0, 0.0), (4.0, 4.0), (0.0, 5.0))
"""The centres of the k-means step, sent to every worker before it."""


def _numbers(source: random.Random, count: int) -> list[Any]:
    return [source.gauss(3, 2) for _ in range(count)]


def _words(source: random.Random, count: int) -> list[Any]:
    return [source.choice(["loss", "data", "tree", "fold", "seed", "rare"]) for _ in range(count)]


def _points(source: random.Random, count: int) -> list[Any]:
    return [
        (source.gauss(x, 1), source.gauss(y, 1)) for x, y in (source.choice(CENTRES) for _ in range(count))
    ]


def _moved(points: Sequence[Any]) -> list[tuple[float, float]]:
    """The centres after one step of k-means; one without points stays."""
    near: dict[int, list[Any]] = {}
    for point in points:
        nearest = min(range(len(CENTRES)), key=lambda k: math.dist(point, CENTRES[k]))
        near.setdefault(nearest, []).append(point)
    return [
        (statistics.fmean(x for x, _ in near[k]), statistics.fmean(y for _, y in near[k]))
        if k in near
        else centre
        for k, centre in enumerate(CENTRES)
    ]


JOBS = {
    "mean-variance": Job(
        "mean-variance", _numbers, lambda xs: (statistics.fmean(xs), statistics.pvariance(xs))
    ),
    "word-count": Job("word-count", _words, lambda words: dict(Counter(words))),
    "k-means-step": Job("k-means-step", _points, _moved),
}
