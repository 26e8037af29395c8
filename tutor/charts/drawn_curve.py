"""A curve drawn by hand, and the truth laid over it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tutor.charts.cells import Canvas
from tutor.charts.describe import number
from tutor.charts.ground import Ground
from tutor.figure import Axis, Figure, Line, Points

TRUTH, MINE = 0, 1
"""Colours, and with them markers: a circle for the run, a triangle for one's own."""
WIDE = 100.0
"""How many times the first x the last one is where a logarithmic axis is thought of."""


@dataclass(frozen=True, slots=True)
class Track:
    """A line's points, x ascending."""

    x: tuple[float, ...]
    y: tuple[float, ...]

    def at(self, x: float) -> float:
        """The height at x along straight segments; beyond the ends that of the end."""
        right = min(max(bisect_left(self.x, x), 1), len(self.x) - 1)
        left = right - 1
        span = self.x[right] - self.x[left] if right else 0.0
        if not right or not span:
            return self.y[0]
        share = min(1.0, max(0.0, (x - self.x[left]) / span))
        return self.y[left] + share * (self.y[right] - self.y[left])


def track(figures: Collection[Figure], label: str) -> Track | None:
    """The first line with this label, and the x axis it stands on; None if no figure has one."""
    for figure in figures:
        for mark in figure.marks:
            if isinstance(mark, Line) and mark.label == label and len(mark.x):
                pairs = sorted(zip(map(float, mark.x), map(float, mark.y), strict=False))
                return Track(tuple(x for x, _ in pairs), tuple(y for _, y in pairs))
    return None


def curve_figure(mine: Track, axis: Axis, truth: Track | None = None) -> Figure:
    """One's own heights joined by a line, and the truth where it is known; `axis` is the one upward."""
    line = Line(mine.x, mine.y, color=MINE)
    points = Points(mine.x, mine.y, label="yours" if truth else "", color=MINE)
    x = Axis(low=mine.x[0], high=mine.x[-1], log=grows_by_factors(mine.x))
    figure = Figure(title="", marks=(line, points), alt=spoken(mine, truth), x=x, y=axis)
    if truth is None:
        return figure
    known = Points(mine.x, [truth.at(each) for each in mine.x], label="the run", color=TRUTH)
    marks = replace(line, dashed=True), Line(truth.x, truth.y, color=TRUTH), points, known
    return replace(figure, marks=marks)


def spoken(mine: Track, truth: Track | None = None) -> str:
    """The heights in one line."""
    if truth is None:
        return "Drawn: " + ", ".join(
            f"{number(y)} at {number(x)}" for x, y in zip(mine.x, mine.y, strict=True)
        )
    return "Drawn and true: " + ", ".join(
        f"{number(y)} and {number(truth.at(x))} at {number(x)}" for x, y in zip(mine.x, mine.y, strict=True)
    )


def grows_by_factors(xs: Sequence[float]) -> bool:
    """Whether a logarithmic axis spreads these x more evenly than a plain one."""
    if len(xs) < 3 or xs[0] <= 0 or xs[-1] / xs[0] < WIDE:
        return False
    steps = [after - before for before, after in pairwise(xs)]
    factors = [after / before for before, after in pairwise(xs)]
    return max(factors) / min(factors) < max(steps) / min(steps)


def filled_in(xs: Sequence[float], known: Mapping[int, float], otherwise: float) -> tuple[float, ...]:
    """A height for every x: those set (by place) as they are, the others as the line between them runs."""
    if not known:
        return tuple(otherwise for _ in xs)
    along = [math.log(x) for x in xs] if grows_by_factors(xs) else xs
    line = Track(
        tuple(along[place] for place in sorted(known)), tuple(known[place] for place in sorted(known))
    )
    return tuple(line.at(x) for x in along)


def draw_guide(
    canvas: Canvas, ground: Ground, mine: Track, place: int | None, unset: Collection[int] = ()
) -> None:
    """A thin line at the x whose height is being set, hollow markers where nobody has set one."""
    for index in unset:
        canvas.put(ground.column(mine.x[index]), ground.row(mine.y[index]), "△", "muted")
    if place is None:
        return
    column, top, under = ground.column(mine.x[place]), ground.box.top, ground.box.top + ground.box.height
    for row in range(top, under):
        if canvas.chars[row * canvas.width + column] == " ":
            canvas.put(column, row, "┊", "muted")
    canvas.write(column, under, "┻", "title", bold=True)
