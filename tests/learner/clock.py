"""A clock that tests turn by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

START = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)

IN_DELHI = START.astimezone(timezone(timedelta(hours=5, minutes=30)))


@dataclass
class Clock:
    """Each look at it moves it on by `step`."""

    time: datetime = IN_DELHI
    step: timedelta = timedelta(seconds=1)

    def __call__(self) -> datetime:
        """The time now."""
        self.time += self.step
        return self.time
