"""A simulated cluster: map_part, combine and finalise on N workers, with what goes wrong there.

Its text is sent to the sandbox with the learner's code and runs there, so it needs figures of ours only.
"""

from __future__ import annotations

import copy
import itertools
import math
import random
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from tutor.figure import Axis, Figure, Line, Table

WORKERS = (1, 2, 4, 8, 16, 32, 64)
SCATTER = 0.01
"""Time to hand out one item, where working on it takes 1: this cannot be shared."""
MESSAGE = 2.0
"""Time for one worker's result to reach another."""
PARTITIONS = 20
PLAIN = (bool, int, float, str, list, dict, set, tuple, type(None))
TOLERANCE = 1e-9


@dataclass(frozen=True)
class Job:
    """What is to be computed, and how it is done without a cluster."""

    name: str
    items: Callable[[random.Random, int], list[Any]]
    serial: Callable[[Sequence[Any]], Any]


@dataclass(frozen=True)
class Found:
    """One thing that was looked for."""

    name: str
    right: bool
    says: str


@dataclass(frozen=True)
class Point:
    """The job on so many workers; times in the time that one item takes."""

    workers: int
    time: float
    speed_up: float
    amdahl: float


CENTRES = ((0.0, 0.0), (4.0, 4.0), (0.0, 5.0))
"""The centres of the k-means step, sent to every worker before it."""


def _numbers(source: random.Random, count: int) -> list[Any]:
    return [source.gauss(3, 2) for _ in range(count)]


def _words(source: random.Random, count: int) -> list[Any]:
    return [source.choice(["loss", "data", "tree", "fold", "seed", "rare"]) for _ in range(count)]


def _points(source: random.Random, count: int) -> list[Any]:
    return [
        (source.gauss(x, 1), source.gauss(y, 1)) for x, y in (source.choice(CENTRES) for _ in range(count))
    ]


def _moved(points: Sequence[Any]) -> list[tuple[float, float]]:
    """The centres after one step of k-means; one without points stays."""
    near: dict[int, list[Any]] = {}
    for point in points:
        near.setdefault(min(range(len(CENTRES)), key=lambda k: math.dist(point, CENTRES[k])), []).append(
            point
        )
    return [
        (statistics.fmean(x for x, _ in near[k]), statistics.fmean(y for _, y in near[k]))
        if k in near
        else centre
        for k, centre in enumerate(CENTRES)
    ]


JOBS = {
    "mean-variance": Job(
        "mean-variance", _numbers, lambda xs: (statistics.fmean(xs), statistics.pvariance(xs))
    ),
    "word-count": Job("word-count", _words, lambda words: dict(Counter(words))),
    "k-means-step": Job("k-means-step", _points, _moved),
}


class Program:
    """The learner's three functions, each call in the process of one worker."""

    def __init__(self, names: dict[str, Any]) -> None:
        """`names` are the globals of the learner's module."""
        self.names = names
        self.written: dict[str, str] = {}
        """Global → the function that wrote to it."""
        self.spoilt: set[str] = set()
        """Functions that changed what they were given."""

    def call(self, name: str, *given: Any) -> Any:
        """What the function gives back on a worker of its own: with globals of its own."""
        function = self.names[name]
        if not isinstance(function, FunctionType):
            return function(*given)
        own = dict(self.names)
        own.update(
            {key: copy.deepcopy(value) for key, value in self.names.items() if self._state(key, value)}
        )
        before = {
            key: copy.deepcopy(own[key]) for key, value in self.names.items() if self._state(key, value)
        }
        kept = copy.deepcopy(given)
        for key, value in list(own.items()):
            if isinstance(value, FunctionType) and value.__globals__ is self.names:
                own[key] = _moved_to(value, own)
        back = own[name](*given)
        for key, was in before.items():
            if own.get(key) != was:
                self.written.setdefault(key, name)
        if not same(given, kept):
            self.spoilt.add(name)
        return back

    def total(self, parts: Sequence[Sequence[Any]], order: Iterable[int], *, tree: bool = True) -> Any:
        """The result over these parts, whose results arrive in this order."""
        results = [self.call("map_part", list(parts[place])) for place in order]
        while len(results) > 1:
            if tree:
                pairs = [results[at : at + 2] for at in range(0, len(results), 2)]
                results = [self.call("combine", *pair) if len(pair) > 1 else pair[0] for pair in pairs]
            else:
                results = [self.call("combine", results[0], results[1]), *results[2:]]
        return self.call("finalise", results[0])

    def _state(self, key: str, value: Any) -> bool:
        return not key.startswith("__") and type(value) in PLAIN


def _moved_to(function: FunctionType, own: dict[str, Any]) -> FunctionType:
    """The function, with these globals."""
    moved = FunctionType(
        function.__code__, own, function.__name__, function.__defaults__, function.__closure__
    )
    moved.__kwdefaults__ = function.__kwdefaults__
    return moved


