"""Data frames and series as tables: shape, dtypes, the first rows."""

from __future__ import annotations

from typing import Any

from tutor.figure import Figure, Table
from tutor.sandbox.displays.sentences import sentence
from tutor.sandbox.shown.words import brief, shape_of

ROWS, COLUMNS = 8, 10


def frame_figure(value: Any) -> Figure:
    """A pandas DataFrame: a table of the first rows, a table of the columns' dtypes and missing values."""
    title = f"DataFrame {shape_of(value)}"
    head = value.iloc[:ROWS, :COLUMNS]
    names = [brief(name) for name in head.columns]
    more = value.shape[1] - len(names)
    wide = ("…",) if more else ()
    lines = [
        (brief(label), *map(brief, row), *wide)
        for label, row in zip(head.index, head.itertuples(index=False), strict=True)
    ]
    if value.shape[0] > ROWS:
        lines.append(("…",) * (1 + len(names) + len(wide)))
    first = Table(("", *names, *wide), tuple(lines))
    missing = value.iloc[:, :COLUMNS].isna().sum()
    kinds = [str(kind) for kind in head.dtypes]
    second = Table(
        ("column", "dtype", "missing"),
        tuple((name, kind, str(int(gap))) for name, kind, gap in zip(names, kinds, missing, strict=True))
        + ((("…", f"{more} more columns", "…"),) if more else ()),
    )
    columns = ", ".join(f"{name} ({kind})" for name, kind in zip(names, kinds, strict=True))
    marks = (first, second) if names else (second,)
    return Figure(title, marks, sentence(title, f"columns {columns}" if names else "it has no columns"))


def series_figure(value: Any) -> Figure:
    """A pandas Series: the first values with their labels."""
    name = "" if value.name is None else f" {brief(value.name)}"
    title = f"Series{name}: {shape_of(value)}, {value.dtype}"
    head = value.iloc[:ROWS]
    rows = [(brief(label), brief(each)) for label, each in zip(head.index, head, strict=True)]
    if len(value) > ROWS:
        rows.append(("…", "…"))
    missing = int(value.isna().sum())
    facts = [f"{missing:,} of {len(value):,} values are missing"] if missing else []
    return Figure(title, (Table(("", name.strip() or "value"), tuple(rows)),), sentence(title, *facts))
