"""The scores of two classes over each other with a threshold, and what each threshold costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.charts.cells import Box, Canvas
from tutor.charts.columns import draw_columns
from tutor.charts.frame import Side, draw_frame
from tutor.charts.ground import Ground
from tutor.charts.scale import Scale
from tutor.charts.words import width
from tutor.figure import Axis, Bars, Figure, Line, Points

NEGATIVE, POSITIVE, MISTAKE = 0, 1, 4
"""Colours."""
BINS = 36
"""Bars over the whole axis at most; each is two columns wide or more."""
LEAST_ROWS = 2
"""Of each class."""
LEAST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores from 0 to 1 and a threshold, from which on a case counts as positive."""

    positive: Sequence[float]
    negative: Sequence[float]
    threshold: float
    best: float | None = None
    """The threshold of least cost, once it may be shown."""

    @property
    def missed(self) -> int:
        """Positive cases below the threshold."""
        return sum(score < self.threshold for score in self.positive)

    @property
    def alarms(self) -> int:
        """Negative cases that are taken for positive."""
        return sum(score >= self.threshold for score in self.negative)


def draw_scores(canvas: Canvas, color: bool, scored: Scored) -> Ground:
    """Positive cases above, negative ones below, the threshold through both; mistakes stand out."""
    x = Side(Axis(), Scale(0.0, 1.0))
    y = Side(Axis(categories=("−", "+")), Scale(-0.5, 1.5))
    box = draw_frame(canvas, canvas.box, x, y, ())
    ground = Ground(box, x.scale, y.scale)
    if box.width < LEAST_COLUMNS or box.height < 2 * (1 + LEAST_ROWS):
        return ground
    per_bin = max(2, -(-box.width // BINS))
    counts = [_counts(scores, box.width // per_bin) for scores in (scored.positive, scored.negative)]
    heights = _share_rows(box.height - 2, max(counts[0]), max(counts[1]))
    most = max(max(count) / rows for count, rows in zip(counts, heights, strict=True))
    upper = Box(box.left, box.top + 1, box.width, heights[0])
    lower = Box(box.left, box.top + 2 + heights[0], box.width, heights[1])
    for place, count, paint in ((upper, counts[0], POSITIVE), (lower, counts[1], NEGATIVE)):
        bars = Bars(tuple("" for _ in count), count, color=paint)
        scale = Scale(0.0, max(1.0, most * place.height))
        draw_columns(canvas, place, [bars], Scale(-0.5, len(count) - 0.5), scale, color=True)
    column = ground.column(scored.threshold)
    _mistakes(canvas, upper, range(upper.left, column), color)
    _mistakes(canvas, lower, range(column, lower.left + lower.width), color)
    _rule(canvas, box, column, "┃", "title")
    if scored.best is not None and ground.column(scored.best) != column:
        _rule(canvas, box, ground.column(scored.best), "┊", "class-2")
    _sides(canvas, box, upper.top - 1, column, f"{scored.missed} missed", f"{_hits(scored)} found")
    _sides(
        canvas,
        box,
        lower.top - 1,
        column,
        f"{_clear(scored)} cleared",
        f"{scored.alarms} alarm{'' if scored.alarms == 1 else 's'}",
    )
    return ground


def cost_figure(
    thresholds: Sequence[float],
    costs: Sequence[float],
    mine: tuple[float, float],
    best: tuple[float, float],
    unit: str,
) -> Figure:
    """What each threshold costs in `unit`, with one's own and the cheapest one marked."""
    return Figure(
        title="",
        marks=(
            Line(thresholds, costs, color=NEGATIVE),
            Points((best[0],), (best[1],), label="best", color=2),
            Points((mine[0],), (mine[1],), label="yours", color=POSITIVE),
        ),
        alt=f"Yours, {mine[0]:.2f}, costs {mine[1]:g}; the best, {best[0]:.2f}, costs {best[1]:g}.",
        x=Axis(label="threshold", low=0.0, high=1.0),
        y=Axis(label=f"cost, {unit}" if unit else "cost", low=0.0),
    )


def _hits(scored: Scored) -> int:
    return len(scored.positive) - scored.missed


def _clear(scored: Scored) -> int:
    return len(scored.negative) - scored.alarms


def _counts(scores: Sequence[float], bins: int) -> list[int]:
    """How many scores fall into each of so many equal bins."""
    counts = [0] * bins
    for score in scores:
        counts[min(bins - 1, int(score * bins))] += 1
    return counts


def _share_rows(rows: int, upper: int, lower: int) -> tuple[int, int]:
    """Rows for each of two histograms with these highest bars, so that a case is as high in both."""
    share = round(rows * upper / max(1, upper + lower))
    above = max(LEAST_ROWS, min(rows - LEAST_ROWS, share))
    return above, rows - above


def _mistakes(canvas: Canvas, box: Box, columns: range, color: bool) -> None:
    """Make the bars in these columns stand out: another colour, without colours a lighter ink."""
    for row in range(box.top, box.top + box.height):
        for column in columns:
            char = canvas.chars[row * canvas.width + column]
            if char != " ":
                canvas.put(column, row, char if color or char in "▁▂▃" else "░", f"class-{MISTAKE}")


def _rule(canvas: Canvas, box: Box, column: int, char: str, paint: str) -> None:
    """An upright line through the whole box, down to the axis."""
    for row in range(box.top, box.top + box.height):
        canvas.put(column, row, char, paint)
    canvas.put(column, box.top + box.height, "┻" if char == "┃" else "┴", paint)


def _sides(canvas: Canvas, box: Box, row: int, column: int, left: str, right: str) -> None:
    """Words on both sides of a column, each where there is room for it."""
    if column - box.left > width(left):
        canvas.write(column - 1 - width(left), row, left, "muted")
    if box.left + box.width - column - 1 > width(right):
        canvas.write(column + 2, row, right, "muted")
