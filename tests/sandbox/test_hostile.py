"""What a hostile run sends: forged frames, terminal escapes in every text, traces for the next run."""

from __future__ import annotations

import json
import re
import struct

import pytest

from tests.sandbox.conftest import Play
from tutor.run import Finished, RunRequest, RunResult
from tutor.sandbox.client import Sandbox
from tutor.sandbox.records import event_record, result_record
from tutor.sandbox.wire import Json

pytestmark = pytest.mark.asyncio(loop_scope="session")


def frame(kind: bytes, payload: bytes) -> bytes:
    """A frame as the wire has it."""
    return struct.pack("<cI", kind, len(payload)) + payload


def done(**other: object) -> bytes:
    """A forged end."""
    body = {"status": "ok", "elapsed_s": 0, "cpu_s": 0, "error": None, "metrics": {}, **other}
    return frame(b"d", json.dumps(body).encode())


def array(head: bytes, size: int = 8) -> bytes:
    """A forged array."""
    return frame(b"a", struct.pack("<H", len(head)) + head + bytes(size))


def figure(marks: object, axis: object = None) -> bytes:
    """A forged figure."""
    plain: dict[str, object] = {"label": "", "low": None, "high": None, "log": False, "categories": []}
    body = {"title": "t", "alt": "a", "x": axis or plain, "y": plain, "marks": marks}
    return frame(b"f", json.dumps(body).encode())


ERROR = {"kind": "E", "message": "m", "line": 1, "traceback": "", "hint": ""}
FORGED: dict[str, bytes] = {
    "garbage": b"\xff" * 999,
    "an unknown status": done(status="hacked"),
    "a status that is ours to give": done(status="timeout"),
    "no number": done().replace(b'"cpu_s": 0', b'"cpu_s": NaN'),
    "beyond all bounds": done().replace(b'"cpu_s": 0', b'"cpu_s": 1e999'),
    "a long number": done().replace(b"0", b"9" * 4000, 1),
    "negative time": done(elapsed_s=-1),
    "a truth for a metric": done(metrics={"a": True}),
    "words for a metric": done(metrics={"a": "x"}),
    "a metric's name": done(metrics={"\x1b": 1}),
    "too many metrics": done(metrics={f"a{each}": 1 for each in range(999)}),
    "a list of metrics": done(metrics=[1]),
    "an error of another shape": done(status="error", error=[1]),
    "an error on line -1": done(status="error", error={**ERROR, "line": -1}),
    "deep": frame(b"d", b"[" * 100_000 + b"]" * 100_000),
    "4 GB": struct.pack("<cI", b"d", 2**32 - 1),
    "an unknown kind": frame(b"z", b""),
    "an order": frame(b"r", b"{}"),
    "waiting": frame(b"w", b""),
    "objects": array(b'{"dtype":"object","count":1}'),
    "an array that is too short": array(b'{"dtype":"<f8","count":99}'),
    "a negative array": array(b'{"dtype":"<f8","count":-1}'),
    "an array without a head": frame(b"a", struct.pack("<H", 60_000)),
    "too many arrays": array(b'{"dtype":"<f8","count":0}', 0) * 999,
    "arrays that are not there": figure([{"kind": "points", "x": 99, "y": -1, "label": "", "color": 0}]),
    "an unknown mark": figure([{"kind": "__class__"}]),
    "an axis of another shape": figure([], {"label": 1}),
    "no figure": frame(b"f", b"[]"),
    "progress without a number": frame(b"p", b'[NaN,1,""]'),
    "progress in words": frame(b"p", b'["a",1,""]'),
    "no text": frame(b"d", b"\xff\xfe{}"),
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
async def test_what_must_not_be_sent_ends_the_run(play: Play, forged: bytes) -> None:
    result = await play(f"import os\nrest = {forged!r}\nwhile rest: rest = rest[os.write(3, rest) :]")
    assert result.status == "crashed"
    assert result.error is not None
    assert "must not send" in result.error.message
    assert (await play("print(42)")).stdout == "42\n"


async def test_a_forged_end_ends_the_run_and_nothing_after_it_counts(play: Play) -> None:
    forged = done(metrics={"a": 1}) + done(metrics={"a": 2}) + b"\xff" * 99
    result = await play(f"import os\nos.write(3, {forged!r})\nwhile True: pass")
    assert (result.status, result.metrics) == ("ok", {"a": 1})
    assert (await play("print(42)")).stdout == "42\n"


ESCAPES = (
    "\\x1b]52;c;YQ==\\x07\\x1b[31m\\x9b31m\\u202e\\x1b]0;title\\x1b\\\\\\r\\u2028\\u061c\\U000e0041\\ud800"
    "[@click=app.quit]x[/]"
)
NAME = ESCAPES.replace("\\ud800", "")
TEXTS = {
    "stdout": "print('TEXT')",
    "bytes": "import os; os.write(1, b'\\x1b[31m\\x9b\\xe2\\x80\\xae')",
    "stderr": "import sys; print('TEXT', file=sys.stderr)",
    "message": "raise ValueError('TEXT')",
    "type": "raise type('NAME', (Exception,), {})('x')",
    "function": "def f(): 1 / 0\nf.__code__ = f.__code__.replace(co_name='TEXT', co_qualname='TEXT')\nf()",
    "file": "exec(compile('1/0', '<a\\x1b[31m>', 'exec'))",
    "source": "x = '\x1b[31m\u202e'; 1 / 0",
    "syntax": "x = \x1b[31m",
    "cause": "raise ValueError('x') from type('NAME', (Exception,), {})('TEXT')",
    "group": "raise ExceptionGroup('TEXT', [ValueError('TEXT')])",
    "key": "{}['TEXT']",
    "exit": "raise SystemExit('TEXT')",
    "warning": "import warnings; warnings.warn('TEXT')",
    "figure": (
        "from tutor.sandbox.displays import *\ns = 'TEXT'\n"
        "show(Figure(s, (Points([1], [1], s), Line([1], [1], s), Bars((s,), [1], s), Raster([0], 1, 1,"
        " (0, 1), (0, 1), (s,), s), Matrix([1], (s,), (s,), s, s), Table((s,), ((s,),)),"
        " Tree(Node(s, (Node(s),)))), s, Axis(s, categories=(s,)), Axis(s)))"
    ),
    "metric": "from tutor.sandbox.displays import Result\nResult({'TEXT': 1}, [])",
    "progress": "from tutor.sandbox.displays import progress\nfor _ in progress([1], note='TEXT'): pass",
    "value": "class R:\n    def __repr__(self): return 'TEXT'\nR()",
    "class": "type('NAME', (), {})()",
    "frame": "import pandas as pd\npd.DataFrame({'TEXT': ['TEXT']}, index=['TEXT'])",
    "scores": "{'TEXT': 0.5, 'b': 1.0}",
    "estimator": "from sklearn.svm import SVC\nSVC(kernel='TEXT')",
    "thread": (
        "import threading\ndef f(): 1 / 0\nt = threading.Thread(target=f, name='TEXT')\nt.start()\nt.join()"
    ),
    "end of an object": "class D:\n    def __del__(self): raise ValueError('TEXT')\nD()",
}
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\U000e0000-\U000e0fff]"
)


