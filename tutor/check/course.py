"""The whole check: the road, then each lesson, its runs side by side."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from tutor.check.canvas import check_canvas
from tutor.check.claims import check_claims, check_predictions
from tutor.check.code import check_code
from tutor.check.crimes import check_crimes
from tutor.check.exercises import check_exercise
from tutor.check.experiments import Slow, check_budgets, check_experiments
from tutor.check.glossary import check_glossary
from tutor.check.misconceptions import check_misconceptions
from tutor.check.numbers import check_numbers, needed, render, written
from tutor.check.problem import Problem, problem_of
from tutor.check.prompts import check_prompts
from tutor.check.questions import check_questions
from tutor.check.roadmap import check_place, check_roadmap
from tutor.check.runs import Run, Runs
from tutor.check.script import check_script
from tutor.check.showings import check_showings
from tutor.check.shown import check_shown
from tutor.check.source import Source, read_source
from tutor.check.tasks import check_tasks
from tutor.course.errors import ContentError
from tutor.course.model import Course


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and what is wrong."""

    lessons: int = 0
    experiments: int = 0
    questions: Counter[str] = field(default_factory=Counter)
    exercises: int = 0
    crime_scenes: int = 0
    misconceptions: int = 0
    """How many a run has refuted."""
    prompts: Counter[str] = field(default_factory=Counter)
    """Interview questions by stage."""
    tasks: int = 0
    """Coding tasks of the interview."""
    problems: tuple[Problem, ...] = ()


async def check_course(
    course: Course,
    lessons: Collection[str],
    run: Run,
    *,
    seeds: int,
    record: bool = False,
    done: Callable[[str], None] | None = None,
    crimes: Collection[str] | None = (),
    prompts: Collection[str] | None = (),
) -> Report:
    """The report on the `lessons` (ids) and on the form of all others.

    With `record` their recorded numbers are written first. `done` hears each lesson that is through. Of the
    crime scenes those in `crimes` (folders) are checked, of the interview's questions those in `prompts`
    (ids); all of them where that is None.
    """
    sources, problems = _read(course)
    runs = Runs(run)
    slow: list[Slow] = []

    async def prove(source: Source) -> None:
        """Find the problems of one lesson's runs."""
        found, late = await check_experiments(source, runs, seeds)
        problems.extend(found + await _numbers(course, source, runs, seeds, record))
        problems.extend(await _exercises(source, run))
        problems.extend(await check_canvas(source, runs))
        problems.extend(await check_shown(source, runs))
        slow.extend(late)
        if done:
            done(source.lesson.id)

    chosen = [source for lesson, source in sources.items() if lesson in lessons]
    await asyncio.gather(*(prove(source) for source in chosen))
    scenes = await check_crimes(course, run, crimes)
    problems += scenes.problems
    refuted = await check_misconceptions(course, lessons, runs, seeds)
    problems += refuted.problems
    problems += check_glossary(course)
    bank = check_prompts(course, prompts)
    problems += bank.problems
    tasks = await check_tasks(course, run, prompts)
    problems += tasks.problems
    problems += await check_showings(course, run, prompts)
    problems += await check_budgets(slow, runs)
    return Report(
        lessons=len(chosen),
        experiments=sum(len(source.lesson.experiments) for source in chosen),
        questions=Counter(question.kind for source in chosen for question in source.lesson.questions),
        exercises=sum(len(source.lesson.exercises) for source in chosen),
        crime_scenes=len(scenes.crimes),
        misconceptions=refuted.count,
        prompts=bank.counts,
        tasks=tasks.count,
        problems=tuple(sorted(set(problems))),
    )


def _read(course: Course) -> tuple[dict[str, Source], list[Problem]]:
    """The written lessons, and what can be seen to be wrong without running anything."""
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
    return sources, problems


def _form(course: Course, source: Source) -> Iterator[Problem]:
    """What can be checked of a lesson without running anything."""
    yield from check_place(course, source)
    yield from check_script(source)
    for experiment in source.lesson.experiments:
        yield from check_code(experiment)


async def _exercises(source: Source, run: Run) -> list[Problem]:
    """What is wrong with the exercises of a lesson."""
    found = await asyncio.gather(
        *(
            check_exercise(exercise, source.problem(("exercises", place), ""), run)
            for place, exercise in enumerate(source.lesson.exercises)
        )
    )
    return [problem for each in found for problem in each]


async def _numbers(course: Course, source: Source, runs: Runs, seeds: int, record: bool) -> list[Problem]:
    """What rests on the numbers of the runs: claims, predictions, records, and the keys of questions."""
    drawn = [await runs.metrics(source.lesson, seed) for seed in range(seeds)]
    whole = sum(len(experiment.settings) for experiment in source.lesson.experiments)
    if record and all(len(facts) == whole for facts in drawn):
        text = render(written(needed(source), drawn))
        (source.lesson.folder / "recorded.toml").write_text(text, encoding="utf-8")
        try:
            source = read_source(course, source.lesson.id)
        except ContentError as fault:
            return [problem_of(fault)]
    return [
        *check_claims(source, drawn),
        *check_predictions(source, drawn),
        *check_numbers(source, drawn),
        *check_questions(source),
    ]
