"""Questions: right answers exist, differ from the wrong ones, and can be given."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.check.problem import Problem
from tutor.check.source import Source
from tutor.course.expression import parse, scope
from tutor.course.lines import TablePath
from tutor.course.model import Choice, MultipleChoice, Numeric, Prediction, SingleChoice
from tutor.grading.numeric import within


def check_questions(source: Source) -> Iterator[Problem]:
    """Problems of the questions that need no run."""
    for place, question in enumerate(source.lesson.questions):
        path = ("questions", place)
        match question:
            case SingleChoice():
                right = sum(choice.right for choice in question.choices)
                if right != 1:
                    yield source.problem(path, f"{question.id} has {right} right options; a single has one")
                yield from _distinct(source, path, question.choices)
            case MultipleChoice():
                right = sum(choice.right for choice in question.choices)
                if right in (0, len(question.choices)):
                    yield source.problem(
                        path,
                        f"{question.id} has {right} right options of {right or 'all'}; mix right and wrong",
                    )
                yield from _distinct(source, path, question.choices)
            case Prediction():
                yield from _distinct(source, path, question.choices)
            case Numeric():
                yield from _numeric(source, path, question)


def _distinct(source: Source, path: TablePath, choices: tuple[Choice, ...]) -> Iterator[Problem]:
    """No two options say the same."""
    seen: set[str] = set()
    for place, choice in enumerate(choices):
        text = " ".join(choice.text.lower().split())
        if text in seen:
            yield source.problem(
                (*path, "choices", place, "text"), f"option {choice.text!r} stands twice; change one"
            )
        seen.add(text)


def _numeric(source: Source, path: TablePath, question: Numeric) -> Iterator[Problem]:
    """The key is a finite number and no slip counts as right."""
    names = scope(source.lesson.recorded)
    try:
        key = parse(question.key).number(names)
    except ValueError as fault:
        yield source.problem((*path, "key"), f"{question.id}: {fault}")
        return
    for place, slip in enumerate(question.slips):
        at = (*path, "slips", place, "key")
        try:
            value = parse(slip.key).number(names)
        except ValueError as fault:
            yield source.problem(at, f"{question.id}: {fault}")
            continue
        if within(value, key, question.abs_tol, question.rel_tol):
            yield source.problem(
                at, f"{question.id}: the slip {slip.key} counts as right; narrow the tolerance or drop it"
            )
