"""How the record's file is, found out without changing it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tutor.learner.database import connect_read_only, damaged, refuse_newer, version


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a look at the file shows; without a file there is nothing wrong with it."""

    path: Path
    bytes: int = 0
    format: int | None = None
    events: int | None = None
    writable: bool = True
    problem: str = ""
    """Why the record cannot be used as it is; empty if it can."""
    damaged: bool = False
    """Whether the problem lies in the file itself."""


def inspect(path: Path) -> Inspection:
    """Look at the record at `path`; raises RecordError if a newer mltutor wrote it."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return Inspection(path)
    except OSError as error:
        return Inspection(path, writable=False, problem=f"{error.strerror or error}".lower())
    refuse_newer(path)
    try:
        database, writable = _connect(path)
        with closing(database):
            found = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
            events = database.execute("SELECT count(*) FROM event").fetchone()[0]
            problem = "" if found == "ok" else " ".join(str(found).split())
            return Inspection(path, size, version(database), events, writable, problem, bool(problem))
    except sqlite3.DatabaseError as error:
        return Inspection(path, size, problem=str(error), damaged=damaged(error))


def _connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """The database, and whether it can be written; raises sqlite3.DatabaseError."""
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        database.execute("BEGIN IMMEDIATE")
        database.execute("ROLLBACK")
    except sqlite3.OperationalError:
        database.close()
        if found := connect_read_only(path):
            return found, False
        raise
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database, True
