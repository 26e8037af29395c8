"""How people say it aloud: `<id>.phrasings.toml` beside a prompt → more wording for its rubric."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from tutor.course.fields import Fields, read_fields
from tutor.course.rubric import FollowUp, KeyPoint, Rubric, WrongBelief

PHRASINGS = ".phrasings.toml"
"""How the file with a prompt's further wordings ends."""

Worded = TypeVar("Worded", KeyPoint, WrongBelief)


@dataclass(frozen=True, slots=True)
class Phrasings:
    """The tables of one file."""

    fields: Fields

    def rubric(self, rubric: Rubric) -> Rubric:
        """The rubric with its further wordings; raises ContentError for an id that it does not have."""
        return replace(
            rubric,
            points=_worded(self.fields, "points", rubric.points),
            misconceptions=_worded(self.fields, "misconceptions", rubric.misconceptions),
        )

    def follow_ups(self, follow_ups: tuple[FollowUp, ...]) -> tuple[FollowUp, ...]:
        """The follow-ups with their further wordings; raises ContentError for an id that none of them has."""
        tables = self.fields.table("follow_ups").only(*(each.id for each in follow_ups))
        return tuple(
            replace(each, ask=replace(each.ask, points=_worded(tables, each.id, each.ask.points)))
            for each in follow_ups
        )


def read_phrasings(prompt_file: Path) -> Phrasings | None:
    """The further wordings of the prompt in this file, None if there are none; raises ContentError."""
    file = prompt_file.with_name(f"{prompt_file.stem}{PHRASINGS}")
    if not file.exists():
        return None
    known = ("format_version", "written_by", "points", "misconceptions", "follow_ups")
    return Phrasings(read_fields(file).only(*known))


def _worded(fields: Fields, key: str, items: Iterable[Worded]) -> tuple[Worded, ...]:
    """The items, each with the wordings of the table that is called like it."""
    items = tuple(items)
    if not fields.has(key):
        return items
    tables = fields.table(key).only(*(item.id for item in items))
    return tuple(_with(item, tables.table(item.id)) if tables.has(item.id) else item for item in items)


def _with(item: Worded, table: Fields) -> Worded:
    """One item with its wordings."""
    table.only("says", "denies")
    return replace(item, phrasings=table.texts("says"), denials=table.texts("denies"))
