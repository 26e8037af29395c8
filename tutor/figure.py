"""Figures as plain values: what to draw, never how.

A figure crosses the process boundary and is drawn at any size, so it holds data and words only.
All `x`, `y` and `values` are sequences of numbers (any `Sequence[float]`, also `array.array`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Floats: TypeAlias = Sequence[float]

CLASS_COLORS = 8
"""How many colours (and markers) a theme offers; colour indices wrap around."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis; `low` and `high` default to the extent of the data."""

    label: str = ""
    low: float | None = None
    high: float | None = None
    log: bool = False
    categories: tuple[str, ...] = ()
    """Names for the positions 0, 1, 2 … instead of numbers."""


@dataclass(frozen=True, slots=True)
class Points:
    """A scatter of points in one colour and marker."""

    x: Floats
    y: Floats
    label: str = ""
    color: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Straight segments through the points in the order given; a NaN lifts the pen."""

    x: Floats
    y: Floats
    label: str = ""
    color: int = 0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar for each label, from zero; several `Bars` with equal labels stand grouped."""

    labels: tuple[str, ...]
    values: Floats
    label: str = ""
    color: int = 0


@dataclass(frozen=True, slots=True)
class Raster:
    """A grid over a rectangle of the plane, row-major, the first row at the lowest y.

    With `classes` the values are indices into them (a decision region), without they are scalars.
    """

    values: Floats
    rows: int
    columns: int
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    classes: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Annotated cells, row-major, the first row on top; `digits` decimals are printed."""

    values: Floats
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    row_label: str = ""
    column_label: str = ""
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words; numbers are formatted by whoever makes the table."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One node of an outline."""

    text: str
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """An outline, such as a decision tree."""

    root: Node


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels: `rgb` holds rows × columns × 3 bytes, the first row on top."""

    rgb: bytes
    rows: int
    columns: int


Mark: TypeAlias = Points | Line | Bars | Raster | Matrix | Table | Tree | Picture


@dataclass(frozen=True, slots=True)
class Figure:
    """A title, marks on common axes, and the sentence that says what one sees."""

    title: str
    marks: tuple[Mark, ...]
    alt: str
    x: Axis = field(default_factory=Axis)
    y: Axis = field(default_factory=Axis)
