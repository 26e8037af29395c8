"""Runs of experiments, each made once however many checks ask for it."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from tutor.course.locate import origin_of
from tutor.course.model import Experiment, Lesson
from tutor.run import Limits, Own, RunRequest, RunResult, Scalar

Run: TypeAlias = Callable[[RunRequest], Awaitable[RunResult]]


@dataclass(slots=True)
class Runs:
    """Runs by experiment, params and seed; `run` makes one."""

    run: Run
    made: dict[tuple[object, ...], asyncio.Task[RunResult]] = field(default_factory=dict)

    async def at(self, experiment: Experiment, params: Mapping[str, Scalar], seed: int) -> RunResult:
        """The result of one run, remembered."""
        key = (experiment.path, tuple(sorted(params.items())), seed)
        if key not in self.made:
            self.made[key] = asyncio.ensure_future(self.again(experiment, params, seed))
        return await self.made[key]

    async def again(
        self, experiment: Experiment, params: Mapping[str, Scalar], seed: int, own: Own | None = None
    ) -> RunResult:
        """The result of a fresh run, its figures without their marks: few look at those."""
        result = await self.drawn(experiment, params, seed, own)
        return replace(result, figures=tuple(replace(figure, marks=()) for figure in result.figures))

    async def drawn(
        self, experiment: Experiment, params: Mapping[str, Scalar], seed: int, own: Own | None = None
    ) -> RunResult:
        """The result of a fresh run with all that it draws."""
        request = RunRequest(
            source=experiment.source(),
            filename=experiment.path.name,
            entry="run",
            params=params,
            seed=seed,
            limits=Limits(wall_s=max(30.0, 10 * experiment.budget_s)),
            origin=origin_of(experiment.path),
            own=own,
        )
        return await self.run(request)

    async def metrics(self, lesson: Lesson, seed: int) -> dict[str, Mapping[str, float]]:
        """Setting → metrics of each setting whose run gave sound ones."""
        settings = [setting for each in lesson.experiments for setting in each.settings]
        results = await asyncio.gather(
            *(self.at(lesson.experiment(each.id), lesson.params(each.id), seed) for each in settings)
        )
        return {
            setting.id: result.metrics
            for setting, result in zip(settings, results, strict=True)
            if result.status == "ok" and all(map(math.isfinite, result.metrics.values()))
        }
