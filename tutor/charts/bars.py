"""Bars that lie: one row each, the label before and the number behind."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from tutor.charts import legend
from tutor.charts.cells import Box, Canvas
from tutor.charts.columns import histogram_scale
from tutor.charts.legend import BARS
from tutor.charts.palette import CLASS
from tutor.charts.scale import Scale, fit, numbers
from tutor.charts.ticks import write_all
from tutor.charts.words import clean, clip, width
from tutor.figure import Axis, Bars, Figure

EIGHTHS = " ▏▎▍▌▋▊▉█"


Key: TypeAlias = tuple[str, int]
"""A label, and how often it stood before among the labels of its mark."""


def keyed(mark: Bars) -> dict[Key, float]:
    """The values of a mark; equal labels keep a value each."""
    seen: Counter[str] = Counter()
    found: dict[Key, float] = {}
    for label, value in zip(mark.labels, numbers(mark.values), strict=False):
        found[label, seen[label]] = value
        seen[label] += 1
    return found


def keys(marks: Sequence[Bars]) -> list[Key]:
    """What the marks have bars for, in order of first appearance."""
    return list(dict.fromkeys(key for mark in marks for key in keyed(mark)))


def rows_needed(marks: Sequence[Bars]) -> int:
    """How many rows the bars take, without gaps or legend."""
    return len(keys(marks)) * len(marks)


def lie_down(marks: Sequence[Bars], height: int) -> bool:
    """Whether the bars are better drawn lying than as columns."""
    if all(histogram_scale(mark.labels) for mark in marks):
        return False
    return rows_needed(marks) + (1 if len(marks) > 1 else 0) <= height


def draw_bars(canvas: Canvas, box: Box, figure: Figure, marks: Sequence[Bars], color: bool) -> None:
    """Draw the bars of each label under each other; the figure's y axis is the axis of the values."""
    box = _header(canvas, box, figure, marks, color)
    found_keys = keys(marks)
    room = min(max((width(clean(label)) for label, _ in found_keys), default=0), box.width // 2)
    room = room if box.width >= 12 else 0
    values = [keyed(mark) for mark in marks]
    axis = Axis(low=figure.y.low, high=figure.y.high, log=figure.y.log)
    ends = [] if axis.log else [0.0]
    scale = fit(axis, [[*ends, *found.values()] for found in values])
    words = iter(write_all([value for found in values for value in found.values()]))
    texts = [{key: next(words) for key in found} for found in values]
    number_room = max((len(text) for found in texts for text in found.values()), default=0)
    left = box.left + room + (1 if room else 0)
    track = Box(left, box.top, max(1, box.left + box.width - left - number_room - 1), box.height)
    spaced = len(found_keys) * (len(marks) + 1) - 1 <= box.height
    row = box.top
    for key in found_keys:
        canvas.write(box.left, row, clip(clean(key[0]), room))
        for mark, found, written in zip(marks, values, texts, strict=True):
            if row >= box.top + box.height:
                return
            ink = "█" if color else BARS[mark.color % 8]
            value = found.get(key, math.nan)
            end = _bar(canvas, track, row, value, scale, CLASS[mark.color % 8], ink)
            text = written.get(key, "")
            if end + 1 + len(text) <= box.left + box.width:
                canvas.write(end + 1, row, text)
            row += 1
        row += spaced


def _header(canvas: Canvas, box: Box, figure: Figure, marks: Sequence[Bars], color: bool) -> Box:
    """The legend, and the label of the values; neither where the bars need the rows."""
    placed = legend.lines(legend.entries(marks, color), box.width, 1) if len(marks) > 1 else []
    label = clean(figure.y.label)
    if box.height <= rows_needed(marks) or not (placed or label) or box.width < legend.RAMP * 2:
        return box
    legend.draw(canvas, box, placed)
    taken = legend.line_width(placed[0]) + 2 if placed else 0
    if width(label) <= box.width - taken:
        canvas.write(box.left, box.top, label, "muted")
    return box.below(1)


def _bar(canvas: Canvas, track: Box, row: int, value: float, scale: Scale, paint: str, ink: str) -> int:
    """Draw one bar, from a zero between two cells, and give the column after it."""
    if not math.isfinite(value):
        return track.left
    zero = _along(0.0, scale, track.width)
    shift = round(zero) - zero
    low, high = sorted((_along(value, scale, track.width) + shift, zero + shift))
    end = track.left
    for column in range(max(0, int(low)), min(track.width, math.ceil(high))):
        cover = round((min(high, column + 1) - max(low, column)) * 8)
        char = ink if cover == 8 else EIGHTHS[cover]
        if cover < 8 and low > column:
            char = "▐" if cover >= 3 else " "
        if cover:
            canvas.put(track.left + column, row, char, paint)
            end = track.left + column + 1
    return end


def _along(value: float, scale: Scale, size: int) -> float:
    """How many cells from the start of the track a value lies, kept inside it."""
    share = scale.fraction(value)
    return 0.0 if math.isnan(share) else max(0.0, min(1.0, share)) * size
