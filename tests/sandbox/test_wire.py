"""The wire: what is sent arrives; what must not be sent is refused, whatever it is."""

from __future__ import annotations

import contextlib
import struct
from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.sandbox import messages
from tutor.sandbox.wire import (
    ARRAY,
    DONE,
    FIGURE,
    FROM_CHILD,
    HEADER,
    PROGRESS,
    Json,
    Reader,
    WireError,
    dump,
    load,
    load_array,
    pack,
    pack_array,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_json_arrives_as_it_was(value: Json) -> None:
    assert load(dump(value)) == value


@given(
    st.lists(st.tuples(st.sampled_from([PROGRESS, DONE, FIGURE]), st.binary(max_size=200)), max_size=6),
    st.data(),
)
def test_frames_arrive_however_the_bytes_are_cut(
    frames: list[tuple[bytes, bytes]], data: st.DataObject
) -> None:
    stream = b"".join(pack(kind, payload) for kind, payload in frames)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=5)))
    reader = Reader(FROM_CHILD)
    seen: list[tuple[bytes, bytes]] = []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        seen += [(frame.kind, frame.payload) for frame in reader.feed(stream[start:end])]
    assert seen == frames


@given(st.binary(max_size=400))
def test_garbage_raises_nothing_but_wire_errors(garbage: bytes) -> None:
    with contextlib.suppress(WireError):
        for frame in Reader(FROM_CHILD).feed(garbage):
            load_array(frame.payload)
    for read in (load_array, messages.load_ending, lambda payload: messages.load_figure(payload, [])):
        with contextlib.suppress(WireError):
            read(garbage)


@given(JSON)
def test_any_json_raises_nothing_but_wire_errors(value: Json) -> None:
    ending: Json = {"status": "ok", "elapsed_s": 1, "error": value, "metrics": value}
    for body in (value, ending):
        with contextlib.suppress(WireError):
            messages.load_ending(dump(body))
        with contextlib.suppress(WireError):
            messages.load_progress(body)


@pytest.mark.parametrize(
    "payload",
    [b"[" * 100_000, b'{"a": NaN}', b"1e", b"\xff", b"1" * 5000, b""],
    ids=["deep", "nan", "cut", "bytes", "huge", "empty"],
)
def test_bad_json_is_a_wire_error(payload: bytes) -> None:
    with pytest.raises(WireError):
        load(payload)


@pytest.mark.parametrize("metrics", [{"a": "x"}, {"a b": 1}, {"a": [1]}, [], {"a": 10**400}])
def test_bad_metrics_are_wire_errors(metrics: Json) -> None:
    body: dict[str, Json] = {"status": "ok", "elapsed_s": 1.0, "error": None, "metrics": metrics}
    with pytest.raises(WireError):
        messages.load_ending(dump(body))


def test_infinite_numbers_are_refused() -> None:
    with pytest.raises(WireError):
        messages.load_ending(b'{"status":"ok","elapsed_s":1,"error":null,"metrics":{"a":1e999}}')


def test_unknown_kinds_and_long_frames_are_refused_before_they_arrive() -> None:
    for kind, length in ((b"?", 1), (PROGRESS, FROM_CHILD[PROGRESS] + 1), (ARRAY, 0xFFFFFFFF)):
        with pytest.raises(WireError):
            list(Reader(FROM_CHILD).feed(HEADER.pack(kind, length)))


@given(st.lists(st.floats(), max_size=50))
def test_numbers_arrive_as_they_were(numbers: list[float]) -> None:
    (frame,) = Reader(FROM_CHILD).feed(pack_array(numbers))
    assert load_array(frame.payload).tobytes() == array("d", numbers).tobytes()


@pytest.mark.parametrize("dtype", ["f8", "f4", "i8", "i4", "i2", "i1", "u1", "?"])
def test_numpy_arrays_arrive_with_their_type(dtype: str) -> None:
    values = np.array([[0, 1], [1, 0]], dtype=dtype)
    (frame,) = Reader(FROM_CHILD).feed(pack_array(values))
    assert list(load_array(frame.payload)) == [0, 1, 1, 0]


def test_other_arrays_are_sent_as_floats() -> None:
    (frame,) = Reader(FROM_CHILD).feed(pack_array(np.arange(6, dtype=np.uint64)[::2]))
    assert list(load_array(frame.payload)) == [0.0, 2.0, 4.0]


@pytest.mark.parametrize(
    "head", [{"dtype": "O", "count": 1}, {"dtype": "<f8", "count": 2}, {"dtype": "<f8"}, {}]
)
def test_arrays_of_other_kinds_and_lengths_are_refused(head: dict[str, Json]) -> None:
    raw = dump(head)
    with pytest.raises(WireError):
        load_array(struct.pack("<H", len(raw)) + raw + b"12345678")


def test_words_are_no_numbers() -> None:
    with pytest.raises(WireError):
        pack_array(["a"])
