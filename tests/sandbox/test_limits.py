"""Runs that go too far, and how they are stopped."""

from __future__ import annotations

import asyncio

import pytest

from tests.sandbox.conftest import Play
from tutor.run import Finished, Limits, Output, RunRequest, RunResult, Started
from tutor.sandbox.client import Sandbox

pytestmark = pytest.mark.asyncio(loop_scope="session")

SPIN = "print('spinning', flush=True)\nwhile True: pass"
STUBBORN = """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
print('spinning', flush=True)
while True: pass
"""


async def innocent(play: Play) -> bool:
    return (await play("print(6 * 7)")).stdout == "42\n"


@pytest.mark.parametrize(
    ("source", "limits", "status"),
    [
        (SPIN, {"wall_s": 0.2}, "timeout"),
        ("import time\ntime.sleep(9)", {"wall_s": 0.2}, "timeout"),
        ("x = bytearray(1 << 32)", {}, "memory"),
        ("x = []\nwhile True: x.append(bytes(1 << 20))", {"memory_mb": 100}, "memory"),
        ("import numpy as np\nnp.ones((1 << 16, 1 << 16))", {}, "memory"),
        ("while True: print('x' * 1000)", {"output_bytes": 50_000}, "output"),
        ("import os\nwhile True: os.write(2, b'x' * 1000)", {"output_bytes": 50_000}, "output"),
        ("import os\nfor _ in range(1000): os.write(1, b'x' * (1 << 20))", {}, "output"),
        ("x = = 1", {}, "error"),
        ("x = 1\0", {}, "error"),
        ("x = '\ud800'\nprint(x)", {}, "error"),
        ("x = " + "(" * 5000, {}, "error memory"),
        ("x = " + "-" * 200_000 + "1", {}, "error memory crashed"),
        ("def f(): f()\nf()", {}, "error"),
        ("import sys\nsys.modules.clear()", {}, "ok error crashed"),
        ("import os\nos.closerange(0, 99)", {}, "crashed"),
        ("class E(Exception):\n    def __str__(self): 1 / 0\nraise E", {}, "error"),
        ("import os\nos._exit(0)", {}, "crashed"),
        ("import ctypes\nctypes.string_at(0)", {}, "crashed"),
        ("import os\nos.abort()", {}, "crashed"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", {}, "crashed"),
        ("import os\nos.kill(os.getpid(), 40)", {}, "crashed"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", {"wall_s": 0.2}, "timeout"),
        ("import os\nos.write(3, b'garbage and more of it')", {}, "crashed"),
        ("import os\nos.close(3)\nprint(1)", {}, "crashed"),
        (
            "import os\nwhile True: os.write(3, b'p\\x0b\\0\\0\\0[1,1,\"aaaa\"]')",
            {"wall_s": 0.3},
            "crashed timeout",
        ),
        ("import threading\nthreading.Thread(target=lambda: [0 for _ in iter(int, 1)]).start()", {}, "ok"),
    ],
    ids=str,
)
async def test_a_run_ends_with_its_status_and_the_next_one_works(
    play: Play, source: str, limits: dict[str, float], status: str
) -> None:
    result = await play(source, **limits)
    assert result.status in status.split()
    assert (result.error is None) == (result.status == "ok")
    assert await innocent(play)


async def test_a_crash_names_the_learners_line(play: Play) -> None:
    result = await play("import ctypes\n\nctypes.string_at(0)")
    assert result.error is not None
    assert result.error.line == 3
    assert "segmentation fault" in result.error.message


async def test_what_was_printed_and_shown_before_stays(play: Play) -> None:
    source = (
        "from tutor.sandbox.displays import *\nprint('before')\nshow(lines([1], {'y': [1]}, title='t'))\n"
        + SPIN
    )
    result = await play(source, wall_s=0.3)
    assert result.stdout == "before\nspinning\n"
    assert len(result.figures) == 1


async def stop_when_spinning(sandbox: Sandbox, source: str, *, twice: bool) -> tuple[RunResult, float]:
    """The result, and the seconds between the stop and the end."""
    loop = asyncio.get_running_loop()
    stopped = 0.0
    async for event in sandbox.run(RunRequest(source)):
        if isinstance(event, Output) and not stopped:
            stopped = loop.time()
            sandbox.stop()
            if twice:
                sandbox.stop()
        if isinstance(event, Finished):
            return event.result, loop.time() - stopped
    raise AssertionError("no end")


@pytest.mark.parametrize("twice", [False, True])
@pytest.mark.parametrize("source", [SPIN, STUBBORN], ids=["spin", "stubborn"])
async def test_stop_ends_a_run(sandbox: Sandbox, play: Play, source: str, twice: bool) -> None:
    result, took = await stop_when_spinning(sandbox, source, twice=twice)
    assert result.status == "stopped"
    assert result.stdout == "spinning\n"
    assert took < 30
    assert await innocent(play)


async def test_stop_lets_the_code_clean_up(sandbox: Sandbox) -> None:
    source = "try:\n    print('spinning', flush=True)\n    while True: pass\nfinally: print('cleaned up')"
    result, _ = await stop_when_spinning(sandbox, source, twice=False)
    assert result.status == "stopped"
    assert result.stdout == "spinning\ncleaned up\n"


async def test_stop_inside_compiled_code(sandbox: Sandbox, play: Play) -> None:
    source = (
        "import numpy as np\nfrom sklearn.svm import SVC\nrng = np.random.default_rng(0)\n"
        "X, y = rng.normal(size=(20000, 50)), rng.integers(0, 2, 20000)\n"
        "print('fitting', flush=True)\nSVC().fit(X, y)"
    )
    result, took = await stop_when_spinning(sandbox, source, twice=False)
    assert result.status == "stopped"
    assert took < 30
    assert await innocent(play)


async def test_the_latest_run_wins(sandbox: Sandbox) -> None:
    first = sandbox.run(RunRequest(SPIN))
    async for event in first:
        if isinstance(event, Output):
            break
    second = [event async for event in sandbox.run(RunRequest("print(2)"))]
    rest = [event async for event in first]
    assert isinstance(rest[-1], Finished)
    assert rest[-1].result.status == "stopped"
    assert isinstance(second[-1], Finished)
    assert second[-1].result.stdout == "2\n"


async def test_a_cancelled_caller_ends_its_run(sandbox: Sandbox, play: Play) -> None:
    begun = asyncio.Event()

    async def watch() -> None:
        async for event in sandbox.run(RunRequest(SPIN, limits=Limits(wall_s=600))):
            if isinstance(event, Started):
                begun.set()

    task = asyncio.create_task(watch())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await innocent(play)


async def test_a_code_that_is_too_long_is_refused(play: Play) -> None:
    result = await play("#" * (10 << 20))
    assert result.status == "error"
    assert result.error is not None
    assert "too long" in result.error.message
    assert await innocent(play)


async def test_params_that_json_cannot_carry_are_refused(sandbox: Sandbox) -> None:
    result = await sandbox.result(RunRequest("", "e.py", "run", {"a": float("nan")}, 0))
    assert result.status == "error"


async def test_many_runs_beside_each_other(sandbox: Sandbox) -> None:
    results = await asyncio.gather(*(sandbox.result(RunRequest(f"print({n})")) for n in range(8)))
    assert [result.stdout for result in results] == [f"{n}\n" for n in range(8)]


async def test_stop_without_a_run_does_nothing(sandbox: Sandbox, play: Play) -> None:
    sandbox.stop()
    assert await innocent(play)


async def test_a_signal_to_its_group_reaches_nobody_else(play: Play) -> None:
    assert (await play("import os, signal\nos.killpg(0, signal.SIGTERM)")).status in ("crashed", "error")
    assert await innocent(play)
