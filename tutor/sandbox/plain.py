"""Plain values and arrays as JSON text between the parts of a judging; nothing is ever unpickled.

Exact types only: what merely behaves like a number or a list could change its mind. All else is refused.
"""

from __future__ import annotations

import binascii
import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.sandbox.wire import Json

DTYPES = (
    *("|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8"),
    *("<f2", "<f4", "<f8", "<c8", "<c16"),
)
DEEPEST = 40
MOST_ITEMS = 200_000
MOST_BYTES = 1 << 20
"""Of one value, in letters of text and in bytes of arrays."""


class PlainError(ValueError):
    """A value that may not pass, in words that go on from "gave back"."""


class Writer:
    """Turns one value into JSON, within a budget."""

    def __init__(self) -> None:
        """Nothing written yet."""
        self.items = 0
        self.bytes = 0

    def written(self, value: object, depth: int = 0) -> Json:
        """`value` as JSON; raises PlainError."""
        import numpy as np

        self._spend(1, 0)
        if depth > DEEPEST:
            raise PlainError("lists within lists without end")
        if value is None or value is True or value is False:
            return value
        kind = type(value)
        if kind is int:
            return self._whole(value)  # type: ignore[arg-type]
        if kind is float:
            return value if math.isfinite(value) else {"float": str(value)}  # type: ignore[return-value, arg-type]
        if kind is str:
            self._spend(0, len(value))  # type: ignore[arg-type]
            return value  # type: ignore[return-value]
        if kind is list:
            return [self.written(each, depth + 1) for each in value]  # type: ignore[attr-defined]
        if kind in (tuple, set, frozenset):
            name = "tuple" if kind is tuple else "set"
            return {name: [self.written(each, depth + 1) for each in value]}  # type: ignore[attr-defined]
        if kind is dict:
            pairs = list(value.items())  # type: ignore[attr-defined]
            return {
                "dict": [[self.written(key, depth + 1), self.written(each, depth + 1)] for key, each in pairs]
            }
        if kind is np.ndarray:
            return self._array(value)
        if isinstance(value, np.generic) and kind.__module__ == "numpy":
            return self.written(value.item(), depth + 1)
        raise PlainError(
            f"{_article(kind.__name__)}, which is no plain value; give back numbers, lists or arrays"
        )

    def _spend(self, items: int, size: int) -> None:
        """Count; raises PlainError when there is too much."""
        self.items += items
        self.bytes += size
        if self.items > MOST_ITEMS or self.bytes > MOST_BYTES:
            raise PlainError("more than one megabyte")

    def _whole(self, value: int) -> Json:
        if value.bit_length() > 4096:
            raise PlainError("a number of more than a thousand digits")
        return value

    def _array(self, value: Any) -> Json:
        """An array of numbers or of texts."""
        import numpy as np

        if value.dtype.kind == "U":
            return {
                "texts": [self.written(each) for each in value.ravel().tolist()],
                "shape": list(value.shape),
            }
        if value.dtype.kind == "O":
            raise PlainError("an array of objects; give back an array of numbers")
        plain = np.ascontiguousarray(value).reshape(value.shape)
        if plain.dtype.byteorder == ">":
            plain = plain.astype(plain.dtype.newbyteorder("<"))
        if plain.dtype.str not in DTYPES:
            raise PlainError(f"an array of {plain.dtype}; give back an array of numbers")
        self._spend(0, plain.nbytes)
        text = binascii.b2a_base64(plain.tobytes(), newline=False).decode("ascii")
        return {"array": plain.dtype.str, "shape": list(plain.shape), "bytes": text}


def write(value: object) -> Json:
    """`value` as JSON; raises PlainError."""
    return Writer().written(value)


def read(value: Json) -> Any:
    """The value that `write` wrote; raises PlainError for anything else, whoever sent it."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list():
            return [read(each) for each in value]
        case {"float": "nan" | "inf" | "-inf" as name}:
            return float(name)
        case {"tuple": list(items)}:
            return tuple(read(each) for each in items)
        case {"set": list(items)}:
            return set(_hashable(items))
        case {"dict": list(pairs)}:
            return _dict(pairs)
        case {"array": str(dtype), "shape": list(shape), "bytes": str(text)} if dtype in DTYPES:
            return _read_array(dtype, shape, text)
        case {"texts": list(items), "shape": list(shape)} if all(isinstance(each, str) for each in items):
            return _shaped(items, shape)
    raise PlainError("something that nobody can read")


def _hashable(items: list[Json]) -> list[Any]:
    """The items as members of a set or keys; raises PlainError."""
    found = [read(each) for each in items]
    try:
        for each in found:
            hash(each)
    except TypeError:
        raise PlainError("something that nobody can read") from None
    return found


def _dict(pairs: list[Json]) -> dict[Any, Any]:
    """A dict from its pairs; raises PlainError."""
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise PlainError("something that nobody can read")
    keys = _hashable([pair[0] for pair in pairs])  # type: ignore[index]
    return {key: read(pair[1]) for key, pair in zip(keys, pairs, strict=True)}  # type: ignore[index]


def _read_array(dtype: str, shape: list[Json], text: str) -> Any:
    """An array of numbers; raises PlainError."""
    import numpy as np

    try:
        return _shaped(np.frombuffer(binascii.a2b_base64(text), dtype=dtype).copy(), shape)
    except (ValueError, binascii.Error):
        raise PlainError("something that nobody can read") from None


def _shaped(values: Any, shape: list[Json]) -> Any:
    """The values as an array of this shape; raises PlainError."""
    import numpy as np

    sizes = [each for each in shape if type(each) is int and 0 <= each <= MOST_BYTES]
    flat = np.asarray(values) if len(values) else np.asarray(values, dtype=getattr(values, "dtype", "U1"))
    if len(sizes) != len(shape) or len(sizes) > 16 or math.prod(sizes) != flat.size:
        raise PlainError("something that nobody can read")
    return flat.reshape(sizes)


def _article(name: str) -> str:
    """The name of a class with its article."""
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
