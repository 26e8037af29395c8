"""Figures as JSON: with references to array frames on the wire, with plain lists for people and pipes."""

from __future__ import annotations

import dataclasses
import math
from array import array
from collections.abc import Callable, Sequence
from typing import TypeAlias, cast

from tutor.figure import (
    Axis,
    Bars,
    Figure,
    Floats,
    Line,
    Mark,
    Matrix,
    Node,
    Picture,
    Points,
    Raster,
    Table,
    Tree,
)
from tutor.sandbox.sanitise import sanitise
from tutor.sandbox.wire import Json, WireError, pack_array, real

Array: TypeAlias = "array[float] | array[int]"

NUMBERS = {"x", "y", "values", "rgb"}
"""The fields of marks that hold many numbers."""
MOST_MARKS = 64
MOST_NODES = 5000
DEEPEST = 100
MOST_CELLS = 100_000
MOST_LETTERS = 2000


def with_frames(figure: Figure) -> tuple[Json, list[bytes]]:
    """The figure with its numbers as indices of the array frames that go before it; raises WireError."""
    frames: list[bytes] = []

    def ship(values: object) -> Json:
        frames.append(pack_array(values))
        return len(frames) - 1

    return _encode(figure, ship), frames


def with_lists(figure: Figure) -> dict[str, Json]:
    """The figure with its numbers as lists, null for what is not finite."""

    def inline(values: object) -> Json:
        numbers = cast("Floats", values)
        return [number if math.isfinite(number) else None for number in numbers]

    return cast("dict[str, Json]", _encode(figure, inline))


def _encode(figure: Figure, ship: Callable[[object], Json]) -> Json:
    return {
        "title": str(figure.title),
        "alt": str(figure.alt),
        "x": _axis(figure.x),
        "y": _axis(figure.y),
        "marks": [_mark(mark, ship) for mark in figure.marks],
    }


def _axis(axis: Axis) -> Json:
    return {
        "label": str(axis.label),
        "low": None if axis.low is None else float(axis.low),
        "high": None if axis.high is None else float(axis.high),
        "log": bool(axis.log),
        "categories": [str(each) for each in axis.categories],
    }


def _mark(mark: Mark, ship: Callable[[object], Json]) -> Json:
    body: dict[str, Json] = {"kind": type(mark).__name__.lower()}
    if isinstance(mark, Tree):
        body["nodes"] = _outline(mark.root)
        return body
    for field in dataclasses.fields(mark):
        value = getattr(mark, field.name)
        if field.name in NUMBERS:
            body[field.name] = ship(value)
        else:
            body[field.name] = _plain(value)
    return body


