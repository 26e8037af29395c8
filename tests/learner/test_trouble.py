"""Newer, damaged, read-only, full: the record says so calmly, and nothing is lost or touched."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.learner.clock import Clock
from tutor.learner.store import FILE, Record, RecordError

NOBODY = 65534


def filled(folder: Path, events: int = 3) -> None:
    record = Record.open(folder, Clock())
    for number in range(events):
        record.append("lesson-done", {"lesson": f"lesson-{number}"})
    record.save_draft("lesson-0/code/x", "mine")
    record.close()


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if not each.name.endswith("-shm")}


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The disk is full for whoever wants more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def no_rights() -> Iterator[None]:
    """A process that may read the folder but not write it."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def readable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that everybody can read."""
    folder = tmp_path_factory.mktemp("readable")
    parents = [each for each in (folder, *folder.parents) if each.stat().st_uid == os.getuid()]
    modes = {each: each.stat().st_mode for each in parents if each != Path("/")}
    for each, mode in modes.items():
        each.chmod(mode | 0o055)
    yield folder
    for each, mode in modes.items():
        each.chmod(mode)


def test_a_newer_record_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    filled(tmp_path)
    database = sqlite3.connect(tmp_path / FILE)
    database.execute("PRAGMA user_version = 7")
    database.close()
    before = contents(tmp_path)
    with pytest.raises(RecordError, match="format is 7, this version knows 1"):
        Record.open(tmp_path, Clock())
    assert contents(tmp_path) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == [FILE]


def test_a_newer_record_is_refused_even_if_its_version_is_only_in_the_write_ahead_log(tmp_path: Path) -> None:
    (tmp_path / "running").mkdir()
    database = sqlite3.connect(tmp_path / "running" / FILE)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE device (id TEXT)")
    database.execute("PRAGMA user_version = 7")
    database.commit()
    shutil.copytree(tmp_path / "running", tmp_path / "killed")
    database.close()
    before = contents(tmp_path / "killed")
    assert f"{FILE}-wal" in before
    with pytest.raises(RecordError, match="newer mltutor"):
        Record.open(tmp_path / "killed", Clock())
    assert contents(tmp_path / "killed") == before


def test_what_is_no_database_is_moved_aside(tmp_path: Path) -> None:
    rubbish = b"not a database at all, but long enough to look like one" * 40
    (tmp_path / FILE).write_bytes(rubbish)
    record = Record.open(tmp_path, Clock())
    assert record.writable
    assert record.notice
    assert "damaged" in record.notice
    (aside,) = tmp_path.glob(f"{FILE}.damaged-*")
    assert aside.read_bytes() == rubbish
    record.append("lesson-done", {"lesson": "a"})
    record.close()
    record = Record.open(tmp_path, Clock())
    assert record.notice is None
    assert record.progress.lesson("a").state == "done"
    record.close()


def test_a_record_with_any_page_damaged_goes_on(tmp_path: Path) -> None:
    filled(tmp_path, events=50)
    path = tmp_path / FILE
    page = 4096
    sound = path.read_bytes()
    for place in range(page, len(sound), page):
        path.write_bytes(sound[:place] + bytes(page) + sound[place + page :])
        for leftover in tmp_path.glob(f"{FILE}-*"):
            leftover.unlink()
        record = Record.open(tmp_path, Clock())
        record.append("lesson-done", {"lesson": "after"})
        assert record.progress.lesson("after").state == "done"
        assert record.writable
        record.close()
        record = Record.open(tmp_path, Clock())
        assert record.progress.lesson("after").state == "done"
        record.close()


def test_a_hole_in_the_log_costs_only_the_events_in_it(tmp_path: Path) -> None:
    filled(tmp_path, events=400)
    path = tmp_path / FILE
    sound = path.read_bytes()
    place = sound.index(b'{"lesson":"lesson-200"}') // 4096 * 4096
    path.write_bytes(sound[:place] + bytes(4096) + sound[place + 4096 :])
    record = Record.open(tmp_path, Clock())
    list(record.events())
    record.append("lesson-opened", {"lesson": "after"})
    kept = {str(each.body["lesson"]) for each in record.events()}
    assert {"lesson-0", "lesson-399", "after"} <= kept
    assert 300 < len(kept) < 401
    assert record.draft("lesson-0/code/x") == "mine"
    record.close()


def test_a_folder_that_cannot_be_made_gives_a_record_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    record = Record.open(tmp_path / "file" / "record", Clock())
    assert not record.writable
    assert record.notice
    assert "Nothing can be saved" in record.notice
    record.append("lesson-done", {"lesson": "a"})
    record.save_draft("a/code/x", "mine")
    assert record.progress.lesson("a").state == "done"
    assert record.draft("a/code/x") == "mine"
    assert not record.writable
    record.close()


def test_a_read_only_record_is_read_and_what_is_new_stays_in_memory(readable: Path) -> None:
    filled(readable)
    readable.chmod(0o555)
    (readable / FILE).chmod(0o444)
    before = contents(readable)
    with no_rights():
        record = Record.open(readable, Clock())
        assert not record.writable
        assert record.notice
        assert record.progress.lesson("lesson-2").state == "done"
        record.append("lesson-opened", {"lesson": "lesson-9"})
        record.save_draft("lesson-0/code/x", None)
        assert record.progress.lesson("lesson-9").state == "started"
        assert [each.kind for each in record.events(lesson="lesson-9")] == ["lesson-opened"]
        assert len(list(record.events())) == 4
        assert record.drafts("") == {}
        assert "Nothing can be saved" in record.notice
        record.close()
    assert contents(readable) == before


def test_a_full_disk_costs_nothing_once_there_is_room_again(tmp_path: Path) -> None:
    record = Record.open(tmp_path, Clock())
    record.append("lesson-opened", {"lesson": "a"})
    with files_no_larger_than(4096):
        record.append("lesson-done", {"lesson": "a"})
        record.save_draft("a/code/x", "mine")
        assert not record.writable
        assert record.notice
        assert "kept in memory" in record.notice
        assert record.progress.lesson("a").state == "done"
        assert record.draft("a/code/x") == "mine"
        assert [each.kind for each in record.events()] == ["lesson-opened", "lesson-done"]
    record.append("lesson-opened", {"lesson": "b"})
    assert (record.writable, record.notice) == (True, "Saving works again; nothing was lost.")
    record.close()
    record = Record.open(tmp_path, Clock())
    assert [each.seq for each in record.events()] == [1, 2, 3]
    assert record.draft("a/code/x") == "mine"
    record.close()


def test_a_disk_that_is_full_from_the_start_gives_a_record_in_memory(tmp_path: Path) -> None:
    with files_no_larger_than(1024):
        record = Record.open(tmp_path, Clock())
        record.append("lesson-done", {"lesson": "a"})
        states = (record.progress.lesson("a").state, record.writable)
        record.close()
    assert states == ("done", False)


def test_a_record_locked_by_another_process_is_saved_when_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.learner.database.BUSY_S", 0.0)
    record = Record.open(tmp_path, Clock())
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    record.append("lesson-done", {"lesson": "a"})
    assert not record.writable
    assert record.progress.lesson("a").state == "done"
    other.execute("ROLLBACK")
    other.close()
    record.close()
    record = Record.open(tmp_path, Clock())
    assert record.progress.lesson("a").state == "done"
    record.close()
