"""Numbers: right within the tolerance, half right within three times as much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tutor.course.expression import parse
from tutor.course.question import Numeric, Slip
from tutor.grading.answer import Entered
from tutor.grading.grade import Feedback, Grade
from tutor.grading.number import read_number, show_number

NEAR = 3.0
"""Within so many tolerances of the key an answer earns half."""

ROUNDING = 1e-9
"""Room for binary fractions: 0.49 − 0.48 is a little more than 0.01."""


def grade_numeric(question: Numeric, answer: Entered, scope: Mapping[str, float]) -> Grade:
    """The grade of a typed number; raises NumberError for text that is none."""
    return judge_number(
        answer.text,
        parse(question.key).number(scope),
        explain=question.explain,
        unit=question.unit,
        abs_tol=question.abs_tol,
        rel_tol=question.rel_tol,
        slips=question.slips,
        scope=scope,
    )


def judge_number(
    text: str,
    key: float,
    *,
    explain: str,
    unit: str,
    abs_tol: float,
    rel_tol: float,
    slips: Sequence[Slip] = (),
    scope: Mapping[str, float],
) -> Grade:
    """The grade of `text` against `key`; raises NumberError."""
    value = read_number(text, unit)
    given = show_number(value, unit)
    if unit == "%" and "%" not in text and within(value * 100, key, abs_tol, rel_tol):
        value *= 100
    score = 1.0 if within(value, key, abs_tol, rel_tol) else 0.0
    said = [Feedback("explain", explain)]
    met: tuple[str, ...] = ()
    if not score:
        slip = next((s for s in slips if within(value, parse(s.key).number(scope), abs_tol, rel_tol)), None)
        if slip:
            said.append(Feedback("slip", slip.why, given))
            met = (slip.misconception,) if slip.misconception else ()
        elif within(value, key, NEAR * abs_tol, NEAR * rel_tol):
            score = 0.5
            said.append(Feedback("close", "Close: near enough for half, so look for a small slip.", given))
    return Grade(score, score == 1.0, tuple(said), given, show_number(key, unit), met)


def within(value: float, key: float, abs_tol: float, rel_tol: float) -> bool:
    """Whether |value − key| ≤ max(abs_tol, rel_tol·|key|), up to rounding."""
    room = max(abs_tol, rel_tol * abs(key))
    return abs(value - key) <= room + ROUNDING * max(1.0, abs(key))
