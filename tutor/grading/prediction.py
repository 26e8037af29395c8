"""Predictions and figures: judged by the numbers of the run that they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tutor.course.expression import parse
from tutor.course.question import Choice, Prediction, ReadPlot
from tutor.grading.answer import Answer, Entered, Picked
from tutor.grading.choice import judge
from tutor.grading.grade import Grade
from tutor.grading.numeric import judge_number


def came_true(question: Prediction | ReadPlot, scope: Mapping[str, float]) -> tuple[Choice, ...]:
    """The options, each right if its `when` holds in `scope`; raises ValueError."""
    return tuple(replace(each, right=parse(each.when).holds(scope)) for each in question.choices)


def grade_by_run(question: Prediction | ReadPlot, answer: Answer, scope: Mapping[str, float]) -> Grade:
    """The grade by the numbers of the run; raises NumberError or ValueError."""
    match answer:
        case Entered(text) if question.key:
            return judge_number(
                text,
                parse(question.key).number(scope),
                explain=question.explain,
                unit=question.unit,
                abs_tol=question.abs_tol,
                rel_tol=question.rel_tol,
                scope=scope,
            )
        case Picked((place,)) if place in range(len(question.choices)):
            choices = came_true(question, scope)
            return judge(choices, (choices[place],), question.explain, score=float(choices[place].right))
    raise ValueError(f"the answer does not fit the {question.kind} question {question.id}")
