"""Processes come, are replaced when lost, and are all gone in the end."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import subprocess
import sys

import pytest

from tutor.run import Finished, Output, RunRequest
from tutor.sandbox.client import Sandbox
from tutor.sandbox.forks import Forks
from tutor.sandbox.pool import Pool
from tutor.sandbox.spares import SandboxLostError, Spares

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]

PARENT = """
import asyncio
from tutor.run import Output, RunRequest
from tutor.sandbox.client import Sandbox

async def main():
    async for event in Sandbox().run(RunRequest("print('spinning', flush=True)\\nwhile True: pass")):
        if isinstance(event, Output):
            print("spinning", flush=True)

asyncio.run(main())
"""


def descendants(pid: int) -> set[int]:
    """The process numbers of all children, their children and so on."""
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        parent = waiting.pop()
        try:
            with open(f"/proc/{parent}/task/{parent}/children", encoding="ascii") as file:
                children = {int(word) for word in file.read().split()}
        except OSError:
            continue
        found |= children
        waiting += children
    return found


def all_gone(pidfds: list[int], seconds: float) -> bool:
    """Whether every process ends within the time."""
    poll = select.poll()
    for pidfd in pidfds:
        poll.register(pidfd, select.POLLIN)
    left = set(pidfds)
    while left:
        ended = poll.poll(seconds * 1000)
        if not ended:
            return False
        for pidfd, _ in ended:
            poll.unregister(pidfd)
            left.discard(pidfd)
    return True


async def test_a_killed_app_leaves_no_process() -> None:
    app = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE)  # noqa: ASYNC220
    assert app.stdout is not None
    assert app.stdout.readline() == b"spinning\n"
    pidfds = [os.pidfd_open(pid) for pid in descendants(app.pid)]
    assert len(pidfds) >= 3
    app.kill()
    assert all_gone(pidfds, 20)
    app.wait()
    app.stdout.close()
    for pidfd in pidfds:
        os.close(pidfd)


@pytest.mark.parametrize("source", [Forks, Pool])
async def test_closing_leaves_no_process(source: type[Spares]) -> None:
    before = descendants(os.getpid())
    sandbox = Sandbox(source)
    sandbox.allow()
    await sandbox.start()
    async for event in sandbox.run(RunRequest("print('spinning', flush=True)\nwhile True: pass")):
        if isinstance(event, Output):
            await sandbox.close()
    assert descendants(os.getpid()) <= before
    assert sandbox.state == "closed"
    with pytest.raises(SandboxLostError):
        await sandbox.start()


async def test_closing_while_it_warms_up_leaves_no_process() -> None:
    before = descendants(os.getpid())
    sandbox = Sandbox()
    starting = asyncio.create_task(sandbox.start())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert sandbox.state == "warming"
    await sandbox.close()
    with pytest.raises(asyncio.CancelledError):
        await starting
    assert descendants(os.getpid()) <= before


async def test_a_killed_zygote_is_replaced(capfd: pytest.CaptureFixture[str]) -> None:
    before = descendants(os.getpid())
    sandbox = Sandbox(Forks)
    await sandbox.start()
    zygote = zygotes(before)
    end = None
    async for event in sandbox.run(RunRequest("print('spinning', flush=True)\nwhile True: pass")):
        if isinstance(event, Output):
            os.kill(zygote, signal.SIGKILL)
        if isinstance(event, Finished):
            end = event.result
    assert end is not None
    assert end.status == "crashed"
    assert end.error is not None
    assert "starts again by itself" in end.error.message
    assert sandbox.state == "lost"
    assert (await sandbox.result(RunRequest("print(42)"))).stdout == "42\n"
    os.kill(zygotes(before), signal.SIGKILL)
    assert (await sandbox.result(RunRequest("print(42)"))).stdout == "42\n"
    await sandbox.close()
    assert descendants(os.getpid()) <= before
    assert capfd.readouterr() == ("", "")


def zygotes(before: set[int]) -> int:
    """Our one new child."""
    with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as file:
        (zygote,) = {int(word) for word in file.read().split()} - before
    return zygote


async def test_a_sandbox_that_cannot_start_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    sandbox = Sandbox()
    with pytest.raises(SandboxLostError):
        await sandbox.start()
    assert sandbox.state == "lost"
    result = await sandbox.result(RunRequest("print(1)"))
    assert result.status == "crashed"
    assert result.error is not None
    assert "cannot be started" in result.error.message
    await sandbox.close()


async def test_a_fresh_interpreter_runs_the_same_code() -> None:
    sandbox = Sandbox(Pool)
    sandbox.allow()
    await sandbox.start()
    assert (await sandbox.result(RunRequest("import sklearn\nprint(6 * 7)"))).stdout == "42\n"
    crashed = await sandbox.result(RunRequest("import os\nos._exit(7)"))
    assert crashed.error is not None
    assert "exit code 7" in crashed.error.message
    spinning = sandbox.run(RunRequest("print('spinning', flush=True)\nwhile True: pass"))
    async for event in spinning:
        if isinstance(event, Output):
            sandbox.stop()
        if isinstance(event, Finished):
            assert event.result.status == "stopped"
    await sandbox.close()
