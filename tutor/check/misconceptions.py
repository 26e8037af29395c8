"""Misconceptions: each id that is named is in the register, and each refuting run refutes on every seed."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tutor.check.code import check_code
from tutor.check.experiments import faults
from tutor.check.problem import Problem, problem_of
from tutor.check.runs import Runs
from tutor.check.texts import named, toml_files
from tutor.course.errors import ContentError, nearest
from tutor.course.expression import parse
from tutor.course.fields import Fields
from tutor.course.misconceptions import (
    BUDGET_S,
    FILE,
    FOLDER,
    Misconception,
    Refutation,
    open_refutation,
    params_of,
    read_misconception,
    tables,
)
from tutor.course.model import Course, Experiment
from tutor.run import RunResult

TRIES = 2
"""How often a slow run may try again, alone."""


@dataclass(frozen=True, slots=True)
class Refuted:
    """How many misconceptions a run has refuted, and what is wrong."""

    count: int = 0
    problems: tuple[Problem, ...] = ()


async def check_misconceptions(course: Course, lessons: Collection[str], runs: Runs, seeds: int) -> Refuted:
    """Check the register and the runs that rest on the `lessons` (ids), all runs if these are all."""
    problems: list[Problem] = []
    known: dict[str, Misconception] = {}
    proofs: list[tuple[Fields, Refutation]] = []
    try:
        for table in tables(course.root) if (course.root / FILE).is_file() else ():
            each = read_misconception(table)
            known[each.id] = each
            if each.lesson not in course.lessons:
                hint = nearest(each.lesson, course.lessons)
                problems.append(
                    problem_of(table.fault("lesson", f"no lesson is called {each.lesson!r}{hint}"))
                )
            if each.refuted_by is not None and _is_chosen(course, each.refuted_by, lessons):
                proofs.append((table.table("refuted_by"), each.refuted_by))
    except ContentError as fault:
        return Refuted(0, (problem_of(fault),))
    problems += _unknown(course, known)
    problems += _unused(course, known)
    found = await asyncio.gather(*(_refuted(course, table, each, runs, seeds) for table, each in proofs))
    problems += [problem for each in found for problem in each.problems]
    return Refuted(sum(each.count for each in found), tuple(problems))


def _is_chosen(course: Course, refutation: Refutation, lessons: Collection[str]) -> bool:
    """Whether this run is to be made: always in a check of every written lesson."""
    written = {each.id for each in course.lessons.values() if each.status == "written"}
    return written <= set(lessons) or refutation.experiment.partition("/")[0] in lessons


def _unknown(course: Course, known: Mapping[str, Misconception]) -> Iterator[Problem]:
    """Ids that a lesson or a scene names and the register lacks."""
    for file in toml_files(course.root):
        for name, line in named(file, "misconception"):
            if name not in known:
                hint = nearest(name, known) or f"; add it to {FILE}"
                yield Problem(file, line, f"no misconception is called {name!r}{hint}")


def _unused(course: Course, known: Mapping[str, Misconception]) -> Iterator[Problem]:
    """Files of refuting runs that nothing names."""
    used = {each.refuted_by.experiment for each in known.values() if each.refuted_by}
    for path in sorted((course.root / FOLDER).glob("*.py")):
        if f"{FOLDER}/{path.stem}" not in used:
            yield Problem(path, 1, f"no misconception is refuted by it; name it in {FILE} or drop it")


async def _refuted(course: Course, table: Fields, refutation: Refutation, runs: Runs, seeds: int) -> Refuted:
    """One refutation: its code, its runs, and what they say; faults of lessons' runs are told with these."""
    try:
        experiment = open_refutation(course.root, refutation)
        params = params_of(experiment, refutation)
    except ValueError as wrong:
        return Refuted(0, (problem_of(table.fault("experiment", str(wrong))),))
    except ContentError as fault:
        return Refuted(0, (problem_of(fault),))
    own = experiment.path.parent.name == FOLDER
    if own and (code := tuple(check_code(experiment))):
        return Refuted(0, code)
    results = await asyncio.gather(*(runs.at(experiment, params, seed) for seed in range(seeds)))
    if broken := tuple(fault for result in results for fault in faults(experiment, result)):
        return Refuted(0, broken if own else ())
    if own and (slow := await _slow(experiment, results, runs)):
        return Refuted(0, (slow,))
    said = _said(refutation, [result.metrics for result in results])
    problems = tuple(problem_of(table.fault(key, words)) for key, words in said)
    return Refuted(int(not problems), problems)


async def _slow(experiment: Experiment, results: Sequence[RunResult], runs: Runs) -> Problem | None:
    """The problem that a run is too slow, tried again alone."""
    for seed, result in enumerate(results):
        took = result.cpu_s
        for _ in range(TRIES):
            if took <= BUDGET_S:
                break
            took = (await runs.again(experiment, {}, seed)).cpu_s
        if took > BUDGET_S:
            words = f"takes {took:.2f} s, longer than {BUDGET_S:g} s (seed={seed}); make it lighter"
            return Problem(experiment.path, 1, words)
    return None


def _said(refutation: Refutation, seeds: Sequence[Mapping[str, float]]) -> Iterator[tuple[str, str]]:
    """What the runs say against the entry: the key, and the words."""
    believed, holds = parse(refutation.believed.test), parse(refutation.holds.test)
    try:
        for seed, metrics in enumerate(seeds):
            if believed.holds(metrics):
                yield "believed", f"{believed.text!r} comes true on seed {seed}; the belief is not refuted"
                break
        for seed, metrics in enumerate(seeds):
            if not holds.holds(metrics):
                values = ", ".join(f"{name} = {metrics[name]:.4g}" for name in sorted(holds.names()))
                yield "holds", f"{holds.text!r} fails on seed {seed} ({values}); mend the test or the run"
                break
        for flip in holds.flips():
            if flip.holds(seeds[0]):
                yield "holds", f"proves nothing: {flip.text!r} holds too; state something sharper"
    except ValueError as wrong:
        yield "", f"cannot be tried: {wrong}"
