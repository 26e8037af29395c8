"""`mltutor list`: the road, unit by unit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import click

from tutor.cli.ending import failed
from tutor.cli.home import now, record_folder
from tutor.cli.opening import course_at
from tutor.course.model import Course, LessonSummary
from tutor.learner.database import RecordError
from tutor.learner.store import Record

GLYPHS = {"done": "●", "started": "◐", "new": "○", "planned": "·", "broken": "✗"}


@click.command(name="list", help="List units and lessons.")
@click.option("--prompts", is_flag=True, help="List the interview questions instead.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@click.pass_obj
def command(lessons: Path | None, prompts: bool, as_json: bool) -> None:
    """Print every lesson with its state, or every interview question."""
    if prompts:
        _prompts(lessons, as_json)
        return
    course = course_at(lessons)
    states = _states(course)
    if as_json:
        click.echo(json.dumps([_entry(each, states[each.id]) for each in course.lessons.values()], indent=1))
        return
    for unit in course.units:
        click.echo(f"{unit.title} ({unit.id})")
        for each in unit.lessons:
            click.echo(_line(course.lessons[each], states[each]))
        click.echo()
    click.echo("  ".join(f"{glyph} {state}" for state, glyph in GLYPHS.items()))


def _prompts(lessons: Path | None, as_json: bool) -> None:
    """Print the question bank."""
    from tutor.course.errors import ContentError
    from tutor.course.locate import lessons_root
    from tutor.course.prompts import read_prompts

    try:
        bank = read_prompts(lessons_root(lessons))
    except ContentError as fault:
        failed(str(fault))
    if as_json:
        entries = [
            {"id": each.id, "stage": each.stage, "level": each.level, "question": each.question}
            for each in bank
        ]
        click.echo(json.dumps(entries, indent=1))
        return
    for each in bank:
        click.echo(f"{each.id} ({each.stage}, {each.level}): {each.question}")


def _states(course: Course) -> Mapping[str, str]:
    """Each lesson's state in the learner's record; all are new when there is no readable record."""
    try:
        record = Record.open(record_folder(), now)
    except RecordError:
        return dict.fromkeys(course.lessons, "new")
    with closing(record):
        return {lesson: record.progress.lesson(lesson).state for lesson in course.lessons}


def _entry(summary: LessonSummary, state: str) -> dict[str, object]:
    """One lesson for JSON."""
    entry: dict[str, object] = {
        "id": summary.id,
        "title": summary.title,
        "unit": summary.unit,
        "number": summary.number,
        "status": summary.status,
        "requires": summary.requires,
        "helpful": summary.helpful,
        "minutes": summary.minutes,
        "state": state,
    }
    return {**entry, "problem": summary.problem} if summary.problem else entry


def _line(summary: LessonSummary, state: str) -> str:
    """One lesson for people."""
    glyph = GLYPHS[state if summary.status == "written" else summary.status]
    minutes = f" · {summary.minutes} min" if summary.minutes else ""
    problem = f"\n          {summary.problem}" if summary.problem else ""
    return f"  {glyph} {summary.number:<5} {summary.title} [{summary.id}]{minutes}{problem}"