def strings(value: Json) -> list[str]:
    """Every text in a record, names too."""
    match value:
        case str():
            return [value]
        case list():
            return [text for each in value for text in strings(each)]
        case dict():
            return [text for key, each in value.items() for text in (key, *strings(each))]
    return []


@pytest.mark.parametrize("source", TEXTS.values(), ids=TEXTS)
async def test_no_text_reaches_the_terminal_with_escapes(sandbox: Sandbox, source: str) -> None:
    result: RunResult | None = None
    said: list[str] = []
    async for event in sandbox.run(RunRequest(source.replace("TEXT", ESCAPES).replace("NAME", NAME))):
        said += strings(event_record(event))
        if isinstance(event, Finished):
            result = event.result
    assert result is not None
    said += strings(result_record(result))
    assert not [text for text in said if UNSAFE.search(text)]


LEAVE = """
import builtins, json, numpy, os, sklearn
for folder in (".", "/scratch", "/dev/shm", "/tmp", "/"):
    try: open(f"{folder}/left", "w").write("x")
    except OSError: pass
numpy.mean = json.dumps = os.write = None
builtins.left = 1
os.environ["LEFT"] = "1"
"""
FIND = """
import builtins, numpy, os
for folder in (".", "/scratch", "/dev/shm", "/tmp", "/"):
    try: print("left" in os.listdir(folder))
    except OSError: pass
print(numpy.mean is None, hasattr(builtins, "left"), "LEFT" in os.environ)
"""


async def test_a_run_leaves_nothing_to_the_next(play: Play) -> None:
    await play(LEAVE)
    for _ in range(3):
        assert "True" not in (await play(FIND)).stdout
