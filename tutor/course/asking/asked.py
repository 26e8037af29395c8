"""What all kinds of question share: their words, options, slips and tolerances."""

from __future__ import annotations

from typing import TypedDict

from tutor.course.errors import nearest
from tutor.course.fields import NAME, SHAPE, Fields
from tutor.course.prose import Prose
from tutor.course.question import Choice, Slip

ASKED = ("id", "kind", "stem", "explain", "hint", "proof")
TOLERANCE = ("key", "unit", "abs_tol", "rel_tol")


class Words(TypedDict):
    """The fields of `Asked`."""

    id: str
    stem: str
    explain: str
    hint: str
    proof: str


def words(table: Fields, prose: Prose) -> Words:
    """What every question says."""
    return Words(
        id=table.text("id"),
        stem=prose.text(table, "stem"),
        explain=prose.text(table, "explain"),
        hint=prose.text(table, "hint", ""),
        proof=setting(table, "proof", prose) if table.has("proof") else "",
    )


def setting(table: Fields, key: str, prose: Prose) -> str:
    """The name of a setting of the lesson."""
    name = table.text(key)
    if name not in prose.settings:
        raise table.fault(key, f"no setting is called {name!r}{nearest(name, prose.settings)}")
    return name


def choices(
    table: Fields, prose: Prose, decided: str = "right", *, literal: bool = False
) -> tuple[Choice, ...]:
    """The options, each with its reason; `right`, `when` or `setting` decides whether one is right.

    `literal` texts are taken as they stand, braces and all.
    """
    read = []
    for each in table.tables("choices"):
        each.only("text", "why", "misconception", decided)
        read.append(
            Choice(
                text=each.text("text") if literal else prose.text(each, "text"),
                right=each.flag("right") if decided == "right" else False,
                why=prose.text(each, "why"),
                when=prose.expression(each, "when", test=True, bare=True) if decided == "when" else "",
                misconception=misconception(each),
                setting=setting(each, "setting", prose) if decided == "setting" else "",
            )
        )
    if len(read) < 2:
        raise table.fault("choices", "a question needs at least two options; add some")
    return tuple(read)


def slips(table: Fields, prose: Prose) -> tuple[Slip, ...]:
    """Wrong numbers that people arrive at."""
    read = []
    bare = bool(prose.drawn)
    for each in table.tables("slips"):
        each.only("key", "why", "misconception")
        key = prose.expression(each, "key", test=False, bare=bare)
        read.append(Slip(key, prose.text(each, "why"), misconception(each)))
    return tuple(read)


def misconception(table: Fields) -> str:
    """The misconception that a wrong answer shows; empty if none is named."""
    return table.name("misconception", NAME, SHAPE) if table.has("misconception") else ""


def tolerance(table: Fields, otherwise: float) -> tuple[float, float]:
    """Absolute and relative tolerance; `otherwise` is the relative one when none is given."""
    absolute = float(table.number("abs_tol", 0.0))
    relative = float(table.number("rel_tol", 0.0 if table.has("abs_tol") else otherwise))
    for key, value in (("abs_tol", absolute), ("rel_tol", relative)):
        if value < 0:
            raise table.fault(key, "must not be below 0")
    return absolute, relative


def shuffled(table: Fields) -> bool:
    """Whether options that stand in their order by default keep it."""
    return not table.has("keep_order") or table.flag("keep_order")


def whole(table: Fields, key: str, low: int, high: int, default: int | None = None) -> int:
    """A whole number from `low` to `high`."""
    value = table.number(key, default)
    if value != int(value) or not low <= value <= high:
        raise table.fault(key, f"must be a whole number from {low} to {high}")
    return int(value)


def positive(table: Fields, key: str) -> float:
    """A number above 0."""
    value = float(table.number(key))
    if value <= 0:
        raise table.fault(key, "must be above 0")
    return value


def differ(table: Fields, key: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts; raises ContentError if one stands twice."""
    for each in texts:
        if texts.count(each) > 1:
            raise table.fault(key, f"{each!r} stands twice; change one")
    return texts
