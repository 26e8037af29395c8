"""The coding tasks of the interview: a practical question has one, and it is proven like any exercise."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from tutor.check.exercises import check_exercise, files
from tutor.check.problem import Problem, problem_of
from tutor.check.runs import Run
from tutor.course.errors import ContentError
from tutor.course.exercise import Exercise
from tutor.course.prompts import read_prompts
from tutor.course.road import Course
from tutor.course.tasks import FILE, read_task

FEWEST, MOST = 5, 8
"""Steps that are put in order."""


@dataclass(frozen=True, slots=True)
class Tasks:
    """How many coding tasks there are, and what is wrong."""

    count: int = 0
    problems: tuple[Problem, ...] = ()


async def check_tasks(course: Course, run: Run, chosen: Collection[str] | None = None) -> Tasks:
    """Check the practical questions' tasks: those of the questions chosen, by their ids, or all."""
    try:
        prompts = read_prompts(course.root)
    except ContentError:
        return Tasks()
    problems: list[Problem] = []
    tasks: list[Exercise] = []
    for prompt in prompts:
        if prompt.stage != "practical" or (chosen is not None and prompt.id not in chosen):
            continue
        if not FEWEST <= len(prompt.steps) <= MOST:
            file = prompt.folder / f"{prompt.id}.toml"
            message = f"has {len(prompt.steps)} steps; {FEWEST} to {MOST} can be put in order"
            problems.append(Problem(file, 1, message))
        try:
            tasks.append(read_task(prompt))
        except ContentError as fault:
            problems.append(problem_of(fault))
    for task in tasks:
        known = {FILE, *(path.name for path in files(task))}
        for path in sorted(task.folder.iterdir()):
            if path.name not in known and path.name != "__pycache__":
                message = f"nothing in the task names this file; drop it or name it in {FILE}"
                problems.append(Problem(path, 1, message))
    found = await asyncio.gather(
        *(check_exercise(task, Problem(task.folder / FILE, 1, ""), run) for task in tasks)
    )
    return Tasks(len(tasks), (*problems, *(problem for each in found for problem in each)))
