"""The interview's rubrics: enough anchors, each telling its own point from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tutor.check.problem import Problem, problem_of
from tutor.course.errors import ContentError
from tutor.course.fields import read_fields
from tutor.course.labelled import read_answers
from tutor.course.lines import TablePath, line_of, scan
from tutor.course.misconceptions import read_misconceptions
from tutor.course.prompts import read_prompts
from tutor.course.road import Course
from tutor.course.rubric import Prompt, Rubric
from tutor.grading.freetext.judge import listen

FEWEST, MOST = 4, 8
"""Points that a question has."""
ANCHORS = 3
"""Ways to say a point, at least."""
SURE = 0.7
"""The probability with which the model answer must make each point, and no anchor a point of others."""
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
    told, believed = listen(rubric, rubric.reference)
    asked, _ = listen(rubric, rubric.question)
    for place, (point, there, in_question) in enumerate(zip(rubric.points, told, asked, strict=True)):
        if len(point.anchors) < ANCHORS:
            yield here.problem(
                f"{point.id} has {len(point.anchors)} anchors; write {ANCHORS} at least", "points", place
            )
        if point.need != "bonus" and there.probability < SURE:
            yield here.problem(
                f"the reference makes {point.id} with {there.probability:.2f} only; say it there, "
                "or add its words here",
                "points",
                place,
                "anchors",
            )
        if in_question.status == "covered":
            yield here.problem(
                f"the question itself makes {point.id}; make its groups stricter", "points", place
            )
    yield from _near(rubric, here)
    for belief in believed:
        if belief.sure:
            yield here.problem(
                f"the reference sounds like {belief.misconception}: “{belief.evidence}”", "misconceptions"
            )


def _near(rubric: Rubric, here: _Place) -> Iterator[Problem]:
    """Anchors of other points, and near misses, that would count as a point."""
    for place, point in enumerate(rubric.points):
        for near_miss in point.against:
            sure = listen(rubric, near_miss)[0][place].probability
            if sure >= NEAR_MISS:
                yield here.problem(
                    f"the near miss “{near_miss}” makes {point.id} with {sure:.2f}; tell the two apart",
                    "points",
                    place,
                    "not",
                )
        for anchor in point.anchors:
            for other, heard in zip(rubric.points, listen(rubric, anchor)[0], strict=True):
                if other is not point and heard.probability >= SURE:
                    yield here.problem(
                        f"“{anchor}” of {point.id} makes {other.id} as well; tell the two apart",
                        "points",
                        place,
                        "anchors",
                    )
