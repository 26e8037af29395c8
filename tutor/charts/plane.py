"""The plane: rasters, columns, points and lines on common axes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from tutor.charts import legend
from tutor.charts.braille import Dots
from tutor.charts.cells import Box, Canvas
from tutor.charts.columns import draw_columns, histogram_scale
from tutor.charts.frame import Side, draw_frame
from tutor.charts.ground import Ground
from tutor.charts.palette import CLASS
from tutor.charts.regions import Grid, draw_grid
from tutor.charts.scale import Scale, fit, numbers, visible
from tutor.charts.strokes import patterns, stroke
from tutor.figure import Bars, Figure, Line, Points, Raster

PlaneMark: TypeAlias = Points | Line | Raster | Bars

FEW = 12
"""Points up to this many are always drawn as markers."""
CROWDED = 1.0
"""Points for each cell above which several classes are drawn as dots instead of markers."""
CROWDED_ALONE = 0.12
"""The same for a single class."""


def draw_plane(canvas: Canvas, box: Box, figure: Figure, marks: Sequence[PlaneMark], color: bool) -> Ground:
    """Draw rasters at the back, then columns, points and lines on the figure's axes; say where they lie."""
    marks = [_cleaned(mark) for mark in marks]
    x, y = sides(figure, marks)
    bottom = _bins(figure, marks) or x
    plot = draw_frame(canvas, box, bottom, y, legend.entries(marks, color))
    ground = Ground(plot, bottom.scale, y.scale)
    if plot.width < 1 or plot.height < 1:
        return ground
    for mark in marks:
        if isinstance(mark, Raster):
            draw_grid(canvas, plot, Grid(mark), x.scale, y.scale, color)
    draw_columns(canvas, plot, [mark for mark in marks if isinstance(mark, Bars)], x.scale, y.scale, color)
    clouds = [
        (mark, *visible(mark.x, mark.y, x.scale, y.scale)) for mark in marks if isinstance(mark, Points)
    ]
    dots = Dots(plot)
    dense = _dense(clouds, plot, color)
    if dense:
        dots.scatter(
            [(_dots(xs, ys, x.scale, y.scale, dots), CLASS[mark.color % 8]) for mark, xs, ys in clouds]
        )
    dashes = patterns(marks, color)
    for mark in marks:
        if isinstance(mark, Line):
            stroke(dots, mark, x.scale, y.scale, CLASS[mark.color % 8], dashes[mark.color, mark.dashed])
    dots.onto(canvas)
    if not dense:
        _mark(canvas, plot, clouds, x.scale, y.scale)
    return ground


Cloud: TypeAlias = tuple[Points, Sequence[float], Sequence[float]]


def _dense(clouds: Sequence[Cloud], plot: Box, color: bool) -> bool:
    colors = {mark.color % 8 for mark, _, _ in clouds}
    if len(colors) > 1 and not color:
        return False
    limit = CROWDED if len(colors) > 1 else CROWDED_ALONE
    return sum(len(xs) for _, xs, _ in clouds) > max(FEW, limit * plot.width * plot.height)


def _bins(figure: Figure, marks: Sequence[PlaneMark]) -> Side | None:
    """The axis of numbers under a histogram, None if the marks are no histogram."""
    bars = [mark for mark in marks if isinstance(mark, Bars)]
    if not bars or len(bars) < len(marks) or figure.x.categories or len({mark.labels for mark in bars}) > 1:
        return None
    scale = histogram_scale(bars[0].labels)
    return Side(figure.x, scale) if scale else None


def _cleaned(mark: PlaneMark) -> PlaneMark:
    if isinstance(mark, Points | Line):
        return replace(mark, x=numbers(mark.x), y=numbers(mark.y))
    return mark


def sides(figure: Figure, marks: Sequence[PlaneMark]) -> tuple[Side, Side]:
    """Both axes with scales that show all cleaned marks; bars stand at 0, 1, 2 … and give x their labels."""
    x_groups: list[Sequence[float]] = []
    y_groups: list[Sequence[float]] = []
    x_axis = figure.x
    for mark in marks:
        match mark:
            case Bars():
                if not x_axis.categories:
                    x_axis = replace(x_axis, categories=mark.labels)
                y_groups.append([*numbers(mark.values), *([] if figure.y.log else [0.0])])
                x_groups.append([-0.5, len(mark.labels) - 0.5])
            case Raster():
                x_groups.append(numbers(mark.x_range))
                y_groups.append(numbers(mark.y_range))
            case Points() | Line():
                x_groups.append(mark.x)
                y_groups.append(mark.y)
    return Side(x_axis, fit(x_axis, x_groups)), Side(figure.y, fit(figure.y, y_groups))


def _dots(xs: Iterable[float], ys: Iterable[float], x: Scale, y: Scale, dots: Dots) -> list[int]:
    """The dot of each visible point."""
    return _places(xs, ys, x, y, dots.across, dots.down)


def _places(
    xs: Iterable[float], ys: Iterable[float], x: Scale, y: Scale, across: int, down: int
) -> list[int]:
    """The number (row × `across` + column, row 0 on top) of the place of each visible point."""
    if x.log:
        xs = map(x.turn, xs)
    if y.log:
        ys = map(y.turn, ys)
    left, x_factor = x.stretch(across)
    bottom, y_factor = y.stretch(down)
    last = down - 1
    return [
        (last - int((b - bottom) * y_factor)) * across + int((a - left) * x_factor)
        for a, b in zip(xs, ys, strict=True)
    ]


def _mark(canvas: Canvas, plot: Box, clouds: Sequence[Cloud], x: Scale, y: Scale) -> None:
    """Draw a marker in each cell with points: that of the class with most points there."""
    votes: dict[int, dict[int, int]] = {}
    for mark, xs, ys in clouds:
        halves = Counter(_places(xs, ys, x, y, plot.width, plot.height * 2))
        for half, times in halves.items():
            row, column = divmod(half, plot.width)
            ballot = votes.setdefault((row >> 1) * plot.width + column, {})
            ballot[mark.color % 8] = ballot.get(mark.color % 8, 0) + times
    for cell, ballot in votes.items():
        row, column = divmod(cell, plot.width)
        index = max(ballot, key=lambda color: ballot[color])
        at = (plot.top + row) * canvas.width + plot.left + column
        back = canvas.fronts[at] if canvas.chars[at] == "▀" else canvas.backs[at]
        canvas.chars[at], canvas.fronts[at], canvas.backs[at] = legend.MARKERS[index], CLASS[index], back
