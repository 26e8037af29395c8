"""scikit-learn's own callbacks (`sklearn.callback`, experimental in 1.9) without sockets and terminal.

`ProgressBar` reports to the bar of the run instead of drawing one with rich; `ScoringMonitor` works as well,
because both listen to workers over a socket which threads do not need.
"""

from __future__ import annotations

import itertools
import sys
import time
from types import SimpleNamespace
from typing import Any

from tutor.sandbox.displays import emit

_numbers = itertools.count(1)


class NoSocket:
    """A listener that nobody can reach from outside; in its own process nobody needs to."""

    def __init__(self, **_: object) -> None:
        """An address of its own, by which messages find their consumer."""
        self.address = f"this process, {next(_numbers)}"

    def accept(self) -> None:
        """Nobody comes."""
        raise OSError("this listener has no socket")

    def close(self) -> None:
        """Nothing is open."""


class Bar:
    """What `ProgressBar` takes for rich's display: the outermost task is the run's progress."""

    def __init__(self, *_: object) -> None:
        """No tasks yet; columns are of no use here."""
        self.tasks: list[SimpleNamespace] = []
        self._last = 0.0

    def __enter__(self) -> Bar:
        """Nothing to open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""

    def add_task(self, description: str, total: float | None) -> int:
        """One more fit or step of a fit."""
        self.tasks.append(SimpleNamespace(id=len(self.tasks), description=description, total=total))
        return len(self.tasks) - 1

    def update(self, number: int, completed: float, total: float | None = None) -> None:
        """Report the outermost task, not more often than a bar can show."""
        if number != 0:
            return
        outermost = self.tasks[0]
        whole = total or outermost.total or 0
        now = time.monotonic()
        if completed >= whole or now - self._last >= emit.INTERVAL_S:
            self._last = now
            emit.report(completed, whole, outermost.description)

    def refresh(self) -> None:
        """Nothing is drawn here."""


def connect() -> None:
    """Let scikit-learn's callbacks report to this run, if they are loaded."""
    bars: Any = sys.modules.get("sklearn.callback._progressbar")
    transport: Any = sys.modules.get("sklearn.callback._transport")
    if hasattr(bars, "_Progress") and hasattr(transport, "Listener"):
        bars._Progress = Bar
        transport.Listener = NoSocket
