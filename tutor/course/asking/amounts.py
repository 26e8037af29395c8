"""Questions for a number: from records, before a run, off a figure, by hand."""

from __future__ import annotations

from dataclasses import replace

from tutor.course.asking.asked import (
    ASKED,
    TOLERANCE,
    choices,
    setting,
    shuffled,
    slips,
    tolerance,
    whole,
    words,
)
from tutor.course.expression import parse
from tutor.course.fields import Fields
from tutor.course.prose import Prose
from tutor.course.question import ByHand, Draws, Numeric, Prediction, ReadPlot, Worked
from tutor.run import Scalar


def numeric(table: Fields, prose: Prose) -> Numeric:
    """A number that does not come straight from a run."""
    table.only(*ASKED, *TOLERANCE, "slips")
    absolute, relative = tolerance(table, 0.01)
    return Numeric(
        **words(table, prose),
        key=prose.expression(table, "key", test=False, bare=False),
        unit=table.text("unit", ""),
        abs_tol=absolute,
        rel_tol=relative,
        slips=slips(table, prose),
    )


def prediction(table: Fields, prose: Prose) -> Prediction:
    """What a run will show: an option or a number."""
    table.only(*ASKED, *TOLERANCE, "keep_order", "choices", "setting")
    absolute, relative = tolerance(table, 0.1)
    ran = setting(table, "setting", prose)
    numeric = _by_number(table)
    return Prediction(
        **words(table, prose),
        setting=ran,
        choices=() if numeric else choices(table, prose, "when"),
        key=prose.expression(table, "key", test=False, bare=True) if numeric else "",
        unit=table.text("unit", ""),
        abs_tol=absolute,
        rel_tol=relative,
        keep_order=shuffled(table),
    )


def plot(table: Fields, prose: Prose) -> ReadPlot:
    """What a figure shows: an option or a number."""
    table.only(*ASKED, *TOLERANCE, "keep_order", "choices", "setting", "figure")
    absolute, relative = tolerance(table, 0.1)
    ran = setting(table, "setting", prose)
    numeric = _by_number(table)
    return ReadPlot(
        **words(table, prose),
        setting=ran,
        figure=whole(table, "figure", 0, 2, 0),
        choices=() if numeric else choices(table, prose, "when"),
        key=prose.expression(table, "key", test=False, bare=True) if numeric else "",
        unit=table.text("unit", ""),
        abs_tol=absolute,
        rel_tol=relative,
        keep_order=shuffled(table),
    )


def hand(table: Fields, prose: Prose) -> ByHand:
    """A calculation with drawn numbers and its worked solution."""
    table.only(*ASKED, *TOLERANCE, "slips", "draws", "where", "worked")
    drawn = _draws(table)
    inside = replace(prose, drawn=frozenset(drawn))
    absolute, relative = tolerance(table, 0.01)
    worked = []
    for each in table.tables("worked"):
        each.only("says", "value")
        value = inside.expression(each, "value", test=False, bare=True) if each.has("value") else ""
        worked.append(Worked(inside.text(each, "says"), value))
    if not worked:
        raise table.fault("worked", "is missing; say line by line how the number is found")
    return ByHand(
        **words(table, inside),
        draws=Draws(drawn, _where(table, inside)),
        key=inside.expression(table, "key", test=False, bare=True),
        worked=tuple(worked),
        unit=table.text("unit", ""),
        abs_tol=absolute,
        rel_tol=relative,
        slips=slips(table, inside),
    )


def _by_number(table: Fields) -> bool:
    """Whether a key decides, and not `when`; raises ContentError unless it is one of the two."""
    if table.has("key") == table.has("choices"):
        what = "a prediction" if table.text("kind") == "predict" else "a plot"
        raise table.fault("", f"{what} has either choices with 'when' or a key; give one of the two")
    return table.has("key")


def _draws(table: Fields) -> dict[str, tuple[Scalar, ...]]:
    """By name, what may be drawn."""
    offered = table.table("draws")
    drawn = {}
    for name in offered.values:
        values = offered.scalars(name)
        if not name.isidentifier() or len(values) < 2 or any(isinstance(each, bool) for each in values):
            raise offered.fault(name, "must be a name with a list of two or more numbers or words")
        drawn[name] = values
    if not drawn:
        raise table.fault("draws", "is missing; write [questions.draws] with a list for each number")
    return drawn


def _where(table: Fields, prose: Prose) -> tuple[str, ...]:
    """Comparisons between what is drawn."""
    comparisons = table.texts("where")
    for each in comparisons:
        try:
            test = parse(each)
        except ValueError as wrong:
            raise table.fault("where", str(wrong)) from None
        if not test.is_test:
            raise table.fault("where", f"{each!r} compares nothing; write for example 'a != b'")
        if unknown := sorted(test.names() - prose.drawn):
            raise table.fault("where", f"nothing is drawn as {unknown[0]!r}; add it to draws")
    return comparisons
