"""Backups, the way back, and mending on request."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.learner.clock import START, Clock
from tutor.learner.backup import back_up, backups, restore
from tutor.learner.inspection import inspect
from tutor.learner.repair import rebuild
from tutor.learner.store import FILE, Record, RecordError


def test_restoring_brings_back_what_was_backed_up_also_for_a_running_process(tmp_path: Path) -> None:
    clock = Clock()
    record = Record.open(tmp_path, clock)
    before = record.append("lesson-done", {"lesson": "a"})
    record.save_draft("a/code/x", "mine")
    copy = back_up(record.path, clock())
    record.reset()
    assert record.progress.lesson("a").state == "new"

    restore(record.path, copy, clock())
    assert record.progress.lesson("a").state == "done"
    assert record.draft("a/code/x") == "mine"
    after = record.append("lesson-opened", {"lesson": "b"})
    assert list(record.events()) == [before, after]
    assert after.device != before.device
    record.close()
    assert not inspect(record.path).problem


def test_backups_are_listed_newest_first(tmp_path: Path) -> None:
    clock = Clock()
    record = Record.open(tmp_path, clock)
    record.close()
    copies = [back_up(record.path, clock()) for _ in range(3)]
    assert backups(record.path) == copies[::-1]
    assert sorted((tmp_path / "backups").iterdir()) == copies


def test_a_damaged_or_newer_backup_is_not_restored(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    record.append("lesson-done", {"lesson": "a"})
    newer, damaged = back_up(record.path, START), tmp_path / "damaged.db"
    database = sqlite3.connect(newer)
    database.execute("PRAGMA user_version = 9")
    database.close()
    damaged.write_bytes(b"nonsense" * 1000)
    for copy in (newer, damaged):
        with pytest.raises(RecordError):
            restore(record.path, copy, START)
    assert record.progress.lesson("a").state == "done"
    record.close()


def test_a_backup_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    record.close()
    (tmp_path / "backups").touch()
    with pytest.raises(RecordError, match="could not be written"):
        back_up(record.path, START)


def test_inspecting_changes_nothing(tmp_path: Path) -> None:
    assert not inspect(tmp_path / FILE).problem
    assert not list(tmp_path.iterdir())
    record = Record.open(tmp_path, Clock())
    record.append("lesson-done", {"lesson": "a"})
    record.close()
    before = record.path.read_bytes()
    found = inspect(record.path)
    assert (found.events, found.format, found.writable, found.problem) == (1, 1, True, "")
    assert record.path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [record.path]


def test_rebuilding_derives_what_was_altered(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    record.append("lesson-done", {"lesson": "a"})
    record.close()
    database = sqlite3.connect(record.path)
    database.execute("UPDATE derived SET body = replace(body, 'done', 'new')")
    database.commit()
    database.close()
    assert "1 events" in rebuild(record.path, START)
    record = Record.open(tmp_path, Clock())
    assert record.progress.lesson("a").state == "done"
    record.close()


def test_rebuilding_mends_damage_that_opening_does_not_meet(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    for number in range(200):
        record.append("lesson-done", {"lesson": f"lesson-{number}"})
    record.close()
    sound = record.path.read_bytes()
    place = sound.index(b'{"lesson":"lesson-100"}') // 4096 * 4096
    record.path.write_bytes(sound[:place] + bytes(4096) + sound[place + 4096 :])
    assert inspect(record.path).damaged
    assert "damaged" in rebuild(record.path, START)
    assert not inspect(record.path).problem
    record = Record.open(tmp_path, Clock())
    assert record.progress.lesson("lesson-199").state == "done"
    assert record.progress.totals.events > 150
    record.close()


def test_rebuilding_leaves_a_newer_record_alone(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    record.close()
    database = sqlite3.connect(record.path)
    database.execute("PRAGMA user_version = 2")
    database.close()
    before = record.path.read_bytes()
    with pytest.raises(RecordError, match="newer"):
        rebuild(record.path, START)
    assert record.path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [record.path]
