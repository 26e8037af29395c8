"""Judging answers: one file per answer type, all pure."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.course.expression import scope
from tutor.course.model import MultipleChoice, Numeric, Prediction, Question, SingleChoice
from tutor.grading.answer import Answer, Entered, Picked
from tutor.grading.choice import grade_multiple, grade_single
from tutor.grading.grade import Feedback, Grade
from tutor.grading.numeric import grade_numeric
from tutor.grading.prediction import grade_prediction

__all__ = ["Answer", "Entered", "Feedback", "Grade", "Picked", "grade"]


def grade(
    question: Question,
    answer: Answer,
    facts: Mapping[str, Mapping[str, float]],
    metrics: Mapping[str, float] | None = None,
) -> Grade:
    """The grade of an answer; `facts` are recorded numbers, `metrics` those of a prediction's run.

    Raises NumberError (with a sentence for the learner) for a number that cannot be read, ValueError for an
    answer that does not fit the question.
    """
    match question, answer:
        case SingleChoice(), Picked():
            return grade_single(question, answer)
        case MultipleChoice(), Picked():
            return grade_multiple(question, answer)
        case Numeric(), Entered():
            return grade_numeric(question, answer, scope(facts))
        case Prediction(), _ if metrics is not None:
            return grade_prediction(question, answer, scope(facts, metrics))
    raise ValueError(f"the answer does not fit the {question.kind} question {question.id}")
