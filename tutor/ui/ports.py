"""What the app asks of the sandbox, so that a test can put a scripted one in its place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Literal, Protocol, TypeAlias

from tutor.run import RunEvent, RunRequest

RunnerState: TypeAlias = Literal["cold", "warming", "ready", "lost", "closed"]


class Runner(Protocol):
    """Runs requests, the latest first; `tutor.sandbox.client.Sandbox` is the real one."""

    @property
    def state(self) -> RunnerState:
        """Whether a run would begin at once."""

    async def start(self) -> None:
        """Warm up; return when ready."""

    def run(self, request: RunRequest) -> AsyncIterator[RunEvent]:
        """The events of one run, `Finished` last; starting a run stops the one before."""

    def stop(self) -> None:
        """Stop the current run politely; a second call kills it at once."""

    async def close(self) -> None:
        """End every process."""


SMALLEST = (60, 15)
"""Columns and rows below which nothing can be shown whole."""
