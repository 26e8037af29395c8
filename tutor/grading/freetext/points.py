"""Whether an answer makes a key point, from what speaks for it and against it."""

from __future__ import annotations

from tutor.course.rubric import KeyPoint
from tutor.grading.freetext.curves import Curves
from tutor.grading.freetext.groups import numbers_fit
from tutor.grading.freetext.judgement import Heard, Status
from tutor.grading.freetext.signals import Told

COVERED, MISSED = 0.60, 0.25
"""From which probability on a point counts as made, and up to which as not made."""
TURNED = 0.34
"""Share of the matched words that are negated or opposed, above which the contrary is said."""
ON_TOPIC = 0.5
"""How close by words a stretch must come to say the contrary of a point rather than something else."""


def hear(point: KeyPoint, told: Told, curves: Curves) -> Heard:
    """How the point fares in the answer."""
    probability = curves.probability(told.signals)
    if told.best is not None and not numbers_fit(point, told.best.window.text):
        probability = min(probability, MISSED)
    status = _status(probability, told)
    quoted = told.best.window.text if told.best is not None and status != "missed" else ""
    return Heard(point.id, status, probability, quoted)


def _status(probability: float, told: Told) -> Status:
    """The word for it."""
    if probability >= COVERED:
        return "covered"
    contrary = told.best is not None and (told.best.denied or told.signals["words.turned"] > TURNED)
    if contrary and told.signals["words.closest"] >= ON_TOPIC:
        return "contradicted"
    return "missed" if probability <= MISSED else "unsure"
