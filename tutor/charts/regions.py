"""Rasters: two colours a cell by half blocks, or one texture a cell without colour."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tutor.charts.cells import Box, Canvas, Paint
from tutor.charts.palette import DIVERGE, HEAT, HEAT_STEPS, REGION
from tutor.charts.scale import Scale, numbers
from tutor.figure import Raster

TEXTURES = " ░·▒:▓-+"
"""One for each class colour; neighbours differ in ink."""
SHADES = " ░▒▓█"


class Grid:
    """A raster ready to be asked for the value at a place."""

    def __init__(self, raster: Raster) -> None:
        self.raster = raster
        self.values = numbers(raster.values)
        self.low, self.high = extent(self.values)
        self.diverging = not raster.classes and self.low < 0 < self.high

    def columns(self, x: Scale, size: int) -> list[int | None]:
        """Which column of the raster lies under each of `size` places along x."""
        return _indices(x, size, self.raster.x_range, self.raster.columns)

    def rows(self, y: Scale, size: int) -> list[int | None]:
        """Which row of the raster lies under each of `size` places, from the top down."""
        return _indices(y, size, self.raster.y_range, self.raster.rows)[::-1]

    def value(self, row: int | None, column: int | None) -> float:
        """The value of a cell of the raster, NaN where there is none."""
        if row is None or column is None:
            return math.nan
        at = row * self.raster.columns + column
        return self.values[at] if at < len(self.values) else math.nan

    def paint(self, value: float) -> Paint | None:
        """The paint of a value, None for NaN."""
        if not math.isfinite(value):
            return None
        if self.raster.classes:
            return REGION[int(value) % len(REGION)]
        return heat(value, self.low, self.high, self.diverging)

    def texture(self, value: float) -> str:
        """The character of a value where there is no colour."""
        if not math.isfinite(value):
            return " "
        if self.raster.classes:
            return TEXTURES[int(value) % len(TEXTURES)]
        return shade(value, self.low, self.high)


def draw_grid(canvas: Canvas, box: Box, grid: Grid, x: Scale, y: Scale, color: bool) -> None:
    """Fill the box with what the raster holds there."""
    columns = grid.columns(x, box.width)
    rows = grid.rows(y, box.height * 2 if color else box.height)
    for line in range(box.height):
        at = (box.top + line) * canvas.width + box.left
        for offset, column in enumerate(columns):
            if not color:
                canvas.chars[at + offset] = grid.texture(grid.value(rows[line], column))
                continue
            upper = grid.paint(grid.value(rows[2 * line], column))
            lower = grid.paint(grid.value(rows[2 * line + 1], column))
            half_block(canvas, at + offset, upper, lower)


def half_block(canvas: Canvas, at: int, upper: Paint | None, lower: Paint | None) -> None:
    """Paint both halves of the cell with the number `at`; None leaves a half bare."""
    if upper is None and lower is None:
        return
    canvas.chars[at] = "▀" if upper is not None else "▄"
    canvas.fronts[at] = upper if upper is not None else lower
    canvas.backs[at] = lower if upper is not None else None


def extent(values: Sequence[float]) -> tuple[float, float]:
    """The lowest and the highest finite value; zeros if there is none."""
    known = [value for value in values if math.isfinite(value)]
    return (min(known), max(known)) if known else (0.0, 0.0)


def heat(value: float, low: float, high: float, diverging: bool) -> Paint:
    """The paint of a value between two ends; diverging ramps have zero in the middle."""
    if diverging:
        reach = max(-low, high)
        low, high = -reach, reach
    share = (value / 2 - low / 2) / (high / 2 - low / 2) if high > low else 0.5
    return (DIVERGE if diverging else HEAT)[min(HEAT_STEPS - 1, int(share * HEAT_STEPS))]


def shade(value: float, low: float, high: float) -> str:
    """The ink of a value between two ends."""
    share = (value - low) / (high - low) if high > low else 0.5
    return SHADES[min(len(SHADES) - 1, int(share * len(SHADES)))]


def _indices(scale: Scale, size: int, ends: tuple[float, float], count: int) -> list[int | None]:
    start, end = numbers(ends)
    if count < 1 or not math.isfinite(start) or not math.isfinite(end) or start == end:
        return [None] * size
    found: list[int | None] = []
    for place in range(size):
        share = (scale.value((place + 0.5) / size) - start) / (end - start)
        found.append(min(count - 1, int(share * count)) if 0 <= share <= 1 else None)
    return found
