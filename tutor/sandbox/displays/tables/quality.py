"""A first look at a table: what each column holds, and what in it will make trouble."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

FEW = 20
"""Distinct values up to which a column may be a class."""
ROWS_OF_IDS = 20
"""Rows from which values that are all different look like an id."""
MIXED = 0.5
"""Share of numbers in a column of words from which the words are the oddity."""
DRESSING = r"[\s€$£%']|(?<=\d),(?=\d{3}(\D|$))"
"""What people write around and inside numbers."""
TARGETS = re.compile(r"(target|label|class|outcome|species|y|churn(ed)?|survived)", re.IGNORECASE)
IDS = re.compile(r"(.*[_\s-])?(id|key|uuid|index|nr|no)|.*[a-z]Id|unnamed: 0", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds."""

    name: str
    kind: str
    missing: int
    distinct: int
    note: str = ""
    """What will make trouble, in a few words."""


@dataclass(frozen=True, slots=True)
class Quality:
    """What a table holds."""

    rows: int
    duplicates: int
    columns: tuple[Column, ...]
    target: str = ""
    """The column that looks like the class to predict."""
    balance: tuple[tuple[str, float], ...] = ()
    """Each class with its share, the largest first."""

    @property
    def missing(self) -> int:
        """Values that are missing in all."""
        return sum(column.missing for column in self.columns)


def quality(frame: Any) -> Quality:
    """Look over a DataFrame."""
    duplicates = int(frame.duplicated().sum())
    columns = tuple(
        _column(str(name), frame.iloc[:, place], len(frame) - duplicates)
        for place, name in enumerate(frame.columns)
    )
    target = _target(columns)
    balance: tuple[tuple[str, float], ...] = ()
    if target is not None:
        counts = frame.iloc[:, target].value_counts(normalize=True)
        balance = tuple((str(value), float(share)) for value, share in counts.items())
    name = columns[target].name if target is not None else ""
    return Quality(len(frame), duplicates, columns, name, balance)


def _column(name: str, values: Any, rows: int) -> Column:
    """What one column holds; `rows` of the table are different ones."""
    present = values.dropna()
    missing, distinct = len(values) - len(present), int(present.nunique())
    kind, note = _kind(present)
    if not len(present):
        note = "empty"
    elif distinct == 1:
        note = "constant"
    elif not note and not missing and distinct >= max(rows, ROWS_OF_IDS) and _like_an_id(name, kind, present):
        note = "like an id"
    return Column(name, kind, missing, distinct, note)


def _kind(present: Any) -> tuple[str, str]:
    """What sort of values these are, and what is odd about them."""
    import pandas as pd

    if not len(present):
        return "nothing", ""
    if pd.api.types.is_bool_dtype(present):
        return "booleans", ""
    if pd.api.types.is_integer_dtype(present):
        return "integers", ""
    if pd.api.types.is_numeric_dtype(present):
        whole = bool((present % 1 == 0).all())
        return ("integers" if whole else "numbers"), ""
    words = present.astype(str)
    bare = words.str.replace(DRESSING, "", regex=True)
    numbers = pd.to_numeric(bare.str.replace(",", "."), errors="coerce").notna()
    share = float(numbers.mean())
    if share == 1:
        return "text", f"numbers as text: {words.iloc[0].strip()!r}"
    if share >= MIXED:
        odd = words[~numbers]
        return "mixed", f"{len(odd):,} no number: {odd.iloc[0].strip()[:20]!r}"
    if share == 0 and words.str.match(r"\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{2,4}").all():
        return "text", "dates as text"
    return "text", ""


def _like_an_id(name: str, kind: str, values: Any) -> bool:
    """Whether values that are all different measure nothing: words, counted rows, or what is called so."""
    if IDS.fullmatch(name) or kind == "text":
        return kind != "numbers"
    return kind == "integers" and bool((values.drop_duplicates().diff().dropna() == 1).all())


def _target(columns: tuple[Column, ...]) -> int | None:
    """The column that looks like a class: by its name, else the last one of few values."""
    few = [place for place, column in enumerate(columns) if 2 <= column.distinct <= FEW]
    named = [place for place in few if TARGETS.fullmatch(columns[place].name)]
    whole = [place for place in few if columns[place].kind != "numbers"]
    return named[-1] if named else whole[-1] if whole and whole[-1] == len(columns) - 1 else None
