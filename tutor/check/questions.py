"""Questions: right answers exist, differ from the wrong ones, and can be given."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.check.drawn import check_draws
from tutor.check.problem import Problem
from tutor.check.source import Source
from tutor.course.expression import parse, scope
from tutor.course.lines import TablePath
from tutor.course.question import (
    Bug,
    Choice,
    GuessModel,
    MultipleChoice,
    Numeric,
    Output,
    Prediction,
    ReadPlot,
    SingleChoice,
)
from tutor.grading.numeric import within


def check_questions(source: Source) -> Iterator[Problem]:
    """Problems of the questions that need no run."""
    for place, question in enumerate(source.lesson.questions):
        path = ("questions", place)
        match question:
            case SingleChoice() | Bug() | Output():
                right = sum(choice.right for choice in question.choices)
                if right != 1:
                    yield source.problem(
                        path, f"{question.id} has {right} right options; a {question.kind} has one"
                    )
                yield from _distinct(source, path, question.choices, exact=isinstance(question, Output))
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
            case ReadPlot():
                yield from _distinct(source, path, question.choices)
                yield from _unquoted(source, path, question.setting)
            case GuessModel():
                yield from _distinct(source, path, question.choices)
            case Numeric():
                yield from _numeric(source, path, question)
    yield from check_draws(source)


def _unquoted(source: Source, path: TablePath, setting: str) -> Iterator[Problem]:
    """A question about a figure whose seed is drawn quotes no number of the recorded run."""
    for each, table, line in source.quoted():
        if table == path and each.setting == setting:
            name = f"{each.setting}.{each.metric}"
            yield Problem(
                source.fields.file,
                line,
                f"{name} is recorded for seed 0, but the figure's seed is drawn; say it without the number",
            )


def _distinct(
    source: Source, path: TablePath, choices: tuple[Choice, ...], *, exact: bool = False
) -> Iterator[Problem]:
    """No two options say the same."""
    seen: set[str] = set()
    for place, choice in enumerate(choices):
        text = choice.text if exact else " ".join(choice.text.lower().split())
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
