"""`mltutor list` and `mltutor read`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.course.conftest import Tiny
from tutor.cli.group import cli


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner's home of its own."""
    monkeypatch.setenv("MLTUTOR_HOME", str(tmp_path / "home"))


def run(root: Path, *words: str) -> Result:
    """The command over the course in `root`."""
    return CliRunner().invoke(cli, ["--lessons", str(root), *words])


def test_list_json(tiny: Tiny) -> None:
    result = run(tiny.root, "list", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == [
        {
            "id": "coin-toss",
            "title": "Tossing a coin",
            "unit": "u01",
            "number": "1.1",
            "status": "written",
            "requires": [],
            "helpful": ["dice"],
            "minutes": 10,
            "state": "new",
        },
        {
            "id": "dice",
            "title": "Rolling dice",
            "unit": "u01",
            "number": "1.2",
            "status": "planned",
            "requires": ["coin-toss"],
            "helpful": [],
            "minutes": 0,
            "state": "new",
        },
    ]


def test_list_shows_a_broken_lesson_and_succeeds(tiny: Tiny) -> None:
    (tiny.folder / "lesson.toml").write_text('format_version = 1\nid = "coin\n')
    listed = run(tiny.root, "list")
    assert listed.exit_code == 0
    assert "✗ 1.1" in listed.stdout
    assert "lesson.toml:2" in listed.stdout
    assert "Rolling dice" in listed.stdout
    (entry, _) = json.loads(run(tiny.root, "list", "--json").stdout)
    assert entry["status"] == "broken"
    assert "lesson.toml:2" in entry["problem"]


def test_read(tiny: Tiny) -> None:
    result = run(tiny.root, "read", "coin-toss")
    assert result.exit_code == 0
    assert result.stdout.startswith("1.1 Tossing a coin\n")


@pytest.mark.parametrize(
    ("lesson", "said"),
    [("coin-tos", "did you mean coin-toss"), ("qqq", "mltutor list"), ("dice", "planned, not written")],
)
def test_read_what_is_not_there(tiny: Tiny, lesson: str, said: str) -> None:
    result = run(tiny.root, "read", lesson)
    assert result.exit_code == 2
    assert said in result.stderr


def test_read_a_broken_lesson(tiny: Tiny) -> None:
    (tiny.folder / "lesson.md").write_text("No heading.\n")
    result = run(tiny.root, "read", "coin-toss")
    assert result.exit_code == 1
    assert "lesson.md:1: text without a heading" in result.stderr


def test_no_course_and_a_broken_course(tiny: Tiny, tmp_path: Path) -> None:
    nowhere = run(tmp_path / "nowhere", "list")
    assert nowhere.exit_code == 2
    assert "has no course.toml" in nowhere.stderr
    (tiny.root / "course.toml").write_text("format_version = 1\ntitle =\n")
    broken = run(tiny.root, "list")
    assert broken.exit_code == 1
    assert "course.toml:2" in broken.stderr


def test_a_closed_pipe_and_a_poor_encoding_do_no_harm(tiny: Tiny, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tutor", "--lessons", str(tiny.root), "list"]
    narrow = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    poor = subprocess.run(command, env=narrow, capture_output=True, check=True)
    assert b"? 1.1   Tossing a coin" in poor.stdout
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as closed:
        cut = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert b"Traceback" not in cut.stderr
