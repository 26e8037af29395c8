"""Figures cross the wire whole, and hostile ones do not cross it."""

from __future__ import annotations

import contextlib
import json
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.figure import (
    Axis,
    Bars,
    Figure,
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
from tutor.sandbox.messages import load_figure, pack_figure
from tutor.sandbox.pictures import decode, with_lists
from tutor.sandbox.wire import ARRAY, FIGURE, FROM_CHILD, Json, Reader, WireError, load_array

OUTLINE = Node("a", (Node("b", (Node("c"), Node("d", (Node("e"),)))), Node("f")))
MARKS: tuple[Mark, ...] = (
    Points(array("d", [1, 2]), array("d", [3, 4]), "p", 2),
    Line(array("f", [1, 2]), array("i", [3, 4]), "l", 1, dashed=True),
    Bars(("a", "b"), array("d", [1, 2]), "counts"),
    Raster(array("b", [0, 1, 1, 0]), 2, 2, (0.0, 1.0), (-1.0, 2.0), ("no", "yes")),
    Raster(array("d", [0.5, -1.5]), 1, 2, (0.0, 1.0), (0.0, 1.0), label="loss"),
    Matrix(array("q", [1, 2]), ("r",), ("a", "b"), "true", "predicted", 1),
    Table(("a", "b"), (("1", "2"), ("3", "4"))),
    Tree(OUTLINE),
    Picture(bytes(range(12)), 2, 2),
)
FIGURE_OF_ALL = Figure("t", MARKS, "All.", Axis("x", 0.0, 1.0, True, ("a", "b")), Axis("y"))


def cross(figure: Figure) -> Figure:
    arrays = []
    for frame in Reader(FROM_CHILD).feed(pack_figure(figure)):
        if frame.kind == ARRAY:
            arrays.append(load_array(frame.payload))
        else:
            assert frame.kind == FIGURE
            return load_figure(frame.payload, arrays)
    raise AssertionError("no figure arrived")


def test_every_kind_of_mark_arrives_as_it_was() -> None:
    assert cross(FIGURE_OF_ALL) == FIGURE_OF_ALL


def test_a_hundred_thousand_points_arrive() -> None:
    points = Points(array("d", range(100_000)), array("d", range(100_000)))
    assert cross(Figure("t", (points,), "Many.")).marks == (points,)


def test_lists_are_plain_json_with_null_for_what_is_no_number() -> None:
    line = Line((1.0, float("nan")), (2.0, float("inf")))
    text = json.dumps(with_lists(Figure("t", (line,), "A line.")), allow_nan=False)
    assert json.loads(text)["marks"][0]["y"] == [2.0, None]
    json.dumps(with_lists(FIGURE_OF_ALL), allow_nan=False)


def test_words_of_a_figure_are_sanitised() -> None:
    figure = cross(Figure("\x1b]0;t\x07", (Tree(Node("\x9b")), Table(("\x1b",), ())), "\u202e", Axis("\x1b")))
    assert "\x1b" not in repr(figure)
    assert "\x9b" not in repr(figure)
    assert "\u202e" not in figure.alt


def test_a_tree_too_deep_or_not_hanging_together_is_refused() -> None:
    node = Node("leaf")
    for _ in range(150):
        node = Node("n", (node,))
    with pytest.raises(WireError):
        cross(Figure("t", (Tree(node),), "Deep."))
    for nodes in ([[1, "a"]], [[0, "a"], [2, "b"]], [[0, "a"], [0, "b"]], [], [[0, 3]]):
        with pytest.raises(WireError):
            decode(body_with({"kind": "tree", "nodes": nodes}), [])  # type: ignore[dict-item]


def body_with(mark: Json) -> Json:
    axis: dict[str, Json] = {"label": "", "low": None, "high": None, "log": False, "categories": []}
    return {"title": "t", "alt": "a", "x": axis, "y": axis, "marks": [mark]}


RASTER: dict[str, Json] = {
    "kind": "raster",
    "values": 0,
    "rows": 1,
    "columns": 2,
    "x_range": [0, 1],
    "y_range": [0, 1],
    "classes": ["a"],
    "label": "",
}


@pytest.mark.parametrize(
    "change",
    [
        {"rows": 2},
        {"values": 7},
        {"values": True},
        {"x_range": [1, 0]},
        {"x_range": [0, 10**400]},
        {"classes": [1]},
        {"columns": -2},
        {"label": None},
        {"kind": "pickle"},
    ],
    ids=str,
)
def test_a_mark_with_one_thing_wrong_is_refused(change: dict[str, Json]) -> None:
    arrays = [array("d", [0.0, 0.0])]
    assert decode(body_with(RASTER), arrays)
    with pytest.raises(WireError):
        decode(body_with({**RASTER, **change}), arrays)


@pytest.mark.parametrize("value", [1.0, -1.0, 0.5, float("nan"), float("inf")])
def test_a_class_grid_holds_classes_only(value: float) -> None:
    with pytest.raises(WireError):
        decode(body_with(RASTER), [array("d", [0.0, value])])


@given(
    st.dictionaries(
        st.sampled_from([*RASTER, "x", "y", "rgb", "nodes", "color"]),
        st.none() | st.integers() | st.text() | st.lists(st.integers()),
    )
)
def test_any_mark_raises_nothing_but_wire_errors(mark: dict[str, Json]) -> None:
    for kind in ("points", "line", "bars", "raster", "matrix", "table", "tree", "picture"):
        with contextlib.suppress(WireError):
            decode(body_with({**mark, "kind": kind}), [array("d", [1.0])])
