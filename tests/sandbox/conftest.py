"""One warm sandbox for all tests of the real process."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeAlias

import pytest
import pytest_asyncio

from tutor.run import Limits, RunRequest, RunResult
from tutor.sandbox.client import Sandbox

Play: TypeAlias = Callable[..., Awaitable[RunResult]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    """A started sandbox with the platform's own source of processes."""
    made = Sandbox()
    await made.start()
    yield made
    await made.close()


@pytest.fixture
def play(sandbox: Sandbox) -> Play:
    """Runs source text and gives the result."""

    async def run(
        source: str, *, session: str | None = None, seed: int | None = None, **limits: float
    ) -> RunResult:
        bounds = Limits(**limits)  # type: ignore[arg-type]
        return await sandbox.result(RunRequest(source, session=session, seed=seed, limits=bounds))

    return run
