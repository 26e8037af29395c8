"""Layout: a figure as a block of cells, and figures beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from tutor.charts import bars, matrix, picture, plane, table, tree
from tutor.charts.cells import Box, Canvas, Cells, Run
from tutor.charts.words import clean, clip, wrap
from tutor.figure import Bars, Figure, Line, Matrix, Picture, Points, Raster, Table, Tree

Block: TypeAlias = tuple[plane.PlaneMark, ...] | Matrix | Table | Tree | Picture
"""What is drawn together: the marks of a plane, or a mark that stands alone."""

TITLE_FROM = 4
"""Rows from which a figure shows its title."""
PANEL_COLUMNS = 38
PANEL_ROWS = 10
PANEL_GAP = 2
AIRY = 8
"""Single bars up to this many stand apart by a row where the height is free."""


def render(figure: Figure, width: int, height: int, *, color: bool = True) -> Cells:
    """A figure drawn in exactly `width` × `height` cells (each at least 1); never raises."""
    canvas = Canvas(width, height)
    draw(canvas, canvas.box, figure, color)
    return canvas.cells()


def draw(canvas: Canvas, box: Box, figure: Figure, color: bool) -> None:
    """Draw a figure in a box: its title, then its blocks under each other."""
    if box.height >= TITLE_FROM and figure.title:
        lines = wrap(clean(figure.title), box.width, 2 if box.height >= 12 else 1)
        for row, line in enumerate(lines):
            canvas.write(box.left, box.top + row, line, "title", bold=True)
        box = box.below(len(lines))
    parts = list(blocks(figure))
    wanted = [_rows(figure, block, box.width) for block in parts]
    fits = sum(wanted) <= box.height
    for number, block in enumerate(parts):
        share = box.height // (len(parts) - number)
        rows = (
            box.height if number == len(parts) - 1 else wanted[number] if fits else min(share, wanted[number])
        )
        _draw_block(canvas, Box(box.left, box.top, box.width, rows), figure, block, color)
        box = box.below(rows)


def blocks(figure: Figure) -> Iterator[Block]:
    """The figure's marks by what is drawn together, the plane first."""
    flat = tuple(mark for mark in figure.marks if isinstance(mark, Points | Line | Raster | Bars))
    if flat or not figure.marks:
        yield flat
    for mark in figure.marks:
        if isinstance(mark, Matrix | Table | Tree | Picture):
            yield mark


def _draw_block(canvas: Canvas, box: Box, figure: Figure, block: Block, color: bool) -> None:
    if box.height < 1:
        return
    match block:
        case Matrix():
            matrix.draw_matrix(canvas, box, block, color)
        case Table():
            table.draw_table(canvas, box, block)
        case Tree():
            tree.draw_tree(canvas, box, block)
        case Picture():
            picture.draw_picture(canvas, box, block, color)
        case _:
            lying = _only_bars(block)
            if lying and bars.lie_down(lying, box.height):
                bars.draw_bars(canvas, box, figure, lying, color)
            else:
                plane.draw_plane(canvas, box, figure, block, color)


def _only_bars(block: tuple[plane.PlaneMark, ...]) -> tuple[Bars, ...]:
    found = tuple(mark for mark in block if isinstance(mark, Bars))
    return found if len(found) == len(block) else ()


def preferred_height(figure: Figure, width: int) -> int:
    """How many rows show the whole figure well at a width."""
    title = len(wrap(clean(figure.title), width, 2))
    content = max(1, sum(_rows(figure, block, width) for block in blocks(figure)))
    return max(title + content, TITLE_FROM if title else 1)


def _rows(figure: Figure, block: Block, width: int) -> int:
    match block:
        case Matrix():
            return matrix.rows_needed(block)
        case Table():
            return table.rows_needed(block, width)
        case Tree():
            return tree.rows_needed(block, width)
        case Picture():
            return max(1, -(-picture.size_in(block, width, width)[1] // 2))
    lying = _only_bars(block)
    plane_rows = max(12, min(24, width // 3))
    if lying and bars.rows_needed(lying) <= 2 * plane_rows and bars.lie_down(lying, 999):
        labels = len(bars.keys(lying))
        header = len(lying) > 1 or figure.y.label != ""
        return bars.rows_needed(lying) + header + (labels - 1 if len(lying) > 1 or labels <= AIRY else 0)
    return plane_rows


def render_panels(figures: Sequence[Figure], width: int, height: int, *, color: bool = True) -> Cells:
    """Figures side by side, else under each other, else the first with a note of how many there are."""
    canvas = Canvas(width, height)
    count = len(figures)
    if count == 0:
        return canvas.cells()
    columns = (width - PANEL_GAP * (count - 1)) // count
    if count == 1 or columns >= PANEL_COLUMNS:
        for place, figure in enumerate(figures):
            draw(canvas, Box(place * (columns + PANEL_GAP), 0, columns, height), figure, color)
    elif height >= PANEL_ROWS * count:
        rows = height // count
        for place, figure in enumerate(figures):
            draw(canvas, Box(0, place * rows, width, rows), figure, color)
    else:
        draw(canvas, Box(0, 0, width, max(1, height - 1)), figures[0], color)
        if height > 1:
            canvas.write_runs(0, height - 1, (Run(clip(f"1 of {count}", width), "muted"),))
    return canvas.cells()
