"""A grader that hears by one word a point, so that these tests stand whatever the real one learns."""

from __future__ import annotations

from tests.grading.freetext.rubrics import RUBRIC
from tutor.course.rubric import KeyPoint, Rubric
from tutor.grading.freetext.integrity import ORDERS
from tutor.grading.freetext.judge import BLOCKING, score_of
from tutor.grading.freetext.judgement import Heard, Judgement, band

SIGNS = {"sparse": "zero", "smooth": "smaller", "penalty": "weights", "correlated": "twin"}
ANSWER = (
    "With the lasso many parameters end up at exactly zero. Ridge makes every weight a little smaller. "
    "Both of them put a price on large weights, which is added to what the model pays for its errors."
)
"""Makes two points for this grader, leaves it unsure of a third, and says nothing on the fourth."""


def hears(point: KeyPoint, text: str) -> Heard:
    """Sure of what the point's word says, half sure of the penalty; "not" says the contrary."""
    sign = SIGNS[point.id]
    if sign not in text:
        return Heard(point.id, "missed", 0.1, "")
    if "not" in text.split():
        return Heard(point.id, "contradicted", 0.0, text)
    if point.id == "penalty":
        return Heard(point.id, "unsure", 0.5, text)
    return Heard(point.id, "covered", 0.9, text)


def local(rubric: Rubric, answer: str) -> Judgement:
    """A judgement by these words."""
    flags = ("instructions",) if ORDERS.search(answer) else ()
    heard = tuple(hears(point, answer) for point in rubric.points)
    if flags:
        heard = tuple(Heard(point.id, "missed", 0.0, "") for point in rubric.points)
    score = score_of(rubric, heard, ())
    return Judgement(
        score=score,
        interval=(max(0.0, score - 0.1), min(1.0, score + 0.1)),
        confidence=0.8,
        points=heard,
        misconceptions=(),
        flags=flags,
        tier="lexical",
        grade=None if flags else band(score),
        abstained=BLOCKING["instructions"] if flags else "",
    )


OWN = local(RUBRIC, ANSWER)
