"""Frames between the tutor and a sandboxed process: kind, u32 length, payload; nothing is ever unpickled.

Whatever comes from the sandbox is untrusted: anything malformed or over its cap raises WireError.
"""

from __future__ import annotations

import json
import math
import struct
import sys
from array import array
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

REQUEST: Final = b"r"
FILE: Final = b"o"
WAITING: Final = b"w"
BEGUN: Final = b"b"
PROGRESS: Final = b"p"
ARRAY: Final = b"a"
FIGURE: Final = b"f"
REPLY: Final = b"y"
DONE: Final = b"d"

MIB = 1 << 20
TO_CHILD: Mapping[bytes, int] = {REQUEST: 32 * MIB, FILE: 8 * MIB}
FROM_CHILD: Mapping[bytes, int] = {
    WAITING: 0,
    BEGUN: 0,
    PROGRESS: 4096,
    ARRAY: 16 * MIB,
    FIGURE: MIB,
    REPLY: 4 * MIB,
    DONE: MIB,
}
"""Kind → the largest payload, in bytes."""

TYPECODES: Mapping[str, str] = {
    "<f8": "d",
    "<f4": "f",
    "<i8": "q",
    "<i4": "i",
    "<i2": "h",
    "|i1": "b",
    "|u1": "B",
}
"""The dtypes that may pass, as numpy writes them → as `array` does."""
FORMATS: Mapping[str, str] = {
    "d": "<f8",
    "f": "<f4",
    "q": "<i8",
    "i": "<i4",
    "h": "<i2",
    "b": "|i1",
    "B": "|u1",
}
INTEGERS = "hilq"
HEADER = struct.Struct("<cI")
LITTLE = sys.byteorder == "little"


class WireError(Exception):
    """What came over the wire is not what may come."""


class Frame(NamedTuple):
    """One frame."""

    kind: bytes
    payload: bytes


def pack(kind: bytes, payload: bytes = b"", caps: Mapping[bytes, int] = FROM_CHILD) -> bytes:
    """The bytes of one frame; raises WireError when it would be refused on the other side."""
    if len(payload) > caps[kind]:
        raise WireError(
            f"{len(payload) / MIB:.1f} MiB is too much to send; {caps[kind] / MIB:g} MiB is the most"
        )
    return HEADER.pack(kind, len(payload)) + payload


class Reader:
    """Cuts a stream of bytes into frames."""

    def __init__(self, caps: Mapping[bytes, int]) -> None:
        """Accept the kinds in `caps`, each up to its size."""
        self._caps = caps
        self._pending = bytearray()

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """The frames that `chunk` completes; raises WireError."""
        self._pending += chunk
        while len(self._pending) >= HEADER.size:
            kind, length = HEADER.unpack_from(self._pending)
            if length > self._caps.get(kind, -1):
                raise WireError(f"a frame of kind {kind!r} with {length} bytes")
            end = HEADER.size + length
            if len(self._pending) < end:
                return
            payload = bytes(self._pending[HEADER.size : end])
            del self._pending[:end]
            yield Frame(kind, payload)


def dump(value: Json) -> bytes:
    """`value` as JSON in ASCII; raises ValueError for NaN and infinities."""
    return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii")


def load(payload: bytes) -> Json:
    """The JSON value in `payload`; raises WireError."""
    try:
        value: Json = json.loads(payload, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise WireError(f"not JSON: {error}") from None
    return value


def load_object(payload: bytes) -> dict[str, Json]:
    """The JSON object in `payload`; raises WireError."""
    value = load(payload)
    if not isinstance(value, dict):
        raise WireError("not a JSON object")
    return value


def real(value: Json) -> float:
    """A finite number out of JSON; raises WireError."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WireError(f"{str(value)[:40]!r} is not a number")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise WireError("a number beyond all bounds")
    return number


def _refuse(constant: str) -> Json:
    raise ValueError(f"{constant} is no number")


def pack_array(values: object) -> bytes:
    """One array frame of any flat or nested buffer, or of a sequence of numbers; raises WireError."""
    numbers: array[float] | array[int]
    try:
        view = memoryview(values)  # type: ignore[arg-type]
        dtype = _dtype(view)
        raw = view.tobytes()
    except (TypeError, KeyError):
        try:
            numbers = array("d", [float(each) for each in values])  # type: ignore[attr-defined]
        except (TypeError, ValueError) as error:
            raise WireError(f"not a sequence of numbers: {error}") from None
        dtype, raw = "<f8", numbers.tobytes()
    head = dump({"dtype": dtype, "count": len(raw) // int(dtype[2:])})
    return pack(ARRAY, struct.pack("<H", len(head)) + head + raw)


def _dtype(view: memoryview) -> str:
    """The wire's name for a buffer's element type; raises KeyError if it has none."""
    code = view.format
    if code in ("l", "n"):
        code = "q" if view.itemsize == 8 else "i"
    return FORMATS["B" if code == "?" else code]


def load_array(payload: bytes) -> array[float] | array[int]:
    """The numbers in an array frame; raises WireError."""
    try:
        (size,) = struct.unpack_from("<H", payload)
        head = load_object(payload[2 : 2 + size])
    except struct.error:
        raise WireError("an array frame without a head") from None
    dtype, count = head.get("dtype"), head.get("count")
    code = TYPECODES.get(dtype) if isinstance(dtype, str) else None
    if code is None or type(count) is not int or count < 0:
        raise WireError(f"an array of {dtype!r}")
    numbers: array[float] | array[int] = array(code)
    if len(payload) - 2 - size != count * numbers.itemsize:
        raise WireError("an array frame of the wrong length")
    numbers.frombytes(payload[2 + size :])
    if not LITTLE:
        numbers.byteswap()
    return numbers
