"""`mltutor sandbox` and `mltutor run`, as other programs and people call them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

NAN_LINE = "from tutor.sandbox.displays import *\nlines([1], {'y': [float('nan')]}, title='t')"


def mltutor(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The command run to its end."""
    return subprocess.run([sys.executable, "-m", "tutor", *args], input=stdin, capture_output=True, text=True)


def test_json_lines_are_answered_in_order_and_bad_ones_too() -> None:
    lines = [
        '{"id": 1, "code": "x = 6 * 7\\nprint(x)", "session": "s"}',
        "nonsense",
        '["no", "object"]',
        '{"id": 2}',
        '{"code": "1"}',
        '{"id": 3, "code": "1", "timeout_s": -1}',
        '{"id": 4, "code": "1", "sesion": "s"}',
        "",
        '{"id": "five", "code": "print(x)", "session": "s"}',
        '{"id": 6, "code": "while True: pass", "timeout_s": 0.2}',
        json.dumps({"id": 7, "code": NAN_LINE}),
        '{"id": 8, "code": "print(1)"}',
    ]
    done = mltutor("sandbox", stdin="\n".join(lines))
    assert done.returncode == 0
    assert done.stderr == ""
    events = [json.loads(line) for line in done.stdout.splitlines()]
    ends = [event for event in events if event["event"] in ("result", "error")]
    assert [end["id"] for end in ends] == [1, None, None, None, None, None, None, "five", 6, 7, 8]
    assert all(end["message"] for end in ends if end["event"] == "error")
    results = {end["id"]: end for end in ends if end["event"] == "result"}
    assert [results[each]["status"] for each in (1, "five", 6, 7, 8)] == ["ok", "ok", "timeout", "ok", "ok"]
    assert results["five"]["stdout"] == "42\n"
    assert results[7]["figures"][0]["marks"][0]["y"] == [None]
    assert {"id": 1, "event": "output", "stream": "stdout", "text": "42\n"} in events
    assert set(results[1]) == {
        "id", "event", "status", "stdout", "stderr", "error", "figures", "metrics", "elapsed_s",
    }  # fmt: skip


def test_json_lines_undo_and_restart() -> None:
    lines: list[dict[str, object]] = [
        {"id": 1, "code": "x = [1]", "session": "s"},
        {"id": 2, "code": "x.append(2)", "session": "s"},
        {"id": 3, "undo": True, "session": "s"},
        {"id": 4, "code": "print(x)", "session": "s"},
        {"id": 5, "code": "x.append(3); import os; os._exit(1)", "session": "s"},
        {"id": 6, "undo": True, "session": "s"},
        {"id": 7, "code": "print(x)", "session": "s"},
        {"id": 8, "restart": True, "session": "s"},
        {"id": 9, "code": "print(x)", "session": "s"},
        {"id": 10, "undo": True, "session": "t"},
        {"id": 11, "undo": True},
        {"id": 12, "undo": False, "session": "s"},
        {"id": 13, "undo": True, "restart": True, "session": "s"},
        {"id": 14, "undo": True, "code": "1", "session": "s"},
        {"undo": True, "session": "s"},
    ]
    done = mltutor("sandbox", stdin="\n".join(map(json.dumps, lines)))
    events = [json.loads(line) for line in done.stdout.splitlines()]
    ends = {each["id"]: each for each in events if each["event"] == "result"}
    assert list(ends) == list(range(1, 11))
    assert [ends[each]["status"] for each in (3, 6, 8)] == ["ok"] * 3
    assert [ends[each]["stdout"] for each in (4, 7)] == ["[1]\n"] * 2
    assert [ends[each]["status"] for each in (5, 9, 10)] == ["crashed", "error", "error"]
    assert "no run to undo" in ends[10]["error"]["message"]
    errors = [each for each in events if each["event"] == "error"]
    assert [each["id"] for each in errors] == [None] * 5


def test_an_experiment_is_drawn_as_text_in_a_pipe(course: Path) -> None:
    done = mltutor("--lessons", str(course), "run", "lines", "--set", "rise=3", "--width", "60")
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert done.stdout.startswith("Slope\n")
    assert "Up to 3." in done.stdout
    assert "top   3" in done.stdout


def test_an_experiment_as_json(course: Path) -> None:
    done = mltutor("--lessons", str(course), "run", "lines/steep", "--json", "--seed", "4")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["status"] == "ok"
    assert found["metrics"] == {"top": 9, "seed": 4}
    assert found["figures"][0]["marks"][0]["y"] == [0, 9]
    assert found["elapsed_s"] >= 0


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["lines", "--set", "rise=10"], "rise lies between 1 and 9, not 10"),
        (["lines", "--set", "rise=1.5"], "whole number"),
        (["lines", "--set", "rise"], "--set NAME=VALUE"),
        (["lines", "--set", "ris=1"], "did you mean 'rise'"),
        (["lnes"], "did you mean lines"),
        (["lines/step"], "did you mean 'steep'"),
        (["nothing.py"], "cannot be read"),
        (["lines", "--seed", "-1"], "--seed"),
    ],
)
def test_bad_input_is_one_clear_line(course: Path, args: list[str], words: str) -> None:
    done = mltutor("--lessons", str(course), "run", *args)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_python_file_runs_as_a_program(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("print('hello')\nif __name__ == '__main__':\n    1 / 0\n")
    done = mltutor("run", str(file))
    assert done.returncode == 1
    assert done.stdout == "hello\n"
    assert "ZeroDivisionError: division by zero (line 3)" in done.stderr
