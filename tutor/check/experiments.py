"""Experiments: every corner of the params ends within the budget with sound figures and metrics."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tutor.check.problem import Problem
from tutor.check.runs import Runs
from tutor.check.source import Source
from tutor.course.model import Experiment
from tutor.course.param import corners
from tutor.run import RunResult, Scalar

TRIES = 2
"""How often a slow run may try again, alone: other work on the machine is not the lesson's fault."""

FIGURES = 3
"""The most figures of one run."""

DEPRECATED = re.compile(r"\w*(?:Future|Deprecation)Warning: .*")


@dataclass(frozen=True, slots=True)
class Slow:
    """A run that took longer than the budget while others ran beside it."""

    source: Source
    experiment: Experiment
    params: Mapping[str, Scalar]
    seed: int


async def check_experiments(source: Source, runs: Runs, seeds: int) -> tuple[list[Problem], list[Slow]]:
    """Problems of running the experiments, at the corners and at each setting and seed; and slow runs."""
    found: list[Problem] = []
    slow: list[Slow] = []
    for experiment in source.lesson.experiments:
        points = [(params, 0) for params in corners(experiment.params)]
        for setting in experiment.settings:
            points += [(source.lesson.params(setting.id), seed) for seed in range(seeds)]
        results = await asyncio.gather(*(runs.at(experiment, params, seed) for params, seed in points))
        told: set[str] = set()
        for (params, seed), result in zip(points, results, strict=True):
            for fault in faults(experiment, result):
                if fault.message not in told:
                    told.add(fault.message)
                    found.append(replace(fault, message=f"{fault.message} ({_said(params, seed)})"))
            if result.status == "ok" and result.cpu_s > experiment.budget_s:
                slow.append(Slow(source, experiment, params, seed))
    return found, slow


async def check_budgets(slow: Iterable[Slow], runs: Runs) -> list[Problem]:
    """Experiments that are too slow even with the sandbox to themselves: the first such run of each."""
    found: dict[Path, Problem] = {}
    for each in slow:
        if each.experiment.path in found:
            continue
        for _ in range(TRIES):
            result = await runs.again(each.experiment, each.params, each.seed)
            if result.cpu_s <= each.experiment.budget_s:
                break
        else:
            place = each.source.lesson.experiments.index(each.experiment)
            found[each.experiment.path] = each.source.problem(
                ("experiments", place, "budget_s"),
                f"{each.experiment.id} takes {result.cpu_s:.2f} s, longer than its budget of "
                f"{each.experiment.budget_s:g} s ({_said(each.params, each.seed)}); make it lighter",
            )
    return list(found.values())


def faults(experiment: Experiment, result: RunResult) -> Iterator[Problem]:
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
