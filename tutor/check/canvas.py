"""Experiments with a canvas: whatever may be painted there, they run with it, and show it."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from tutor.check.problem import Problem
from tutor.check.runs import Runs
from tutor.check.source import Source
from tutor.course.model import Canvas, Experiment
from tutor.run import Own, OwnPixels, OwnPoints, RunResult

SIDE = 20
"""Pixels along an edge."""


def _spray(x: float, y: float, number: int, count: int) -> tuple[tuple[float, float, int], ...]:
    """Points on a spiral around a place."""
    return tuple(
        (x + step / count / 5 * math.cos(step), y + step / count / 5 * math.sin(step), number)
        for step in range(count)
    )


PAINTED: Mapping[Canvas, Mapping[str, Own]] = {
    "points": {
        "two classes of ten points": OwnPoints((*_spray(-0.5, 0.2, 1, 10), *_spray(0.5, -0.2, 2, 10))),
        "ten points of each of two classes, on one spot": OwnPoints(((0.5, 0.5, 2), (0.5, 0.5, 4)) * 10),
        "four classes, one of a single point": OwnPoints(
            tuple(chain(_spray(-0.7, 0, 1, 40), _spray(0.7, 0, 2, 10), _spray(0, 0.7, 3, 10), ((0, 0, 4),)))
        ),
    },
    "pixels": {
        "a dark image": OwnPixels(("." * SIDE,) * SIDE),
        "an image that is lit all over": OwnPixels(("#" * SIDE,) * SIDE),
    },
}
"""What a learner may paint, in words, for each canvas: the least that the canvas hands over among it."""


async def check_canvas(source: Source, runs: Runs) -> list[Problem]:
    """Problems of running each experiment that has a canvas with something painted."""
    found: list[Problem] = []
    for experiment in source.lesson.experiments:
        if experiment.canvas is not None:
            found += await _painted(experiment, PAINTED[experiment.canvas], runs)
    return found


async def _painted(experiment: Experiment, painted: Mapping[str, Own], runs: Runs) -> list[Problem]:
    """Problems of one experiment."""
    params = experiment.defaults()
    lesson_s = await runs.at(experiment, params, 0)
    results = await asyncio.gather(*(runs.again(experiment, params, 0, own) for own in painted.values()))
    found: list[Problem] = []
    for words, result in zip(painted, results, strict=True):
        if result.status != "ok":
            error = result.error
            said = f"{error.kind}: {error.message}" if error else result.status
            line = (error and error.line) or 1
            found.append(Problem(experiment.path, line, f"with {words} the run ends with {said}; mend it"))
    if lesson_s.status == "ok" and any(_shown(result) == _shown(lesson_s) for result in results):
        words = "shows the same whatever is painted; use painted_points or painted_pixels, or drop `canvas`"
        found.append(Problem(experiment.path, 1, words))
    return found


def _shown(result: RunResult) -> object:
    """What a learner sees of a run, in words and numbers."""
    return [replace(figure, marks=()) for figure in result.figures], dict(result.metrics)
