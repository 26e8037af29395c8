"""Where progress and early figures go while code runs: nowhere, until a worker connects its wire."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

from tutor.figure import Figure

T = TypeVar("T")

INTERVAL_S = 0.05
"""Least time between two reports of one loop."""


def nowhere(*_: object) -> None:
    """Discard."""


report: Callable[[float, float, str], None] = nowhere
"""Takes done, total and a note."""
display: Callable[[Figure], None] = nowhere
"""Takes a figure that is ready."""
reply: Callable[[str], None] = nowhere
"""Takes a text for the next part of a judging."""


def show(figure: Figure) -> None:
    """Draw a figure now, before the run ends."""
    display(figure)


def progress(iterable: Iterable[T], total: int | None = None, note: str = "") -> Iterator[T]:
    """The items of `iterable`, reporting how many are done; `total` defaults to its length."""
    if total is None:
        total = len(iterable) if isinstance(iterable, Sized) else 0
    done, last = 0, 0.0
    for item in iterable:
        now = time.monotonic()
        if now - last >= INTERVAL_S:
            report(done, total, note)
            last = now
        yield item
        done += 1
    report(done, total or done, note)
