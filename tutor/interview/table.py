"""The table after an answer: each point, what the learner thinks, what the grader heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.course.rubric import KeyPoint, Rubric
from tutor.grading.freetext.judgement import Judgement, Status, Tier
from tutor.interview.transcript import Turn

BY: Mapping[Tier, str] = {
    "lexical": "words only",
    "semantic": "words and their meaning",
    "llm": "words, and the endpoint",
}
"""How a tier is called under its judgement."""


@dataclass(frozen=True, slots=True)
class Row:
    """One point."""

    point: KeyPoint
    yours: bool | None
    """Whether the learner ticked it; None without ticks."""
    grader: Status
    evidence: str
    label: bool | None
    """What the learner settled; None if nothing."""

    @property
    def disputed(self) -> bool:
        """Whether learner and grader disagree, or the grader is unsure, and nothing is settled."""
        if self.label is not None or self.yours is None:
            return self.label is None and self.grader == "unsure"
        return self.grader == "unsure" or self.yours != (self.grader == "covered")


def rows(rubric: Rubric, turn: Turn) -> tuple[Row, ...]:
    """The points in the rubric's order; none before the answer is judged."""
    if turn.judgement is None:
        return ()
    heard = {each.point: each for each in turn.judgement.points}
    labels = dict(turn.labels)
    return tuple(
        Row(
            point=point,
            yours=None if turn.ticks is None else point.id in turn.ticks,
            grader=heard[point.id].status,
            evidence=heard[point.id].evidence,
            label=labels.get(point.id),
        )
        for point in rubric.points
        if point.id in heard
    )


def verdict(rubric: Rubric, judgement: Judgement) -> str:
    """The grade in words with its interval and what is unsure; never a bare number."""
    if judgement.grade is None:
        return judgement.abstained
    low, high = (round(100 * each) for each in judgement.interval)
    unsure = [each.point for each in judgement.points if each.status == "unsure"]
    sure = len(judgement.points) - len(unsure)
    said = f"Likely {judgement.grade} ({low}–{high}). Sure of {sure} of {len(judgement.points)} points"
    if not unsure:
        return f"{said}."
    names = {point.id: point.say for point in rubric.points}
    return f"{said}; unsure about “{names.get(unsure[0], unsure[0]).rstrip('.')}”."


def judged_by(judgement: Judgement) -> str:
    """Which grader this was."""
    return f"Judged by {BY[judgement.tier]}{f' {judgement.model}' if judgement.model else ''}."


def missed(rubric: Rubric, judgement: Judgement) -> tuple[KeyPoint, ...]:
    """The core points that were not heard, the weightiest first."""
    heard = {each.point for each in judgement.points if each.status == "covered"}
    left = [point for point in rubric.points if point.need != "bonus" and point.id not in heard]
    return tuple(sorted(left, key=lambda point: (point.need != "required", -point.weight)))
