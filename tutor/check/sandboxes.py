"""Several sandboxes side by side, each running one experiment at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tutor.check.runs import Run
from tutor.run import Finished, RunError, RunRequest, RunResult
from tutor.sandbox.client import Sandbox

LOST = RunResult("crashed", 0.0, error=RunError("lost", "the sandbox ended the run without a result"))


@asynccontextmanager
async def sandboxes(jobs: int) -> AsyncIterator[Run]:
    """What makes a run in the next free of `jobs` sandboxes."""
    everyone = [Sandbox() for _ in range(jobs)]
    free: asyncio.Queue[Sandbox] = asyncio.Queue()
    for sandbox in everyone:
        free.put_nowait(sandbox)

    async def run(request: RunRequest) -> RunResult:
        """The result of one run, when a sandbox has been free for it."""
        sandbox = await free.get()
        try:
            await sandbox.start()
            result = LOST
            async for event in sandbox.run(request):
                if isinstance(event, Finished):
                    result = event.result
            return result
        finally:
            free.put_nowait(sandbox)

    try:
        yield run
    finally:
        await asyncio.gather(*(sandbox.close() for sandbox in everyone))
