"""All of ours that the hidden cases of an exercise import: a case, what is seen of a failure, comparisons.

`<exercise>_cases.py` defines `cases(seed) -> list[Case]`, fresh inputs from the seed, and
`judge(case, saw) -> str | None`: None if what came back is right, else words: "expected zeros, got NaN".
It runs in a process of its own, which never sees the learner's code.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

LONGEST = 120
"""Characters of a value in words."""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is tried: `args`, `kwargs` and `given` are plain values and arrays."""

    says: str
    """What the case is about, for the learner: "a column without any spread"."""
    call: str | None = None
    """The name that is called; None for the exercise's entry."""
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
    """What the driver needs besides; the learner's process receives it."""
    kept: Mapping[str, Any] = field(default_factory=dict)
    """What the judge alone knows; it never leaves this process."""
    visible: bool = False
    """Whether the learner is shown the call and what came back."""
    raises: bool = False
    """Whether the right answer is an exception: only then `judge` is asked about a `Failed`."""


@dataclass(frozen=True, slots=True)
class Failed:
    """What is seen instead of a value: the kind is that of the exception, or a word of ours."""

    kind: str
    message: str
    line: int | None = None
    """The learner's line."""

    def __str__(self) -> str:
        """It in words."""
        match self.kind:
            case "timeout" | "unreached" | "missing" | "unreadable" | "ended":
                return self.message
        place = f" in line {self.line}" if self.line else ""
        return f"raised {self.kind}{place}: {self.message}"


def close(saw: object, expected: object, *, tol: float = 1e-6, name: str = "") -> str | None:
    """None if `saw` equals `expected` (numbers up to `tol`, relative and absolute), else what is different.

    Lists, tuples and arrays count as equal when their items are; `name` says in words what is compared.
    """
    import numpy as np

    what = f"{name}: " if name else ""
    if isinstance(saw, Failed):
        return f"{what}{saw}"
    if isinstance(expected, str | None) or isinstance(saw, str | None):
        return None if _same(saw, expected) else f"{what}expected {told(expected)}, got {told(saw)}"
    if isinstance(expected, Mapping):
        return _close_mapping(saw, expected, tol, name)
    if isinstance(saw, Mapping | set):
        return f"{what}expected {told(expected)}, got {told(saw)}"
    try:
        left, right = np.asarray(saw), np.asarray(expected)
    except ValueError:
        left = right = np.empty(0, dtype=object)
    if left.dtype.kind not in "biuf" or right.dtype.kind not in "biuf":
        return _close_items(saw, expected, tol, name)
    if left.shape != right.shape:
        return f"{what}expected {_shape(right.shape)}, got {_shape(left.shape)}"
    if np.allclose(left, right, rtol=tol, atol=tol, equal_nan=True):
        return None
    if left.ndim == 0:
        return f"{what}expected {told(expected)}, got {told(saw)}"
    return f"{what}{_first_difference(left, right, tol)}"


def told(value: object) -> str:
    """A value in words: four significant digits, NaN in capitals, never long."""
    import numpy as np

    match value:
        case Failed():
            text = str(value)
        case bool() | np.bool_():
            text = str(bool(value))
        case float() | np.floating():
            text = _number(float(value))
        case np.ndarray() if value.ndim == 0:
            text = told(value.item())
        case np.ndarray() if value.size > 8:
            text = f"{_shape(value.shape)} beginning with {told(list(value.flat[:4]))}"
        case np.ndarray():
            text = told(value.tolist())
        case np.integer():
            text = str(int(value))
        case list() | tuple():
            inside = ", ".join(told(each) for each in value[:8]) + (", …" if len(value) > 8 else "")
            text = f"[{inside}]" if isinstance(value, list) else f"({inside})"
        case dict():
            pairs = [f"{told(key)}: {told(each)}" for key, each in list(value.items())[:6]]
            text = "{" + ", ".join(pairs) + (", …" if len(value) > 6 else "") + "}"
        case _:
            text = repr(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _number(value: float) -> str:
    """A float with four significant digits."""
    if math.isnan(value):
        return "NaN"
    return f"{value:.4g}" if math.isfinite(value) else f"{value:+}"


def _shape(shape: Sequence[int]) -> str:
    """A shape in words."""
    match tuple(shape):
        case ():
            return "a single number"
        case (length,):
            return f"{length} numbers"
    return f"an array of shape {tuple(shape)}"


def _same(saw: object, expected: object) -> bool:
    return type(saw) is type(expected) and saw == expected


def _close_mapping(saw: object, expected: Mapping[Any, Any], tol: float, name: str) -> str | None:
    """The first difference of a dict."""
    what = f"{name}: " if name else ""
    if not isinstance(saw, Mapping):
        return f"{what}expected a dict, got {told(saw)}"
    if missing := [key for key in expected if key not in saw]:
        return f"{what}the key {told(missing[0])} is missing"
    if surplus := [key for key in saw if key not in expected]:
        return f"{what}the key {told(surplus[0])} should not be there"
    found = (close(saw[key], each, tol=tol, name=f"{name} {key}".strip()) for key, each in expected.items())
    return next((words for words in found if words), None)


def _close_items(saw: object, expected: object, tol: float, name: str) -> str | None:
    """The first difference of things that are no arrays of numbers."""
    what = f"{name}: " if name else ""
    if not hasattr(expected, "__len__") or not hasattr(saw, "__len__"):
        same = not hasattr(expected, "__len__") and not hasattr(saw, "__len__") and saw == expected
        return None if same else f"{what}expected {told(expected)}, got {told(saw)}"
    left, right = list(saw), list(expected)  # type: ignore[call-overload]
    if len(left) != len(right):
        return f"{what}expected {len(right)} items, got {len(left)}"
    for place, (one, other) in enumerate(zip(left, right, strict=True)):
        if words := close(one, other, tol=tol, name=f"{name} item {place}".strip()):
            return words
    return None


def _first_difference(left: Any, right: Any, tol: float) -> str:
    """Where two arrays of one shape differ first, and in how many places."""
    import numpy as np

    wrong = ~np.isclose(left, right, rtol=tol, atol=tol, equal_nan=True)
    place = tuple(int(each) for each in np.argwhere(wrong)[0])
    at = f"at [{', '.join(map(str, place))}]"
    if left.size <= 6 and left.ndim == 1:
        return f"expected {told(right.tolist())}, got {told(left.tolist())}"
    more = f" ({int(wrong.sum())} of {left.size} differ)" if wrong.sum() > 1 else ""
    return f"expected {told(right[place])} {at}, got {told(left[place])}{more}"