def _plain(value: object) -> Json:
    """Words, numbers and (nested) sequences of them as builtin types."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Sequence):
        return [_plain(each) for each in value]
    if hasattr(value, "__index__"):
        return int(value)
    if hasattr(value, "__float__"):
        return float(value)
    return str(value)


def _outline(root: Node) -> Json:
    """The nodes in reading order, each as [depth, text]."""
    nodes: list[Json] = []
    waiting = [(0, root)]
    while waiting:
        depth, node = waiting.pop()
        nodes.append([depth, str(node.text)])
        waiting.extend((depth + 1, child) for child in reversed(node.children))
    return nodes


def decode(value: Json, arrays: Sequence[Array]) -> Figure:
    """The figure that the sandbox sent, checked and sanitised; raises WireError."""
    body = _Body(value, arrays)
    marks = body.items("marks")
    if len(marks) > MOST_MARKS:
        raise WireError(f"a figure with {len(marks)} marks; {MOST_MARKS} are the most")
    return Figure(
        body.text("title"),
        tuple(_decode_mark(_Body(mark, arrays)) for mark in marks),
        body.text("alt"),
        _decode_axis(_Body(body.get("x"), arrays)),
        _decode_axis(_Body(body.get("y"), arrays)),
    )


def _decode_axis(body: _Body) -> Axis:
    return Axis(
        body.text("label"), body.maybe("low"), body.maybe("high"), body.flag("log"), body.words("categories")
    )


def _decode_mark(body: _Body) -> Mark:
    match body.text("kind"):
        case "points" | "line" as kind:
            x, y = body.floats("x"), body.floats("y")
            if len(x) != len(y):
                raise WireError(f"{len(x)} x for {len(y)} y")
            if kind == "points":
                return Points(x, y, body.text("label"), body.count("color"))
            return Line(x, y, body.text("label"), body.count("color"), body.flag("dashed"))
        case "bars":
            labels, values = body.words("labels"), body.floats("values")
            if len(labels) != len(values):
                raise WireError(f"{len(labels)} labels for {len(values)} bars")
            return Bars(labels, values, body.text("label"), body.count("color"))
        case "raster":
            return _decode_raster(body)
        case "matrix":
            cells, rows, columns = body.floats("values"), body.words("rows"), body.words("columns")
            if len(cells) != len(rows) * len(columns) or len(cells) > MOST_CELLS:
                raise WireError(f"{len(cells)} cells for {len(rows)} × {len(columns)}")
            row_label, column_label = body.text("row_label"), body.text("column_label")
            return Matrix(cells, rows, columns, row_label, column_label, min(body.count("digits"), 12))
        case "table":
            return _decode_table(body)
        case "tree":
            return Tree(_decode_outline(body.items("nodes")))
        case "picture":
            rgb, height, width = body.floats("rgb"), body.count("rows"), body.count("columns")
            if not isinstance(rgb, array) or rgb.typecode != "B" or len(rgb) != height * width * 3:
                raise WireError(f"{len(rgb)} bytes for a picture of {height} × {width}")
            return Picture(rgb.tobytes(), height, width)
        case kind:
            raise WireError(f"a mark of the kind {kind!r}")


def _decode_raster(body: _Body) -> Raster:
    values, rows, columns = body.floats("values"), body.count("rows"), body.count("columns")
    classes = body.words("classes")
    if len(values) != rows * columns or not 0 < len(values) <= MOST_CELLS:
        raise WireError(f"{len(values)} values for a grid of {rows} × {columns}")
    if classes and not all(0 <= value < len(classes) and value == int(value) for value in values):
        raise WireError("a class grid with values that are no class")
    return Raster(
        values, rows, columns, body.pair("x_range"), body.pair("y_range"), classes, body.text("label")
    )


def _decode_table(body: _Body) -> Table:
    columns = body.words("columns")
    rows = tuple(_words(row) for row in body.items("rows"))
    if any(len(row) != len(columns) for row in rows) or len(rows) * len(columns) > MOST_CELLS:
        raise WireError("a table whose rows do not fit its columns")
    return Table(columns, rows)


def _decode_outline(nodes: list[Json]) -> Node:
    """The tree back from [depth, text] in reading order."""
    if not 0 < len(nodes) <= MOST_NODES:
        raise WireError(f"an outline of {len(nodes)} nodes")
    pairs: list[tuple[int, str]] = []
    for node in nodes:
        match node:
            case [int(depth), str(text)] if (
                (0 < depth <= min(pairs[-1][0] + 1, DEEPEST)) if pairs else depth == 0
            ):
                pairs.append((depth, sanitise(text, MOST_LETTERS)))
            case _:
                raise WireError("an outline that does not hang together")
    children: dict[int, list[Node]] = {}
    for depth, text in reversed(pairs):
        below = tuple(reversed(children.pop(depth + 1, [])))
        children.setdefault(depth, []).append(Node(text, below))
    return children[0][0]


def _words(value: Json) -> tuple[str, ...]:
    if (
        not isinstance(value, list)
        or len(value) > MOST_CELLS
        or not all(isinstance(each, str) for each in value)
    ):
        raise WireError("not a list of words")
    return tuple(sanitise(cast("str", each), MOST_LETTERS) for each in value)


class _Body:
    """A JSON object whose fields are taken out with the type that they must have; raises WireError."""

    def __init__(self, value: Json, arrays: Sequence[Array]) -> None:
        if not isinstance(value, dict):
            raise WireError("a part of a figure is not an object")
        self._value = value
        self._arrays = arrays

    def get(self, name: str) -> Json:
        return self._value.get(name)

    def text(self, name: str) -> str:
        value = self._value.get(name)
        if not isinstance(value, str):
            raise WireError(f"{name} is not text")
        return sanitise(value, MOST_LETTERS)

    def flag(self, name: str) -> bool:
        return self._value.get(name) is True

    def count(self, name: str) -> int:
        value = self._value.get(name)
        if type(value) is not int or not 0 <= value <= 1 << 24:
            raise WireError(f"{name} is not a count")
        return value

    def maybe(self, name: str) -> float | None:
        value = self._value.get(name)
        if value is None:
            return None
        return real(value)

    def pair(self, name: str) -> tuple[float, float]:
        match self._value.get(name):
            case [low, high] if real(low) < real(high):
                return real(low), real(high)
        raise WireError(f"{name} is not a range")

    def items(self, name: str) -> list[Json]:
        value = self._value.get(name)
        if not isinstance(value, list):
            raise WireError(f"{name} is not a list")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        return _words(self._value.get(name))

    def floats(self, name: str) -> Array:
        index = self._value.get(name)
        if type(index) is not int or not 0 <= index < len(self._arrays):
            raise WireError(f"{name} names no array")
        return self._arrays[index]
