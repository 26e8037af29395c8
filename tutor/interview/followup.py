"""What the interviewer asks next about the same question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tutor.course.rubric import FollowUp, Prompt
from tutor.grading.freetext.judgement import Heard, Judgement
from tutor.interview.transcript import Exchange, Turn

DEPTH = 3
"""How many follow-ups one question has at most."""
PASSED = 0.5
"""From which score on a follow-up counts as answered."""
ORDER = {"required": 0, "expected": 1, "bonus": 2}


def follow_up(prompt: Prompt, exchange: Exchange) -> FollowUp | None:
    """The next follow-up: a misconception's probe, else for the weakest core point, else the stretch.

    None after three, after one that failed, or if the prompt has none that fits.
    """
    asked = [turn for turn in exchange.turns if turn.kind == "follow-up"]
    judgement = _latest(exchange.turns)
    if judgement is None or len(asked) >= DEPTH or (asked and not _passed(asked[-1])):
        return None
    taken = {turn.follow_up for turn in asked}
    left = [each for each in prompt.follow_ups if each.id not in taken]
    return next((each for each in _wanted(prompt, judgement, left)), None)


def _wanted(prompt: Prompt, judgement: Judgement, left: Sequence[FollowUp]) -> Iterable[FollowUp]:
    """The follow-ups that fit, the most urgent first."""
    for belief in sorted(judgement.misconceptions, key=lambda each: not each.sure):
        yield from (each for each in left if each.when_believed == belief.misconception)
    for weak in weakest(prompt, judgement):
        yield from (each for each in left if each.when_missing == weak.point)
    yield from (each for each in left if not each.when_missing and not each.when_believed)


def weakest(prompt: Prompt, judgement: Judgement) -> list[Heard]:
    """The core points that the answer did not make, the most needed and least heard first."""
    needs = {point.id: point.need for point in prompt.rubric.points}
    open_ = [
        each
        for each in judgement.points
        if each.status != "covered" and needs.get(each.point, "bonus") != "bonus"
    ]
    return sorted(open_, key=lambda each: (ORDER[needs[each.point]], each.probability))


def _latest(turns: Sequence[Turn]) -> Judgement | None:
    """The judgement of the latest answer to the question itself."""
    own = [turn.judgement for turn in turns if turn.kind != "follow-up" and turn.judgement]
    return own[-1] if own else None


def _passed(turn: Turn) -> bool:
    """Whether a follow-up was answered well enough to go deeper."""
    return turn.judgement is not None and turn.judgement.score >= PASSED
