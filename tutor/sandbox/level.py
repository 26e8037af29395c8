"""What protects this machine from the code that runs in the sandbox, probed now."""

from __future__ import annotations

import asyncio
import platform
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tutor.sandbox.permission import rule
from tutor.sandbox.spares import HIGHEST, SandboxLostError
from tutor.sandbox.wire import Json

LIMITS = "time, memory and output of every run"
PROCESSES = "other processes, the network, and the rights of your user"
FILES = "your files, and the lessons' solutions"
WORLD = "even the names of files and processes; every run has an empty folder of its own"
PROTECTS: Mapping[int, Sequence[str]] = MappingProxyType(
    {
        3: (LIMITS, PROCESSES, FILES, WORLD),
        2: (LIMITS, PROCESSES, FILES),
        1: (LIMITS, PROCESSES),
        0: (LIMITS,),
    }
)
"""Level → what is protected."""
APPARMOR = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
USER_NAMESPACES = Path("/proc/sys/user/max_user_namespaces")
CONTAINERS = (Path("/.dockerenv"), Path("/run/.containerenv"))


def report() -> dict[str, Json]:
    """Level, platform, what is missing, what is protected, whose code runs, and how to get the next level."""
    missing: list[str] = []
    level, self_test = 0, "not run"
    if sys.platform == "linux":
        try:
            level, missing = asyncio.run(_probe())
            self_test = "passed" if level else "not run"
        except SandboxLostError as lost:
            missing, self_test = [str(lost)], "failed"
    else:
        missing = [f"confinement on {platform.system()}"]
    protects: list[Json] = list(PROTECTS[level])
    reasons: list[Json] = list(missing)
    return {
        "level": level,
        "platform": f"{platform.system()} {platform.release()} {platform.machine()}",
        "missing": reasons,
        "self_test": self_test,
        "protects": protects,
        "whose_code": rule(level),
        "next": _remedy(level),
    }


async def _probe() -> tuple[int, list[str]]:
    """The level that a sandbox reaches, and why not a higher one; raises SandboxLostError."""
    from tutor.sandbox.forks import Forks

    forks = Forks()
    try:
        await forks.start()
        return forks.level, forks.missing
    finally:
        await forks.close()


def _remedy(level: int) -> str:
    """How to get the next level; empty at the highest."""
    if level == HIGHEST:
        return ""
    if sys.platform != "linux":
        return "Run mltutor on Linux, or in WSL2."
    from tutor.sandbox import landlock

    if level < 2 and landlock.missing():
        return f"Use a newer kernel, or boot with lsm=landlock: {landlock.missing()}."
    if _reads(APPARMOR) == "1":
        return "Let programs make user namespaces: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"
    if _reads(USER_NAMESPACES) == "0":
        return "Let programs make user namespaces: sudo sysctl user.max_user_namespaces=10000"
    if any(path.exists() for path in CONTAINERS):
        return "Run mltutor outside the container, or let the container make user namespaces."
    return "Look at what is missing above."


def _reads(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return ""
