"""Lines as braille dots: clipped to the plot, with dash patterns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import groupby

from tutor.charts.braille import Dots
from tutor.charts.cells import Paint
from tutor.charts.scale import NEARLY_ONE, Scale
from tutor.figure import Line

DASHED = (4, 4)
PATTERNS = ((1,), (7, 3), (1, 3), (8, 3, 2, 3))
"""Dots on, off, on …, for lines that no colour tells apart; a single number is solid."""
MOST_DOTS = 100_000
"""A line longer than this covers itself many times over; then only every so many-th segment is drawn."""
MANY = 4
"""More points than this for each column of dots, and each column's extent is drawn instead."""


def stroke(
    dots: Dots, line: Line, x_scale: Scale, y_scale: Scale, paint: Paint, lengths: tuple[int, ...]
) -> None:
    """Draw a line with a dash pattern."""
    drawn = [on for index, length in enumerate(lengths) for on in [index % 2 == 0] * length]
    travelled = 0
    for piece in _pieces(line, x_scale, y_scale, dots.across, dots.down):
        ends = zip(piece, piece[1:] or piece, strict=False)
        clipped = [part for start, end in ends if (part := _clip(start, end, dots.across, dots.down))]
        length = sum(max(abs(right - left), abs(bottom - top)) for left, top, right, bottom in clipped)
        for part in clipped[:: 1 + length // MOST_DOTS]:
            walked = _walk(*part, dots.across)
            if len(drawn) > 1:
                count = len(drawn)
                shown = [dot for step, dot in enumerate(walked, travelled) if drawn[step % count]]
                travelled += len(walked)
                walked = shown
            dots.trace(walked, paint)


def patterns(marks: Iterable[object], color: bool) -> dict[tuple[int, bool], tuple[int, ...]]:
    """The dash pattern for each colour index of lines, whether dashed or not, among the marks of a plane."""
    lines = [mark for mark in marks if isinstance(mark, Line)]
    found = dict.fromkeys(sorted({line.color for line in lines if not line.dashed}))
    rank = {index: 0 if color else place for place, index in enumerate(found)}
    return {
        (line.color, line.dashed): DASHED if line.dashed else PATTERNS[rank[line.color] % len(PATTERNS)]
        for line in lines
    }


def _pieces(
    line: Line, x_scale: Scale, y_scale: Scale, across: int, down: int
) -> Iterator[list[tuple[float, float]]]:
    """The stretches without a gap, as places in dots from the top left."""
    xs: Iterable[float] = map(x_scale.turn, line.x) if x_scale.log else line.x
    ys: Iterable[float] = map(y_scale.turn, line.y) if y_scale.log else line.y
    left, x_factor = x_scale.stretch(across)
    bottom, y_factor = y_scale.stretch(down)
    ground = down * NEARLY_ONE
    places = [((x - left) * x_factor, ground - (y - bottom) * y_factor) for x, y in zip(xs, ys, strict=False)]
    for whole, piece in groupby(places, key=lambda place: math.isfinite(place[0] + place[1])):
        if whole:
            yield _thinned(list(piece), across)


def _thinned(piece: list[tuple[float, float]], across: int) -> list[tuple[float, float]]:
    """The same drawing with at most four points for each visit to a column of dots."""
    if len(piece) <= MANY * across:
        return piece
    kept: list[tuple[float, float]] = []
    for _, group in groupby(piece, key=lambda place: place[0] // 1):
        visit = list(group)
        kept += visit if len(visit) < 4 else (visit[0], min(visit, key=_row), max(visit, key=_row), visit[-1])
    return kept


def _row(place: tuple[float, float]) -> float:
    return place[1]


def _clip(
    start: tuple[float, float], end: tuple[float, float], across: int, down: int
) -> tuple[int, int, int, int] | None:
    """The part of a segment inside the dots, None if there is none (Liang and Barsky, 1984)."""
    (x0, y0), (x1, y1) = start, end
    enter, leave = 0.0, 1.0
    for origin, change, size in ((x0, x1 - x0, across), (y0, y1 - y0, down)):
        if change == 0:
            if not 0 <= origin < size:
                return None
            continue
        near, far = sorted(((0 - origin) / change, (size - origin) / change))
        enter, leave = max(enter, near), min(leave, far)
    if enter > leave:
        return None
    places = (
        x0 + enter * (x1 - x0),
        y0 + enter * (y1 - y0),
        x0 + leave * (x1 - x0),
        y0 + leave * (y1 - y0),
    )
    limits = (across, down, across, down)
    left, top, right, bottom = (
        max(0, min(limit - 1, int(place))) for place, limit in zip(places, limits, strict=True)
    )
    return left, top, right, bottom


def _walk(left: int, top: int, right: int, bottom: int, width: int) -> list[int]:
    """The dots from one place to another, both included, with `width` dots in a row."""
    steps = max(abs(right - left), abs(bottom - top), 1)
    x_step, y_step = (right - left) / steps, (bottom - top) / steps
    count = steps + 1 if (left, top) != (right, bottom) else 1
    return [round(top + y_step * step) * width + round(left + x_step * step) for step in range(count)]
