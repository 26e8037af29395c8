"""The interview's clock: seconds that count only while the interview is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` is any reading in seconds that never goes back, such as time.monotonic()."""

    counted: float = 0.0
    since: float | None = None
    """When it began to run; None while it stands."""

    def reading(self, now: float) -> float:
        """Seconds counted until `now`."""
        return self.counted + (0.0 if self.since is None else max(0.0, now - self.since))

    def run(self, now: float) -> Clock:
        """The clock running from `now` on."""
        return self if self.since is not None else replace(self, since=now)

    def stop(self, now: float) -> Clock:
        """The clock standing."""
        return Clock(self.reading(now))


def words(seconds: float) -> str:
    """Minutes and seconds, such as 11:42."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def moment(interview: str) -> str:
    """When an interview began, to the minute, by its id; the id itself if it tells no time."""
    try:
        return f"{datetime.fromisoformat(interview):%Y-%m-%d %H:%M}"
    except ValueError:
        return interview
