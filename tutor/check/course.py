"""The whole check: the road, then each lesson, its runs side by side."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from tutor.check.claims import check_claims, check_predictions
from tutor.check.code import check_code
from tutor.check.experiments import check_experiments
from tutor.check.numbers import check_numbers, needed, render, written
from tutor.check.problem import Problem, problem_of
from tutor.check.questions import check_questions
from tutor.check.roadmap import check_place, check_roadmap
from tutor.check.runs import Run, Runs
from tutor.check.script import check_script
from tutor.check.source import Source, read_source
from tutor.course.errors import ContentError
from tutor.course.model import Course


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and what is wrong."""

    lessons: int = 0
    experiments: int = 0
    questions: Counter[str] = field(default_factory=Counter)
    problems: tuple[Problem, ...] = ()


async def check_course(
    course: Course,
    lessons: Collection[str],
    run: Run,
    *,
    seeds: int,
    record: bool = False,
    done: Callable[[str], None] | None = None,
) -> Report:
    """The report on the `lessons` (ids) and on the form of all others.

    With `record` their recorded numbers are written first. `done` hears each lesson that is through.
    """
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for summary in course.lessons.values():
        if summary.status == "planned":
            continue
        try:
            sources[summary.id] = read_source(course, summary.id)
        except ContentError as fault:
            problems.append(problem_of(fault))
    problems += check_roadmap(course, sources)
    for source in sources.values():
        problems += _form(course, source)

    async def proved(source: Source) -> list[Problem]:
        """The problems of one lesson's runs."""
        found = await _runs(course, source, Runs(run), seeds, record)
        if done:
            done(source.lesson.id)
        return found

    chosen = [source for lesson, source in sources.items() if lesson in lessons]
    for found in await asyncio.gather(*(proved(source) for source in chosen)):
        problems += found
    return Report(
        lessons=len(chosen),
        experiments=sum(len(source.lesson.experiments) for source in chosen),
        questions=Counter(question.kind for source in chosen for question in source.lesson.questions),
        problems=tuple(sorted(set(problems))),
    )


def _form(course: Course, source: Source) -> Iterator[Problem]:
    """What can be checked of a lesson without running anything."""
    yield from check_place(course, source)
    yield from check_script(source)
    for experiment in source.lesson.experiments:
        yield from check_code(experiment)


async def _runs(course: Course, source: Source, runs: Runs, seeds: int, record: bool) -> list[Problem]:
    """What takes runs, and the questions, whose keys may need the numbers that they gave."""
    found = await check_experiments(source, runs, seeds)
    drawn = [await runs.metrics(source.lesson, seed) for seed in range(seeds)]
    whole = sum(len(experiment.settings) for experiment in source.lesson.experiments)
    if record and all(len(facts) == whole for facts in drawn):
        text = render(written(needed(source), drawn))
        (source.lesson.folder / "recorded.toml").write_text(text, encoding="utf-8")
        try:
            source = read_source(course, source.lesson.id)
        except ContentError as fault:
            return [*found, problem_of(fault)]
    found += check_claims(source, drawn)
    found += check_predictions(source, drawn)
    found += check_numbers(source, drawn)
    found += check_questions(source)
    return found
