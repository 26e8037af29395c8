"""Which misconception has been met often enough to be put to the test."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from tutor.learner.event import Event, Json

KINDS = ("answered", "tried", "refuted", "lesson-reset")
"""The kinds of events that tell."""

WITHIN = timedelta(days=30)
TIMES = 2
"""A misconception met so often within that time is due."""


def due(events: Iterable[Event], met: Collection[str], now: datetime) -> str | None:
    """The first of the misconceptions just `met` that is due; what was met before its refutation is over.

    `events` come in their order and include those of the meeting itself; `now` is aware.
    """
    times: dict[str, list[datetime]] = {each: [] for each in met}
    for event in events:
        if event.resets_all:
            times = {each: [] for each in met}
        elif event.kind == "refuted":
            times[str(event.body.get("misconception"))] = []
        else:
            for each in met_in(event):
                times.setdefault(each, []).append(event.time)
    return next(
        (each for each in met if sum(now - time <= WITHIN for time in times[each]) >= TIMES),
        None,
    )


def met_in(event: Event) -> list[str]:
    """The misconceptions that an answer or a try shows."""
    several: Json = event.body.get("misconceptions")
    one: Json = event.body.get("misconception")
    found = several if isinstance(several, Sequence) and not isinstance(several, str) else []
    return list(dict.fromkeys(each for each in (*found, one) if isinstance(each, str) and each))
