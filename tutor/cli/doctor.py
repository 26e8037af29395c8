"""`mltutor doctor`: whether everything works here, and how to mend it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from tutor.cli.ending import failed
from tutor.cli.examination import Section, examine
from tutor.cli.home import now, record_folder
from tutor.learner.backup import back_up, backups, restore
from tutor.learner.database import RecordError
from tutor.learner.inspection import inspect
from tutor.learner.opening import FILE
from tutor.learner.repair import rebuild


@click.command(name="doctor", help="Tell whether everything works here, and how to mend it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--rebuild", "rebuilding", is_flag=True, help="Mend the record and derive its progress anew.")
@click.option("--restore", "restoring", is_flag=True, help="Go back to the newest backup of the record.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def command(lessons: Path | None, as_json: bool, rebuilding: bool, restoring: bool, yes: bool) -> None:
    """Mend what is asked for, then examine everything; without mending, exit 1 if something is wrong."""
    record = record_folder() / FILE
    try:
        if restoring:
            go_back(record, ask=not yes and sys.stdin.isatty())
        if rebuilding:
            click.echo(rebuild(record, now()), err=True)
    except RecordError as error:
        failed(str(error))
    sections = examine(lessons)
    click.echo(json.dumps(summary(sections), indent=1) if as_json else "\n".join(lines(sections)))
    if any(each.problems for each in sections) and not (restoring or rebuilding):
        raise SystemExit(1)


def go_back(record: Path, *, ask: bool) -> None:
    """Restore the newest backup and keep what was there as another; raises RecordError."""
    found = backups(record)
    if not found:
        raise RecordError(f"There is no backup in {record.parent / 'backups'}; mltutor reset makes them.")
    for each in found:
        click.echo(f"{each}  {each.stat().st_size / 1024:,.0f} KB", err=True)
    if ask:
        click.confirm(f"Restore {found[0].name}?", abort=True, err=True)
    if inspect(record).damaged:
        raise RecordError(f"{record} is damaged; first mend it: mltutor doctor --rebuild")
    if record.exists():
        click.echo(f"The record as it was: {back_up(record, now())}", err=True)
    restore(record, found[0], now())
    click.echo(f"Restored {found[0]}", err=True)


def summary(sections: list[Section]) -> dict[str, object]:
    """Everything for JSON."""
    found: dict[str, object] = {}
    for section in sections:
        found.update(section.facts if section.name == "versions" else {section.name: section.facts})
    return {**found, "problems": [problem for section in sections for problem in section.problems]}


def lines(sections: list[Section]) -> list[str]:
    """Everything for people: a line a section, and one for each problem."""
    told = []
    for section in sections:
        told.append(f"{'✗' if section.problems else '✓'} {section.name:<10}{section.says}")
        told += [f"    {problem}" for problem in section.problems]
    return told
