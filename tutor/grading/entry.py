"""Where one question stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tutor.course.draws import draws_afresh
from tutor.course.question import Curve, Prediction, Question
from tutor.grading.answer import Answer
from tutor.grading.evidence import Evidence
from tutor.grading.grade import Grade

__all__ = ["Entry", "Phase", "draws_afresh"]

Phase: TypeAlias = Literal["open", "committed", "graded", "skipped"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One question; it is `committed` from the answer until its run, or until its points are ticked."""

    question: Question
    """As it was drawn for this attempt."""
    phase: Phase = "open"
    answer: Answer | None = None
    """The answer, or the half-made one while the question is open."""
    grade: Grade | None = None
    scores: tuple[float, ...] = ()
    """Of each attempt in order."""
    draw: int = 0
    """The seed of what is drawn for this attempt."""
    confidence: int | None = None
    """From 1, a guess, to 4, certain; None if it was not asked."""
    evidence: Evidence | None = None
    """What the run showed that the question needs."""

    @property
    def right_at_first(self) -> bool:
        """Whether the first attempt was right."""
        return bool(self.scores) and self.scores[0] == 1.0

    @property
    def settled(self) -> bool:
        """Whether nothing is waited for any more: judged, or passed over."""
        return self.phase in ("graded", "skipped")

    @property
    def can_retry(self) -> bool:
        """Whether another attempt makes sense: not once its run is seen, nor on what is right for ever."""
        if self.phase == "graded":
            judged = isinstance(self.question, Prediction | Curve) or self.grade is None or self.grade.right
            return not judged or draws_afresh(self.question)
        return self.phase != "open"
