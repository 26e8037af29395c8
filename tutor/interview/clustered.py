"""What came of a run on the simulated cluster: read from its figures, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tutor.course.rubric import Prompt, ShowMe
from tutor.figure import Figure, Line, Points, Table
from tutor.interview.cluster import on_cluster
from tutor.interview.showing import shown
from tutor.interview.simulated.program import NAMES
from tutor.run import RunResult

CHECKS, WALK = 4, 5
"""Columns of the table of checks, and of a walk."""
TOLD = 4
"""Workers whose steps are told where the number cannot be turned."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked for."""

    name: str
    right: bool
    says: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """What one worker did; `wrong` is empty but for the first step that goes wrong."""

    who: str
    does: str
    gives: str
    wrong: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Faster:
    """How much faster it is on so many workers, and the most that Amdahl's law allows."""

    workers: int
    times: float
    most: float


@dataclass(frozen=True, slots=True)
class Clustered:
    """A run on the cluster."""

    checks: tuple[Check, ...]
    walks: Mapping[int, tuple[Step, ...]]
    """Workers → the steps on so many."""
    faster: tuple[Faster, ...]
    curve: Figure

    @property
    def workers(self) -> tuple[int, ...]:
        """The numbers of workers that can be looked at."""
        return tuple(each.workers for each in self.faster)

    @property
    def faults(self) -> tuple[Check, ...]:
        """What went wrong."""
        return tuple(each for each in self.checks if not each.right)

    def drawn(self, workers: int) -> Figure:
        """The curve, with so many workers marked and told."""
        at = self._at(workers)
        point = Points((float(at.workers),), (at.times,), counted(workers), 3)
        return replace(self.curve, marks=(*self.curve.marks, point), alt=said(at))

    def _at(self, workers: int) -> Faster:
        return next(each for each in self.faster if each.workers == workers)


def clustered(figures: Sequence[Figure]) -> Clustered | None:
    """The run that these figures tell; None for figures of anything else."""
    try:
        checked, curve, _, *walked = figures
        checks = tuple(
            Check(name, right == "yes", says, _line(line))
            for name, right, says, line in _rows(checked, CHECKS)
        )
        walks = {
            int(each.title.partition(" ")[0]): tuple(
                Step(who, does, gives, wrong, _line(line))
                for who, does, gives, wrong, line in _rows(each, WALK)
            )
            for each in walked
        }
        _, most, job = (mark for mark in curve.marks if isinstance(mark, Line))
    except ValueError:
        return None
    faster = tuple(Faster(int(x), y, top) for x, y, top in zip(job.x, job.y, most.y, strict=True))
    if not faster or any(each.workers not in walks for each in faster):
        return None
    return Clustered(checks, walks, faster, curve)


def carried(
    prompt: Prompt, wanted: ShowMe, metrics: Mapping[str, float], figures: Sequence[Figure]
) -> tuple[bool, str]:
    """Whether a run carries the claim, and what is said about it."""
    holds, says = shown(wanted, metrics)
    found = clustered(figures) if on_cluster(prompt) else None
    if holds or found is None or not found.faults:
        return holds, says
    names = ", ".join(each.name for each in found.faults)
    return False, f"Not shown yet: {names}. {sentence(found.faults[0])}"


def own_fault(result: RunResult, source: str) -> RunResult:
    """The end of a run of this source; a line of what was put after it is nobody's."""
    error = result.error
    if error is None or error.line is None or error.line <= len(source.splitlines()):
        return result
    return replace(result, error=replace(error, line=None))


def sentence(check: Check) -> str:
    """What was found, with the line to blame."""
    where = (
        f" (line {check.line})" if check.line is not None and f"line {check.line}" not in check.says else ""
    )
    code = check.says.startswith(NAMES)
    return f"{check.says if code else check.says[:1].upper() + check.says[1:]}{where}."


def said(at: Faster) -> str:
    """How much faster it is, and why not more."""
    if at.workers == 1:
        return "One worker takes as long as no cluster at all; turn the number of workers up."
    return (
        f"With {counted(at.workers)} it is {at.times:.1f} times faster; Amdahl's law allows {at.most:.1f}. "
        "Handing out, messages and finalising take the rest."
    )


def counted(workers: int) -> str:
    """So many workers."""
    return f"{workers} worker{'' if workers == 1 else 's'}"


def told(found: Clustered) -> Iterator[str]:
    """The whole run, line by line."""
    for check in found.checks:
        yield f"{'ok' if check.right else 'WRONG'}: {check.name}: {sentence(check)}"
    yield f"On {counted(TOLD)}:"
    for step in found.walks.get(TOLD, ()):
        wrong = f" WRONG: {step.wrong}{f' (line {step.line})' if step.line else ''}" if step.wrong else ""
        yield f"- {step.who}, {step.does}: {step.gives}{wrong}"
    for each in found.faster[1:]:
        yield f"{counted(each.workers)}: {each.times:.1f} times faster, at most {each.most:.1f} (Amdahl)."


def _rows(figure: Figure, columns: int) -> tuple[tuple[str, ...], ...]:
    """The rows of a figure that is a table of so many columns; raises ValueError for any other."""
    (table,) = figure.marks
    if not isinstance(table, Table) or len(table.columns) != columns:
        raise ValueError("this is no such table")
    return table.rows


def _line(cell: str) -> int | None:
    """A line from its cell."""
    return int(cell) if cell.isdecimal() else None
