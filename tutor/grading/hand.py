"""A calculation by hand: the number, and the worked solution with the same numbers."""

from __future__ import annotations

from dataclasses import replace

from tutor.course.draws import fixed
from tutor.course.expression import parse
from tutor.course.question import ByHand, Worked
from tutor.grading.answer import Entered
from tutor.grading.grade import Feedback, Grade
from tutor.grading.numeric import judge_number


def grade_hand(question: ByHand, answer: Entered) -> Grade:
    """The grade of a typed number; `question` is a variant (see `tutor.course.draws`); raises NumberError."""
    scope = fixed(question.draws)
    result = judge_number(
        answer.text,
        parse(question.key).number(scope),
        explain=question.explain,
        unit=question.unit,
        abs_tol=question.abs_tol,
        rel_tol=question.rel_tol,
        slips=question.slips,
        scope=scope,
    )
    worked = tuple(Feedback("worked", told(line)) for line in question.worked)
    return replace(result, feedback=(*result.feedback, *worked))


def told(line: Worked) -> str:
    """A line of the worked solution; the arithmetic as code, or `*` would be emphasis."""
    return f"{line.says.rstrip(' :.')}: `{line.value}`" if line.value else line.says
