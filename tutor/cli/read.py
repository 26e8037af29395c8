"""`mltutor read LESSON`: the whole lesson as plain text."""

from __future__ import annotations

from pathlib import Path

import click

from tutor.cli.opening import course_at, lesson_of
from tutor.course.plain import plain_lesson


@click.command(name="read", help="Print a whole lesson as plain text.")
@click.argument("lesson")
@click.pass_obj
def command(lessons: Path | None, lesson: str) -> None:
    """Print the lesson, its questions, and the answers at the end."""
    click.echo(plain_lesson(lesson_of(course_at(lessons), lesson)), nl=False)
