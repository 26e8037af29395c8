"""Braille dots: two by four in each cell, one colour a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tutor.charts.cells import Box, Canvas, Paint

BITS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
"""The bit of the dot at row × 2 + column of a cell (Unicode's braille patterns)."""
FIRST = 0x2800


class Dots:
    """A layer of dots over a box of cells; a dot is numbered row × `across` + column, row 0 on top."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self.across = box.width * 2
        self.down = box.height * 4
        self.bits = bytearray(box.width * box.height)
        self.paints: dict[int, Paint] = {}

    def scatter(self, clouds: Sequence[tuple[Iterable[int], Paint]]) -> None:
        """Set dots, one of each number in a cloud for each point; a cell takes the paint of most points."""
        if len({paint for _, paint in clouds}) == 1:
            for dots, paint in clouds:
                self.trace(set(dots), paint)
            return
        votes: dict[int, dict[Paint, int]] = {}
        for dots, paint in clouds:
            counts = Counter(dots)
            self.trace(counts, paint)
            for dot, times in counts.items():
                row, column = divmod(dot, self.across)
                ballot = votes.setdefault((row >> 2) * self.box.width + (column >> 1), {})
                ballot[paint] = ballot.get(paint, 0) + times
        for cell, ballot in votes.items():
            self.paints[cell] = max(ballot, key=lambda paint: ballot[paint])

    def trace(self, dots: Iterable[int], paint: Paint) -> None:
        """Set dots; their cells take the paint."""
        across, width, bits, paints = self.across, self.box.width, self.bits, self.paints
        for dot in dots:
            row, column = divmod(dot, across)
            cell = (row >> 2) * width + (column >> 1)
            bits[cell] |= BITS[(row & 3) * 2 + (column & 1)]
            paints[cell] = paint

    def onto(self, canvas: Canvas) -> None:
        """Paint the cells with dots; of a half block beneath, the colour under most dots stays as ground."""
        for cell, bits in enumerate(self.bits):
            if not bits:
                continue
            row, column = divmod(cell, self.box.width)
            at = (self.box.top + row) * canvas.width + self.box.left + column
            upper = (bits & 0x1B).bit_count() >= (bits & 0xE4).bit_count()
            back = canvas.fronts[at] if upper and canvas.chars[at] == "▀" else canvas.backs[at]
            canvas.chars[at], canvas.fronts[at], canvas.backs[at] = chr(FIRST + bits), self.paints[cell], back
