"""Points in the unit square with what is placed on them by hand: a cut, or centroids."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

from tutor.charts.cells import Canvas
from tutor.charts.ground import Ground
from tutor.charts.legend import MARKERS
from tutor.charts.palette import CLASS
from tutor.charts.plane import draw_plane
from tutor.course.draws import Point
from tutor.figure import CLASS_COLORS, Axis, Figure, Points

Cut: TypeAlias = tuple[int, float]
"""The feature, 0 or 1, and the value up to which a point lies on the first side."""
Place: TypeAlias = tuple[float, float]

NAMES = ("x1", "x2")
BEST = 2
"""The colour of what the algorithm has placed."""


def draw_cut(canvas: Canvas, color: bool, points: Sequence[Point], cut: Cut, best: Cut | None) -> Ground:
    """The points by class with one's own cut as a thick line, the best one as a thin one."""
    ground = _plane(canvas, color, points, [point.group for point in points])
    if ground.room:
        if best is not None:
            _rule(canvas, ground, best, "┊┄", CLASS[BEST])
        _rule(canvas, ground, cut, "┃━", "title")
    return ground


def draw_centroids(
    canvas: Canvas,
    color: bool,
    points: Sequence[Point],
    centroids: Sequence[Place],
    active: int | None,
    best: Sequence[Place],
) -> Ground:
    """The points by their nearest centroid, the numbered centroids, and where the algorithm has put them."""
    ground = _plane(canvas, color, points, owners(points, centroids), len(centroids))
    if not ground.room:
        return ground
    for place in best:
        canvas.write(ground.column(place[0]), ground.row(place[1]), "✕", "title", bold=True)
    for number, place in enumerate(centroids):
        column, row = ground.column(place[0]), ground.row(place[1])
        canvas.write(column, row, str(number + 1), "ink-dark", CLASS[number % CLASS_COLORS], bold=True)
        if number == active:
            canvas.put(column - 1, row, "▸", "title")
            canvas.put(column + 1, row, "◂", "title")
    return ground


def owners(points: Sequence[Point], centroids: Sequence[Place]) -> list[int]:
    """For each point the number of the nearest centroid, from 0."""
    return [
        min(
            range(len(centroids)),
            key=lambda at, point=point: math.dist((point.x, point.y), centroids[at]),  # type: ignore[misc]
        )
        for point in points
    ]


def sides(points: Sequence[Point], cut: Cut) -> tuple[str, str]:
    """How many points of each class, by marker, lie up to the cut, and beyond it."""
    feature, value = cut
    groups = sorted({point.group for point in points})
    counts: list[str] = []
    for low in (True, False):
        side = [point.group for point in points if ((point.y if feature else point.x) <= value) is low]
        counts.append(" ".join(f"{side.count(group)}{MARKERS[group % len(MARKERS)]}" for group in groups))
    return counts[0], counts[1]


def _plane(
    canvas: Canvas, color: bool, points: Sequence[Point], groups: Sequence[int], least: int = 0
) -> Ground:
    """The points, a marker and a colour for each group; as many groups as `least`, even empty ones."""
    marks = [
        Points(
            [point.x for point, own in zip(points, groups, strict=True) if own == group],
            [point.y for point, own in zip(points, groups, strict=True) if own == group],
            color=group,
        )
        for group in range(max(least, *(group + 1 for group in groups)))
    ]
    axes = [Axis(label=name, low=0.0, high=1.0) for name in NAMES]
    figure = Figure(title="", marks=tuple(marks), alt="", x=axes[0], y=axes[1])
    return draw_plane(canvas, canvas.box, figure, marks, color)


def _rule(canvas: Canvas, ground: Ground, cut: Cut, chars: str, paint: str) -> None:
    """A line across the plane, behind the points."""
    feature, value = cut
    box = ground.box
    if feature:
        cells = [(column, ground.row(value)) for column in range(box.left, box.left + box.width)]
    else:
        cells = [(ground.column(value), row) for row in range(box.top, box.top + box.height)]
    for column, row in cells:
        if canvas.chars[row * canvas.width + column] in " ┊┄":
            canvas.put(column, row, chars[feature], paint)
