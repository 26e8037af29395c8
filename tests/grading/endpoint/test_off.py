"""With the second opinion off nothing opens a socket; with it on the grader's own process does."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.grading.endpoint.local import ANSWER
from tests.grading.endpoint.server import SECRET, completion, replying, serving
from tests.grading.freetext.rubrics import RUBRIC
from tutor.grading.endpoint.settings import Endpoint
from tutor.grading.freetext.wire import question
from tutor.interview.judged import judged

WATCHED = """
import os, sys

def watch(event, _):
    if event.startswith("socket."):
        os.write(2, event.encode())
        os._exit(3)

sys.addaudithook(watch)
from tutor.grading.__main__ import main
main()
assert "tutor.grading.endpoint.post" not in sys.modules
assert "http.client" not in sys.modules
"""


def process(code: list[str], line: bytes, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """The grader's process after one line."""
    return subprocess.run(
        [sys.executable, *code], input=line, capture_output=True, env={**os.environ, **environ}, check=False
    )


def test_with_it_off_no_socket_is_opened_whatever_the_environment_says() -> None:
    named = {"MLTUTOR_ENDPOINT_URL": "http://127.0.0.1:9/v1", "MLTUTOR_ENDPOINT_MODEL": "tiny"}
    done = process(["-c", WATCHED], question(RUBRIC, ANSWER), **named)
    assert done.stderr == b""
    assert done.returncode == 0
    assert judged(json.loads(done.stdout)).tier in ("lexical", "semantic")


def test_the_watch_sees_a_socket_that_is_opened() -> None:
    line = question(RUBRIC, ANSWER, Endpoint("http://127.0.0.1:9/v1", "tiny"))
    done = process(["-c", WATCHED], line)
    assert (done.returncode, done.stderr[:7]) == (3, b"socket.")


def test_the_process_asks_with_the_key_of_its_environment() -> None:
    missed = [{"point": point.id, "verdict": "missed", "quote": ""} for point in RUBRIC.points]
    with serving(replying(completion(json.dumps({"verdicts": missed})))) as server:
        named = {"MLTUTOR_ENDPOINT_URL": server.url, "MLTUTOR_ENDPOINT_KEY": SECRET}
        line = question(RUBRIC, ANSWER, server.endpoint())
        done = process(["-P", "-m", "tutor.grading"], line, **named)
        ((_, headers, body),) = server.requests
    assert judged(json.loads(done.stdout)).model == "tiny"
    assert headers["Authorization"] == f"Bearer {SECRET}"
    assert SECRET.encode() not in line + done.stdout + done.stderr
    marks = [word for word in body["messages"][1]["content"].split() if len(word) == 16 and word.isalnum()]
    assert len(set(marks)) == 1


def test_an_endpoint_that_cannot_be_asked_is_a_fault_of_the_line_only() -> None:
    line = question(RUBRIC, ANSWER, Endpoint("http://evil.example/v1", "tiny"))
    done = process(["-m", "tutor.grading"], line + question(RUBRIC, ANSWER))
    first, second = map(json.loads, done.stdout.splitlines())
    assert "https" in first["fault"]
    assert judged(second).model == ""
