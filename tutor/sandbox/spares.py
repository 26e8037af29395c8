"""Where processes for runs come from: forks of a zygote on Linux, fresh interpreters elsewhere."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from tutor.sandbox.seat import Seat, Wish

HIGHEST = 3
"""The level that hides everything."""
NAMES: Mapping[Wish, str] = MappingProxyType(
    {"interrupt": "SIGINT", "freeze": "SIGSTOP", "wake": "SIGCONT", "kill": "SIGKILL"}
)
SIGNALS: Mapping[Wish, int] = MappingProxyType(
    {wish: getattr(signal, name) for wish, name in NAMES.items() if hasattr(signal, name)}
)
"""The signal for a wish, where the platform has one."""


WINDOWS = "On Windows, code runs in WSL2 only: install mltutor there. Lessons can be read without it."


class SandboxLostError(Exception):
    """The processes behind the sandbox are gone or cannot be started; the message is for people."""


class Spares(Protocol):
    """A source of processes for one run each."""

    alive: bool
    """False before the start and once everything is lost."""
    level: int
    """How far runs are confined, 0 to 3; known after the start."""
    on_complete: Callable[[], None] | None
    """Called once everything is imported: processes made before that lack what few runs need."""
    reason: str
    """Why processes end before they wait for an order, where that is known."""

    async def start(self) -> None:
        """Begin to get ready; raises SandboxLostError."""

    def seat(self, hurried: bool = False) -> Seat:
        """A new process on its way to wait for an order, by the shortest way; raises SandboxLostError."""

    async def close(self) -> None:
        """End every process."""


def spares() -> Spares:
    """What suits this platform: only Linux forks safely after numpy is imported. Raises SandboxLostError."""
    if sys.platform == "win32":
        raise SandboxLostError(WINDOWS)
    from tutor.sandbox.forks import Forks
    from tutor.sandbox.pool import Pool

    return Forks() if sys.platform == "linux" else Pool()


def command(role: str, descriptor: int, level: int = 0) -> list[str]:
    """How to start a sandboxed interpreter: by path, without the current folder or the user's packages."""
    entry = Path(__file__).with_name("__main__.py")
    return [sys.executable, "-s", "-P", "-B", str(entry), role, str(descriptor), str(level)]


def environment() -> dict[str, str]:
    """All of the child's environment: nothing of the learner's, one thread, fixed hashes."""
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": "/nonexistent",
        "PYTHONHASHSEED": "0",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "VECLIB_MAXIMUM_THREADS": "1",
        "OMP_WAIT_POLICY": "PASSIVE",
        "JOBLIB_MULTIPROCESSING": "0",
        "LOKY_MAX_CPU_COUNT": "2",
        "MALLOC_ARENA_MAX": "2",
        "MPLBACKEND": "Agg",
    }
