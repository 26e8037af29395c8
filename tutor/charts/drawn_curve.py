"""A curve drawn by hand, and the truth laid over it."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from tutor.charts.cells import Canvas
from tutor.charts.describe import number
from tutor.charts.ground import Ground
from tutor.charts.plane import draw_plane
from tutor.figure import Axis, Figure, Line, Points
from tutor.grading.curve import height_at

Track: TypeAlias = tuple[tuple[float, float], ...]
"""Points of a line, x ascending."""
TRUTH, MINE = 0, 1
"""Colours, and with them markers: a circle for the run, a triangle for one's own."""
WIDE = 100.0
"""How many times the first x the last one is where a logarithmic axis is thought of."""


def curve_figure(mine: Track, axis: Axis, truth: Track = ()) -> Figure:
    """One's own heights joined by a line, and the truth where it is known; `axis` is the one upward."""
    xs, ys = [x for x, _ in mine], [y for _, y in mine]
    line = Line(xs, ys, color=MINE)
    points = Points(xs, ys, label="yours" if truth else "", color=MINE)
    x = Axis(low=xs[0], high=xs[-1], log=grows_by_factors(xs))
    figure = Figure(title="", marks=(line, points), alt=spoken(mine, truth), x=x, y=axis)
    if not truth:
        return figure
    real = Line([x for x, _ in truth], [y for _, y in truth], color=TRUTH)
    known = Points(xs, [height_at(truth, x) for x in xs], label="the run", color=TRUTH)
    return replace(figure, marks=(replace(line, dashed=True), real, points, known))


def spoken(mine: Track, truth: Track = ()) -> str:
    """The heights in one line."""
    if not truth:
        return "Drawn: " + ", ".join(f"{number(y)} at {number(x)}" for x, y in mine)
    both = (f"{number(y)} and {number(height_at(truth, x))} at {number(x)}" for x, y in mine)
    return "Drawn and true: " + ", ".join(both)


def grows_by_factors(xs: Sequence[float]) -> bool:
    """Whether a logarithmic axis spreads these x more evenly than a plain one."""
    if len(xs) < 3 or xs[0] <= 0 or xs[-1] / xs[0] < WIDE:
        return False
    steps = [after - before for before, after in pairwise(xs)]
    factors = [math.log(after / before) for before, after in pairwise(xs)]
    return max(factors) * min(steps) < max(steps) * min(factors)


def filled_in(xs: Sequence[float], known: Mapping[int, float], otherwise: float) -> tuple[float, ...]:
    """A height for every x: those set (by place) as they are, the others as the line between them runs."""
    if not known:
        return tuple(otherwise for _ in xs)
    along = [math.log(x) for x in xs] if grows_by_factors(xs) else xs
    line = [(along[place], known[place]) for place in sorted(known)]
    return tuple(known.get(place, height_at(line, x)) for place, x in enumerate(along))


def draw_curve(
    canvas: Canvas, color: bool, figure: Figure, mine: Track, place: int, unset: Collection[int]
) -> Ground:
    """The figure with a thin line at the marked x, and hollow markers where nobody has set a height."""
    marks = [mark for mark in figure.marks if isinstance(mark, Points | Line)]
    ground = draw_plane(canvas, canvas.box, figure, marks, color)
    if not ground.room:
        return ground
    for x, y in (mine[index] for index in unset):
        canvas.put(ground.column(x), ground.row(y), "△", "muted")
    column, top, under = ground.column(mine[place][0]), ground.box.top, ground.box.top + ground.box.height
    for row in range(top, under):
        if canvas.chars[row * canvas.width + column] == " ":
            canvas.put(column, row, "┊", "muted")
    canvas.write(column, under, "┻", "title", bold=True)
    return ground
