"""The record's SQLite file: its tables, how it is opened, and what counts as damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tutor.learner.event import COLUMNS, Event, from_row

FORMAT = 1
"""The version of the tables below; it stands in the file as `user_version`."""

BUSY_S = 5.0
"""How long to wait while another process writes."""

TABLES = (
    """CREATE TABLE event (
        id TEXT NOT NULL UNIQUE, device TEXT NOT NULL, seq INTEGER NOT NULL, time_utc TEXT NOT NULL,
        utc_offset INTEGER NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL)""",
    "CREATE INDEX event_by_time ON event (time_utc, device, seq, id)",
    "CREATE INDEX event_by_device ON event (device, seq)",
    "CREATE INDEX event_by_lesson ON event (json_extract(body, '$.lesson'), kind, time_utc, device, seq, id)",
    "CREATE TABLE draft (place TEXT PRIMARY KEY, text TEXT NOT NULL, time TEXT NOT NULL)",
    "CREATE TABLE derived (name TEXT PRIMARY KEY, body TEXT NOT NULL)",
    "CREATE TABLE device (id TEXT NOT NULL)",
)

OF_LESSON = """(json_extract(body, '$.lesson') = ?
    OR (json_extract(body, '$.lesson') IS NULL AND kind = 'lesson-reset'))"""

ORDER = "time_utc, device, seq, id"

MAGIC = b"SQLite format 3\0"

HEADER_VERSION = slice(60, 64)
"""Where the file's header keeps `user_version`, big-endian (SQLite file format, section 1.3)."""


class RecordError(Exception):
    """The record cannot be used, in a sentence for people."""


def connect(path: Path, device: str) -> sqlite3.Connection:
    """The database at `path`, made if need be; raises sqlite3.DatabaseError if it cannot be written."""
    database = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        with transaction(database):
            if version(database) == 0:
                create(database, device)
    except BaseException:
        database.close()
        raise
    return database


def connect_read_only(path: Path) -> sqlite3.Connection | None:
    """The database at `path` as far as it can be read without writing anything, or None."""
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        try:
            database = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None)
        except sqlite3.Error:
            continue
        try:
            database.execute("SELECT id FROM device").fetchone()
        except sqlite3.Error:
            database.close()
        else:
            return database
    return None


def connect_memory(device: str) -> sqlite3.Connection:
    """An empty record that is gone when the process ends."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    create(database, device)
    return database


def create(database: sqlite3.Connection, device: str) -> None:
    """Make the tables."""
    for table in TABLES:
        database.execute(table)
    database.execute("INSERT INTO device VALUES (?)", (device,))
    database.execute(f"PRAGMA user_version = {FORMAT}")


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, and nobody else writes meanwhile."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def version(database: sqlite3.Connection) -> int:
    """The format that the file says it has; 0 if it is new."""
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(path: Path) -> None:
    """Raise RecordError, with the file left as it is, if a newer mltutor wrote it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
        found = int.from_bytes(header[HEADER_VERSION], "big") if header.startswith(MAGIC) else 0
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size and (database := connect_read_only(path)):
            found = version(database)
            database.close()
    except (OSError, sqlite3.Error):
        return
    if found > FORMAT:
        raise RecordError(
            f"{path} was written by a newer mltutor: its format is {found}, this version knows {FORMAT}. "
            "Update mltutor, or point MLTUTOR_HOME at another folder."
        )


def damaged(error: Exception) -> bool:
    """Whether SQLite says that the file itself is broken."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def insert(database: sqlite3.Connection, events: Iterable[Event]) -> int:
    """Add the events that are not there yet; how many those were."""
    marks = ", ".join("?" * len(COLUMNS.split(", ")))
    statement = f"INSERT OR IGNORE INTO event ({COLUMNS}) VALUES ({marks})"
    before = database.total_changes
    database.executemany(statement, (each.row() for each in events))
    return database.total_changes - before


def select(
    database: sqlite3.Connection, kinds: tuple[str, ...] = (), lesson: str | None = None
) -> Iterator[Event]:
    """The events in the order of replay; a row that no tutor wrote is passed over.

    A reset of everything is an event of every lesson.
    """
    conditions, values = ["TRUE"], list[str]()
    if lesson is not None:
        conditions.append(OF_LESSON)
        values.append(lesson)
    if kinds:
        conditions.append(f"kind IN ({', '.join('?' * len(kinds))})")
        values.extend(kinds)
    where = " AND ".join(conditions)
    for row in database.execute(f"SELECT {COLUMNS} FROM event WHERE {where} ORDER BY {ORDER}", values):
        try:
            yield from_row(row)
        except (ValueError, TypeError):
            continue
