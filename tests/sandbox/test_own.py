"""The learner's own points, pixels and files on their way into a run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.run import Own, OwnFile, OwnPixels, OwnPoints, RunRequest
from tutor.sandbox.client import Sandbox
from tutor.sandbox.messages import Cell, Order, load_order, pack_order
from tutor.sandbox.wire import FILE, REQUEST, TO_CHILD, Reader

LOOP = pytest.mark.asyncio(loop_scope="session")
SIDE = st.floats(-1, 1)
OWN = st.one_of(
    st.none(),
    st.lists(st.tuples(SIDE, SIDE, st.integers(1, 4)), max_size=5).map(tuple).map(OwnPoints),
    st.lists(st.text("#.", max_size=3), max_size=3).map(tuple).map(OwnPixels),
    st.builds(OwnFile, st.text(max_size=5), st.binary(max_size=20)),
)
POINTS = OwnPoints(((-0.5, 0.0, 1), (0.5, 0.0, 3), (0.5, 0.5, 3)))
SHAPES = """\
import numpy as np
from tutor.sandbox.displays import painted_pixels, painted_points

X, y = painted_points(np.zeros((2, 2)), np.zeros(2))
print(X.shape, y.tolist(), painted_pixels(np.zeros((2, 2))).tolist())
"""
NAMES = """\
import numpy as np
from sklearn.tree import DecisionTreeClassifier
from tutor.sandbox.displays import Result, decision_boundary, painted_points

def run(seed):
    X, y = painted_points(np.array([[0, 0], [1, 1]]), np.array([0, 1]), turned=90)
    tree = DecisionTreeClassifier(random_state=seed).fit(X, y)
    return Result({"right": X[0, 1]}, [decision_boundary(tree, X, y, title="t", classes=["up", "down"])])
"""


@given(OWN, st.lists(OWN, max_size=3))
def test_an_order_brings_what_it_was_given(own: Own | None, before: list[Own | None]) -> None:
    cells = tuple(Cell("x = 1", "<cell 1>", None, each) for each in before)
    order = Order(RunRequest("x", own=own), 3, cells)
    frames = list(Reader(TO_CHILD).feed(pack_order(order)))
    assert [frame.kind for frame in frames[:-1]] == [FILE] * (len(frames) - 1)
    assert frames[-1].kind == REQUEST
    assert load_order(frames[-1].payload, [frame.payload for frame in frames[:-1]]) == order


def test_a_file_that_two_cells_need_is_sent_once() -> None:
    file = OwnFile("a.csv", b"1,2")
    order = Order(RunRequest("x", own=file), 0, (Cell("y", "<cell 1>", 0, file),))
    assert pack_order(order).count(b"1,2") == 1


@LOOP
async def test_without_anything_of_ones_own_the_lesson_s_data_are_there(sandbox: Sandbox) -> None:
    result = await sandbox.result(RunRequest(SHAPES))
    assert result.stdout == "(2, 2) [0.0, 0.0] [[0.0, 0.0], [0.0, 0.0]]\n"


@LOOP
async def test_painted_points_take_the_place_of_the_lesson_s(sandbox: Sandbox) -> None:
    result = await sandbox.result(RunRequest(SHAPES, own=POINTS))
    assert result.stdout == "(3, 2) [1, 3, 3] [[0.0, 0.0], [0.0, 0.0]]\n"


@LOOP
async def test_painted_pixels_take_the_place_of_the_lesson_s(sandbox: Sandbox) -> None:
    result = await sandbox.result(RunRequest(SHAPES, own=OwnPixels(("#.", ".#"))))
    assert result.stdout == "(2, 2) [0.0, 0.0] [[1.0, 0.0], [0.0, 1.0]]\n"


@LOOP
async def test_painted_classes_have_their_own_names_and_can_be_turned(sandbox: Sandbox) -> None:
    result = await sandbox.result(RunRequest(NAMES, "e.py", "run", seed=0, own=POINTS))
    assert result.status == "ok", result.error
    assert "class 1" in result.figures[0].alt
    assert "class 3" in result.figures[0].alt
    assert "up" not in result.figures[0].alt
    assert abs(result.metrics["right"] + 0.5) < 1e-9


@LOOP
async def test_points_of_one_run_are_not_those_of_the_next(sandbox: Sandbox) -> None:
    await sandbox.result(RunRequest(SHAPES, own=POINTS, session="own"))
    result = await sandbox.result(RunRequest(SHAPES, session="own"))
    assert result.stdout.startswith("(2, 2)")
