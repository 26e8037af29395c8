"""`mltutor stats`: what the learner has done."""

from __future__ import annotations

import json
from collections.abc import Mapping

import click

from tutor.cli.record import opened_record


@click.command(name="stats", help="Tell what the learner has done.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(as_json: bool) -> None:
    """Print the totals of the record."""
    with opened_record() as record:
        stats = record.progress.stats()
    click.echo(json.dumps(stats, indent=1) if as_json else "\n".join(lines(stats)))


def lines(stats: Mapping[str, int | float]) -> list[str]:
    """The totals for people."""
    attempts, right = stats["attempts"], stats["right"]
    share = f", {right} of them right ({right / attempts:.0%})" if attempts else ""
    minutes = round(stats["minutes"])
    time = f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"
    rows = {
        "Lessons": f"{stats['lessons_started']} started, {stats['lessons_done']} of them done",
        "Answers": f"{attempts}{share}",
        "Predictions": f"{stats['predictions_skipped']} skipped",
        "Experiments": f"{stats['runs']} runs",
        "Time": f"{time} of learning, pauses left out",
        "Notes": f"{stats['notes']}, and {stats['bookmarks']} bookmarks",
        "Log": f"{stats['events']} events",
    }
    return [f"{name:<12}{words}" for name, words in rows.items()]
