"""The learner's record: an append-only log in SQLite, the progress derived from it, and drafts."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tutor.learner import derived
from tutor.learner.database import RecordError, damaged, insert, refuse_newer, select, transaction
from tutor.learner.event import VERSION, Event, Json, plain
from tutor.learner.ids import uuid7
from tutor.learner.opening import FILE, Opened, mended, opened, reason
from tutor.learner.progress import Progress
from tutor.learner.rules import replay

__all__ = ["FILE", "Record", "RecordError"]

TICK = timedelta(microseconds=1)


class Record:
    """What one person has done; whatever the disk refuses is kept in memory and tried again."""

    notice: str | None
    """A calm sentence to show once: why nothing is saved, or what was mended."""
    writable: bool
    """Whether what is appended now lasts."""

    def __init__(self, folder: Path, found: Opened, now: Callable[[], datetime]) -> None:
        self.path = folder / FILE
        self._now = now
        self._unsaved: list[Event] = []
        self._unsaved_drafts: dict[str, str | None] = {}
        self._adopt(found)

    @classmethod
    def open(cls, folder: Path, now: Callable[[], datetime]) -> Record:
        """The record in `folder`, made if need be; `now` gives aware times.

        Raises RecordError, with the file left as it is, if a newer mltutor wrote it.
        """
        refuse_newer(folder / FILE)
        return cls(folder, opened(folder / FILE, now()), now)

    @property
    def progress(self) -> Progress:
        """Where the learner stands now, with what other processes have written."""
        try:
            if self._version() != self._seen:
                self._refresh()
        except sqlite3.DatabaseError as error:
            self._mend(error)
        return self._progress

    def append(self, kind: str, body: Mapping[str, Json]) -> Event:
        """Add to the log; it is on the disk, or `notice` says why not, when this returns."""
        moment = self._now()
        offset = int((moment.utcoffset() or timedelta()).total_seconds() // 60)
        time = moment.astimezone(UTC)
        id_ = uuid7(time, os.urandom(10))
        event = Event(id_, self._device, 0, time, offset, kind, VERSION, plain(body))
        self._unsaved.append(event)
        return self._flush() or event

    def events(self, *kinds: str, lesson: str | None = None) -> Iterator[Event]:
        """The log in order, of these kinds (all if none is named), and of this lesson with resets of all."""
        try:
            yield from select(self._database, kinds, lesson)
        except sqlite3.DatabaseError as error:
            self._mend(error)
        for event in self._unsaved:
            concerns = lesson in (None, event.body.get("lesson")) or event.resets_all
            if (not kinds or event.kind in kinds) and concerns:
                yield event

    def merge(self, events: Iterable[Event]) -> int:
        """Add the events of another log that are not here yet, and derive anew; how many were new.

        Raises sqlite3.DatabaseError, with nothing changed, if they cannot be written.
        """
        with transaction(self._database):
            new = insert(self._database, events)
            progress = self._derived()
        self._settle(progress)
        return new

    def rebuild(self) -> None:
        """Derive everything again from the log; raises sqlite3.DatabaseError if it cannot be written."""
        self.merge(())

    def reset(self, lesson: str | None = None) -> None:
        """Begin one lesson anew, or everything but the settings; the log keeps what was."""
        self._unsaved_drafts.update(dict.fromkeys(self.drafts("" if lesson is None else f"{lesson}/")))
        self.append("lesson-reset", {"lesson": lesson})

    def draft(self, place: str) -> str | None:
        """The unfinished text at `place`."""
        return self.drafts(place).get(place)

    def drafts(self, prefix: str) -> dict[str, str]:
        """Place → text for every place that starts with `prefix`."""
        query = "SELECT place, text FROM draft WHERE substr(place, 1, ?) = ?"
        found: dict[str, str | None] = {}
        try:
            found.update(self._database.execute(query, (len(prefix), prefix)))
        except sqlite3.DatabaseError as error:
            self._mend(error)
        found.update(
            (place, text) for place, text in self._unsaved_drafts.items() if place.startswith(prefix)
        )
        return {place: text for place, text in found.items() if text is not None}

    def save_draft(self, place: str, text: str | None) -> None:
        """Keep unfinished text; None deletes it."""
        self._unsaved_drafts[place] = text and text.encode("utf-8", "replace").decode("utf-8")
        self._flush()

    def close(self) -> None:
        """Save what is not saved yet, if it can be, and let go of the file."""
        if self._unsaved or self._unsaved_drafts:
            self._flush()
        self._database.close()

    def _adopt(self, found: Opened) -> None:
        """Work on this database from now on."""
        self._database = found.database
        self._lasting = self.writable = found.writable
        self.notice = found.notice
        self._refresh()

    def _version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self._database.execute("PRAGMA data_version").fetchone()[0])

    def _refresh(self) -> None:
        """Read the progress; where its rows are of no use, derive it from the log."""
        self._seen = self._version()
        self._device: str = self._database.execute("SELECT id FROM device").fetchone()[0]
        self._rows = derived.load(self._database)
        self._saved = replay(select(self._database)) if self._rows is None else self._rows
        self._progress = replay(self._unsaved, self._saved)

    def _derived(self) -> Progress:
        """Write what the log says into the rows, whatever they hold."""
        progress = replay(select(self._database))
        derived.save(self._database, None, progress)
        return progress

    def _settle(self, progress: Progress) -> None:
        """`progress` has been written."""
        self._rows = self._saved = progress
        self._progress = replay(self._unsaved, progress)

    def _flush(self) -> Event | None:
        """Write everything that is unsaved; the last event as written, or None if nothing could be."""
        for _ in range(2):
            try:
                return self._write()
            except sqlite3.DatabaseError as error:
                if not self._mend(error):
                    break
        self._progress = replay(self._unsaved, self._saved)
        return None

    def _write(self) -> Event | None:
        with transaction(self._database):
            if self._version() != self._seen:
                self._refresh()
            placed = list(self._placed())
            after = replay(placed, self._saved)
            if placed:
                insert(self._database, placed)
                derived.save(self._database, self._rows, after)
            self._write_drafts()
        self._unsaved.clear()
        self._unsaved_drafts.clear()
        if placed:
            self._settle(after)
        if self._lasting and not self.writable:
            self.writable, self.notice = True, "Saving works again; nothing was lost."
        return placed[-1] if placed else None

    def _placed(self) -> Iterator[Event]:
        """The unsaved events with their places in the log, after everything that it holds."""
        last = self._database.execute("SELECT max(time_utc) FROM event").fetchone()[0]
        query = "SELECT coalesce(max(seq), 0) FROM event WHERE device = ?"
        seq = self._database.execute(query, (self._device,)).fetchone()[0]
        floor = datetime.fromisoformat(last) + TICK if last else datetime.min.replace(tzinfo=UTC)
        for each, event in enumerate(self._unsaved, seq + 1):
            placed = replace(event, device=self._device, seq=each, time=max(event.time, floor))
            floor = placed.time + TICK
            yield placed

    def _write_drafts(self) -> None:
        time = self._now().astimezone(UTC).isoformat(timespec="microseconds")
        for place, text in self._unsaved_drafts.items():
            if text is None:
                self._database.execute("DELETE FROM draft WHERE place = ?", (place,))
            else:
                self._database.execute("REPLACE INTO draft VALUES (?, ?, ?)", (place, text, time))

    def _mend(self, error: sqlite3.DatabaseError) -> bool:
        """Whether another try makes sense; if not, `notice` says what is wrong."""
        if isinstance(error, sqlite3.ProgrammingError):
            raise error
        if damaged(error) and self._lasting:
            self._database.close()
            self._adopt(mended(self.path, self._now()))
            return True
        if self.writable:
            self.writable = False
            self.notice = (
                f"Saving failed ({reason(error)}). What you do is kept in memory "
                "and saved as soon as the disk takes it."
            )
        return False
