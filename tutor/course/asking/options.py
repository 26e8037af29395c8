"""Questions with options: one right, several right, the line and the reason, what is printed, which model."""

from __future__ import annotations

from tutor.course.asking.asked import ASKED, choices, whole, words
from tutor.course.fields import Fields
from tutor.course.prose import Prose
from tutor.course.question import Bug, GuessModel, MultipleChoice, Output, SingleChoice


def single(table: Fields, prose: Prose) -> SingleChoice:
    """Exactly one option is right."""
    table.only(*ASKED, "keep_order", "choices")
    return SingleChoice(
        **words(table, prose), choices=choices(table, prose), keep_order=table.flag("keep_order")
    )


def multiple(table: Fields, prose: Prose) -> MultipleChoice:
    """Several options may be right."""
    table.only(*ASKED, "keep_order", "choices")
    return MultipleChoice(
        **words(table, prose), choices=choices(table, prose), keep_order=table.flag("keep_order")
    )


def bug(table: Fields, prose: Prose) -> Bug:
    """Lines of code to be marked, and the reason."""
    table.only(*ASKED, "keep_order", "choices", "code", "lines")
    code = source(table)
    last = code.count("\n") + 1
    lines = table.scalars("lines")
    if not lines:
        raise table.fault("lines", "is missing; name the guilty lines, from 1")
    for each in lines:
        if not isinstance(each, int) or isinstance(each, bool) or not 1 <= each <= last:
            raise table.fault("lines", f"{each!r} is no line of the code; it has lines 1 to {last}")
        if not code.splitlines()[each - 1].strip():
            raise table.fault("lines", f"line {each} of the code is empty; name a line that says something")
    return Bug(
        **words(table, prose),
        code=code,
        lines=tuple(sorted({int(each) for each in lines})),
        choices=choices(table, prose),
        keep_order=table.flag("keep_order"),
    )


def output(table: Fields, prose: Prose) -> Output:
    """What does the code print?"""
    table.only(*ASKED, "keep_order", "choices", "code")
    return Output(
        **words(table, prose),
        code=source(table),
        choices=choices(table, prose, literal=True),
        keep_order=table.flag("keep_order"),
    )


def model(table: Fields, prose: Prose) -> GuessModel:
    """Which option's setting drew the figure?"""
    table.only(*ASKED, "choices", "figure")
    read = choices(table, prose, "setting")
    if len({each.setting for each in read}) < len(read):
        raise table.fault("choices", "two options have the same setting; give each its own")
    return GuessModel(**words(table, prose), choices=read, figure=whole(table, "figure", 0, 2, 0))


def source(table: Fields) -> str:
    """The code under `code`, empty lines around it removed."""
    code = table.values.get("code")
    if not isinstance(code, str) or not code.strip():
        raise table.fault("code", "is missing; add it, in triple quotes")
    return code.strip("\n").rstrip()
