"""The claims to be shown in the interview: the starter runs and shows nothing yet, the solution shows it."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tutor.check.problem import Problem
from tutor.check.runs import Run
from tutor.course.errors import ContentError
from tutor.course.fields import read_fields
from tutor.course.lines import line_of, scan
from tutor.course.locate import origin_of
from tutor.course.prompts import read_prompts
from tutor.course.road import Course
from tutor.course.rubric import Prompt, ShowMe
from tutor.interview.showing import FILENAME, shown
from tutor.run import Limits, RunRequest, RunResult

SEEDS = (0, 1)
LIMITS = Limits(wall_s=30.0)
"""What the learner's own run may use."""

Key: TypeAlias = Literal["starter", "solution"]


@dataclass(frozen=True, slots=True)
class Showing:
    """One of the two programs of a claim."""

    prompt: Prompt
    claim: ShowMe
    key: Key

    def request(self, seed: int) -> RunRequest:
        """The run that a learner would make of it, with this seed."""
        source = self.claim.starter if self.key == "starter" else self.claim.solution
        origin = origin_of(self.prompt.folder)
        return RunRequest(source, FILENAME, "run", seed=seed, origin=origin, limits=LIMITS)

    def problem(self, message: str) -> Problem:
        """A problem where the program stands."""
        fields = read_fields(self.prompt.folder / f"{self.prompt.id}.toml")
        line = line_of(scan(fields.source), ("show_me", self.key))
        return Problem(fields.file, line, f"show_me.{self.key}: {message}")


async def check_showings(course: Course, run: Run, chosen: Collection[str] | None = None) -> list[Problem]:
    """What is wrong with the claims to be shown of the questions chosen, by their ids, or of all."""
    try:
        prompts = read_prompts(course.root)
    except ContentError:
        return []
    showings = [
        Showing(prompt, prompt.show_me, key)
        for prompt in prompts
        if prompt.show_me is not None and (chosen is None or prompt.id in chosen)
        for key in ("starter", "solution")
    ]
    found = await asyncio.gather(*(_prove(showing, run) for showing in showings))
    return [problem for problem in found if problem is not None]


async def _prove(showing: Showing, run: Run) -> Problem | None:
    """The first thing that is wrong with one program, over the seeds."""
    results = await asyncio.gather(*(run(showing.request(seed)) for seed in SEEDS))
    for seed, result in zip(SEEDS, results, strict=True):
        if message := fault(showing, result):
            return showing.problem(f"on seed {seed} {message}")
    return None


def fault(showing: Showing, result: RunResult) -> str:
    """What is wrong with one run; empty if nothing is."""
    if result.status != "ok":
        error = result.error
        where = f" in its line {error.line}" if error and error.line else ""
        words = f"{error.kind}: {error.message}" if error else result.status
        return f"the run ends with {words}{where}; mend it"
    holds, says = shown(showing.claim, result.metrics)
    numbers = _said(result.metrics)
    if showing.key == "starter" and holds:
        return f"{showing.claim.test!r} holds before anything is changed ({numbers}); ask for more"
    if showing.key == "solution" and not holds:
        return f"the claim is not shown ({numbers}); mend this or the test. {says}"
    return ""


def _said(metrics: Mapping[str, float]) -> str:
    """The metrics in words."""
    return ", ".join(f"{name} = {value:.4g}" for name, value in metrics.items()) or "no metrics"
