"""What came of a run on the simulated cluster, as metrics and figures: all that leaves the sandbox."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

from tutor.figure import Axis, Figure, Line, Table
from tutor.interview.simulated.checks import ITEMS, Found, findings
from tutor.interview.simulated.jobs import JOBS
from tutor.interview.simulated.lines import quiet
from tutor.interview.simulated.program import Program
from tutor.interview.simulated.times import WORKERS, Point, speed_ups
from tutor.interview.simulated.values import parted
from tutor.interview.simulated.walk import Walk

PRINTS = 4
"""With so many workers what the program prints is shown."""


def report(names: dict[str, Any], job: str, seed: int) -> tuple[dict[str, float], list[Figure]]:
    """Metrics; as figures what was found, the curve over workers, its numbers, a walk for each number."""
    program, wanted = Program(names), JOBS[job]
    items = wanted.items(random.Random(seed), ITEMS)
    with quiet():
        found = findings(program, wanted, seed)
    walks = []
    for workers in WORKERS:
        with nullcontext() if workers == PRINTS else quiet():
            walk = Walk(program, wanted, parted(items, workers, random.Random(seed)))
        walks.append(_walked(workers, walk))
    with quiet():
        points = speed_ups(program, wanted, seed)
    last = points[-1]
    said = (
        f"With {last.workers} workers it is {last.speed_up:.1f} times faster; Amdahl's law allows "
        f"{last.amdahl:.1f}, because handing out the items and finalising stay serial."
    )
    faults = [each for each in found if not each.right]
    metrics = {"faults": float(len(faults)), "times_faster": last.speed_up, "amdahl_limit": last.amdahl}
    return metrics, [_checked(found), _curves(points, said), _numbered(points, said), *walks]


def _checked(found: Sequence[Found]) -> Figure:
    """What was looked for."""
    faults = [each.name for each in found if not each.right]
    rows = tuple((each.name, "yes" if each.right else "NO", each.says, _number(each.line)) for each in found)
    says = f"Wrong: {', '.join(faults)}." if faults else "Nothing went wrong."
    return Figure("On the cluster", (Table(("looked for", "", "found", "line"), rows),), says)


def _walked(workers: int, walk: Walk) -> Figure:
    """What each worker did."""
    rows = tuple((each.who, each.does, each.gives, each.wrong, _number(each.line)) for each in walk.steps)
    wrong = walk.wrong
    says = f"It goes wrong at {wrong.who}." if wrong is not None else "No step goes wrong."
    title = f"{workers} worker{'' if workers == 1 else 's'}"
    return Figure(title, (Table(("who", "does", "hands back", "wrong", "line"), rows),), says)


def _curves(points: Sequence[Point], said: str) -> Figure:
    """Times faster over workers."""
    at = [float(each.workers) for each in points]
    return Figure(
        "Times faster over workers",
        (
            Line(at, at, "ideal", 2, True),
            Line(at, [each.amdahl for each in points], "Amdahl's limit", 1, True),
            Line(at, [each.speed_up for each in points], "this job", 0),
        ),
        said,
        Axis("workers"),
        Axis("times faster"),
    )


def _numbered(points: Sequence[Point], said: str) -> Figure:
    """The same as a table."""
    rows = [
        (f"{each.workers}", f"{each.time:.0f}", f"{each.speed_up:.1f}", f"{each.amdahl:.1f}")
        for each in points
    ]
    columns = ("workers", "time", "times faster", "Amdahl's limit")
    return Figure("The same in numbers", (Table(columns, tuple(rows)),), said)


def _number(line: int | None) -> str:
    """A line as a cell of a table."""
    return "" if line is None else str(line)
