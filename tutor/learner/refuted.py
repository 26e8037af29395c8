"""Which misconception has been met often enough to be put to the test."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from tutor.learner.event import Event
from tutor.learner.meetings import DISOWNED, JUDGED, disowned_in, met_in

KINDS = ("answered", "tried", "refuted", "lesson-reset", JUDGED, DISOWNED)
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
        elif taken := disowned_in(event):
            del times.get(taken, [])[-1:]
        else:
            for each in met_in(event):
                times.setdefault(each, []).append(event.time)
    return next(
        (each for each in met if sum(now - time <= WITHIN for time in times[each]) >= TIMES),
        None,
    )
