"""`mltutor stats`, `reset` and `doctor`: what they print, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner, Result

from tests.learner.clock import Clock
from tutor.cli.group import cli
from tutor.cli.trial import Trial, tried
from tutor.learner.store import FILE, Record

Run: TypeAlias = Callable[..., Result]

COURSE = """
format_version = 1
title = "Course"
[[units]]
id = "u01"
title = "Unit"
[[units.lessons]]
id = "planned-one"
title = "Planned"
status = "planned"
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run mltutor with a home and a course of its own, and a sandbox that is only said to work."""
    monkeypatch.setattr("tutor.cli.examination.tried", lambda: Trial(0.5))
    monkeypatch.setenv("MLTUTOR_HOME", str(tmp_path / "home"))
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "course.toml").write_text(COURSE)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["--lessons", str(tmp_path / "course"), *arguments])

    return invoke


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with a finished lesson."""
    found = Record.open(tmp_path / "home" / "record", Clock())
    for question, right in (("q1", True), ("q2", False)):
        found.append("answered", {"lesson": "a", "question": question, "score": 1.0, "right": right})
    found.append("lesson-done", {"lesson": "a"})
    found.append("lesson-opened", {"lesson": "b"})
    found.close()
    return found.path


def stats(run: Run) -> dict[str, Any]:
    done = run("stats", "--json")
    assert done.exit_code == 0
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_stats_of_nothing_are_zeros(run: Run) -> None:
    assert set(stats(run).values()) == {0}
    assert "0 started" in run("stats").stdout


def test_stats_count(run: Run, record: Path) -> None:
    found = stats(run)
    chosen = [found[name] for name in ("attempts", "right", "lessons_done", "lessons_started", "events")]
    assert chosen == [2, 1, 1, 2, 4]
    assert "2, 1 of them right (50%)" in run("stats").stdout


def test_reset_backs_up_first_and_doctor_goes_back(run: Run, record: Path) -> None:
    done = run("reset", "--yes")
    assert done.exit_code == 0
    (copy,) = (record.parent / "backups").iterdir()
    assert str(copy) in done.stdout
    assert (stats(run)["attempts"], stats(run)["lessons_done"]) == (0, 0)

    done = run("doctor", "--restore", "--yes")
    assert done.exit_code == 0
    assert stats(run)["attempts"] == 2
    assert len(list((record.parent / "backups").iterdir())) == 2

    run("doctor", "--restore", "--yes")
    assert stats(run)["attempts"] == 0


def test_one_lesson_is_reset_and_the_rest_stays(run: Run, record: Path) -> None:
    assert run("reset", "a", "--yes").exit_code == 0
    assert (stats(run)["lessons_done"], stats(run)["lessons_started"]) == (0, 1)


def test_an_unknown_lesson_is_not_reset(run: Run, record: Path) -> None:
    done = run("reset", "planned-on", "--yes")
    assert done.exit_code == 2
    assert "planned-one" in done.stderr
    assert not (record.parent / "backups").exists()


def test_reset_asks_on_a_terminal(run: Run, record: Path) -> None:
    ours, theirs = os.openpty()
    os.write(ours, b"n\n")
    command = [sys.executable, "-m", "tutor", "reset"]
    done = subprocess.run(command, stdin=theirs, capture_output=True, text=True)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 1
    assert "Begin all 2 started lessons anew" in done.stdout
    assert stats(run)["attempts"] == 2


def test_without_a_backup_there_is_nothing_to_restore(run: Run, record: Path) -> None:
    done = run("doctor", "--restore")
    assert done.exit_code == 1
    assert "no backup" in done.stderr


def test_doctor_finds_nothing_wrong_and_makes_nothing(run: Run, tmp_path: Path) -> None:
    done = run("doctor")
    assert done.exit_code == 0, done.output
    assert "✗" not in done.stdout
    assert not (tmp_path / "home").exists()


def test_doctor_tells_everything_as_json(run: Run, record: Path) -> None:
    found = json.loads(run("doctor", "--json").stdout)
    assert {"version", "python", "textual", "scikit_learn", "record", "course", "sandbox"} <= set(found)
    assert found["record"]["events"] == 4
    assert found["record"]["integrity"] == "ok"
    assert found["course"]["planned"] == 1
    assert found["problems"] == []


def test_doctor_says_that_the_sandbox_is_broken(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.cli.examination.tried", lambda: Trial(0.5, "No module named 'sklearn'."))
    done = run("doctor")
    assert done.exit_code == 1
    assert "✗ sandbox" in done.stdout
    assert "No module named 'sklearn'" in done.stdout


def test_the_real_sandbox_can_be_tried() -> None:
    assert tried().problem == ""


def test_doctor_names_a_broken_lesson(run: Run, tmp_path: Path) -> None:
    (tmp_path / "course" / "course.toml").write_text(COURSE.replace('"planned"\n', '"written"\n'))
    done = run("doctor")
    assert done.exit_code == 1
    assert "✗ course" in done.stdout
    assert "planned-one" in done.stdout


def test_doctor_mends_a_damaged_record(run: Run, record: Path) -> None:
    record.write_bytes(b"nonsense" * 1000)
    done = run("doctor")
    assert done.exit_code == 1
    assert "--rebuild" in done.stdout
    assert record.read_bytes() == b"nonsense" * 1000
    done = run("doctor", "--rebuild")
    assert done.exit_code == 0
    assert run("doctor").exit_code == 0


def test_a_newer_record_ends_every_command_politely(run: Run, record: Path) -> None:
    newer = bytearray(record.read_bytes())
    newer[60:64] = (5).to_bytes(4, "big")
    record.write_bytes(newer)
    for command in (["stats"], ["reset", "--yes"], ["doctor"], ["doctor", "--rebuild"]):
        done = run(*command)
        assert done.exit_code == 1, command
        assert "newer mltutor" in done.output
    assert record.read_bytes() == newer
    assert [each.name for each in record.parent.iterdir()] == [FILE]


def test_a_home_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    done = run("stats")
    assert done.exit_code == 0
    assert "Nothing can be saved" in done.stderr
    assert run("reset", "--yes").exit_code == 1
    assert run("doctor").exit_code == 1
