"""What a tiny run costs: in this process, in the sandbox, in ipykernel if installed, in a fresh interpreter.

Run `python -m tests.bench.sandbox [ROUNDS]`; the rounds interleave, so that load falls on all alike.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import importlib.util
import io
import os
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, TypeAlias

from tutor.run import Finished, RunEvent, RunRequest
from tutor.sandbox.client import Sandbox

SOURCE = """
from sklearn.datasets import load_iris
from sklearn.tree import DecisionTreeClassifier
X, y = load_iris(return_X_y=True)
print(DecisionTreeClassifier(max_depth=3).fit(X, y).score(X, y))
"""
ROUNDS = 20
PAUSE_S = 0.1
Way: TypeAlias = Callable[[], Awaitable[None]]


async def in_process() -> None:
    """Here, numpy and all."""
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(SOURCE, "<bench>", "exec"), {})


async def fresh() -> None:
    """A new interpreter."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", SOURCE, stdout=subprocess.DEVNULL)
    await process.wait()


async def drain(events: AsyncIterator[RunEvent]) -> None:
    """Take all events of a run that must end well."""
    async for event in events:
        if isinstance(event, Finished) and event.result.status != "ok":
            raise RuntimeError(str(event.result.error))


def kernel_way() -> tuple[Way, Callable[[], None]] | None:
    """A warm ipykernel, where it is installed, and how to end it."""
    if not (importlib.util.find_spec("ipykernel") and importlib.util.find_spec("jupyter_client")):
        return None
    kernel: Any = importlib.import_module("jupyter_client.manager").KernelManager()
    kernel.start_kernel()
    client: Any = kernel.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=60)

    async def way() -> None:
        client.execute_interactive(SOURCE, output_hook=lambda _: None, timeout=60)

    return way, kernel.shutdown_kernel


async def time_of(way: Way) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    await way()
    return (time.perf_counter() - started) * 1e3


async def without_spare(sandbox: Sandbox) -> float:
    """Milliseconds of a run for which a process must be forked first."""
    await asyncio.sleep(PAUSE_S)
    for seat in sandbox._idle:
        seat.tell("kill")
    sandbox._drop_idle()
    await asyncio.sleep(PAUSE_S)
    return await time_of(lambda: drain(sandbox.run(RunRequest(SOURCE))))


def memory_mb(pid: int) -> float:
    """Proportional set size of all processes under `pid`, in MB; 0 where the system does not tell."""
    found = 0.0
    with contextlib.suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        for child in map(int, children):
            found += memory_mb(child)
            with contextlib.suppress(OSError):
                lines = Path(f"/proc/{child}/smaps_rollup").read_text(encoding="ascii").splitlines()
                found += sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
    return found


async def main(rounds: int) -> None:
    """Measure and print medians."""
    sandbox = Sandbox()
    started = time.perf_counter()
    await sandbox.start()
    print(f"sandbox ready after {time.perf_counter() - started:.2f} s, level {sandbox.level}")
    print(f"sandbox holds {memory_mb(os.getpid()):.0f} MB (PSS, with its spares)")
    ways: dict[str, Way] = {
        "in process": in_process,
        "sandbox": lambda: drain(sandbox.run(RunRequest(SOURCE))),
        "fresh python": fresh,
    }
    kernel = kernel_way()
    if kernel is not None:
        ways["ipykernel"] = kernel[0]
    for name, way in ways.items():
        if name != "fresh python":
            await way()
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            await asyncio.sleep(PAUSE_S)
            times[name].append(await time_of(way))
    await asyncio.sleep(PAUSE_S)
    times["without spare"] = [await without_spare(sandbox) for _ in range(rounds)]
    plain = statistics.median(times["in process"])
    for name, found in times.items():
        middle, least = statistics.median(found), min(found)
        print(
            f"{name:<13} median {middle:7.1f} ms   least {least:7.1f} ms   {middle / plain:6.1f} × in process"
        )
    if kernel is None:
        print("ipykernel and jupyter_client are not installed here, so they are not measured")
    started = time.perf_counter()
    for _ in range(rounds):
        await drain(sandbox.run(RunRequest(SOURCE)))
    print(f"without pauses {rounds / (time.perf_counter() - started):.0f} runs a second")
    await sandbox.close()
    if kernel is not None:
        kernel[1]()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
