"""Lines as braille dots: clipped to the plot, with dash patterns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from tutor.charts.braille import Dots
from tutor.charts.cells import Paint
from tutor.charts.scale import Scale, numbers
from tutor.figure import Line

DASHED = (4, 4)
PATTERNS = ((1,), (7, 3), (1, 3), (8, 3, 2, 3))
"""Dots on, off, on …, for lines that no colour tells apart; a single number is solid."""
MANY = 4
"""More points than this for each column of dots, and each column's extent is drawn instead."""


def stroke(
    dots: Dots, line: Line, x_scale: Scale, y_scale: Scale, paint: Paint, lengths: tuple[int, ...]
) -> None:
    """Draw a line with a dash pattern."""
    drawn = [on for index, length in enumerate(lengths) for on in [index % 2 == 0] * length]
    travelled = 0
    across, down = dots.across, dots.down
    for piece in _pieces(line, x_scale, y_scale, across, down):
        marked: list[int] = []
        for start, end in zip(piece, piece[1:] or piece, strict=False):
            clipped = _clip(start, end, across, down)
            if clipped is None:
                continue
            for column, row in _walk(*clipped):
                if drawn[travelled % len(drawn)]:
                    marked.append(row * across + column)
                travelled += 1
        dots.trace(marked, paint)


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
    x_start, x_factor = x_scale.stretch(across)
    y_start, y_factor = y_scale.stretch(down)
    piece: list[tuple[float, float]] = []
    for x, y in zip(numbers(line.x), numbers(line.y), strict=False):
        column = (x_scale.turn(x) - x_start) * x_factor
        row = down * (1 - 1e-9) - (y_scale.turn(y) - y_start) * y_factor
        if math.isfinite(column) and math.isfinite(row):
            piece.append((column, row))
        elif piece:
            yield _thinned(piece, across)
            piece = []
    if piece:
        yield _thinned(piece, across)


def _thinned(piece: list[tuple[float, float]], across: int) -> list[tuple[float, float]]:
    """The same drawing with at most four points for each visit to a column of dots."""
    if len(piece) <= MANY * across:
        return piece
    kept: list[tuple[float, float]] = []
    start = 0
    for index in range(1, len(piece) + 1):
        if index == len(piece) or math.floor(piece[index][0]) != math.floor(piece[start][0]):
            visit = piece[start:index]
            kept += (visit[0], min(visit, key=_row), max(visit, key=_row), visit[-1])
            start = index
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


def _walk(left: int, top: int, right: int, bottom: int) -> Iterator[tuple[int, int]]:
    """The dots from one to another, both included."""
    steps = max(abs(right - left), abs(bottom - top))
    if steps == 0:
        yield left, top
        return
    across, down = (right - left) / steps, (bottom - top) / steps
    for step in range(steps + 1):
        yield round(left + across * step), round(top + down * step)
