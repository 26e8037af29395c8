"""The first report on a table: plain sentences, and a row for each column."""

from __future__ import annotations

from typing import Any

from tutor.figure import Figure, Table
from tutor.sandbox.displays import emit, own
from tutor.sandbox.displays.sentences import listed
from tutor.sandbox.displays.tables.quality import Quality, quality
from tutor.sandbox.displays.tables.reading import read_table
from tutor.sandbox.displays.tables.text import TableError

SHOWN = 60
"""Columns that get a row."""
CLASSES = 5
"""Classes that are named."""
RARE = 0.1
"""Share of a class from which accuracy stops telling."""
LEADING_NAME = 40
NAMED = 3
"""Columns that a sentence names."""


def own_table(name: str) -> Any:
    """The DataFrame in a CSV that was opened in this session; reports on it. Raises TableError."""
    if name not in own.files:
        known = listed(sorted(own.files)) or "none yet"
        raise TableError(f"{name} has not been opened in this session (opened: {known}); F3 opens a file.")
    reading = read_table(name, own.files[name])
    found = quality(reading.frame)
    for line in (*reading.notes, *sentences(found)):
        print(f"• {line}")
    emit.show(figure(name, found))
    return reading.frame


def sentences(found: Quality) -> list[str]:
    """What one should know before fitting anything."""
    columns, lines = found.columns, []
    if found.duplicates:
        share = f"{found.duplicates:,} of {found.rows:,} rows ({found.duplicates / found.rows:.0%})"
        lines.append(f"{share} repeat another: in training and test alike they flatter the score.")
    gaps = sorted((each for each in columns if each.missing), key=lambda each: -each.missing)
    if gaps:
        worst = gaps[0]
        lines.append(
            f"{len(gaps)} of {len(columns)} columns have missing values, most of all {worst.name} "
            f"({worst.missing / found.rows:.0%})."
        )
    for words, mark in (
        ("Empty, can go", "empty"),
        ("Constant, can go", "constant"),
        ("Like an id, which a model learns by heart: no feature", "like an id"),
        ("Numbers written as text, to be turned into numbers", "numbers as text"),
        ("Numbers mixed with words, to be cleaned", " no number"),
        ("Dates written as text", "dates as text"),
    ):
        names = [column.name for column in columns if mark in column.note]
        if names:
            more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
            lines.append(f"{words}: {', '.join(names[:NAMED])}{more}.")
    if found.balance:
        lines.append(_balance(found))
    return lines or ["Nothing suspicious was found; that is no proof."]


def _balance(found: Quality) -> str:
    """The shares of the classes."""
    shares = [f"{value} {share:.0%}" for value, share in found.balance[:CLASSES]]
    if len(found.balance) > CLASSES:
        shares.append(f"{len(found.balance) - CLASSES} more")
    rarest, share = found.balance[-1]
    warning = f"; {rarest} is rare, so accuracy alone will not tell" if share < RARE else ""
    return f"If {found.target} is what you want to predict: {listed(shares)}{warning}."


def figure(name: str, found: Quality) -> Figure:
    """A row for each column."""
    rows = [
        (
            column.name[:LEADING_NAME],
            column.kind,
            f"{column.missing:,} ({column.missing / found.rows:.0%})" if column.missing else "0",
            f"{column.distinct:,}",
            column.note,
        )
        for column in found.columns[:SHOWN]
    ]
    if len(found.columns) > SHOWN:
        rows.append((f"… {len(found.columns) - SHOWN} more", "", "", "", ""))
    title = f"{name}: {found.rows:,} rows × {len(found.columns):,} columns"
    notes = [f"{each.name}: {each.note}" for each in found.columns if each.note]
    facts = f"{found.missing:,} values are missing, {found.duplicates:,} rows repeat another"
    alt = "; ".join((title, facts, *notes[:CLASSES])) + "."
    table = Table(("column", "type", "missing", "distinct", "note"), tuple(rows))
    return Figure(title, (table,), alt)
