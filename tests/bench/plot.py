"""What a chart costs the app: a full frame, and keys while a heavy chart is drawn.

Run as `python -m tests.bench.plot`; prints milliseconds, judges nothing.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import Callable

from tests.ui.fakes import WidgetApp
from tutor.figure import Figure, Points, Raster
from tutor.ui.widgets.plot import Plot, draw

SIZE = (120, 40)
REPEATS = 20
POINTS = 100_000


def region() -> Figure:
    """A decision region that fills the frame with half blocks."""
    values = [float((row // 7 + column // 11) % 3) for row in range(80) for column in range(120)]
    raster = Raster(values, 80, 120, (0.0, 1.0), (0.0, 1.0), ("a", "b", "c"))
    return Figure("Region", (raster,), "Three classes in patches.")


def cloud() -> Figure:
    """A scatter of many points."""
    chance = random.Random(0)
    x = [chance.gauss(0, 1) for _ in range(POINTS)]
    y = [chance.gauss(0, 1) for _ in range(POINTS)]
    return Figure("Cloud", (Points(x, y),), "A round cloud.")


def median_ms(work: Callable[[], object]) -> float:
    """The median processor time of the work."""
    times = []
    for _ in range(REPEATS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times) * 1000


async def frame() -> None:
    """From a drawing to strips, and the drawing itself."""
    plot = Plot((region(),))
    async with WidgetApp(plot).run_test(size=SIZE) as pilot:
        await pilot.pause()

        def strips() -> None:
            plot.notify_style_update()
            for y in range(plot.size.height):
                plot.render_line(y)

        print(f"half-block frame {SIZE[0]}×{SIZE[1]}: strips {median_ms(strips):.2f} ms", end=", ")
    print(f"drawing {median_ms(lambda: draw((region(),), *SIZE, color=True)):.2f} ms")


async def heavy() -> None:
    """How late the app's loop is while many points are drawn."""
    print(
        f"{POINTS} points: drawing {median_ms(lambda: draw((figure,), *SIZE, color=True)):.0f} ms", end=", "
    )
    plot = Plot()
    app = WidgetApp(plot)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        late = []
        plot.figures = (figure,)
        drawn = asyncio.ensure_future(app.workers.wait_for_complete())
        while not drawn.done():
            begin = time.perf_counter()
            await asyncio.sleep(0.001)
            late.append(time.perf_counter() - begin - 0.001)
        print(
            f"the loop is late by {statistics.median(late) * 1000:.1f} ms, at most {max(late) * 1000:.1f} ms"
        )


figure = cloud()

if __name__ == "__main__":
    asyncio.run(frame())
    asyncio.run(heavy())
