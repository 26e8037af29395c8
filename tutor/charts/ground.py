"""Ground: the box of a drawn plane with its scales, to find the cell of a value and the value of a cell."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.charts.cells import Box
from tutor.charts.scale import Scale


@dataclass(frozen=True, slots=True)
class Ground:
    """Where on a canvas a plane's marks lie."""

    box: Box
    x: Scale
    y: Scale

    @property
    def room(self) -> bool:
        """Whether any mark can lie there."""
        return self.box.width > 0 and self.box.height > 0

    def column(self, x: float) -> int:
        """The canvas column of a value along x, the nearest one for a value beyond the axis."""
        return self.box.left + _near(self.x, x, self.box.width)

    def row(self, y: float) -> int:
        """The canvas row of a value along y, the nearest one for a value beyond the axis."""
        return self.box.top + self.box.height - 1 - _near(self.y, y, self.box.height)

    def value(self, column: int, row: int) -> tuple[float, float]:
        """The x and y in the middle of a cell, of the nearest one for a cell outside the box."""
        across = max(0, min(self.box.width - 1, column - self.box.left))
        down = max(0, min(self.box.height - 1, row - self.box.top))
        return (
            self.x.value((across + 0.5) / self.box.width),
            self.y.value((self.box.height - down - 0.5) / self.box.height),
        )


def _near(scale: Scale, value: float, size: int) -> int:
    low, high = sorted((scale.low, scale.high))
    return scale.place(max(low, min(high, value)), size)
