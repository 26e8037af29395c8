"""`mltutor check`: prove the course."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click

from tutor.check.changed import changed as changed_since
from tutor.check.course import Report, check_course
from tutor.check.problem import Problem, problem_of
from tutor.check.runs import Run
from tutor.check.sandboxes import sharing
from tutor.cli.consent import permitted_sandboxes
from tutor.cli.ending import bad_input, failed
from tutor.course.crimes import crime_folders
from tutor.course.errors import ContentError
from tutor.course.loader import read_course
from tutor.course.locate import lessons_root, origin_of
from tutor.course.model import Course
from tutor.course.prompts import STAGES
from tutor.course.questions import KINDS
from tutor.sandbox.spares import SandboxLostError


@dataclass(frozen=True, slots=True)
class Options:
    """How to check."""

    seeds: int
    jobs: int
    record: bool


@click.command(
    name="check", help="Prove the course: format, links, experiments, recorded numbers, questions."
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--seeds", type=click.IntRange(5, 100), default=5, show_default=True, help="Seeds of every claim."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Sandboxes side by side.")
@click.option("--changed", is_flag=True, help="Run only lessons that differ from the commit before the last.")
@click.option("--record", is_flag=True, help="Write recorded.toml from fresh runs first.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@click.pass_obj
def command(
    lessons: Path | None,
    paths: tuple[Path, ...],
    seeds: int,
    jobs: int | None,
    changed: bool,
    record: bool,
    as_json: bool,
) -> None:
    """Check the course, or the lessons or courses at PATHS; exit 1 if something is wrong."""
    options = Options(seeds, jobs or min(2, os.cpu_count() or 1), record)
    reports = [_report(root, chosen, changed, options) for root, chosen in _chosen(lessons, paths).items()]
    problems = sorted(problem for report in reports for problem in report.problems)
    if as_json:
        click.echo(json.dumps(_summary(reports, problems), indent=1))
    else:
        _tell(reports, problems)
    raise SystemExit(1 if problems else 0)


def _chosen(lessons: Path | None, paths: tuple[Path, ...]) -> dict[Path, set[str] | None]:
    """Course folder → the lesson folders chosen in it, or None for all."""
    chosen: dict[Path, set[str] | None] = {}
    for path in paths or (lessons_root(lessons),):
        if (path / "course.toml").is_file():
            chosen[path] = None
        elif ((root := path.absolute().parent.parent) / "course.toml").is_file() and path.is_dir():
            names = chosen.setdefault(root, set())
            if names is not None:
                names.add(path.absolute().name.replace("_", "-"))
        else:
            bad_input(f"{path} is neither a course (a folder with course.toml) nor a lesson in one")
    return chosen


def _report(root: Path, names: set[str] | None, changed: bool, options: Options) -> Report:
    """The report on one course; on some lessons of it, only what is wrong in their folders."""
    try:
        course = read_course(root)
    except ContentError as fault:
        return Report(problems=(problem_of(fault),))
    chosen = set(course.lessons) if names is None else names
    scenes = {folder.name: folder.name.replace("_", "-") for folder in crime_folders(root)}
    crimes: Collection[str] | None = (
        None if names is None else {folder for folder, crime in scenes.items() if crime in names}
    )
    if unknown := chosen - set(course.lessons) - set(scenes.values()):
        bad_input(f"{root / 'course.toml'} lists no lesson {', '.join(sorted(unknown))}; add it there")
    prompts: Collection[str] | None = None if names is None else ()
    if changed and (since := changed_since(course)):
        chosen &= since.lessons
        crimes = since.crimes if crimes is None else since.crimes.intersection(crimes)
        prompts = since.prompts if prompts is None else prompts
    try:
        report = asyncio.run(_checked(course, chosen, crimes, prompts, options))
    except SandboxLostError as lost:
        failed(str(lost))
    if names is None:
        return report
    folders = {name.replace("-", "_") for name in names}
    return replace(
        report, problems=tuple(each for each in report.problems if each.file.parent.name in folders)
    )


async def _checked(
    course: Course,
    chosen: Collection[str],
    crimes: Collection[str] | None,
    prompts: Collection[str] | None,
    options: Options,
) -> Report:
    """The report, made with real sandboxes; a line on stderr tells how far it has come."""
    through = 0

    def done(lesson: str) -> None:
        """Tell that a lesson is through."""
        nonlocal through
        through += 1
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{through} lessons checked, last {lesson} ", err=True, nl=False)

    async with sandboxes(course.root, options.jobs) as run:
        report = await check_course(
            course,
            chosen,
            run,
            seeds=options.seeds,
            record=options.record,
            done=done,
            crimes=crimes,
            prompts=prompts,
        )
    if through and sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)
    return report


@asynccontextmanager
async def sandboxes(root: Path, jobs: int) -> AsyncIterator[Run]:
    """What makes a run in the next free of `jobs` sandboxes that may run the code of this course."""
    async with permitted_sandboxes(origin_of(root), jobs) as everyone:
        yield sharing(everyone)


def _summary(reports: list[Report], problems: list[Problem]) -> dict[str, object]:
    """All reports as one JSON object."""
    return {
        "ok": not problems,
        "lessons": sum(report.lessons for report in reports),
        "experiments": sum(report.experiments for report in reports),
        "questions": {kind: sum(report.questions[kind] for report in reports) for kind in KINDS},
        "exercises": sum(report.exercises for report in reports),
        "crime_scenes": sum(report.crime_scenes for report in reports),
        "misconceptions": sum(report.misconceptions for report in reports),
        "prompts": {stage: sum(report.prompts[stage] for report in reports) for stage in STAGES},
        "interview_tasks": sum(report.tasks for report in reports),
        "problems": [
            {"file": _near(problem.file), "line": problem.line, "message": problem.message}
            for problem in problems
        ],
    }


def _tell(reports: list[Report], problems: list[Problem]) -> None:
    """The problems, then one line of counts."""
    for problem in problems:
        click.echo(f"{_near(problem.file)}:{problem.line}: {problem.message}")
    lessons = sum(report.lessons for report in reports)
    experiments = sum(report.experiments for report in reports)
    questions = sum(sum(report.questions.values()) for report in reports)
    exercises = sum(report.exercises for report in reports)
    scenes = sum(report.crime_scenes for report in reports)
    verdict = f"{len(problems)} problems" if problems else "no problems"
    counts = f"{lessons} lessons, {experiments} experiments, {questions} questions, {exercises} exercises"
    refuted = sum(report.misconceptions for report in reports)
    click.echo(f"{counts}, {scenes} crime scenes, {refuted} misconceptions refuted: {verdict}.")


def _near(file: Path) -> str:
    """The path as seen from here when the file lies below."""
    path = file.absolute()
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
