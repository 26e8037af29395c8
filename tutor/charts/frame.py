"""The frame of a plot: labels, legend, axes and ticks, around the box that is left for the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tutor.charts import legend
from tutor.charts.cells import Box, Canvas
from tutor.charts.scale import Scale
from tutor.charts.ticks import Tick, choices
from tutor.charts.words import clean, clip, width
from tutor.figure import Axis

TICKS_FROM = (16, 5)
"""Columns and rows from which a frame has axes and ticks."""
LEGEND_FROM = (20, 7)
LABELS_FROM = (24, 9)


@dataclass(frozen=True, slots=True)
class Side:
    """One axis with the scale fitted to what is drawn."""

    axis: Axis
    scale: Scale


def draw_frame(canvas: Canvas, box: Box, x: Side, y: Side, entries: Sequence[legend.Entry]) -> Box:
    """Draw all but the data and give the box for the data."""
    full = box
    box = _header(canvas, box, clean(y.axis.label), entries)
    if not _reaches(full, TICKS_FROM):
        return box
    x_label = clean(x.axis.label) if _reaches(full, LABELS_FROM) else ""
    rows = box.height - 2 - bool(x_label)
    ticks = y_ticks(y, rows, box.width // 3)
    gutter = 1 + max((width(tick.label) + 1 for tick in ticks), default=0)
    plot = Box(box.left + gutter, box.top, box.width - gutter, rows)
    _draw_y(canvas, plot, y.scale, ticks)
    _draw_x(canvas, box, plot, x)
    if x_label:
        words = clip(x_label, box.width)
        middle = plot.left + (plot.width - width(words)) // 2
        start = max(box.left, min(middle, box.left + box.width - width(words)))
        canvas.write(start, plot.top + plot.height + 2, words, "muted")
    return plot


def _reaches(box: Box, least: tuple[int, int]) -> bool:
    return box.width >= least[0] and box.height >= least[1]


def _header(canvas: Canvas, box: Box, y_label: str, entries: Sequence[legend.Entry]) -> Box:
    most = 1 if box.height < 14 else 2 if box.height < 24 else 3
    placed = legend.lines(entries, box.width, most) if _reaches(box, LEGEND_FROM) else []
    if not _reaches(box, LABELS_FROM):
        y_label = ""
    beside = len(placed) == 1 and width(y_label) + 2 + legend.line_width(placed[0]) <= box.width
    if y_label and placed and not beside and box.height < LABELS_FROM[1] + 3:
        y_label = ""
    rows = len(placed) + (1 if y_label and not beside else 0)
    legend.draw(canvas, box, placed)
    if y_label:
        canvas.write(box.left, box.top + rows - 1, clip(y_label, box.width), "muted")
    return box.below(rows)


def y_ticks(side: Side, rows: int, room: int) -> tuple[Tick, ...]:
    """The ticks of a vertical axis with `rows` cells and `room` cells for each label."""
    if side.axis.categories:
        named = [Tick(tick.value, clip(tick.label, room)) for tick in _names(side)]
        strides = (tuple(named[::stride]) for stride in range(1, len(named) + 1))
        return next((ticks for ticks in strides if _on_rows_of_their_own(ticks, side.scale, rows)), ())
    fitting = [
        ticks
        for ticks in choices(side.scale, max(2, rows))
        if all(width(tick.label) <= room for tick in ticks) and _on_rows_of_their_own(ticks, side.scale, rows)
    ]
    for ticks in fitting:
        if 2 <= len(ticks) <= rows // 3 + 1:
            return ticks
    return min(fitting, key=lambda ticks: abs(len(ticks) - 2), default=())


def _on_rows_of_their_own(ticks: Sequence[Tick], scale: Scale, rows: int) -> bool:
    return len({scale.place(tick.value, rows) for tick in ticks}) == len(ticks)


def _names(side: Side) -> list[Tick]:
    named = enumerate(side.axis.categories)
    return [Tick(place, clean(name)) for place, name in named if side.scale.shows(place)]


def _draw_y(canvas: Canvas, plot: Box, scale: Scale, ticks: Sequence[Tick]) -> None:
    for row in range(plot.height):
        canvas.put(plot.left - 1, plot.top + row, "│", "axis")
    for tick in ticks:
        row = plot.top + plot.height - 1 - scale.place(tick.value, plot.height)
        canvas.put(plot.left - 1, row, "┤", "axis")
        canvas.write(plot.left - 2 - width(tick.label), row, tick.label, "muted")


def _draw_x(canvas: Canvas, box: Box, plot: Box, side: Side) -> None:
    line = plot.top + plot.height
    canvas.put(plot.left - 1, line, "└", "axis")
    for column in range(plot.width):
        canvas.put(plot.left + column, line, "─", "axis")
    ends = (box.left, box.left + box.width)
    for start, place, label in x_ticks(side, plot, ends):
        canvas.put(plot.left + place, line, "┬", "axis")
        canvas.write(start, line + 1, label, "muted")


def x_ticks(side: Side, plot: Box, ends: tuple[int, int]) -> list[tuple[int, int, str]]:
    """Start of the label, place in the plot and label of each tick of a horizontal axis."""
    best: list[tuple[int, int, str]] = []
    for gap in (2, 1):
        for ticks in _candidates(side, plot):
            placed = _placed(ticks, side.scale, plot, ends)
            if _apart(placed, gap) and len(placed) > len(best):
                best = placed
        if len(best) > 1:
            break
    return best


def _candidates(side: Side, plot: Box) -> Iterator[Sequence[Tick]]:
    if not side.axis.categories:
        yield from choices(side.scale, max(2, plot.width // 5))
        return
    ticks = _names(side)
    yield ticks
    room = plot.width // max(1, len(ticks)) - 1
    if room >= 4 and not any(_numeric(tick.label) for tick in ticks):
        yield [Tick(tick.value, clip(tick.label, room)) for tick in ticks]
    for stride in range(2, len(ticks) + 1):
        yield ticks[::stride]


def _numeric(word: str) -> bool:
    return any(character.isdigit() for character in word)


def _placed(
    ticks: Sequence[Tick], scale: Scale, plot: Box, ends: tuple[int, int]
) -> list[tuple[int, int, str]]:
    placed = []
    for tick in ticks:
        place = scale.place(tick.value, plot.width)
        size = width(tick.label)
        start = min(max(plot.left + place - size // 2, ends[0]), ends[1] - size)
        placed.append((start, place, tick.label))
    return sorted(placed)


def _apart(placed: Sequence[tuple[int, int, str]], gap: int) -> bool:
    if not placed or placed[0][0] < 0:
        return False
    return all(
        start + width(label) + gap <= following and place != next_place
        for (start, place, label), (following, next_place, _) in pairwise(placed)
    )
