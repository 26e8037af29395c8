"""Several sandboxes side by side, each running one experiment at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from tutor.check.runs import Run
from tutor.run import Finished, RunError, RunRequest, RunResult
from tutor.sandbox.client import Sandbox

LOST = RunResult("crashed", 0.0, error=RunError("lost", "the sandbox ended the run without a result"))


def sharing(everyone: Iterable[Sandbox]) -> Run:
    """What makes a run in the next free sandbox of them."""
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

    return run
