"""Times of drawing large figures: `python -m tests.bench.charts`."""

from __future__ import annotations

import math
import random
import statistics
import time
from array import array

from tutor.charts import as_table, render
from tutor.figure import Axis, Figure, Line, Points, Raster

COUNT = 100_000
ROUNDS = 7


def figures() -> dict[str, Figure]:
    """Large figures by name."""
    draw = random.Random(0)
    x = array("d", (draw.gauss(0, 1) for _ in range(COUNT)))
    y = array("d", (draw.gauss(0, 1) for _ in range(COUNT)))
    half = COUNT // 2
    wave = Line(range(COUNT), [math.sin(step / 9000) + draw.gauss(0, 0.1) for step in range(COUNT)])
    steps = [draw.random() for _ in range(2 * COUNT)]
    grid = Raster([float(step % 3) for step in range(9600)], 80, 120, (-3, 3), (-3, 3), ("a", "b", "c"))
    classes = (Points(x[:half], y[:half], "a"), Points(x[half:], y[half:], "b", 1))
    return {
        "points, one class": Figure("points", (Points(x, y),), ""),
        "points, two classes": Figure("points", classes, ""),
        "points within a zoom": Figure("points", (Points(x, y),), "", Axis(low=-1, high=1)),
        "noisy line": Figure("line", (wave,), ""),
        "line without order": Figure("line", (Line(steps[:COUNT], steps[COUNT:]),), ""),
        "regions and 300 points": Figure("regions", (grid, Points(x[:300], y[:300])), ""),
    }


def main() -> None:
    """Print median milliseconds of processor time for each figure at 120 × 40, in colour and without."""
    for name, figure in figures().items():
        cells = ["", ""]
        for place, color in enumerate((True, False)):
            times = []
            for _ in range(ROUNDS):
                start = time.process_time()
                render(figure, 120, 40, color=color)
                times.append(time.process_time() - start)
            cells[place] = f"{1000 * statistics.median(times):7.1f} ms"
        start = time.process_time()
        as_table(figure)
        table = f"{1000 * (time.process_time() - start):7.1f} ms"
        print(f"{name:26} colour {cells[0]}   plain {cells[1]}   table {table}")


if __name__ == "__main__":
    main()
