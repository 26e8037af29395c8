"""Figures of the plane: decision regions, scatters, heat maps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tutor.figure import Axis, Figure, Mark, Points, Raster
from tutor.sandbox.displays import sentences
from tutor.sandbox.displays.classes import class_names, class_points
from tutor.sandbox.displays.numbers import floats
from tutor.sandbox.displays.own import reach

COLUMNS, ROWS = 120, 80
"""The grid of a decision region."""


def decision_boundary(
    model: Any,
    X: ArrayLike,
    y: ArrayLike,
    *,
    title: str,
    names: tuple[str, str] = ("x1", "x2"),
    classes: Sequence[str] | None = None,
    alt: str | None = None,
) -> Figure:
    """The class that a fitted `model` predicts all over the plane, under the points of X (n × 2) and y."""
    points = _two_columns(X)
    target = np.asarray(y)
    known = np.unique(getattr(model, "classes_", target))
    words = class_names(known, classes)
    (left, right), (bottom, top) = _extent(points[:, 0]), _extent(points[:, 1])
    across = left + (np.arange(COLUMNS) + 0.5) * (right - left) / COLUMNS
    up = bottom + (np.arange(ROWS) + 0.5) * (top - bottom) / ROWS
    grid = np.stack([axis.ravel() for axis in np.meshgrid(across, up)], axis=1)
    region = np.searchsorted(known, model.predict(grid))
    raster = Raster(floats(region), ROWS, COLUMNS, (left, right), (bottom, top), words)
    if alt is None:
        share = np.bincount(region, minlength=len(words)) / len(region)
        parts = sentences.listed(
            [f"{word} fills {part:.0%}" for word, part in zip(words, share, strict=True)]
        )
        hit = float(np.mean(model.predict(points) == target))
        alt = sentences.sentence(
            f"Decision regions over {names[0]} and {names[1]}: {parts} of the plane",
            f"{hit:.1%} of the {len(points):,} points lie in the region of their own class",
        )
    marks: tuple[Mark, ...] = (raster, *class_points(points, target, known, words))
    return Figure(title, marks, alt, Axis(names[0], left, right), Axis(names[1], bottom, top))


def scatter(
    X: ArrayLike,
    y: ArrayLike | None = None,
    *,
    title: str,
    names: tuple[str, str] = ("x1", "x2"),
    classes: Sequence[str] | None = None,
    alt: str | None = None,
) -> Figure:
    """Points: X (n × 2) coloured by the classes y, or X of one dimension drawn against the numbers y."""
    flat = np.asarray(X, dtype=float)
    if flat.ndim == 1 and y is not None:
        flat, y = np.stack([flat, np.asarray(y, dtype=float)], axis=1), None
    points = _two_columns(flat)
    words: tuple[str, ...] = ()
    if y is None:
        marks: tuple[Points, ...] = (Points(floats(points[:, 0]), floats(points[:, 1])),)
    else:
        known = np.unique(np.asarray(y))
        words = class_names(known, classes)
        marks = class_points(points, np.asarray(y), known, words)
    if alt is None:
        counts = [f"{word} {len(mark.x):,}" for word, mark in zip(words, marks, strict=False)]
        alt = sentences.sentence(
            f"{len(points):,} points, {names[0]} from {sentences.short(float(points[:, 0].min()))} to "
            f"{sentences.short(float(points[:, 0].max()))}, {names[1]} from "
            f"{sentences.short(float(points[:, 1].min()))} to {sentences.short(float(points[:, 1].max()))}",
            sentences.listed(counts),
        )
    return Figure(title, marks, alt, Axis(names[0]), Axis(names[1]))


def heat_map(
    values: ArrayLike,
    *,
    title: str,
    x_range: tuple[float, float] | None = None,
    y_range: tuple[float, float] | None = None,
    names: tuple[str, str] = ("", ""),
    label: str = "",
    alt: str | None = None,
) -> Figure:
    """Numbers over a rectangle, the first row at the lowest y; ranges default to column and row numbers."""
    cells = np.asarray(values, dtype=float)
    rows, columns = cells.shape
    across, up = x_range or (0.0, float(columns)), y_range or (0.0, float(rows))
    if alt is None:
        row, column = np.unravel_index(int(np.nanargmax(cells)), cells.shape)
        peak_x = across[0] + (column + 0.5) * (across[1] - across[0]) / columns
        peak_y = up[0] + (row + 0.5) * (up[1] - up[0]) / rows
        alt = sentences.sentence(
            f"{label or 'values'} from {sentences.short(float(np.nanmin(cells)))} to "
            f"{sentences.short(float(np.nanmax(cells)))}, highest at {names[0] or 'x'} "
            f"{sentences.short(peak_x)}, {names[1] or 'y'} {sentences.short(peak_y)}"
        )
    mark = Raster(floats(cells), rows, columns, across, up, label=label)
    return Figure(title, (mark,), alt, Axis(names[0], *across), Axis(names[1], *up))


def _two_columns(X: ArrayLike) -> NDArray[np.float64]:
    """X as floats; raises ValueError unless it has exactly two columns."""
    points = np.asarray(X, dtype=float)
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(f"X has two columns here, not the shape {points.shape}")
    return points


def _extent(values: NDArray[np.float64]) -> tuple[float, float]:
    """Lowest and highest with a margin of a twentieth on both sides."""
    low, high = reach(float(values.min()), float(values.max()))
    margin = (high - low) * 0.05 or 0.5
    return low - margin, high + margin
