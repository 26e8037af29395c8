"""Unfinished text on its way to the record: gathered, then written together."""

from __future__ import annotations

from tutor.learner.store import Record

EVERY_S = 0.5
"""The most that may be lost to a sudden end."""


class Drafts:
    """Keeps the newest text of each place until `flush`."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._waiting: dict[str, str | None] = {}

    def keep(self, place: str, text: str | None) -> None:
        """Take the newest text of a place; None deletes what is there."""
        self._waiting[place] = text

    def forget(self, place: str) -> None:
        """Nothing waits for this place any more."""
        self._waiting.pop(place, None)

    def flush(self) -> None:
        """Write everything that waits."""
        waiting, self._waiting = self._waiting, {}
        for place, text in waiting.items():
            self._record.save_draft(place, text)
