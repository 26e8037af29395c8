"""`mltutor reset`: start over."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tutor.cli.ending import bad_input, failed
from tutor.cli.home import now
from tutor.cli.opening import course_at, unknown_lesson
from tutor.cli.record import opened_record
from tutor.learner.backup import back_up
from tutor.learner.store import Record, RecordError


@click.command(name="reset", help="Start over, after an automatic backup.")
@click.argument("lesson", required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def command(lessons: Path | None, lesson: str | None, yes: bool) -> None:
    """Begin LESSON anew, or without it everything but the settings."""
    with opened_record() as record:
        if lesson is not None and lesson not in record.progress.lessons:
            course = course_at(lessons)
            if lesson not in course.lessons:
                bad_input(unknown_lesson(course, lesson))
        if not record.writable:
            failed("the record cannot be written, so it stays as it is")
        if not yes and sys.stdin.isatty():
            click.confirm(question(record, lesson), abort=True)
        try:
            copy = back_up(record.path, now())
        except RecordError as error:
            failed(str(error))
        record.reset(lesson)
        if not record.writable:
            failed(record.notice or "the record could not be written")
    click.echo(f"Backup: {copy}")
    click.echo("Everything begins anew; your settings stay." if lesson is None else f"{lesson} begins anew.")
    click.echo("To go back: mltutor doctor --restore")


def question(record: Record, lesson: str | None) -> str:
    """What is asked before anything is changed."""
    stats = record.progress.stats()
    if lesson is None:
        return f"Begin all {stats['lessons_started']} started lessons anew (a backup is made)?"
    answers = len(record.progress.lesson(lesson).answers)
    return f"Begin {lesson} anew, with its {answers} answers and your edited code (a backup is made)?"
