"""Columns: bars that stand upright on the plane, in eighths of a cell."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tutor.charts.cells import Box, Canvas
from tutor.charts.legend import BARS
from tutor.charts.palette import CLASS
from tutor.charts.scale import SMALLEST_SPAN, Scale, numbers
from tutor.figure import Bars

EIGHTHS = " ▁▂▃▄▅▆▇█"
HISTOGRAM_FROM = 6
"""Evenly spaced numbers are bins, and an axis has ticks, from this many labels on."""


def histogram_scale(labels: Sequence[str]) -> Scale | None:
    """The scale of labels that are evenly spaced numbers, half a step wider at both ends; else None."""
    try:
        places = numbers(float(label) for label in labels)
    except ValueError:
        return None
    if len(places) < HISTOGRAM_FROM or not all(map(math.isfinite, places)):
        return None
    step = (places[-1] - places[0]) / (len(places) - 1)
    even = all(abs(places[0] + index * step - place) < abs(step) / 4 for index, place in enumerate(places))
    scale = Scale(places[0] - step / 2, places[-1] + step / 2)
    return scale if even and abs(step) > 1e-9 * max(map(abs, places)) and abs(step) > SMALLEST_SPAN else None


def draw_columns(canvas: Canvas, plot: Box, marks: Sequence[Bars], x: Scale, y: Scale, color: bool) -> None:
    """Draw each label's bars side by side around 0, 1, 2 … along x, from zero along y."""
    for number, mark in enumerate(marks):
        ink = "█" if color else BARS[mark.color % 8]
        for place, value in enumerate(numbers(mark.values)[: len(mark.labels)]):
            if not math.isfinite(value) or not x.shows(place):
                continue
            left, right = _span(x, place, number, len(marks), plot.width)
            _column(canvas, plot, (left, right), value, y, CLASS[mark.color % 8], ink)


def _span(x: Scale, place: int, number: int, count: int, width: int) -> tuple[int, int]:
    """First column and the one after the last of a bar; slots of four cells or more leave a gap."""
    start = x.fraction(place - 0.5) * width
    slot = (x.fraction(place + 0.5) * width - start) / count
    first, last = sorted((round(start + number * slot), round(start + (number + 1) * slot)))
    gap = 1 if number == count - 1 and last - first >= 4 else 0
    return first, max(first + 1, last - gap)


def _column(
    canvas: Canvas, plot: Box, span: tuple[int, int], value: float, y: Scale, paint: str, ink: str
) -> None:
    low, high = sorted((_height(value, y, plot.height), _height(0.0, y, plot.height)))
    falling = value < 0
    for row in range(plot.height):
        cover = min(high, row + 1) - max(low, row)
        if cover <= 0:
            continue
        eighths = round(cover * 8)
        char = ink if eighths == 8 else EIGHTHS[eighths]
        if falling and eighths < 8 and low > row:
            char = "▀" if eighths >= 3 else "▔"
        if eighths:
            for column in range(max(0, span[0]), min(plot.width, span[1])):
                canvas.put(plot.left + column, plot.top + plot.height - 1 - row, char, paint)


def _height(value: float, y: Scale, rows: int) -> float:
    """How many rows above the bottom a value lies, kept inside the plot."""
    share = y.fraction(value)
    if math.isnan(share):
        share = 0.0
    return max(0.0, min(1.0, share)) * rows
