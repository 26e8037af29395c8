"""The interview's rubrics: enough anchors, each telling its own point from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tutor.check.problem import Problem, problem_of
from tutor.course.errors import ContentError
from tutor.course.fields import read_fields
from tutor.course.lines import TablePath, line_of, scan
from tutor.course.misconceptions import read_misconceptions
from tutor.course.prompts import read_answers, read_prompts
from tutor.course.road import Course
from tutor.course.rubric import KeyPoint, Prompt, Rubric
from tutor.grading.freetext.beliefs import believed
from tutor.grading.freetext.match import prepare
from tutor.grading.freetext.points import COVERED, Read, hear, read
from tutor.grading.freetext.windows import windows

FEWEST, MOST = 4, 8
"""Points that a question has."""
ANCHORS = 3
"""Ways to say a point, at least."""
NEAR_MISS = 0.3
"""The probability that a near miss makes the point must stay below this."""
FOLLOW_UPS = 2
KINDS = {
    "good",
    "middling",
    "wrong",
    "terse",
    "verbose",
    "paraphrased",
    "misconceived",
    "negated",
    "salad",
}
"""The kinds of labelled test answers."""


@dataclass(frozen=True, slots=True)
class Bank:
    """How many questions each stage has, and what is wrong with them."""

    counts: Counter[str]
    problems: tuple[Problem, ...]


def check_prompts(course: Course, chosen: Collection[str] | None = None) -> Bank:
    """How many questions there are, and what is wrong with those chosen (ids), or with all."""
    try:
        prompts = read_prompts(course.root)
        misconceptions = read_misconceptions(course.root)
    except ContentError as fault:
        return Bank(Counter(), (problem_of(fault),))
    problems: list[Problem] = []
    for prompt in prompts:
        if chosen is None or prompt.id in chosen:
            problems += _prompt(course, prompt, misconceptions)
    return Bank(Counter(prompt.stage for prompt in prompts), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of a prompt's file."""

    file: Path
    path: TablePath

    def problem(self, message: str, *more: str | int) -> Problem:
        """A problem here."""
        source = read_fields(self.file).source
        return Problem(self.file, line_of(scan(source), (*self.path, *more)), message)


def _prompt(course: Course, prompt: Prompt, misconceptions: Collection[str]) -> Iterator[Problem]:
    """What is wrong with one prompt."""
    here = _Place(prompt.folder / f"{prompt.id}.toml", ())
    if not FEWEST <= len(prompt.rubric.points) <= MOST:
        yield here.problem(
            f"has {len(prompt.rubric.points)} points; {FEWEST} to {MOST} can be judged", "points"
        )
    if len(prompt.follow_ups) < FOLLOW_UPS:
        yield here.problem(
            f"has {len(prompt.follow_ups)} follow-ups; write {FOLLOW_UPS} at least", "follow_ups"
        )
    for lesson in prompt.lessons:
        if lesson not in course.lessons:
            yield here.problem(f"no lesson is called {lesson!r}", "lessons")
    for place, belief in enumerate(prompt.rubric.misconceptions):
        if belief.id not in misconceptions:
            yield here.problem(f"{belief.id!r} is not in misconceptions.toml", "misconceptions", place, "id")
    yield from _rubric(prompt.rubric, here)
    for place, follow_up in enumerate(prompt.follow_ups):
        yield from _rubric(follow_up.ask, _Place(here.file, ("follow_ups", place)))
    try:
        read_answers(prompt)
    except ContentError as fault:
        yield problem_of(fault)


def _rubric(rubric: Rubric, here: _Place) -> Iterator[Problem]:
    """What is wrong with a rubric."""
    asked = prepare(rubric.question).stems
    model, question = _read(rubric.reference), _read(rubric.question)
    for place, point in enumerate(rubric.points):
        if len(point.anchors) < ANCHORS:
            yield here.problem(
                f"{point.id} has {len(point.anchors)} anchors; write {ANCHORS} at least", "points", place
            )
        sure = hear(point, model, asked).probability
        if point.need != "bonus" and sure < COVERED:
            yield here.problem(
                f"the reference makes {point.id} with {sure:.2f} only; say it there, or add its words here",
                "points",
                place,
                "anchors",
            )
        if hear(point, question, asked).status == "covered":
            yield here.problem(
                f"the question itself makes {point.id}; make its groups stricter", "points", place
            )
        yield from _near(rubric, point, here, place, asked)
    for belief in believed(rubric, model, asked):
        if belief.sure:
            yield here.problem(
                f"the reference sounds like {belief.misconception}: “{belief.evidence}”", "misconceptions"
            )


def _near(
    rubric: Rubric, point: KeyPoint, here: _Place, place: int, asked: frozenset[str]
) -> Iterator[Problem]:
    """Anchors of other points, and near misses, that would count as this point."""
    for near_miss in point.against:
        sure = hear(point, _read(near_miss), asked).probability
        if sure >= NEAR_MISS:
            yield here.problem(
                f"the near miss “{near_miss}” makes {point.id} with {sure:.2f}; tell the two apart",
                "points",
                place,
                "not",
            )
    for other in rubric.points:
        for anchor in other.anchors if other is not point else ():
            if hear(point, _read(anchor), asked).status == "covered":
                yield here.problem(
                    f"“{anchor}” of {other.id} makes {point.id} as well; tell the two apart",
                    "points",
                    place,
                    "anchors",
                )


def _read(text: str) -> list[Read]:
    """A text as the grader reads it."""
    return [read(each) for each in windows(text)]
