"""A param: one knob of an experiment."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.run import Scalar

CORNERS = 64
"""The most corners that `corners` enumerates in full."""


@dataclass(frozen=True, slots=True)
class Param:
    """Either a number between `low` and `high` in steps, or one of `options`."""

    name: str
    default: Scalar
    label: str = ""
    help: str = ""
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    options: tuple[Scalar, ...] = ()

    @property
    def integer(self) -> bool:
        """Whether the values are whole numbers."""
        return isinstance(self.default, int) and not isinstance(self.default, bool)

    def accept(self, value: Scalar) -> Scalar:
        """`value` (words included) as this param's type; raises ValueError with a sentence for people."""
        if self.options:
            for option in self.options:
                if option == value or str(option).lower() == str(value).strip().lower():
                    return option
            allowed = ", ".join(str(option) for option in self.options)
            raise ValueError(f"{self.name} is one of {allowed}, not {value}")
        try:
            number = float(value)
        except ValueError:
            raise ValueError(f"{self.name} is a number, not {value!r}") from None
        if not self.low <= number <= self.high:
            raise ValueError(f"{self.name} lies between {self.low:g} and {self.high:g}, not {number:g}")
        if self.integer and number != int(number):
            raise ValueError(f"{self.name} is a whole number, not {number:g}")
        return int(number) if self.integer else number

    def turned(self, value: Scalar, clicks: int) -> Scalar:
        """The value `clicks` steps further, stopping at the ends."""
        if self.options:
            place = self.options.index(value) + clicks
            return self.options[max(0, min(len(self.options) - 1, place))]
        steps = round((float(value) - self.low) / self.step) + clicks
        number = max(self.low, min(self.high, round(self.low + steps * self.step, 10)))
        return int(number) if self.integer else number

    def fraction(self, value: Scalar) -> float:
        """Where the value lies between the ends, 0 to 1."""
        if self.options:
            return self.options.index(value) / max(1, len(self.options) - 1)
        return (float(value) - self.low) / (self.high - self.low) if self.high > self.low else 0.0


def corners(params: Sequence[Param]) -> Iterator[dict[str, Scalar]]:
    """The full product of the ends while it is small, else each param's ends with the others at default."""
    ends: list[tuple[Scalar, ...]] = [
        param.options or tuple(param.accept(value) for value in (param.low, param.high)) for param in params
    ]
    names = [param.name for param in params]
    total = 1
    for each in ends:
        total *= len(each)
    if total <= CORNERS:
        for values in itertools.product(*ends):
            yield dict(zip(names, values, strict=True))
        return
    defaults = {param.name: param.default for param in params}
    for pick in (0, -1):
        yield {name: each[pick] for name, each in zip(names, ends, strict=True)}
    for name, each in zip(names, ends, strict=True):
        for value in each:
            yield {**defaults, name: value}
