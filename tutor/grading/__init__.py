"""Judging answers: one file for each kind of question, all pure."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.course.expression import scope
from tutor.course.question import (
    Blank,
    Bug,
    ByHand,
    Curve,
    FreeText,
    GuessModel,
    Match,
    MultipleChoice,
    Numeric,
    Order,
    Output,
    Prediction,
    Question,
    ReadPlot,
    SingleChoice,
    Split,
    Threshold,
)
from tutor.grading.answer import (
    Answer,
    Drawn,
    Entered,
    Filled,
    Marked,
    Matched,
    Ordered,
    Picked,
    Placed,
    Written,
)
from tutor.grading.arrangement import grade_order
from tutor.grading.blank import grade_blank
from tutor.grading.bug import grade_bug
from tutor.grading.choice import grade_model, grade_multiple, grade_single
from tutor.grading.curve import grade_curve
from tutor.grading.evidence import Evidence
from tutor.grading.fit import fit
from tutor.grading.grade import Feedback, Grade
from tutor.grading.hand import grade_hand
from tutor.grading.matching import grade_match
from tutor.grading.numeric import grade_numeric
from tutor.grading.prediction import grade_by_run
from tutor.grading.split import grade_split
from tutor.grading.threshold import grade_threshold
from tutor.grading.written import grade_text

__all__ = [
    "Answer",
    "Drawn",
    "Entered",
    "Evidence",
    "Feedback",
    "Filled",
    "Grade",
    "Marked",
    "Matched",
    "Ordered",
    "Picked",
    "Placed",
    "Written",
    "fit",
    "grade",
]


def grade(
    question: Question,
    answer: Answer,
    facts: Mapping[str, Mapping[str, float]],
    evidence: Evidence | None = None,
    *,
    draw: int = 0,
) -> Grade:
    """The grade of an answer to a question as it was drawn (`variant`) with the seed `draw`.

    `facts` are recorded numbers, `evidence` is what the run showed that judges it. Raises NumberError or
    ValueError for an answer that cannot be graded (see `fit`), or without the run that it needs.
    """
    fit(question, answer)
    match question, answer:
        case (SingleChoice() | Output(), Picked()):
            return grade_single(question, answer)
        case (MultipleChoice(), Picked()):
            return grade_multiple(question, answer)
        case (GuessModel(), Picked()):
            return grade_model(question, answer, draw)
        case (Numeric(), Entered()):
            return grade_numeric(question, answer, scope(facts))
        case (ByHand(), Entered()):
            return grade_hand(question, answer)
        case (Order(), Ordered()):
            return grade_order(question, answer)
        case (Match(), Matched()):
            return grade_match(question, answer)
        case (Bug(), Marked()):
            return grade_bug(question, answer)
        case (Threshold(), Placed()):
            return grade_threshold(question, answer, draw)
        case (Split(), Placed()):
            return grade_split(question, answer, draw)
        case (FreeText(), Written()):
            return grade_text(question, answer)
        case (Blank(), Filled()):
            return grade_blank(question, answer, evidence)
    return _by_evidence(question, answer, facts, evidence)


def _by_evidence(
    question: Question,
    answer: Answer,
    facts: Mapping[str, Mapping[str, float]],
    evidence: Evidence | None,
) -> Grade:
    """The grade that only a run can give."""
    match question, answer:
        case (Prediction() | ReadPlot(), _) if evidence is not None:
            return grade_by_run(question, answer, scope(facts, evidence.metrics))
        case (Curve(), Drawn()) if evidence is not None:
            return grade_curve(question, answer, evidence)
    raise ValueError(f"the {question.kind} question {question.id} waits for its run")
