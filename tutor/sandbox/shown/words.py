"""Values in few words, whatever their own `__repr__` does."""

from __future__ import annotations

import pprint
import re
import reprlib
import sys
from typing import Any

MOST_LETTERS = 10_000
CELL_LETTERS = 60
MANY = 200
"""Items up to which a collection is shown whole."""
LINE = 88
ADDRESS = re.compile(r" at 0x[0-9a-f]+")

SHORT = reprlib.Repr()
SHORT.maxlist = SHORT.maxtuple = SHORT.maxset = SHORT.maxfrozenset = SHORT.maxdict = SHORT.maxdeque = 20
SHORT.maxstring = SHORT.maxother = SHORT.maxlong = CELL_LETTERS


def text_of(value: object) -> str:
    """What a notebook would print, cut where it grows too long."""
    if isinstance(value, list | tuple | set | frozenset | dict) and len(value) > MANY:
        return f"{SHORT.repr(value)}\n({len(value):,} items)"
    if type(value) in (list, tuple, set, frozenset, dict):
        return cut(pprint.pformat(value, width=LINE, compact=True, sort_dicts=False), MOST_LETTERS)
    return cut(own_words(value), MOST_LETTERS)


def own_words(value: object) -> str:
    """The object's `repr`, or one line that says why there is none."""
    try:
        return repr(value)
    except Exception as error:
        return f"(this {type(value).__name__} cannot be shown: its __repr__ raised {type(error).__name__})"


def cut(text: str, most: int) -> str:
    """At most `most` letters, and how many are left out."""
    if len(text) <= most:
        return text
    return f"{text[:most]}… ({len(text) - most:,} more characters)"


def brief(value: object) -> str:
    """One short line for one cell of a table."""
    if isinstance(value, str):
        return _line(value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, bool | int | None):
        return _line(repr(value))
    if is_a(value, "numpy", "ndarray") or is_a(value, "scipy.sparse", "sparray", "spmatrix"):
        return array_line(value)
    if is_a(value, "numpy", "generic"):
        return brief(value.item())  # type: ignore[attr-defined]
    if is_a(value, "pandas", "DataFrame", "Series"):
        return f"{type(value).__name__} {shape_of(value)}"
    if isinstance(value, list | tuple | set | frozenset | dict):
        return _line(SHORT.repr(value))
    return _line(ADDRESS.sub("", own_words(value)))


def array_line(value: Any) -> str:
    """Shape and dtype, and the numbers when they are few."""
    head = (
        f"{type(value).__name__ if not hasattr(value, 'tolist') else 'array'} {shape_of(value)} {value.dtype}"
    )
    if hasattr(value, "tolist") and value.ndim == 1 and 0 < value.size <= 6:
        return f"{head}: {', '.join(brief(each) for each in value.tolist())}"
    return head


def shape_of(value: Any) -> str:
    """A shape as `150 × 4`."""
    return " × ".join(f"{size:,}" for size in value.shape) or "()"


def number(value: float) -> str:
    """Four digits, more before the point where there are more; an exponent for the very large and small."""
    size = abs(value)
    if 1000 <= size < 1e7:
        return f"{value:.1f}".removesuffix(".0")
    return f"{value:.4g}"


def is_a(value: object, module: str, *names: str) -> bool:
    """Whether `value` is an instance of a class of a library, which is not imported for the question."""
    loaded = sys.modules.get(module)
    classes = tuple(found for name in names if isinstance(found := getattr(loaded, name, None), type))
    return isinstance(value, classes)


def _line(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= CELL_LETTERS else flat[: CELL_LETTERS - 1] + "…"
