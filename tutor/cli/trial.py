"""Trying the sandbox: whether code runs in it, and how long it takes to get ready."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter

from tutor.run import RunRequest
from tutor.sandbox.client import Sandbox
from tutor.sandbox.level import report
from tutor.sandbox.spares import SandboxLostError
from tutor.sandbox.wire import Json

CODE = (
    "from sklearn.tree import DecisionTreeClassifier\nprint(DecisionTreeClassifier().fit([[0], [1]], [0, 1]))"
)

PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Trial:
    """How it went; `problem` is empty if the code ran."""

    warm_up_s: float
    problem: str = ""
    walls: Mapping[str, Json] = field(default_factory=dict)
    """What `tutor.sandbox.level` reports."""


def tried() -> Trial:
    """Start a sandbox of its own and fit a tree in it."""
    begun = perf_counter()
    problem = asyncio.run(_tried())
    return Trial(perf_counter() - begun, problem, report())


async def _tried() -> str:
    """What went wrong, if anything did."""
    sandbox = Sandbox()
    sandbox.allow()
    try:
        async with asyncio.timeout(PATIENCE_S):
            result = await sandbox.result(RunRequest(CODE))
    except TimeoutError:
        return f"it did not answer within {PATIENCE_S:.0f} seconds"
    except (SandboxLostError, OSError) as error:
        return str(error)
    finally:
        await sandbox.close()
    if result.status == "ok":
        return ""
    return result.error.message if result.error else f"the run ended with status {result.status}"
