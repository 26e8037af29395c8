"""`mltutor read LESSON`: the whole lesson as plain text."""

from __future__ import annotations

from pathlib import Path

import click

from tutor.cli.ending import failed
from tutor.cli.opening import course_at, lesson_of
from tutor.course.errors import ContentError
from tutor.course.glossary import read_glossary
from tutor.course.plain import plain_lesson
from tutor.course.plain_terms import plain_terms


@click.command(name="read", help="Print a whole lesson as plain text.")
@click.argument("lesson")
@click.pass_obj
def command(lessons: Path | None, lesson: str) -> None:
    """Print the lesson, its questions, and at the end the answers and the terms."""
    course = course_at(lessons)
    found = lesson_of(course, lesson)
    try:
        terms = plain_terms(found, read_glossary(course.root))
    except ContentError as fault:
        failed(str(fault))
    click.echo("\n".join(part for part in (plain_lesson(found), terms) if part), nl=False)
