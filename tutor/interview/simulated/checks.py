"""What is looked for on the simulated cluster: partitions, orders, groupings, and what workers share."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from tutor.interview.simulated.jobs import Job
from tutor.interview.simulated.lines import line_of_failure
from tutor.interview.simulated.program import Program
from tutor.interview.simulated.values import parted, same, shown, size
from tutor.interview.simulated.walk import Walk

ITEMS = 240
PARTITIONS = 20
FEW, MANY = 60, 120
"""Items of a small and of a large part, whose results should be of much the same size."""


@dataclass(frozen=True)
class Found:
    """One thing that was looked for."""

    name: str
    right: bool
    says: str
    line: int | None = None
    """The learner's line that is to blame."""


def findings(program: Program, job: Job, seed: int) -> list[Found]:
    """What goes right and wrong on the cluster."""
    source = random.Random(seed)
    items = job.items(source, ITEMS)
    wanted = job.serial(items)
    return [
        *_partitions(program, job, items, wanted, source),
        *_borders(program, items, wanted),
        *_merging(program, items, source),
        *_sharing(program),
        _sending(program, items),
    ]


def _partitions(
    program: Program, job: Job, items: list[Any], wanted: Any, source: random.Random
) -> list[Found]:
    """Parts of one size, and of many."""
    even = parted(items, 4)
    total = program.total(even, range(4))
    held = same(total, wanted)
    uneven = [parted(items, source.randrange(2, 9), source) for _ in range(PARTITIONS)]
    failed = [each for each in uneven if not same(program.total(each, range(len(each))), wanted)]
    return [
        _blamed(
            "even parts", held, f"4 even parts: {shown(total)}, serial {shown(wanted)}", program, job, even
        ),
        _blamed(
            "uneven parts", not failed, _uneven(len(failed), held), program, job, next(iter(failed), even)
        ),
    ]


def _blamed(name: str, right: bool, says: str, program: Program, job: Job, parts: list[list[Any]]) -> Found:
    """A finding; a wrong one with the first step that goes wrong on these parts, and its line."""
    step = None if right else Walk(program, job, parts).wrong
    if step is None:
        return Found(name, right, says)
    where = step.who if step.who.startswith("worker") else f"{step.who}, {step.does}"
    return Found(name, right, f"{says}. First at {where}: {step.wrong}", step.line)


def _uneven(failed: int, even: bool) -> str:
    """What is said about parts of different sizes."""
    said = f"{PARTITIONS - failed} of {PARTITIONS} uneven partitions give the serial result"
    if failed and even:
        said += "; even parts do: averages are averaged, so carry counts and sums instead"
    return said


def _borders(program: Program, items: list[Any], wanted: Any) -> list[Found]:
    """A worker without any item, and one with a single item."""
    parts: list[list[Any]] = [[], items[:1], items[1:], []]
    try:
        result = program.total(parts, range(4))
    except Exception as error:
        said = f"a worker without items fails: {type(error).__name__}: {error}"
        return [Found("empty part", False, said, line_of_failure(error.__traceback__, program.file))]
    right = same(result, wanted)
    line = None if right else program.line("map_part", [])
    return [Found("empty part", right, f"with empty parts: {shown(result)}, serial {shown(wanted)}", line)]


def _merging(program: Program, items: list[Any], source: random.Random) -> list[Found]:
    """Results that arrive in another order, or are merged one by one instead of as a tree."""
    parts = parted(items, 7, source)
    straight = program.total(parts, range(7))
    turned = program.total(parts, source.sample(range(7), 7))
    chain = program.total(parts, range(7), tree=False)
    ways = (
        ("any order", turned, "results that arrive in another order give"),
        ("any grouping", chain, "merging one by one instead of as a tree gives"),
    )
    found = []
    for name, came, way in ways:
        right = same(came, straight)
        says = f"{way} the same" if right else f"{way} {shown(came)} instead of {shown(straight)}"
        pair = [program.call("map_part", list(part)) for part in parts[:2]]
        line = None if right else program.line("combine", *pair)
        found.append(Found(name, right, says, line))
    return found


def _sharing(program: Program) -> list[Found]:
    """What the workers believe to share."""
    races = ", ".join(
        f"{write.function} writes to {name}{_at(write.line)}" for name, write in program.written.items()
    )
    spoilt = ", ".join(f"{name}{_at(write.line)}" for name, write in program.spoilt.items())
    lost = "each worker has a copy of its own, so that is lost; with threads it is a race"
    return [
        Found(
            "no shared state",
            not races,
            f"{races}: {lost}" if races else "no function writes to a global",
            next((each.line for each in program.written.values()), None),
        ),
        Found(
            "inputs untouched",
            not spoilt,
            f"{spoilt} changes what it is given: a task that is tried again would count twice"
            if spoilt
            else "no function changes what it is given",
            next((each.line for each in program.spoilt.values()), None),
        ),
    ]


def _sending(program: Program, items: list[Any]) -> Found:
    """How much one worker hands back."""
    few, many = (size(program.call("map_part", items[:count])) for count in (FEW, MANY))
    grows = many - few >= (MANY - FEW) // 2
    said = f"for {MANY} items a worker sends {many} value{'' if many == 1 else 's'}"
    if not grows:
        return Found("little to send", True, said)
    said += f", for {FEW} it sends {few}: the data travel instead of a summary, and one machine does the work"
    return Found("little to send", False, said, program.line("map_part", items[:FEW]))


def _at(line: int | None) -> str:
    """The line in words."""
    return f" in line {line}" if line is not None else ""
