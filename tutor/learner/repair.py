"""Making the record sound again, when it was asked for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from tutor.learner.database import RecordError
from tutor.learner.inspection import inspect
from tutor.learner.opening import mended, reason
from tutor.learner.store import Record


def rebuild(path: Path, moment: datetime) -> str:
    """Mend the record at `path` if it is damaged, then derive everything anew; what was done, in a sentence.

    Raises RecordError if it cannot be written or a newer mltutor wrote it.
    """
    said = []
    if inspect(path).damaged:
        mending = mended(path, moment)
        mending.database.close()
        said.append(mending.notice or "")
    with closing(Record.open(path.parent, lambda: moment)) as record:
        said.append(record.notice or "")
        try:
            record.rebuild()
        except sqlite3.DatabaseError as error:
            raise RecordError(f"{path} could not be written: {reason(error)}.") from error
        if not record.writable:
            raise RecordError(record.notice or f"{path} could not be written.")
        said.append(f"Progress was derived anew from {record.progress.totals.events} events.")
    return " ".join(filter(None, said))
