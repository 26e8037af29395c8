"""The guilty line and the reason."""

from __future__ import annotations

from tutor.course.question import Bug
from tutor.grading.answer import Marked
from tutor.grading.choice import met
from tutor.grading.grade import Feedback, Grade

LINE = 0.6
NEXT_TO_IT = 0.3
REASON = 0.4
FALSE_MARK = 0.3


def grade_bug(question: Bug, answer: Marked) -> Grade:
    """.6 for the lines (half for one next to it), .4 for the reason, −.3 for each false mark; at least 0."""
    reason = question.choices[answer.reason]
    hits = set(answer.lines) & set(question.lines)
    near = {
        guilty: mark
        for guilty in set(question.lines) - hits
        for mark in set(answer.lines) - hits
        if abs(guilty - mark) == 1
    }
    false = set(answer.lines) - hits - set(near.values())
    earned = (LINE * len(hits) + NEXT_TO_IT * len(near)) / len(question.lines)
    score = round(max(0.0, earned + REASON * reason.right - FALSE_MARK * len(false)), 6)
    right = hits == set(question.lines) and reason.right and not false and not near
    said = [Feedback("explain", question.explain), *_lines(question, hits, set(near.values()), false)]
    for each in question.choices:
        if each.right:
            said.append(Feedback("right" if each is reason else "missed", each.why, each.text))
        elif each is reason:
            said.append(Feedback("tempting", each.why, each.text))
    return Grade(
        score=1.0 if right else min(score, 0.99),
        right=right,
        feedback=tuple(said),
        given=f"{_named(set(answer.lines))}: {reason.text}",
        wanted=f"{_named(set(question.lines))}: {next(each.text for each in question.choices if each.right)}",
        misconceptions=met((reason,)),
    )


def _lines(question: Bug, hits: set[int], near: set[int], false: set[int]) -> list[Feedback]:
    """What to say about the marks."""
    said = []
    if near:
        said.append(Feedback("misplaced", f"{_named(near).capitalize()} stands next to it.", _named(near)))
    if false:
        words = "is innocent" if len(false) == 1 else "are innocent"
        said.append(Feedback("misplaced", f"{_named(false).capitalize()} {words}.", _named(false)))
    if missed := set(question.lines) - hits:
        words = "is the one" if len(missed) == 1 else "are the ones"
        said.append(Feedback("misplaced", f"{_named(missed).capitalize()} {words}.", _named(missed)))
    return said


def _named(lines: set[int]) -> str:
    """The lines in words."""
    numbers = [str(each) for each in sorted(lines)]
    return f"line {numbers[0]}" if len(numbers) == 1 else f"lines {', '.join(numbers)}"
