"""The bank's labelled answers, and what the grader sees in them: rows to fit and to measure by."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tutor.course.labelled import read_answers
from tutor.course.locate import lessons_root
from tutor.course.prompts import read_prompts
from tutor.course.rubric import Labelled, Prompt
from tutor.grading.freetext.phrases import phrases
from tutor.grading.freetext.reading import Encoder, read
from tutor.grading.freetext.signals import Told, of_misconceptions, of_points
from tutor.grading.freetext.tiers import encoder


@dataclass(frozen=True, slots=True)
class Row:
    """One decision: whether an answer makes a point, or voices a misconception."""

    question: str
    kind: str
    """Of the answer: good, terse, negated …"""
    answer: int
    """Its number among all."""
    item: str
    """The id of the point or the misconception."""
    told: Told
    truth: float
    """1 if both readers found it, 0.5 if one did."""

    @property
    def signals(self) -> dict[str, float]:
        """What speaks for and against it."""
        return self.told.signals


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers of the bank, read by one tier."""

    every: tuple[tuple[Prompt, Labelled], ...]
    points: tuple[Row, ...]
    misconceptions: tuple[Row, ...]


def bank() -> Iterator[tuple[Prompt, Labelled]]:
    """Every labelled answer with its prompt."""
    for prompt in read_prompts(lessons_root(None)):
        for answer in read_answers(prompt):
            yield prompt, answer


def bare(prompt: Prompt) -> Prompt:
    """The prompt without its further wordings, as one that nobody has written any for."""
    rubric = prompt.rubric
    return replace(
        prompt,
        rubric=replace(
            rubric,
            points=tuple(replace(each, phrasings=(), denials=()) for each in rubric.points),
            misconceptions=tuple(replace(each, phrasings=(), denials=()) for each in rubric.misconceptions),
        ),
    )


def answers(tier: str, *, stripped: bool = False) -> Answers:
    """The answers as a tier (`lexical` or `semantic`) sees them; `stripped`: by bare rubrics."""
    encode = encoder(tier)
    every = tuple((bare(prompt) if stripped else prompt, answer) for prompt, answer in bank())
    points: list[Row] = []
    misconceptions: list[Row] = []
    for number, (prompt, answer) in enumerate(every):
        one, other = rows(prompt, answer, number, encode)
        points += one
        misconceptions += other
        print(f"\r{tier}: {number + 1} of {len(every)} answers read", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return Answers(every, tuple(points), tuple(misconceptions))


def rows(
    prompt: Prompt, answer: Labelled, number: int, encode: Encoder | None
) -> tuple[list[Row], list[Row]]:
    """One answer's rows for the points and for the misconceptions."""
    reading = read(answer.text, phrases(prompt.rubric), encode)
    second = answer.second
    points = [
        Row(
            prompt.id,
            answer.kind,
            number,
            point.id,
            told,
            _truth(point.id, answer.covered, second.covered if second else answer.covered),
        )
        for point, told in zip(prompt.rubric.points, of_points(prompt.rubric, reading), strict=True)
    ]
    misconceptions = [
        Row(
            prompt.id,
            answer.kind,
            number,
            belief.id,
            told,
            _truth(
                belief.id, answer.misconceptions, second.misconceptions if second else answer.misconceptions
            ),
        )
        for belief, told in zip(
            prompt.rubric.misconceptions, of_misconceptions(prompt.rubric, reading), strict=True
        )
    ]
    return points, misconceptions


def _truth(item: str, first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """The share of the two readers who found it."""
    return ((item in first) + (item in second)) / 2
