"""Plain values over the wire of a judging: what comes out is what went in, and nothing else passes."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tutor.sandbox.cases import Failed, close, told
from tutor.sandbox.plain import DTYPES, PlainError, read, write

KEYS = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
VALUES = st.recursive(
    KEYS | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=12,
)
JSON = st.recursive(
    st.none() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["array", "shape", "bytes", "tuple", "set", "dict", "float", "texts"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=10,
)


@given(VALUES)
def test_values_come_back(value: object) -> None:
    back = read(json.loads(json.dumps(write(value))))
    assert back == value
    assert type(back) is type(value)


@given(
    arrays.arrays(
        st.sampled_from(DTYPES).map(np.dtype), arrays.array_shapes(min_dims=0, min_side=0, max_side=4)
    )
)
def test_arrays_come_back(value: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
    back = read(json.loads(json.dumps(write(value))))
    assert (back.dtype, back.shape, back.tobytes()) == (value.dtype, value.shape, value.tobytes())


@given(JSON)
def test_whatever_was_sent_is_read_or_refused(sent: object) -> None:
    try:
        read(sent)  # type: ignore[arg-type]
    except PlainError:
        return


def test_what_json_cannot_say_and_other_orders_of_bytes() -> None:
    assert math.isnan(read(write(float("nan"))))
    assert read(write([math.inf, -math.inf])) == [math.inf, -math.inf]
    assert read(write(np.array([1, 2], dtype=">i4"))).tolist() == [1, 2]
    assert read(write(np.array([["a", "bc"]]))).tolist() == [["a", "bc"]]
    assert read(write(np.float64(0.5))) == 0.5
    assert read(write(np.array([[1, 2], [3, 4]]).T)).tolist() == [[1, 3], [2, 4]]


@pytest.mark.parametrize(
    "value",
    [
        object(),
        print,
        (n for n in "ab"),
        np.zeros(2).view(np.recarray),
        type("Lazy", (float,), {})(0.5),
        type("Liar", (list,), {})(),
        np.array([None]),
        1 << 5000,
        [0] * 300_000,
        "x" * (1 << 21),
    ],
)
def test_what_may_not_pass(value: object) -> None:
    with pytest.raises(PlainError):
        write(value)


@pytest.mark.parametrize(
    ("saw", "expected", "said"),
    [
        (0.48, 0.48 + 1e-9, None),
        ((1, 2.0), [1, 2], None),
        (float("nan"), float("nan"), None),
        (0.4, 0.48, "expected 0.48, got 0.4"),
        (float("nan"), 0.0, "expected 0, got NaN"),
        (None, 0.5, "expected 0.5, got None"),
        (0.5, None, "expected None, got 0.5"),
        (np.zeros((3, 1)), np.zeros(3), "expected 3 numbers, got an array of shape (3, 1)"),
        (np.zeros(9), np.eye(3).ravel(), "expected 1 at [0], got 0 (3 of 9 differ)"),
        ([1, 2], [1, 3], "expected [1, 3], got [1, 2]"),
        ({"a": 1}, {"a": 1, "b": 2}, "the key 'b' is missing"),
        ({"a": 1}, {"a": 2}, "a: expected 2, got 1"),
        (["spam", "ham"], ["spam", "spam"], "item 1: expected 'spam', got 'ham'"),
        (["spam"], ["spam", "spam"], "expected 2 items, got 1"),
        ("0.5", 0.5, "expected 0.5, got '0.5'"),
        ({1, 2}, [1, 2], "expected [1, 2], got {1, 2}"),
        (Failed("ValueError", "no", 3), 1.0, "raised ValueError in line 3: no"),
    ],
)
def test_comparisons_in_words(saw: object, expected: object, said: str | None) -> None:
    assert close(saw, expected) == said


def test_long_values_in_few_words() -> None:
    assert told(np.zeros((40, 3))) == "an array of shape (40, 3) beginning with [0, 0, 0, 0]"
    assert len(told("x" * 1000)) == 120
    assert told({n: n for n in range(9)}).endswith("5: 5, …}")
