"""Whether an interview waits to be gone on with: asked before the first paint, so the bank is not read."""

from __future__ import annotations

from tutor.learner.store import Record

STARTED, ENDED = "interview-started", "interview-ended"


def under_way(record: Record) -> bool:
    """Whether the latest interview has not been ended."""
    waits = False
    for event in record.events(STARTED, ENDED, "lesson-reset"):
        if event.kind != "lesson-reset" or event.resets_all:
            waits = event.kind == STARTED
    return waits
