"""Experiments: every corner of the params ends within the budget with sound figures and metrics."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Iterator, Mapping

from tutor.check.problem import Problem
from tutor.check.runs import Runs
from tutor.check.source import Source
from tutor.course.model import Experiment
from tutor.course.param import corners
from tutor.run import RunResult, Scalar

TRIES = 3
"""How often a corner may try to keep its budget: other work on the machine is not the lesson's fault."""

FIGURES = 3
"""The most figures of one run."""

DEPRECATED = re.compile(r"\w*(?:Future|Deprecation)Warning: .*")


async def check_experiments(source: Source, runs: Runs, seeds: int) -> list[Problem]:
    """Problems of running the experiments: at the corners, and at each setting and seed."""
    found: list[Problem] = []
    for place, experiment in enumerate(source.lesson.experiments):
        points = [(params, 0) for params in corners(experiment.params)]
        for setting in experiment.settings:
            points += [(source.lesson.params(setting.id), seed) for seed in range(seeds)]
        results = await asyncio.gather(*(runs.at(experiment, params, seed) for params, seed in points))
        told: set[str] = set()
        for (params, seed), result in zip(points, results, strict=True):
            for fault in _faults(experiment, result):
                if fault.message not in told:
                    told.add(fault.message)
                    found.append(Problem(fault.file, fault.line, f"{fault.message} ({_said(params, seed)})"))
            if result.status == "ok" and not await _in_time(experiment, params, seed, result, runs):
                message = f"{experiment.id} takes longer than its budget of {experiment.budget_s:g} s"
                path = ("experiments", place, "budget_s")
                found.append(source.problem(path, f"{message} ({_said(params, seed)}); make it lighter"))
                break
    return found


async def _in_time(
    experiment: Experiment, params: Mapping[str, Scalar], seed: int, result: RunResult, runs: Runs
) -> bool:
    """Whether this run, or one of the next tries, kept the budget."""
    for _ in range(TRIES - 1):
        if result.elapsed_s <= experiment.budget_s:
            return True
        result = await runs.again(experiment, params, seed)
    return result.elapsed_s <= experiment.budget_s


def _faults(experiment: Experiment, result: RunResult) -> Iterator[Problem]:
    """What is wrong with one run."""
    path = experiment.path
    if result.status != "ok":
        error = result.error
        words = f"{error.kind}: {error.message}" if error else result.status
        yield Problem(path, (error and error.line) or 1, f"the run ends with {words}; mend it")
        return
    if not result.figures or len(result.figures) > FIGURES:
        yield Problem(path, 1, f"the run shows {len(result.figures)} figures; show one to {FIGURES}")
    for figure in result.figures:
        if not figure.alt.strip():
            yield Problem(path, 1, f"the figure {figure.title!r} has no alt sentence; say what one sees")
    if not result.metrics:
        yield Problem(path, 1, "the run gives no metrics; return Result(metrics={…}, figures=[…])")
    for name, value in result.metrics.items():
        if not math.isfinite(value):
            yield Problem(path, 1, f"the metric {name} is {value}, no finite number; mend it")
    for warning in DEPRECATED.findall(result.stderr):
        yield Problem(path, 1, f"the run warns {warning!r}; use what is not deprecated")


def _said(params: Mapping[str, Scalar], seed: int) -> str:
    """The params in words."""
    return ", ".join((*(f"{name}={value}" for name, value in params.items()), f"seed={seed}"))
