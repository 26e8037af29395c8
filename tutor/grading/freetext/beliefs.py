"""Misconceptions in an answer: like a way to voice it, more than like the right thing, and not denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tutor.course.rubric import WrongBelief
from tutor.grading.freetext.curves import Curves
from tutor.grading.freetext.judgement import Believed
from tutor.grading.freetext.signals import Told

SURE = 0.62
"""From which probability on a misconception is reported; on the bank's answers nine of ten are there."""
MAYBE = 0.40
"""… and is worth checking."""


def believed(
    misconceptions: Sequence[WrongBelief], told: Sequence[Told], curves: Curves
) -> Iterator[Believed]:
    """The misconceptions that are heard; of one that is reported or denied the grader is not sure."""
    for belief, found in zip(misconceptions, told, strict=True):
        probability = curves.probability(found.signals)
        if found.best is not None and probability >= MAYBE:
            sure = probability >= SURE and not found.best.framed
            yield Believed(belief.id, sure, found.best.window.text)
