"""Words, graded by the learner against the points of the model answer."""

from __future__ import annotations

from tutor.course.question import FreeText
from tutor.grading.answer import Written
from tutor.grading.grade import Feedback, Grade


def grade_text(question: FreeText, answer: Written) -> Grade:
    """The share of points that the learner found in the answer."""
    said = [Feedback("explain", question.explain), Feedback("model", question.model_answer)]
    said += [
        Feedback("missed", f"Not in your answer yet: {point}", point)
        for place, point in enumerate(question.points)
        if place not in answer.points
    ]
    score = len(set(answer.points)) / len(question.points)
    return Grade(score, score == 1.0, tuple(said), answer.text, question.model_answer)
