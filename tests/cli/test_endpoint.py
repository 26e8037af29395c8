"""`--endpoint`: shown, asked, or left alone, in `mltutor grade` and in the interview by lines."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cli.test_interview import course
from tests.grading.endpoint.server import SECRET, Server, completion, replying, serving
from tutor.cli.group import cli
from tutor.cli.home import now, record_folder
from tutor.learner.store import Record

__all__ = ["course"]

ANSWER = "It is the mean of the squares of whatever a line leaves over once it has been fitted to the rows."
VERDICTS = [
    {"point": "mean", "verdict": "covered", "quote": "the mean of the squares"},
    {"point": "falls", "verdict": "missed", "quote": ""},
]
REPLY = completion(json.dumps({"verdicts": VERDICTS}))
HELD = f"50\n{ANSWER}\n.\n1\n3\n/end\n"


def run(course: Path, *args: str, lines: str = "") -> Result:
    """The command with these lines on standard input."""
    return CliRunner().invoke(cli, ["--lessons", str(course), *args], input=lines)


def graded(course: Path, *args: str) -> dict[str, object]:
    """The record for one answer."""
    line = json.dumps({"id": 1, "prompt": "one", "answer": ANSWER})
    result = run(course, "grade", *args, lines=line)
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout)
    return found


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nobody listens, and a key."""
    set_to(monkeypatch, "http://127.0.0.1:9")


def set_to(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Let the environment name an endpoint there, with a key."""
    monkeypatch.setenv("MLTUTOR_ENDPOINT_URL", f"{url}/v1")
    monkeypatch.setenv("MLTUTOR_ENDPOINT_MODEL", "tiny")
    monkeypatch.setenv("MLTUTOR_ENDPOINT_KEY", SECRET)


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a socket fails."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("set_up", "no_sockets")
@pytest.mark.parametrize("said", [(), ("--endpoint", "off")])
def test_grading_asks_nobody_unless_told_to(course: Path, said: tuple[str, ...]) -> None:
    found = graded(course, *said)
    assert found["tier"] in ("lexical", "semantic")
    assert "notice" not in found


@pytest.mark.usefixtures("set_up", "no_sockets")
@pytest.mark.parametrize("command", [("grade",), ("interview",), ("interview", "--plain")])
def test_what_is_sent_can_be_read_before(course: Path, command: tuple[str, ...]) -> None:
    line = json.dumps({"id": 1, "prompt": "one", "answer": ANSWER})
    result = run(course, *command, "--endpoint", "show", lines=line)
    assert result.exit_code == 0
    assert result.stdout.startswith("POST http://127.0.0.1:9/v1/chat/completions\n")
    assert "‹your answer, word for word›" in result.stdout
    assert "Bearer ‹the key in MLTUTOR_ENDPOINT_KEY›" in result.stdout
    assert SECRET not in result.output
    assert "score" not in result.stdout


@pytest.mark.parametrize("said", [("--endpoint",), ("--endpoint", "on"), ("--endpoint=on",)])
def test_grading_asks_when_told_to(
    course: Path, monkeypatch: pytest.MonkeyPatch, said: tuple[str, ...]
) -> None:
    with serving(replying(REPLY)) as server:
        set_to(monkeypatch, server.url)
        found = graded(course, *said)
    assert (found["tier"], found["model"]) == ("llm", "tiny")
    assert found["points"][0]["evidence"] == "the mean of the squares"  # type: ignore[index]


@pytest.mark.usefixtures("set_up")
def test_grading_goes_on_without_and_says_why(course: Path) -> None:
    found = graded(course, "--endpoint")
    assert found["tier"] in ("lexical", "semantic")
    assert "nobody listens" in str(found["notice"])


@pytest.mark.parametrize("command", [("grade",), ("interview",), ("interview", "--plain")])
@pytest.mark.parametrize("said", ["on", "show"])
def test_asking_for_one_that_is_not_set_up_is_bad_input(
    course: Path, command: tuple[str, ...], said: str
) -> None:
    result = run(course, *command, "--endpoint", said)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "MLTUTOR_ENDPOINT_URL" in result.stderr


def switch_on(server: Server) -> None:
    """What the settings of the app write."""
    record = Record.open(record_folder(), now)
    kept = {"endpoint": "on", "endpoint-url": server.url, "endpoint-model": "tiny"}
    for name, value in kept.items():
        record.append("setting-changed", {"name": name, "value": value})
    record.close()


def test_the_interview_by_lines_asks_as_the_settings_say(course: Path) -> None:
    with serving(replying(REPLY)) as server:
        switch_on(server)
        told = run(course, "interview", "--plain", "--stage", "theory", "--seed", "1", lines=HELD).output
        assert len(server.requests) == 1
        assert "Your answers are sent to tiny at 127.0.0.1, too." in told
        assert ", and the endpoint tiny." in told
        off = ("--stage", "theory", "--seed", "1", "--endpoint", "off")
        told = run(course, "interview", "--plain", *off, lines=HELD).output
        assert len(server.requests) == 1
    assert "Judged by " in told
    assert "endpoint tiny" not in told
    assert "are sent" not in told
