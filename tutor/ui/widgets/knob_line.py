"""How one knob looks on one line, and which value lies under the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from rich.cells import cell_len
from textual.content import Content

from tutor.course.param import Param
from tutor.run import Scalar

Part: TypeAlias = str | tuple[str, str]
"""A piece of a line, with its style if it has one."""

LONGEST_BAR = 32
SHORTEST_BAR = 4


def wording(param: Param, value: Scalar) -> str:
    """The value as the knob prints it: as many decimals as a click has."""
    if param.options or param.integer or isinstance(value, str):
        return str(value)
    places = -min(0, int(Decimal(str(param.step)).normalize().as_tuple().exponent))
    return f"{float(value):.{places}f}"


def value_width(param: Param) -> int:
    """Cells that the widest value of a number needs."""
    if param.options:
        return 0
    return max(cell_len(wording(param, param.accept(end))) for end in (param.low, param.high))


@dataclass(frozen=True, slots=True)
class Span:
    """Cells `start` to `end` (exclusive) of a knob's line stand for an option."""

    start: int
    end: int
    option: int


@dataclass(frozen=True, slots=True)
class KnobLine:
    """Where things stand on a knob's line of `width` cells: marker, label, then a bar or the options."""

    param: Param
    width: int
    label_width: int
    value_width: int

    @property
    def start(self) -> int:
        """The cell at which the bar or the first option begins."""
        return 2 + self.label_width + 2

    @property
    def bar(self) -> int:
        """Cells of the bar; 0 where there is no room for one."""
        room = self.width - self.start - 1 - self.value_width
        return min(room, LONGEST_BAR) if room >= SHORTEST_BAR else 0

    def spans(self) -> tuple[Span, ...]:
        """One for each option in a row; none where they do not all fit."""
        spans, at = [], self.start
        for number, option in enumerate(self.param.options):
            end = at + 2 + cell_len(str(option))
            spans.append(Span(at, end, number))
            at = end + 2
        return tuple(spans) if spans and spans[-1].end <= self.width else ()

    def value_at(self, x: int, value: Scalar) -> Scalar:
        """The value under cell `x` (ends beyond the ends); `value` where nothing is."""
        param = self.param
        if param.options:
            for span in self.spans():
                if span.start <= x < span.end:
                    return param.options[span.option]
            return value
        if not self.bar:
            return value
        share = max(0.0, min(1.0, (x - self.start) / max(1, self.bar - 1)))
        return param.turned(param.accept(param.low), round(share * (param.high - param.low) / param.step))

    def draw(self, value: Scalar, *, current: bool, focused: bool) -> Content:
        """The line; the current knob has a mark before its label."""
        strong = "bold $here" if focused else "$here" if current else "$foreground"
        label = self.param.label or self.param.name
        padded = label + " " * (self.label_width - cell_len(label))
        head: list[Part] = [("▸ " if current else "  ", strong), (padded, "bold" if focused else ""), "  "]
        if self.param.options:
            return Content.assemble(*head, *self._choices(value, strong))
        number = wording(self.param, value).rjust(self.value_width)
        if not self.bar:
            return Content.assemble(*head, (number, strong))
        left = round(self.param.fraction(value) * (self.bar - 1))
        bar: list[Part] = [("━" * left, strong), ("●", strong), ("─" * (self.bar - 1 - left), "$rule")]
        return Content.assemble(*head, *bar, " ", (number, strong))

    def _choices(self, value: Scalar, strong: str) -> list[Part]:
        """The options in a row, else the chosen one and its place."""
        options = self.param.options
        if not self.spans():
            place = f" {options.index(value) + 1}/{len(options)}"
            room = self.width - self.start - len("◂  ▸")
            if cell_len(str(value)) + len(place) > room:
                place = ""
            word = Content(str(value)).truncate(max(1, room), ellipsis=True).plain
            return [("◂ ", "$quiet"), (word, strong), (" ▸", "$quiet"), (place, "$quiet")]
        parts: list[Part] = []
        for option in options:
            chosen = option == value
            parts.append((f"{'●' if chosen else '○'} {option}  ", strong if chosen else "$quiet"))
        return parts
