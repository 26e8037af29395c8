"""Dictionaries of scores as tables."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from numbers import Real
from typing import Any

from tutor.figure import Figure, Table
from tutor.sandbox.displays.sentences import sentence
from tutor.sandbox.shown.words import brief, is_a, number

MOST_ROWS = 60
FOLDS = 10
"""Values shown of each row."""


def mapping_figure(value: Mapping[Any, Any]) -> Figure | None:
    """A table for names with numbers, with equally many numbers each, with rows of names, or with arrays."""
    if not value or not all(isinstance(key, str | int | float) for key in value):
        return None
    for maker in (_single, _series, _nested, _parts):
        table = maker(dict(value))
        if table is not None:
            title = f"{type(value).__name__} of {len(value)}"
            rows = table.rows[:MOST_ROWS] + ((("…",) * len(table.columns),) * (len(table.rows) > MOST_ROWS))
            said = ", ".join(" ".join(row[:2]) for row in rows[:8])
            return Figure(title, (Table(table.columns, rows),), sentence(title, said))
    return None


def _single(value: dict[Any, Any]) -> Table | None:
    """accuracy_score and the like, by name."""
    if not all(_is_number(each) for each in value.values()):
        return None
    return Table(("name", "value"), tuple((brief(key), brief(each)) for key, each in value.items()))


def _series(value: dict[Any, Any]) -> Table | None:
    """The scores of folds, as cross_validate gives them: mean, spread, and the folds."""
    numbers = {key: _numbers(each) for key, each in value.items()}
    lengths = {len(each) if each else 0 for each in numbers.values()}
    if len(lengths) != 1 or 0 in lengths:
        return None
    (length,) = lengths
    shown = min(length, FOLDS)
    header = (
        "name",
        "mean",
        "sd",
        *(f"[{index}]" for index in range(shown)),
        *(("…",) if length > shown else ()),
    )
    rows = []
    for key, each in numbers.items():
        middle = (number(statistics.fmean(each or ())), number(statistics.pstdev(each or ())))
        tail = ("…",) if length > shown else ()
        rows.append((brief(key), *middle, *map(brief, (each or ())[:shown]), *tail))
    return Table(header, tuple(rows))


def _nested(value: dict[Any, Any]) -> Table | None:
    """A report of rows by name, as classification_report(output_dict=True) gives it."""
    names = list(dict.fromkeys(name for row in value.values() if isinstance(row, dict) for name in row))
    flat = [each for row in value.values() for each in (row.values() if isinstance(row, dict) else [row])]
    if not names or not all(isinstance(name, str) for name in names) or not all(map(_is_number, flat)):
        return None
    rows = []
    for key, row in value.items():
        cells = row if isinstance(row, dict) else {names[-2 if len(names) > 1 else 0]: row}
        rows.append((brief(key), *(brief(cells[name]) if name in cells else "" for name in names)))
    return Table(("", *names), tuple(rows))


def _parts(value: dict[Any, Any]) -> Table | None:
    """What is in a Bunch, or in any dictionary with arrays, frames or models."""
    libraries = ("numpy", "ndarray"), ("pandas", "DataFrame", "Series"), ("sklearn.base", "BaseEstimator")
    if not any(is_a(each, *names) for each in value.values() for names in libraries):
        return None
    return Table(
        ("name", "type", "value"),
        tuple((brief(key), type(each).__name__, brief(each)) for key, each in value.items()),
    )


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, complex)


def _numbers(value: object) -> Sequence[float] | None:
    """The numbers in a flat list or array of them."""
    if is_a(value, "numpy", "ndarray") and value.ndim == 1 and value.dtype.kind in "biuf":  # type: ignore[attr-defined]
        return [float(each) for each in value.tolist()]  # type: ignore[attr-defined]
    if isinstance(value, list | tuple) and value and all(_is_number(each) for each in value):
        return [float(each) for each in value]
    return None