def same(left: Any, right: Any) -> bool:
    """Whether two results agree up to rounding."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, int | float) and isinstance(right, int | float):
        return math.isclose(left, right, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return bool(left == right)


def parted(items: Sequence[Any], workers: int, source: random.Random | None = None) -> list[list[Any]]:
    """The items in so many neighbouring parts: even ones, or such as the source cuts."""
    if source is None:
        cuts = [round(each * len(items) / workers) for each in range(workers + 1)]
    else:
        cuts = [0, *sorted(source.sample(range(1, len(items)), workers - 1)), len(items)]
    return [list(items[start:end]) for start, end in itertools.pairwise(cuts)]


def findings(program: Program, job: Job, seed: int) -> list[Found]:
    """What goes right and wrong on the cluster."""
    source = random.Random(seed)
    items = job.items(source, 240)
    wanted = job.serial(items)
    even = program.total(parted(items, 4), range(4))
    uneven = [parted(items, source.randrange(2, 9), source) for _ in range(PARTITIONS)]
    good = sum(same(program.total(parts, range(len(parts))), wanted) for parts in uneven)
    return [
        Found("even parts", same(even, wanted), f"four even parts: {_shown(even)}, serial {_shown(wanted)}"),
        Found("uneven parts", good == PARTITIONS, _uneven(good, same(even, wanted))),
        *_borders(program, items, wanted),
        *_merging(program, items, source),
        *_sharing(program),
    ]


def _uneven(good: int, even: bool) -> str:
    """What is said about parts of different sizes."""
    said = f"{good} of {PARTITIONS} uneven partitions give the serial result"
    if good < PARTITIONS and even:
        said += "; even parts do: averages are averaged, so carry counts and sums instead"
    return said


def _borders(program: Program, items: list[Any], wanted: Any) -> list[Found]:
    """A worker without any item, and one with a single item."""
    try:
        result = program.total([[], items[:1], items[1:], []], range(4))
    except Exception as error:
        said = f"a worker without items fails: {type(error).__name__}: {error}"
        return [Found("empty part", False, said)]
    return [Found("empty part", same(result, wanted), f"with empty parts: {_shown(result)}")]


def _merging(program: Program, items: list[Any], source: random.Random) -> list[Found]:
    """Results that arrive in another order, or are merged one by one instead of as a tree."""
    parts = parted(items, 7, source)
    straight = program.total(parts, range(7))
    turned = program.total(parts, source.sample(range(7), 7))
    chain = program.total(parts, range(7), tree=False)
    return [
        Found("any order", same(turned, straight), "results that arrive in another order give the same"),
        Found(
            "any grouping", same(chain, straight), "merging one by one gives the same as merging as a tree"
        ),
    ]


def _sharing(program: Program) -> list[Found]:
    """What the workers believe to share."""
    races = ", ".join(f"{function} writes to {name}" for name, function in program.written.items())
    spoilt = ", ".join(sorted(program.spoilt))
    lost = "each worker has a copy of its own, so that is lost; with threads it is a race"
    return [
        Found(
            "no shared state", not races, f"{races}: {lost}" if races else "no function writes to a global"
        ),
        Found(
            "inputs untouched",
            not spoilt,
            f"{spoilt} changes what it is given: a task that is tried again would count twice"
            if spoilt
            else "no function changes what it is given",
        ),
    ]


def speed_ups(items: int, cost: float = 1.0) -> list[Point]:
    """The job over workers: handing out is serial, the largest part decides, results meet in a tree."""
    serial = SCATTER * items
    alone = serial + cost * items
    share = serial / alone
    found = []
    for workers in WORKERS:
        rounds = math.ceil(math.log2(workers))
        time = serial + cost * math.ceil(items / workers) + MESSAGE * rounds
        found.append(Point(workers, time, alone / time, amdahl(workers, share)))
    return found


def amdahl(workers: int, serial_share: float) -> float:
    """The most that so many workers can be faster: 1 / (s + (1 − s) / n) (Amdahl 1967)."""
    return 1 / (serial_share + (1 - serial_share) / workers)


def report(names: dict[str, Any], job: str, seed: int) -> tuple[dict[str, float], list[Figure]]:
    """Metrics; then as figures what was found, the curve over workers, and the same in numbers."""
    found = findings(Program(names), JOBS[job], seed)
    points = speed_ups(10_000)
    faults = [each.name for each in found if not each.right]
    lines = tuple((each.name, "yes" if each.right else "NO", each.says) for each in found)
    last = points[-1]
    said = (
        f"With {last.workers} workers it is {last.speed_up:.1f} times faster; "
        f"Amdahl's law allows {last.amdahl:.1f}, because handing out the items stays serial."
    )
    checks = Figure(
        "On the cluster",
        (Table(("looked for", "", "found"), lines),),
        f"Wrong: {', '.join(faults)}." if faults else "Nothing went wrong.",
    )
    metrics = {"faults": float(len(faults)), "times_faster": last.speed_up, "amdahl_limit": last.amdahl}
    return metrics, [checks, _curves(points, said), _numbered(points, said)]


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
        Axis("workers", log=True),
        Axis("times faster", log=True),
    )


def _numbered(points: Sequence[Point], said: str) -> Figure:
    """The same as a table."""
    rows = [
        (f"{each.workers}", f"{each.time:.0f}", f"{each.speed_up:.1f}", f"{each.amdahl:.1f}")
        for each in points
    ]
    columns = ("workers", "time", "times faster", "Amdahl's limit")
    return Figure("The same in numbers", (Table(columns, tuple(rows)),), said)


def _shown(value: Any) -> str:
    """A result in a few letters."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
