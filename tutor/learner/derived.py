"""The derived table: the progress as rows, written in the transaction of the event that changed it.

One row a lesson and one for the rest, so its size follows the course and never the log.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from typing import Any

from tutor.learner.progress import LessonProgress, Progress, Totals, Welcome
from tutor.learner.rules import RULES

REST = ""
"""The name of the row that belongs to no lesson, as no lesson is called."""


def load(database: sqlite3.Connection) -> Progress | None:
    """The progress that the rows hold; None if they follow other rules or cannot be understood."""
    try:
        rows = {name: json.loads(body) for name, body in database.execute("SELECT name, body FROM derived")}
        rest = rows.pop(REST, None)
        lessons = {name: lesson(body) for name, body in rows.items()}
        if rest is None or rest["rules"] != RULES:
            return None
        welcome = rest["welcome"] and Welcome(**rest["welcome"])
        met = {name: tuple(times) for name, times in rest["misconceptions"].items()}
        return Progress(lessons, rest["settings"], welcome, Totals(**rest["totals"]), met)
    except (ValueError, KeyError, TypeError):
        return None


def save(database: sqlite3.Connection, before: Progress | None, after: Progress) -> None:
    """Make the rows hold `after`; `before` is what they hold now, None if that is not known."""
    if before is None:
        database.execute("DELETE FROM derived")
        before = Progress()
    gone = [(name,) for name in before.lessons if name not in after.lessons]
    changed = [
        (name, json.dumps(asdict(each)))
        for name, each in after.lessons.items()
        if before.lessons.get(name) is not each
    ]
    rest = {
        "rules": RULES,
        "settings": dict(after.settings),
        "welcome": after.welcome and asdict(after.welcome),
        "totals": asdict(after.totals),
        "misconceptions": dict(after.misconceptions),
    }
    database.executemany("DELETE FROM derived WHERE name = ?", gone)
    database.executemany("REPLACE INTO derived VALUES (?, ?)", [*changed, (REST, json.dumps(rest))])


def lesson(body: dict[str, Any]) -> LessonProgress:
    """One lesson's progress from its row."""
    return LessonProgress(
        **{**body, "skipped": tuple(body["skipped"]), "bookmarks": tuple(body["bookmarks"])}
    )
