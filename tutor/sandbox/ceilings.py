"""Resource limits of a sandboxed process, set by itself before the learner's code runs."""

from __future__ import annotations

import contextlib
import math
import resource
import time

from tutor.run import Limits

RESERVE = 64 << 20
"""Bytes of address space kept back to tell of a MemoryError."""
OPEN_FILES = 64
CORES = 2
"""What a run's threads may keep busy."""


def own_size() -> int:
    """Bytes of address space that this process uses; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def lower(limits: Limits, size: int) -> None:
    """Hold this process to `limits`, with `size` bytes of address space granted on top."""
    seconds = math.ceil(CORES * limits.wall_s) + 1
    _set(resource.RLIMIT_CPU, seconds, seconds + 1)
    if size:
        top = size + (limits.memory_mb << 20)
        _set(resource.RLIMIT_AS, top, top + RESERVE)


def grant_cpu(wall_s: float) -> None:
    """From now on as much processor time as a run of this length may use, on two cores."""
    soft = math.ceil(time.process_time() + CORES * wall_s) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    _set(resource.RLIMIT_CPU, soft, hard)


def lower_fixed(file_bytes: int, threads: int) -> None:
    """What holds for every run: no core dumps, no locked memory, few threads, few and small files."""
    # 1 and not 0: a core_pattern that is a pipe ignores 0 but not 1.
    _set(resource.RLIMIT_CORE, 1, 1)
    _set(resource.RLIMIT_FSIZE, file_bytes, file_bytes)
    _set(resource.RLIMIT_NPROC, threads, threads)
    _set(resource.RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES)
    _set(resource.RLIMIT_STACK, 8 << 20, 8 << 20)
    _set(resource.RLIMIT_MEMLOCK, 0, 0)


def raise_memory() -> None:
    """Use the reserve."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    _set(resource.RLIMIT_AS, hard, hard)


def _set(which: int, soft: int, hard: int) -> None:
    """Lower one limit, never above what is set already."""
    _, ceiling = resource.getrlimit(which)
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(which, (soft, hard))
