"""Matrices: annotated and shaded cells with headers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tutor.charts.cells import Box, Canvas
from tutor.charts.palette import ink_on
from tutor.charts.regions import extent, heat, shade
from tutor.charts.scale import numbers
from tutor.charts.words import clean, clip, pad, width
from tutor.figure import Matrix

HEADS_FROM = 4
"""Cells from which a column has its name above."""
TALLEST = 3
"""Rows that a coloured cell takes at most."""


def rows_needed(matrix: Matrix) -> int:
    """How many rows the matrix takes with its header and axis labels."""
    return len(matrix.rows) + 1 + bool(matrix.column_label)


def draw_matrix(canvas: Canvas, box: Box, matrix: Matrix, color: bool) -> None:
    """Draw the numbers where they fit, else shades alone; what is left out is counted."""
    values = numbers(matrix.values)
    texts = [number_text(value, matrix.digits) for value in values]
    heads = [clean(name) for name in matrix.rows]
    head = min(max(map(width, [*heads, _row_label(matrix)]), default=0), box.width // 3)
    size, annotated = _cell_size(matrix, texts, box.width - head - 1, color)
    shown = min(len(matrix.columns), max(0, box.width - head - 1) // size)
    if matrix.column_label and box.height > len(heads) + 1:
        words = f"{clean(matrix.column_label)} →"
        canvas.write(box.left + head + 1, box.top, clip(words, box.width - head - 1), "muted")
        box = box.below(1)
    canvas.write(box.left, box.top, clip(_row_label(matrix), head), "muted")
    if size >= HEADS_FROM:
        _heads(canvas, box, matrix.columns[:shown], head + 1, size)
    box = box.below(1)
    tall = max(1, min(TALLEST, box.height // max(1, len(heads)))) if color and annotated else 1
    lines = len(heads) if len(heads) <= box.height and shown == len(matrix.columns) else box.height - 1
    shades = extent(values)
    for row, name in enumerate(heads[: max(0, lines)]):
        middle = box.top + row * tall + tall // 2
        canvas.write(box.left, middle, pad(name, head, right=True))
        for column in range(shown):
            at = row * len(matrix.columns) + column
            if at < len(values) and math.isfinite(values[at]):
                cell = Box(box.left + head + 1 + column * size, box.top + row * tall, size, tall)
                _draw_cell(canvas, cell, texts[at] if annotated else "", (values[at], *shades), color)
    note = _left_out(len(heads) - lines, len(matrix.columns) - shown)
    canvas.write(box.left, box.top + max(0, lines) * tall, clip(note, box.width), "muted")


def _draw_cell(canvas: Canvas, cell: Box, text: str, value: tuple[float, float, float], color: bool) -> None:
    """Draw one cell for a value between two ends, its number in the middle row."""
    number, low, high = value
    words = f"{text:>{cell.width - 1}} "[: cell.width]
    if not color:
        ink = shade(number, low, high)
        canvas.write(cell.left, cell.top, ink + words[1:] if text else ink * cell.width)
        return
    paint = heat(number, low, high, low < 0 < high)
    for row in range(cell.height):
        line = words if row == cell.height // 2 else " " * cell.width
        canvas.write(cell.left, cell.top + row, line, ink_on(paint), paint)


def number_text(value: float, digits: int) -> str:
    """A cell's number."""
    return f"{round(value, digits) + 0.0:.{max(0, digits)}f}" if math.isfinite(value) else "–"


def _cell_size(matrix: Matrix, texts: Sequence[str], room: int, color: bool) -> tuple[int, bool]:
    """How many cells a column takes, and whether its numbers fit in."""
    digits = max([1, *map(len, texts)]) + (2 if color else 3)
    wanted = max([digits, *(min(width(clean(name)), 12) + 2 for name in matrix.columns)])
    share = room // max(1, len(matrix.columns))
    if share >= digits:
        return min(wanted, share), True
    return max(1, share), False


def _heads(canvas: Canvas, box: Box, names: Sequence[str], start: int, size: int) -> None:
    for place, name in enumerate(names):
        words = clip(clean(name), size - 1)
        column = box.left + start + place * size + size - 1 - width(words)
        canvas.write(column, box.top, words, "title", bold=True)


def _left_out(rows: int, columns: int) -> str:
    counts = ((max(0, rows), "row"), (max(0, columns), "column"))
    notes = [f"{count} more {noun}{'' if count == 1 else 's'}" for count, noun in counts if count]
    return "… " + ", ".join(notes) if notes else ""


def _row_label(matrix: Matrix) -> str:
    return f"{clean(matrix.row_label)} ↓" if matrix.row_label else ""
