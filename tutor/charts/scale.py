"""Scales: from a number to a place along an axis, and back."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tutor.figure import Axis

LARGEST = 1e300
"""Numbers beyond it are skipped, so that a range never overflows."""
SMALLEST_SPAN = 1e-290
NEARLY_ONE = 1 - 1e-9
"""The upper end of a range belongs to the last cell."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The range that an axis shows, from `low` (left or bottom) to `high`; `low` may be the larger."""

    low: float
    high: float
    log: bool = False

    def turn(self, value: float) -> float:
        """The number that grows evenly along the axis; NaN where a logarithm does not exist."""
        if not self.log:
            return value
        return math.log10(value) if value > 0 else math.nan

    def fraction(self, value: float) -> float:
        """How far along the axis a value lies: 0 at `low`, 1 at `high`."""
        start, end = self.turn(self.low), self.turn(self.high)
        return (self.turn(value) - start) / (end - start)

    def value(self, fraction: float) -> float:
        """The value at a place along the axis."""
        start, end = self.turn(self.low), self.turn(self.high)
        place = start + (end - start) * fraction
        return float(10**place) if self.log else place

    def shows(self, value: float) -> bool:
        """Whether a value lies in the range."""
        return min(self.low, self.high) <= value <= max(self.low, self.high)

    def place(self, value: float, size: int) -> int:
        """Which of `size` equal cells holds a value of the range."""
        return int(self.fraction(value) * size * NEARLY_ONE)

    def stretch(self, size: int) -> tuple[float, float]:
        """Offset and factor such that `(turn(value) - offset) * factor` is a place among `size` cells."""
        start, end = self.turn(self.low), self.turn(self.high)
        return start, size * NEARLY_ONE / (end - start)


def numbers(values: Iterable[float]) -> list[float]:
    """Floats of anything; what is no usable number becomes NaN."""
    try:
        found = list(map(float, values))
    except (TypeError, ValueError, OverflowError):
        found = [_number(value) for value in values]
    if all(map(math.isfinite, found)) and (not found or (max(found) <= LARGEST and min(found) >= -LARGEST)):
        return found
    return [value if abs(value) <= LARGEST else math.nan for value in found]


def _number(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return math.nan


def visible(
    x: Sequence[float], y: Sequence[float], x_scale: Scale, y_scale: Scale
) -> tuple[Sequence[float], Sequence[float]]:
    """Those pairs of clean numbers that both scales show."""
    if len(x) == len(y) and _all_visible(x, x_scale) and _all_visible(y, y_scale):
        return x, y
    x_low, x_high = sorted((x_scale.low, x_scale.high))
    y_low, y_high = sorted((y_scale.low, y_scale.high))
    kept = [
        (a, b) for a, b in zip(x, y, strict=False) if x_low <= a <= x_high and y_low <= b <= y_high
    ]  # NaN compares false
    return [a for a, _ in kept], [b for _, b in kept]


def _all_visible(values: Sequence[float], scale: Scale) -> bool:
    return not values or (
        all(map(math.isfinite, values)) and scale.shows(min(values)) and scale.shows(max(values))
    )


def fit(axis: Axis, groups: Iterable[Sequence[float]]) -> Scale:
    """The scale of an axis: its own ends where it names them, else the extent of the data."""
    if axis.categories:
        low, high = -0.5, len(axis.categories) - 0.5
    else:
        low, high = _extent(groups, positive=axis.log)
    low = _end(axis.low, low, axis.log)
    high = _end(axis.high, high, axis.log)
    log = axis.log and low > 0 and high > 0
    if log and abs(math.log10(high) - math.log10(low)) > 1e-9:
        return Scale(low, high, log=True)
    span = abs(high - low)
    if span <= max(abs(low), abs(high)) * 1e-12 or span < SMALLEST_SPAN:
        return _around(low, log)
    return Scale(low, high)


def _around(value: float, log: bool) -> Scale:
    if log:
        return Scale(value / 10, value * 10, log=True)
    margin = abs(value) * 0.1 if abs(value) > 1e-280 else 1.0
    return Scale(value - margin, value + margin)


def _end(wanted: float | None, otherwise: float, log: bool) -> float:
    if wanted is None:
        return otherwise
    number = numbers([wanted])[0]
    return otherwise if math.isnan(number) or (log and number <= 0) else number


def _extent(groups: Iterable[Sequence[float]], *, positive: bool) -> tuple[float, float]:
    ends: list[float] = []
    for group in groups:
        kept: Sequence[float] = group
        if positive or not all(map(math.isfinite, group)):
            kept = [value for value in group if math.isfinite(value) and (value > 0 or not positive)]
        if kept:
            ends += (min(kept), max(kept))
    if not ends:
        return (1.0, 10.0) if positive else (0.0, 1.0)
    return min(ends), max(ends)
