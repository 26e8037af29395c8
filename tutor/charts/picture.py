"""Pictures: averaged pixels in half blocks, or greys as characters."""

from __future__ import annotations

from tutor.charts.cells import Box, Canvas
from tutor.charts.regions import half_block
from tutor.figure import Picture

GREYS = " .`-:~;=+*ox%#&@"
"""Sixteen characters, from little ink to much."""


def size_in(picture: Picture, width: int, height: int) -> tuple[int, int]:
    """Columns and rows of square half cells that keep the picture's shape in `width` × `height` cells."""
    rows = pixel_rows(picture)
    if not rows:
        return 0, 0
    factor = min(width / picture.columns, 2 * height / rows)
    return max(1, int(picture.columns * factor)), max(1, int(rows * factor))


def pixel_rows(picture: Picture) -> int:
    """How many whole rows of pixels there are."""
    if picture.columns < 1:
        return 0
    return max(0, min(picture.rows, len(picture.rgb) // (3 * picture.columns)))


def draw_picture(canvas: Canvas, box: Box, picture: Picture, color: bool) -> None:
    """Draw the picture as large as fits, in the middle."""
    across, down = size_in(picture, box.width, box.height)
    left = box.left + (box.width - across) // 2
    grid = [[_average(picture, column, row, across, down) for column in range(across)] for row in range(down)]
    for row in range((down + 1) // 2):
        for column in range(across):
            upper = grid[2 * row][column]
            lower = grid[2 * row + 1][column] if 2 * row + 1 < down else None
            at = (box.top + row) * canvas.width + left + column
            if color:
                half_block(canvas, at, _paint(upper), _paint(lower) if lower else None)
            else:
                pixels = [upper, lower] if lower else [upper]
                grey = sum(_grey(pixel) for pixel in pixels) / len(pixels)
                canvas.chars[at] = GREYS[min(15, int(grey / 16))]


def _average(picture: Picture, column: int, row: int, across: int, down: int) -> tuple[int, int, int]:
    """The mean colour of the pixels under one of `across` × `down` places."""
    rows, columns = pixel_rows(picture), picture.columns
    first = column * columns // across
    last = max(first + 1, (column + 1) * columns // across)
    top = row * rows // down
    bottom = max(top + 1, (row + 1) * rows // down)
    sums = [0, 0, 0]
    for line in range(top, bottom):
        pixels = picture.rgb[(line * columns + first) * 3 : (line * columns + last) * 3]
        for part in range(3):
            sums[part] += sum(pixels[part::3])
    count = (last - first) * (bottom - top)
    return sums[0] // count, sums[1] // count, sums[2] // count


def mean_color(picture: Picture) -> tuple[int, int, int]:
    """The mean colour of all pixels; black if there is none."""
    return _average(picture, 0, 0, 1, 1) if pixel_rows(picture) else (0, 0, 0)


def _paint(pixel: tuple[int, int, int]) -> str:
    return f"#{pixel[0]:02x}{pixel[1]:02x}{pixel[2]:02x}"


def _grey(pixel: tuple[int, int, int]) -> float:
    """Luma from 0 to 255 (ITU-R BT.601)."""
    return 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2]
