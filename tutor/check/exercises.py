"""Exercises: the starter fails, different solutions pass, wrong solutions fail with their own diagnoses."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Iterator
from pathlib import Path

from tutor.check.problem import Problem
from tutor.check.runs import Run
from tutor.course.exercise import Exercise
from tutor.course.locate import origin_of
from tutor.grading.verdict import Verdict
from tutor.sandbox.examine import Sitting, recognised

SEEDS = (0, 1)
SOLUTIONS = 2
WRONG = 3
PATIENCE = 4.0
"""How far a judging may exceed its limit here, where much runs at once: what counts is its processor time."""
GAP = "___"


async def check_exercise(exercise: Exercise, place: Problem, run: Run) -> list[Problem]:
    """What is wrong with an exercise; `place` is where it is written down."""
    problems = list(_form(exercise, place))
    if problems:
        return problems
    sittings = [Sitting(run, exercise, seed, PATIENCE) for seed in SEEDS]
    for refused in await asyncio.gather(*(sitting.ask() for sitting in sittings)):
        if refused is not None:
            return [_broken(exercise, refused)]
    if sittings[0].inputs == sittings[1].inputs:
        problems.append(
            Problem(exercise.cases_path, 1, "cases(seed) makes the same inputs for every seed; draw them")
        )
    found = await asyncio.gather(*(_prove(exercise, sitting) for sitting in sittings))
    return problems + [problem for each in found for problem in each]


def files(exercise: Exercise) -> set[Path]:
    """Every file that belongs to the exercise."""
    return {
        exercise.starter_path,
        exercise.cases_path,
        exercise.driver_path,
        *exercise.solution_paths,
        *(exercise.wrong_path(wrong) for wrong in exercise.wrong),
    }


def _form(exercise: Exercise, place: Problem) -> Iterator[Problem]:
    """What can be seen without running anything."""
    for path in sorted(path for path in files(exercise) if path.is_file()):
        try:
            ast.parse(path.read_text(encoding="utf-8"))
        except (SyntaxError, ValueError) as fault:
            yield Problem(path, getattr(fault, "lineno", None) or 1, f"is not Python: {fault}; mend it")
            return
    solutions = {ast.dump(ast.parse(source)) for source in exercise.solutions()}
    if len(solutions) < SOLUTIONS:
        yield _at(
            place, f"{exercise.id} has {len(solutions)} different solutions; write at least {SOLUTIONS}"
        )
    if len(exercise.wrong) < WRONG:
        yield _at(place, f"{exercise.id} has {len(exercise.wrong)} wrong solutions; write at least {WRONG}")
    if GAP not in exercise.skeleton:
        yield _at(place, f"{exercise.id}: the skeleton has no gap; write {GAP} where something is missing")
    try:
        ast.parse(exercise.skeleton)
    except SyntaxError as fault:
        yield _at(place, f"{exercise.id}: the skeleton is not Python ({fault.msg}); use {GAP} as a name")


async def _prove(exercise: Exercise, sitting: Sitting) -> list[Problem]:
    """What the runs of one seed show."""
    origin = origin_of(exercise.folder)
    paths = [exercise.starter_path, *exercise.solution_paths]
    paths += [exercise.wrong_path(wrong) for wrong in exercise.wrong]
    verdicts = await asyncio.gather(
        *(sitting.verdict(path.read_text(encoding="utf-8"), origin) for path in paths)
    )
    found = dict(zip(paths, verdicts, strict=True))
    if broken := next((each for each in verdicts if each.error and each.error.kind == "cases"), None):
        return [_broken(exercise, broken)]
    at = f"at seed {sitting.seed}"
    problems = []
    if found[exercise.starter_path].status == "passed":
        problems.append(
            Problem(exercise.starter_path, 1, f"passes as it is {at}; let the cases ask for more")
        )
    for path in exercise.solution_paths:
        problems += _solution(exercise, path, found[path], at)
    known = [(wrong, found[exercise.wrong_path(wrong)]) for wrong in exercise.wrong]
    for wrong, verdict in known:
        path = exercise.wrong_path(wrong)
        if verdict.status != "failed":
            what = "passes" if verdict.status == "passed" else f"does not run ({_error(verdict)})"
            problems.append(Problem(path, 1, f"{what} {at}; a wrong solution runs and fails some cases"))
            continue
        taken = recognised(verdict, known)
        if taken is not wrong:
            name = (
                f"taken for {taken.name}" if taken else "not recognised: it fails every case in other words"
            )
            problems.append(Problem(path, 1, f"is {name} {at}; add a case that tells them apart"))
    problems += _shown(exercise, verdicts, at)
    return problems


def _solution(exercise: Exercise, path: Path, verdict: Verdict, at: str) -> Iterator[Problem]:
    """A solution passes every case, within the limit."""
    if verdict.status == "broken":
        line = verdict.error.line if verdict.error else None
        yield Problem(path, line or 1, f"does not run {at} ({_error(verdict)}); mend it")
        return
    for case in verdict.cases:
        if not case.passed:
            count = f"fails {len(verdict.failed)} of {len(verdict.cases)} cases {at}"
            yield Problem(path, 1, f"{count}, first {case.says!r}: {case.words}; mend it or the cases")
            return
    if verdict.cpu_s > exercise.time_s:
        yield Problem(
            path,
            1,
            f"takes {verdict.cpu_s:.2f} s {at}, longer than time_s = {exercise.time_s:g}; make it lighter",
        )


def _shown(exercise: Exercise, verdicts: list[Verdict], at: str) -> Iterator[Problem]:
    """The learner sees some cases, and not all of them."""
    cases = next((verdict.cases for verdict in verdicts if verdict.cases), ())
    visible = sum(case.visible for case in cases)
    if cases and not 0 < visible < len(cases):
        yield Problem(
            exercise.cases_path,
            1,
            f"{visible} of {len(cases)} cases are visible {at}; show one or two of several",
        )


def _broken(exercise: Exercise, verdict: Verdict) -> Problem:
    """The cases themselves do not work."""
    line = verdict.error.line if verdict.error else None
    return Problem(exercise.cases_path, line or 1, f"do not work: {_error(verdict)}")


def _error(verdict: Verdict) -> str:
    """The verdict's error in words."""
    return f"{verdict.error.kind}: {verdict.error.message}" if verdict.error else verdict.status


def _at(place: Problem, message: str) -> Problem:
    """A problem where the exercise is written down."""
    return Problem(place.file, place.line, message)
