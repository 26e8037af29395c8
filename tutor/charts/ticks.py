"""Ticks: round numbers inside a range, and how they are written."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.charts.scale import Scale

SI = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))
LONGEST_PLAIN = 7
"""Characters up to which a tick is written out in full."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on an axis and its label."""

    value: float
    label: str


def choices(scale: Scale, most: int) -> Iterator[tuple[Tick, ...]]:
    """Sets of at most `most` ticks that fit the scale, the densest first."""
    low, high = sorted((scale.low, scale.high))
    sets = _powers(low, high, most) if scale.log else []
    if not any(len(values) > 1 for values in sets):
        sets += _rounds(low, high, most)
    for values in sets:
        powers = scale.log and all(map(_is_power, values))
        yield tuple(map(Tick, values, map(power_label, values) if powers else labels(values)))


def _is_power(value: float) -> bool:
    return abs(math.log10(value) - round(math.log10(value))) < 1e-9


def power_label(value: float) -> str:
    """A power of ten: in full from 0.001 to 1000, else with an exponent."""
    exponent = round(math.log10(value))
    return f"{value:g}" if abs(exponent) <= 3 else f"1e{exponent}"


def _powers(low: float, high: float, most: int) -> list[list[float]]:
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    sets = []
    if last - first <= 2:
        fine = [m * 10.0**e for e in range(first - 1, last + 1) for m in (1, 2, 5)]
        sets.append([value for value in fine if low <= value <= high])
    for stride in range(1, max(2, last - first + 1)):
        powers = [10.0**exponent for exponent in range(first, last + 1) if exponent % stride == 0]
        sets.append([value for value in powers if low <= value <= high])
    return [values for values in sets if len(values) <= most]


def _rounds(low: float, high: float, most: int) -> list[list[float]]:
    span = high - low
    exponent = math.floor(math.log10(span / max(1, most))) - 1
    sets = []
    for power in range(exponent, exponent + 5 + len(str(most))):
        for factor in (1, 2, 5):
            values = multiples(low, high, factor, power, most)
            if values is not None:
                sets.append(values)
    return sets


def multiples(low: float, high: float, factor: int, power: int, most: int) -> list[float] | None:
    """The multiples of `factor · 10^power` from `low` to `high`, None if there are more than `most`."""
    step = factor * 10.0**power
    if step == 0 or (high - low) / step > most + 1:
        return None
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    if last - first + 1 > most:
        return None
    unit = 10.0 ** abs(power)
    values = [
        index * factor * unit if power >= 0 else index * factor / unit for index in range(first, last + 1)
    ]
    return [value for value in values if low <= value <= high]


def labels(values: Sequence[float]) -> list[str]:
    """One way of writing for all values: in full, with a suffix, or with an exponent; all distinct."""
    if not values:
        return []
    largest = max(map(abs, values))
    written = [f"{value:.12g}" for value in values]
    if "e" not in "".join(written) and max(map(len, written)) <= LONGEST_PLAIN and largest < 1e5:
        return _align(values)
    for size, suffix in SI:
        if size <= largest < 1000 * size:
            short = ["0" if value == 0 else f"{value / size:.4g}{suffix}" for value in values]
            if len(set(short)) == len(values):
                return short
    for digits in range(12):
        short = ["0" if value == 0 else _exponent(value, digits) for value in values]
        if len(set(short)) == len(values):
            return short
    return written


def _align(values: Sequence[float]) -> list[str]:
    places = max(len(f"{value:.12g}".partition(".")[2]) for value in values)
    return [f"{value + 0.0:.{places}f}" for value in values]


def _exponent(value: float, digits: int) -> str:
    mantissa, _, exponent = f"{value:.{digits}e}".partition("e")
    return f"{mantissa}e{int(exponent)}"


def write(value: float) -> str:
    """One number for people: three significant digits, whole numbers in full up to six digits."""
    if not math.isfinite(value):
        return str(value)
    if value == int(value) and abs(value) < 1e6:
        return str(int(value))
    if 1e-3 <= abs(value) < 1e6:
        places = max(0, 2 - math.floor(math.log10(abs(value))))
        return f"{value:.{places}f}"
    return _exponent(value, 2)


def write_all(values: Sequence[float]) -> list[str]:
    """Numbers for a column: the same decimals for all."""
    known = [value for value in values if math.isfinite(value)]
    largest = max(map(abs, known), default=0.0)
    if largest >= 1e6 or 0 < largest < 1e-3:
        return [write(value) for value in values]
    whole = all(value == int(value) for value in known)
    places = 0 if whole else max(0, 2 - math.floor(math.log10(largest)))
    return [
        f"{round(value, places) + 0.0:.{places}f}" if math.isfinite(value) else str(value) for value in values
    ]
