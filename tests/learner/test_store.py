"""The record keeps what was appended, in order, and says what follows from it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from tests.learner.clock import START, Clock
from tutor.learner.event import Json
from tutor.learner.store import FILE, Record


def answer(lesson: str, question: str, *, right: bool = True) -> dict[str, Json]:
    return {
        "lesson": lesson,
        "question": question,
        "fingerprint": "f",
        "answer": [1],
        "score": float(right),
        "right": right,
    }


def test_what_was_appended_is_there_after_reopening(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "new" / "folder", Clock())
    first = record.append("lesson-opened", {"lesson": "tree-pruning"})
    second = record.append("step-reached", {"lesson": "tree-pruning", "step": "run-pruning", "index": 3})
    record.close()

    record = Record.open(tmp_path / "new" / "folder", Clock())
    assert list(record.events()) == [first, second]
    assert (first.seq, second.seq) == (1, 2)
    assert first.device == second.device
    assert record.progress.lesson("tree-pruning").step == "run-pruning"
    assert record.writable
    assert record.notice is None
    record.close()


def test_an_event_carries_utc_and_the_local_offset(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    event = record.append("lesson-opened", {"lesson": "a"})
    record.close()
    assert START < event.time < START + timedelta(minutes=1)
    assert event.time.utcoffset() == timedelta(0)
    assert event.offset == 330


def test_events_are_chosen_by_kind_and_lesson(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    for lesson in "ab":
        record.append("lesson-opened", {"lesson": lesson})
        record.append("lesson-done", {"lesson": lesson})
    record.append("setting-changed", {"name": "theme", "value": "dark"})
    assert [each.kind for each in record.events(lesson="a")] == ["lesson-opened", "lesson-done"]
    assert [each.body["lesson"] for each in record.events("lesson-done")] == ["a", "b"]
    assert [each.kind for each in record.events("lesson-done", "setting-changed", lesson="b")] == [
        "lesson-done"
    ]
    record.close()


def test_a_reset_of_everything_is_in_the_log_of_every_lesson(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    record.append("lesson-done", {"lesson": "a"})
    record.reset()
    record.reset("b")
    assert [each.kind for each in record.events(lesson="a")] == ["lesson-done", "lesson-reset"]
    assert len(list(record.events("lesson-reset", lesson="a"))) == 1
    assert len(list(record.events("lesson-reset", lesson="b"))) == 2
    record.close()


def test_a_clock_set_back_does_not_reorder_the_log(tmp_path: Path) -> None:
    clock = Clock()
    record = Record.open(tmp_path, clock)
    record.append("setting-changed", {"name": "theme", "value": "first"})
    clock.time -= timedelta(days=400)
    record.append("setting-changed", {"name": "theme", "value": "second"})
    times = [each.time for each in record.events()]
    assert times == sorted(set(times))
    record.rebuild()
    assert record.progress.settings == {"theme": "second"}
    record.close()


def test_another_process_is_seen_without_reopening(tmp_path: Path) -> None:
    mine, other = Record.open(tmp_path, Clock()), Record.open(tmp_path, Clock())
    other.append("lesson-done", {"lesson": "a"})
    assert mine.progress.lesson("a").state == "done"
    mine.append("answered", answer("a", "q"))
    assert other.progress.stats()["attempts"] == 1
    assert [each.seq for each in mine.events()] == [1, 2]
    mine.close()
    other.close()


def test_numbers_that_json_cannot_say_become_null(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    event = record.append("ran", {"lesson": "a", "metrics": {"x": float("nan"), "y": [float("inf"), 1.5]}})
    assert event.body["metrics"] == {"x": None, "y": [None, 1.5]}
    assert list(record.events()) == [event]
    record.close()


def test_drafts_come_back_and_go(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    record.save_draft("a/code/x", "print('%_é')\x00")
    record.save_draft("a/answer/q", "")
    record.save_draft("ab/code/x", "other")
    record.close()

    record = Record.open(tmp_path, Clock())
    assert record.draft("a/code/x") == "print('%_é')\x00"
    assert record.drafts("a/") == {"a/code/x": "print('%_é')\x00", "a/answer/q": ""}
    record.save_draft("a/answer/q", None)
    assert record.draft("a/answer/q") is None
    record.save_draft("a/code/x", "half a pair \ud800")
    assert record.draft("a/code/x") == "half a pair ?"
    record.close()


def test_resetting_a_lesson_keeps_the_log_the_notes_and_the_other_lessons(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    for lesson in "ab":
        record.append("answered", answer(lesson, "q"))
        record.append("lesson-done", {"lesson": lesson})
        record.append("noted", {"lesson": lesson, "step": "s", "text": "mine"})
        record.save_draft(f"{lesson}/code/x", "edited")
    record.reset("a")
    assert record.progress.lesson("a").state == "new"
    assert record.progress.lesson("a").answers == {}
    assert record.progress.notes("a") == {"s": "mine"}
    assert record.progress.lesson("b").state == "done"
    assert record.drafts("") == {"b/code/x": "edited"}
    assert len(list(record.events("answered"))) == 2
    record.close()


def test_resetting_everything_leaves_the_settings_and_the_log(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    record.append("welcomed", {"goal": "job", "level": "junior"})
    record.append("setting-changed", {"name": "theme", "value": "light"})
    record.append("answered", answer("a", "q"))
    record.reset()
    stats = record.progress.stats()
    assert (stats["attempts"], stats["lessons_started"], stats["events"]) == (0, 0, 4)
    assert record.progress.welcome is None
    assert record.progress.settings == {"theme": "light"}
    record.close()
    reopened = Record.open(tmp_path, Clock())
    assert reopened.progress.stats() == stats
    reopened.close()


@pytest.mark.parametrize("harm", ["DELETE FROM derived", "UPDATE derived SET body = '{\"rules\": 0}'"])
def test_progress_survives_the_loss_of_what_was_derived(tmp_path: Path, harm: str) -> None:
    record = Record.open(tmp_path, Clock())
    record.append("answered", answer("a", "q"))
    record.append("lesson-done", {"lesson": "b"})
    before = record.progress
    record.close()
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute(harm)
    database.close()

    record = Record.open(tmp_path, Clock())
    assert record.progress == before
    record.append("lesson-opened", {"lesson": "c"})
    record.close()
    record = Record.open(tmp_path, Clock())
    assert record.progress.lesson("b").state == "done"
    assert record.progress.stats()["events"] == 3
    record.close()


def test_opening_and_appending_never_scan_the_log(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    statements: list[str] = []
    record._database.set_trace_callback(statements.append)
    record.append("answered", answer("a", "q"))
    _ = record.progress
    record._database.set_trace_callback(None)
    asked = [each for each in statements if "FROM event" in each]
    assert asked
    for statement in asked:
        plan = [row[3] for row in record._database.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert all("SEARCH" in line for line in plan), plan
    record.close()
