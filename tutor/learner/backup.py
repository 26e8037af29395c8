"""Copies of the record beside it, and the way back to one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tutor.learner.database import RecordError, connect, refuse_newer, transaction
from tutor.learner.opening import new_device, reason

FOLDER = "backups"


def backups(path: Path) -> list[Path]:
    """The backups of the record at `path`, the newest first."""
    return sorted((path.parent / FOLDER).glob("record-*.db"), reverse=True)


def back_up(path: Path, moment: datetime) -> Path:
    """Copy the record at `path`, whoever is using it; where the copy is. Raises RecordError."""
    copy = path.parent / FOLDER / f"record-{moment.astimezone(UTC):%Y%m%d-%H%M%S-%f}.db"
    partial = copy.with_suffix(".partial")
    with _told(f"The backup {copy} could not be written"):
        copy.parent.mkdir(exist_ok=True)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        os.replace(partial, copy)
    return copy


def restore(path: Path, copy: Path, moment: datetime) -> None:
    """Make the record at `path` what `copy` holds, also for processes that use it now. Raises RecordError.

    It continues as a new device, so that the events it adds cannot be taken for those it no longer has.
    """
    refuse_newer(copy)
    with (
        _told(f"The backup {copy} could not be restored"),
        closing(sqlite3.connect(copy)) as source,
        closing(connect(path, "")) as target,
    ):
        problem = source.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if problem != "ok":
            raise RecordError(f"The backup {copy} is damaged ({problem}); the record is as it was.")
        source.backup(target)
        with transaction(target):
            target.execute("UPDATE device SET id = ?", (new_device(moment),))


@contextmanager
def _told(failure: str) -> Iterator[None]:
    """Turn what the disk says into a sentence that starts with `failure`."""
    try:
        yield
    except (OSError, sqlite3.DatabaseError) as error:
        raise RecordError(f"{failure}: {reason(error)}. Nothing else was changed.") from error
