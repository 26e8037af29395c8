"""How much faster the program is on more workers, and the most that Amdahl's law allows it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tutor.interview.simulated.jobs import Job
from tutor.interview.simulated.program import Program
from tutor.interview.simulated.values import parted, size

WORKERS = (1, 2, 4, 8, 16, 32, 64)
ITEMS = 3_200
SCATTER = 0.01
"""Time to hand out one item, where working on it takes 1: this cannot be shared."""
MESSAGE = 2.0
"""Time for one worker's result to reach another."""
PIECE = 0.01
"""Time that each single value in it takes on top."""


@dataclass(frozen=True)
class Point:
    """The job on so many workers; times in the time that one item takes."""

    workers: int
    time: float
    speed_up: float
    amdahl: float


def speed_ups(program: Program, job: Job, seed: int) -> list[Point]:
    """The job over workers: handing out and finalising are serial, the largest part decides, results travel.

    How much travels, and how much is left to be finalised, is measured on what the program hands back.
    """
    items = job.items(random.Random(seed), ITEMS)
    timed = [_time(program, parted(items, workers)) for workers in WORKERS]
    alone = timed[0][0]
    share = timed[0][1] / alone
    return [
        Point(workers, time, alone / time, amdahl(workers, share))
        for workers, (time, _) in zip(WORKERS, timed, strict=True)
    ]


def amdahl(workers: int, serial_share: float) -> float:
    """The most that so many workers can be faster: 1 / (s + (1 − s) / n) (Amdahl 1967)."""
    return 1 / (serial_share + (1 - serial_share) / workers)


def _time(program: Program, parts: Sequence[list[Any]]) -> tuple[float, float]:
    """The time over these parts, and how much of it nobody can share."""
    names = program.process()
    results = [names["map_part"](list(part)) for part in parts]
    travel = 0.0
    while len(results) > 1:
        pairs = [results[at : at + 2] for at in range(0, len(results), 2)]
        travel += MESSAGE + PIECE * max(size(pair[-1]) for pair in pairs if len(pair) > 1)
        results = [names["combine"](*pair) if len(pair) > 1 else pair[0] for pair in pairs]
    serial = SCATTER * sum(map(len, parts)) + size(results[0])
    return serial + max(map(len, parts)) + travel, serial
