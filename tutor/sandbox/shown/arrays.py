"""Arrays as tables: shape, dtype, and the corner that one reads first."""

from __future__ import annotations

from typing import Any

from tutor.figure import Figure, Table
from tutor.sandbox.displays.sentences import sentence
from tutor.sandbox.shown.words import brief, number, shape_of

ROWS, COLUMNS = 8, 8
ALONG = 12
"""Values shown of an array with one dimension."""
COUNTABLE = 2_000_000
"""Elements up to which extent and missing values are computed."""


def array_figure(value: Any) -> Figure:
    """A numpy array with at least one dimension, or a sparse matrix."""
    kind = "Array" if hasattr(value, "tolist") else f"Sparse {type(value).__name__}"
    title = f"{kind} {shape_of(value)}, {value.dtype}"
    facts = _facts(value)
    corner, where = _corner(value)
    mark = _table(corner, value.shape if corner.ndim == value.ndim else value.shape[-2:])
    return Figure(f"{title}{where}", (mark,), sentence(f"{title}{where}", *facts))


def _corner(value: Any) -> tuple[Any, str]:
    """The part that is shown, as a dense array of one or two dimensions, and where it lies."""
    if value.ndim == 1:
        part, where = value[:ALONG], ""
    else:
        lead = value.ndim - 2
        part, where = value[(0,) * lead + (slice(ROWS), slice(COLUMNS))], ""
        if lead:
            where = f" — at [{', '.join(['0'] * lead)}]"
    return (part.toarray() if hasattr(part, "toarray") else part), where


def _table(part: Any, shape: tuple[int, ...]) -> Table:
    """Cells with their indices; … where the array goes on."""
    rows = part.reshape(1, -1) if part.ndim == 1 else part
    wide = shape[-1] > rows.shape[1]
    tall = part.ndim == 2 and shape[0] > rows.shape[0]
    header = ("", *(f"[{index}]" for index in range(rows.shape[1])), *(("…",) if wide else ()))
    lines = [
        ("" if part.ndim == 1 else f"[{index}]", *map(brief, row), *(("…",) if wide else ()))
        for index, row in enumerate(rows.tolist())
    ]
    if tall:
        lines.append(("…",) * len(header))
    return Table(header, tuple(lines))


def _facts(value: Any) -> list[str]:
    """Extent and missing values of numbers; how many are stored of a sparse matrix."""
    import numpy as np

    if hasattr(value, "nnz"):
        return [f"{value.nnz:,} of {value.shape[0] * value.shape[-1]:,} values are stored"]
    if value.size == 0:
        return ["it is empty"]
    if value.dtype.kind not in "biuf" or value.size > COUNTABLE:
        return []
    missing = int(np.isnan(value).sum()) if value.dtype.kind == "f" else 0
    if missing == value.size:
        return ["every value is NaN"]
    extent = f"from {number(float(np.nanmin(value)))} to {number(float(np.nanmax(value)))}"
    return [extent, f"{missing:,} of {value.size:,} values are NaN"] if missing else [extent]
