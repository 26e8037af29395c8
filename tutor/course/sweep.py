"""A sweep: one knob over several values while everything else stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.course.param import Param
from tutor.run import Scalar

FEWEST, MOST = 2, 200
"""Values that a sweep may ask for."""
CLICKS = 15
"""Values that a sweep across a whole knob has at most."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """The knob, and the values that it takes one after the other."""

    param: Param
    values: tuple[Scalar, ...]

    @property
    def label(self) -> str:
        """What the knob is called."""
        return self.param.label or self.param.name

    def points(self, params: Mapping[str, Scalar]) -> list[dict[str, Scalar]]:
        """The params of each run."""
        return [{**params, self.param.name: value} for value in self.values]


def across(param: Param, now: Scalar | None = None) -> Sweep:
    """The knob from end to end, click by click while those are few; `now` is among the values."""
    if param.options:
        return Sweep(param, param.options)
    start = param.accept(param.low)
    clicks = round((param.high - param.low) / param.step)
    parts = max(1, min(CLICKS - 1, clicks))
    values = {param.turned(start, round(part * clicks / parts)) for part in range(parts + 1)}
    return Sweep(param, tuple(sorted(values | ({now} if now is not None else set()), key=float)))


def asked(param: Param, words: str) -> Sweep:
    """The sweep that `A:B:N` asks for, or the whole knob if nothing does; raises ValueError for people."""
    if not words.strip():
        return across(param)
    if param.options:
        options = ", ".join(map(str, param.options))
        raise ValueError(f"{param.name} has options, no range; {param.name}= runs all of them: {options}")
    parts = words.split(":")
    if len(parts) != 3:
        raise ValueError(f"{words!r} is no range for {param.name}; write {param.name}=A:B:N")
    first, last = (float(param.accept(part)) for part in parts[:2])
    try:
        count = int(parts[2])
    except ValueError:
        raise ValueError(f"the number of values of {param.name} is whole, not {parts[2]!r}") from None
    if not FEWEST <= count <= MOST:
        raise ValueError(f"a sweep has {FEWEST} to {MOST} values, not {count}")
    if first >= last:
        raise ValueError(f"a sweep goes up: {param.name} cannot go from {first:g} to {last:g}")
    step = (last - first) / (count - 1)
    values = [*(round(first + place * step, 10) for place in range(count - 1)), last]
    if param.integer:
        return Sweep(param, tuple(dict.fromkeys(map(round, values))))
    return Sweep(param, tuple(dict.fromkeys(values)))
