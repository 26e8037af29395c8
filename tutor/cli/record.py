"""Opening the learner's record for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import click

from tutor.cli.ending import failed
from tutor.cli.home import now, record_folder
from tutor.learner.store import Record, RecordError


@contextmanager
def opened_record() -> Iterator[Record]:
    """The record; what it has to say goes to standard error, and one that is newer ends the command."""
    try:
        record = Record.open(record_folder(), now)
    except RecordError as error:
        failed(str(error))
    with closing(record):
        if record.notice:
            click.echo(f"mltutor: {record.notice}", err=True)
        yield record
