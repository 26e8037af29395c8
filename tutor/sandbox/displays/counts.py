"""Figures of counts and cells: bars, histograms, matrices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from tutor.figure import Axis, Bars, Figure, Matrix
from tutor.sandbox.displays import sentences
from tutor.sandbox.displays.classes import class_names
from tutor.sandbox.displays.numbers import floats


def bars(
    labels: Sequence[object],
    values: Mapping[str, ArrayLike] | ArrayLike,
    *,
    title: str,
    x_label: str = "",
    y_label: str = "",
    y_range: tuple[float, float] | None = None,
    alt: str | None = None,
) -> Figure:
    """Bars over `labels`; a dict of values gives grouped bars with a legend."""
    words = tuple(str(label) for label in labels)
    groups: Mapping[str, ArrayLike] = values if isinstance(values, Mapping) else {"": values}
    marks = tuple(
        Bars(words, floats(heights), label, color) for color, (label, heights) in enumerate(groups.items())
    )
    if alt is None:
        alt = sentences.sentence(*(sentences.bars(mark.label, words, mark.values) for mark in marks))
    low, high = y_range or (None, None)
    return Figure(title, marks, alt, Axis(x_label), Axis(y_label, low, high))


def histogram(
    values: Mapping[str, ArrayLike] | ArrayLike,
    bins: int | Sequence[float] = 20,
    *,
    title: str,
    x_label: str = "",
    y_label: str = "count",
    alt: str | None = None,
) -> Figure:
    """How many of the values fall into each bin, a bar at each bin's middle; a dict compares groups."""
    groups: Mapping[str, ArrayLike] = values if isinstance(values, Mapping) else {"": values}
    flat = {label: np.asarray(each, dtype=float).ravel() for label, each in groups.items()}
    edges = np.histogram_bin_edges(np.concatenate(list(flat.values())), bins)
    words = tuple(sentences.short(float(middle)) for middle in (edges[1:] + edges[:-1]) / 2)
    marks = tuple(
        Bars(words, floats(np.histogram(each, edges)[0]), label, color)
        for color, (label, each) in enumerate(flat.items())
    )
    if alt is None:
        parts = []
        for mark, each in zip(marks, flat.values(), strict=True):
            fullest = int(np.argmax(np.asarray(mark.values)))
            parts.append(sentences.spread(mark.label, np.sort(each).tolist()))
            parts.append(f"the fullest bin is at {words[fullest]} with {int(mark.values[fullest]):,}")
        alt = sentences.sentence(*parts)
    return Figure(title, marks, alt, Axis(x_label), Axis(y_label))


def confusion_matrix(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    classes: Sequence[str] | None = None,
    *,
    title: str = "Confusion matrix",
    alt: str | None = None,
) -> Figure:
    """How often each true class (rows) was predicted as each class (columns)."""
    from sklearn import metrics

    counts = metrics.confusion_matrix(y_true, y_pred)
    words = class_names(np.union1d(np.asarray(y_true), np.asarray(y_pred)), classes)
    if alt is None:
        wrong = counts - np.diag(np.diag(counts))
        row, column = np.unravel_index(int(wrong.argmax()), wrong.shape)
        alt = sentences.sentence(
            f"{int(np.trace(counts)):,} of {int(counts.sum()):,} right",
            f"the most frequent mistake is {words[row]} taken for {words[column]}, {int(wrong.max()):,} times"
            if wrong.any()
            else "no mistakes",
        )
    return matrix(
        counts, words, words, title=title, row_label="true", column_label="predicted", digits=0, alt=alt
    )


def matrix(
    values: ArrayLike,
    rows: Sequence[object],
    columns: Sequence[object],
    *,
    title: str,
    row_label: str = "",
    column_label: str = "",
    digits: int = 2,
    alt: str | None = None,
) -> Figure:
    """Annotated cells, the first row on top."""
    cells = np.asarray(values, dtype=float)
    down, across = tuple(map(str, rows)), tuple(map(str, columns))
    if cells.shape != (len(down), len(across)):
        raise ValueError(f"values have the shape {cells.shape}, the names say {(len(down), len(across))}")
    if alt is None:
        top = np.unravel_index(int(cells.argmax()), cells.shape)
        low = np.unravel_index(int(cells.argmin()), cells.shape)
        alt = sentences.sentence(
            f"{len(down)} × {len(across)} cells, highest {cells[top]:.{digits}f} at {down[top[0]]}, "
            f"{across[top[1]]}, lowest {cells[low]:.{digits}f} at {down[low[0]]}, {across[low[1]]}"
        )
    mark = Matrix(floats(cells), down, across, row_label, column_label, digits)
    return Figure(title, (mark,), alt, Axis(column_label), Axis(row_label))
