"""A free-text answer against its rubric: by words alone, or with an encoder by meaning as well."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from tutor.course.rubric import KeyPoint, Rubric
from tutor.grading.freetext.beliefs import believed
from tutor.grading.freetext.curves import fitted
from tutor.grading.freetext.integrity import LONGEST, flags
from tutor.grading.freetext.judgement import Believed, Heard, Judgement, Tier, band
from tutor.grading.freetext.match import prepare
from tutor.grading.freetext.phrases import phrases
from tutor.grading.freetext.points import hear
from tutor.grading.freetext.reading import Encoder, read
from tutor.grading.freetext.signals import of_misconceptions, of_points

FEW = 8
"""Words that carry meaning, below which no grade is dared."""
BONUS = 0.1
"""What bonus points may add."""
CAP = 0.55
"""The best score with a major misconception: partial."""
WIDEN = 1.3
"""The interval is so much wider than the points' own uncertainty, to hold four times of five."""
FLOOR = 0.08
"""No interval is narrower to either side."""

BLOCKING = {
    "empty": "There is nothing to grade yet.",
    "language": "The grader reads English only; write it in English, or judge it yourself.",
    "question": "This is the question again; say what you would answer.",
    "keywords": "These are keywords without sentences; say how they hang together.",
    "scrambled": "The words are there, but not in sentences.",
    "instructions": "This speaks to the grader, not to the question.",
    "code": "This is code; say in words what it does and why.",
    "taken-back": "The answer takes back what it says; decide for one.",
    "both-ways": "The answer says a thing and its contrary; decide for one.",
}
"""Flags that leave no grade, and what is said."""


def judge(rubric: Rubric, answer: str, encode: Encoder | None = None) -> Judgement:
    """The judgement of an answer; never raises, whatever the text."""
    heard, wrong = listen(rubric, answer[:LONGEST], encode)
    return judgement(rubric, answer[:LONGEST], heard, wrong, "lexical" if encode is None else "semantic")


def listen(
    rubric: Rubric, answer: str, encode: Encoder | None = None
) -> tuple[tuple[Heard, ...], tuple[Believed, ...]]:
    """How each point fares in an answer, and which misconceptions are heard."""
    tier = "lexical" if encode is None else "semantic"
    reading = read(answer, phrases(rubric), encode)
    points, beliefs = fitted(tier, "points"), fitted(tier, "misconceptions")
    heard = map(partial(hear, curves=points), rubric.points, of_points(rubric, reading))
    wrong = believed(rubric.misconceptions, of_misconceptions(rubric, reading), beliefs)
    return tuple(heard), tuple(wrong)


def judgement(
    rubric: Rubric, answer: str, heard: tuple[Heard, ...], wrong: tuple[Believed, ...], tier: Tier
) -> Judgement:
    """The judgement of an answer from what was heard in it."""
    asked, reference = prepare(rubric.question), prepare(rubric.reference)
    found = tuple(flags(answer, asked, reference))
    blocked = next((BLOCKING[flag] for flag in found if flag in BLOCKING), "")
    if blocked:
        heard = tuple(Heard(each.point, "missed", 0.0, "") for each in heard)
        wrong = ()
    score = score_of(rubric, heard, wrong)
    reason = blocked or _abstains(rubric, heard, prepare(answer).stems)
    spread = _spread(rubric.points, heard)
    return Judgement(
        score=score,
        interval=(max(0.0, score - spread), min(1.0, score + spread)),
        confidence=max(0.0, 1.0 - 2 * spread),
        points=heard,
        misconceptions=wrong,
        flags=found,
        tier=tier,
        grade=None if reason else band(score),
        abstained=reason,
    )


def score_of(rubric: Rubric, heard: Sequence[Heard], wrong: Sequence[Believed]) -> float:
    """Σ w·p over required and expected points by Σ w; bonus points add a tenth at most."""
    earned = due = extra = most = 0.0
    for point, each in zip(rubric.points, heard, strict=True):
        if point.need == "bonus":
            extra, most = extra + point.weight * each.probability, most + point.weight
        else:
            earned, due = earned + point.weight * each.probability, due + point.weight
    score = (earned / due if due else 0.0) + (BONUS * extra / most if most else 0.0)
    severe = {each.id for each in rubric.misconceptions if each.severity == "major"}
    if any(each.sure and each.misconception in severe for each in wrong):
        score = min(score, CAP)
    return min(1.0, score)


def _abstains(rubric: Rubric, heard: Sequence[Heard], said: frozenset[str]) -> str:
    """Why no grade is dared; empty if one is."""
    if len(said) < FEW:
        return "That is too short to grade; a few sentences let you show what you know."
    weights = [point.weight for point in rubric.points if point.need != "bonus"]
    unsure = [
        point.weight
        for point, each in zip(rubric.points, heard, strict=True)
        if point.need != "bonus" and each.status == "unsure"
    ]
    if sum(unsure) > 0.4 * sum(weights):
        return "The grader is unsure about too much of this; go through the points yourself."
    return ""


def _spread(points: Sequence[KeyPoint], heard: Sequence[Heard]) -> float:
    """Half the width of the interval: 1.28 standard deviations of the points made, widened."""
    weights = sum(point.weight for point in points if point.need != "bonus") or 1.0
    variance = sum(
        (point.weight / weights) ** 2 * each.probability * (1 - each.probability)
        for point, each in zip(points, heard, strict=True)
        if point.need != "bonus"
    )
    return max(FLOOR, WIDEN * 1.28 * math.sqrt(variance))
