"""`mltutor run --sweep`, as people and programs call it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.course.build import build, change


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course."""
    root = tmp_path_factory.mktemp("course")
    build(root)
    return root


def run(course: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """`mltutor run` in that course, to its end."""
    command = [sys.executable, "-m", "tutor", "--lessons", str(course), "run", *args]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_sweep_is_drawn_and_tabled(course: Path) -> None:
    done = run(course, "coin-toss", "--sweep", "tosses=100:300:3", "--width", "90")
    assert (done.returncode, done.stderr) == (0, "")
    assert "heads over tosses" in done.stdout
    assert "tosses over tosses: from 100 at 100 to 300 at 300" in done.stdout
    assert [line.split()[0] for line in done.stdout.splitlines()[-3:]] == ["100", "200", "300"]


def test_a_sweep_as_json(course: Path) -> None:
    done = run(course, "coin-toss/toss", "--sweep", "coin=", "--set", "tosses=10", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["status"] == "ok"
    assert found["sweep"] == {"name": "coin", "values": ["fair", "bent"]}
    assert found["metrics"]["tosses"] == [10, 10]
    fair, bent = found["metrics"]["heads"]
    assert fair < bent
    assert [figure["title"] for figure in found["figures"]] == ["heads over coin"]
    assert found["elapsed_s"] > 0


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["coin-toss", "--sweep", "tosses"], "NAME=A:B:N"),
        (["coin-toss", "--sweep", "toses=10:20:2"], "did you mean 'tosses'"),
        (["coin-toss", "--sweep", "tosses=10:2000:2"], "between 10 and 1000, not 2000"),
        (["coin-toss", "--sweep", "tosses=10:20:1"], "2 to 200 values"),
        (["coin-toss", "--sweep", "tosses=10:20:201"], "2 to 200 values"),
        (["coin-toss", "--sweep", "tosses=10:20:2", "--set", "tosses=30"], "--set tosses"),
        (["mine.py", "--sweep", "tosses=10:20:2"], "a Python file has none"),
    ],
)
def test_bad_input_is_one_clear_line(course: Path, args: list[str], words: str) -> None:
    done = run(course, *args)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_the_first_failure_ends_the_sweep_and_says_where(tmp_path: Path) -> None:
    folder = build(tmp_path)
    change(folder / "toss.py", "    counts =", "    assert tosses < 30, 'too many'\n    counts =")
    done = run(tmp_path, "coin-toss", "--sweep", "tosses=10:200:20", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert (found["status"], found["error"]["message"]) == ("error", "too many")
    assert found["metrics"]["tosses"] == [10, 20, *[None] * 18]
    done = run(tmp_path, "coin-toss", "--sweep", "tosses=10:200:20")
    assert done.returncode == 1
    assert "mltutor: at tosses=30: AssertionError: too many" in done.stderr
