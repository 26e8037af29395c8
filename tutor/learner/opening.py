"""Opening the record whatever its state: sound, damaged, or in a place that cannot be written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tutor.learner.database import connect, connect_memory, connect_read_only, damaged, insert, transaction
from tutor.learner.event import COLUMNS, Event, Row, from_row
from tutor.learner.ids import uuid7

FILE = "record.db"


@dataclass(frozen=True, slots=True)
class Opened:
    """A database that can be read; `notice` says why it is not the one that was asked for."""

    database: sqlite3.Connection
    writable: bool
    notice: str | None = None


def opened(path: Path, moment: datetime) -> Opened:
    """The database at `path`, mended if it is damaged, or a stand-in if it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        database = connect(path, new_device(moment))
        try:
            probe(database)
        except sqlite3.DatabaseError:
            database.close()
            raise
    except (OSError, sqlite3.DatabaseError) as error:
        return mended(path, moment) if damaged(error) else unwritable(path, moment, error)
    return Opened(database, writable=True)


def probe(database: sqlite3.Connection) -> None:
    """Read what every start needs; raises sqlite3.DatabaseError if that is damaged."""
    for query in ("SELECT id FROM device", "SELECT body FROM derived", "SELECT max(time_utc) FROM event"):
        database.execute(query).fetchall()


def mended(path: Path, moment: datetime) -> Opened:
    """A fresh database with what can be read of the damaged one, which is moved aside."""
    aside = path.with_name(f"{path.name}.damaged-{moment.astimezone(UTC):%Y%m%d-%H%M%S-%f}")
    try:
        for suffix in ("-wal", "-shm", ""):
            if (part := path.with_name(path.name + suffix)).exists():
                part.rename(aside.with_name(aside.name + suffix))
        database = connect(path, new_device(moment))
        try:
            kept = take_over(database, aside)
        except sqlite3.DatabaseError:
            database.close()
            raise
    except (OSError, sqlite3.DatabaseError) as error:
        return unwritable(path, moment, error)
    notice = (
        f"Your record was damaged. Of what it held, {kept} events could be read and are kept; "
        f"the damaged file is {aside}."
    )
    return Opened(database, writable=True, notice=notice)


def take_over(database: sqlite3.Connection, damaged_file: Path) -> int:
    """Write what can be read of a damaged file; how many events those are."""
    with transaction(database):
        kept = insert(database, salvage(damaged_file))
        database.executemany("INSERT OR IGNORE INTO draft VALUES (?, ?, ?)", rows(damaged_file, DRAFTS))
    return kept


def unwritable(path: Path, moment: datetime, error: Exception) -> Opened:
    """What can be read at `path`, or an empty record in memory."""
    database = connect_read_only(path) or connect_memory(new_device(moment))
    notice = (
        f"Nothing can be saved in {path.parent} ({reason(error)}). Everything works, "
        "but what you do now is forgotten when you leave."
    )
    return Opened(database, writable=False, notice=notice)


def reason(error: Exception) -> str:
    """Why the disk said no, in a few words."""
    words = error.strerror if isinstance(error, OSError) else str(error)
    return (words or type(error).__name__).lower()


def new_device(moment: datetime) -> str:
    """An id for this installation."""
    return uuid7(moment, os.urandom(10))


EVENTS = f"SELECT {COLUMNS} FROM event ORDER BY rowid"
DRAFTS = "SELECT place, text, time FROM draft ORDER BY rowid"


def salvage(path: Path) -> Iterator[Event]:
    """Every event that can be read of a damaged file."""
    for row in rows(path, EVENTS):
        try:
            yield from_row(row)
        except (ValueError, TypeError):
            continue


def rows(path: Path, query: str) -> Iterator[Row]:
    """The rows of `query` up to the first damage, then from the end back to the last."""
    for direction in ("", " DESC"):
        try:
            database = sqlite3.connect(path, isolation_level=None)
            try:
                yield from database.execute(query + direction)
            finally:
                database.close()
        except sqlite3.DatabaseError:
            continue
        return
