"""Character cells: what a drawn chart is made of, and the canvas on which it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from tutor.charts.words import clean, columns

Paint: TypeAlias = str
"""A colour by meaning (`class-0`, `muted`, … see `palette`), or `#rrggbb` for the pixel of a picture."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring cells of one look; `None` is the terminal's own colour."""

    text: str
    front: Paint | None = None
    back: Paint | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    """A drawing: each row's runs fill exactly `width` cells."""

    width: int
    height: int
    rows: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells."""

    left: int
    top: int
    width: int
    height: int

    def below(self, rows: int) -> Box:
        """What remains under the first `rows` rows."""
        taken = min(rows, self.height)
        return Box(self.left, self.top + taken, self.width, self.height - taken)


class Canvas:
    """A grid of cells to paint on; what lies outside is ignored."""

    def __init__(self, width: int, height: int) -> None:
        size = width * height
        self.width = width
        self.height = height
        self.chars = [" "] * size
        self.fronts: list[Paint | None] = [None] * size
        self.backs: list[Paint | None] = [None] * size
        self.bolds = bytearray(size)

    @property
    def box(self) -> Box:
        """The whole canvas."""
        return Box(0, 0, self.width, self.height)

    def put(self, column: int, row: int, char: str, front: Paint | None, back: Paint | None = None) -> None:
        """Paint one cell with a character of width one; of a wide one that it cuts, a blank is left."""
        if 0 <= column < self.width and 0 <= row < self.height:
            at = row * self.width + column
            if not self.chars[at]:
                self.chars[at - 1] = " "
            if column + 1 < self.width and not self.chars[at + 1]:
                self.chars[at + 1] = " "
            self.chars[at], self.fronts[at], self.backs[at] = char, front, back

    def write(
        self,
        column: int,
        row: int,
        text: str,
        front: Paint | None = "text",
        back: Paint | None = None,
        bold: bool = False,
    ) -> None:
        """Write a text from a cell to the right; a wide character that would not fit whole is left out."""
        if not 0 <= row < self.height:
            return
        start = row * self.width
        for character in clean(text):
            size = columns(character)
            if size == 0:
                if 0 < column <= self.width:
                    self.chars[start + column - 1 - (not self.chars[start + column - 1])] += character
                continue
            if column >= 0 and column + size <= self.width:
                self.put(column, row, character, front, back)
                self.bolds[start + column] = bold
                if size == 2:
                    self.put(column + 1, row, "", front, back)
                    self.bolds[start + column + 1] = bold
            column += size

    def write_runs(self, column: int, row: int, runs: tuple[Run, ...]) -> None:
        """Write runs one after the other."""
        for run in runs:
            self.write(column, row, run.text, run.front, run.back, run.bold)
            column += sum(map(columns, clean(run.text)))

    def cells(self) -> Cells:
        """What has been painted."""
        rows = []
        for start in range(0, self.width * self.height, self.width):
            cut = slice(start, start + self.width)
            looks = zip(self.fronts[cut], self.backs[cut], self.bolds[cut], strict=True)
            row = []
            paired = zip(self.chars[cut], looks, strict=True)
            for (front, back, bold), group in groupby(paired, key=lambda cell: cell[1]):
                row.append(Run("".join(char for char, _ in group), front, back, bool(bold)))
            rows.append(tuple(row))
        return Cells(self.width, self.height, tuple(rows))
