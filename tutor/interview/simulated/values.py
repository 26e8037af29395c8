"""Results as values: whether two are the same, how large one is, how it is shown."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

BY_IDENTITY: object = object.__eq__
TOLERANCE = 1e-9
SHOWN = 60
"""Letters of a result that are shown at most."""


def same(left: Any, right: Any) -> bool:
    """Whether two results agree up to rounding; arrays by their elements, objects by what they hold."""
    left, right = _listed(left), _listed(right)
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, int | float) and isinstance(right, int | float):
        return math.isclose(left, right, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    if type(left) is type(right) and type(left).__eq__ is BY_IDENTITY:
        return left is right or same(_held(left), _held(right))
    return bool(left == right)


def size(value: Any) -> int:
    """How many single values a result is made of."""
    value = _listed(value)
    if isinstance(value, dict):
        return sum(size(each) for each in value.values())
    if isinstance(value, list | tuple | set | frozenset):
        return sum(size(each) for each in value)
    return max(1, size(held)) if (held := _held(value)) else 1


def _listed(value: Any) -> Any:
    """An array or a number of numpy as a list or a number of Python."""
    return value.tolist() if callable(getattr(value, "tolist", None)) else value


def _held(value: Any) -> dict[str, Any]:
    """The attributes of an object."""
    return dict(getattr(value, "__dict__", {}))


def parted(items: Sequence[Any], workers: int, source: random.Random | None = None) -> list[list[Any]]:
    """The items in so many neighbouring parts: even ones, or such as the source cuts."""
    if source is None:
        cuts = [round(each * len(items) / workers) for each in range(workers + 1)]
    else:
        cuts = [0, *sorted(source.sample(range(1, len(items)), workers - 1)), len(items)]
    return [list(items[start:end]) for start, end in pairwise(cuts)]


def shown(value: Any) -> str:
    """A result in a few letters."""
    text = "..." if value is ... else repr(_rounded(value))
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _rounded(value: Any) -> Any:
    """Numbers with the digits that one reads."""
    value = _listed(value)
    match value:
        case float():
            return round(value, 4)
        case list():
            return [_rounded(each) for each in value]
        case tuple() if type(value) is tuple:
            return tuple(_rounded(each) for each in value)
        case dict():
            return {key: _rounded(each) for key, each in value.items()}
    return value
