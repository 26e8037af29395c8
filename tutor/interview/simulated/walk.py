"""One run of the program on so many workers, step by step, and the first step that goes wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tutor.interview.simulated.jobs import Job
from tutor.interview.simulated.lines import quiet
from tutor.interview.simulated.program import Program
from tutor.interview.simulated.values import same, shown


@dataclass(frozen=True)
class Step:
    """What one worker did."""

    who: str
    does: str
    gives: str
    wrong: str = ""
    """What is wrong with it, in words; empty while all is well, and after the first wrong step."""
    line: int | None = None


@dataclass(frozen=True)
class Piece:
    """A result on its way, and the items that it speaks for."""

    first: int
    last: int
    items: list[Any]
    value: Any

    @property
    def workers(self) -> str:
        """The workers whose items these are."""
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"


class Walk:
    """Parts handed out, results merged as a tree, the total compared with the serial one."""

    def __init__(self, program: Program, job: Job, parts: Sequence[list[Any]]) -> None:
        self._program = program
        self._job = job
        self._blamed = False
        self.steps: list[Step] = []
        pieces = [self._mapped(place, part) for place, part in enumerate(parts, 1)]
        level = 1
        while len(pieces) > 1:
            pairs = [pieces[at : at + 2] for at in range(0, len(pieces), 2)]
            pieces = [self._merged(level, *pair) if len(pair) > 1 else pair[0] for pair in pairs]
            level += 1
        self._end(pieces[0])

    @property
    def wrong(self) -> Step | None:
        """The first wrong step."""
        return next((each for each in self.steps if each.wrong), None)

    def _mapped(self, worker: int, part: list[Any]) -> Piece:
        """What one worker hands back for its items."""
        called = self._program.watch("map_part", list(part))
        piece = Piece(worker, worker, part, called.back)
        own = "".join(f"; {key} on this worker: {shown(value)}" for key, value in called.own.items())
        says, line = self._judged(piece), None
        if says:
            line, last = (
                self._program.line("map_part", list(part)),
                self._program.line("finalise", called.back),
            )
            says = f"map_part (line {line}) or finalise (line {last}) {says}"
        items = f"{len(part)} item{'' if len(part) == 1 else 's'}"
        self.steps.append(Step(f"worker {worker}", items, shown(called.back) + own, says, line))
        return piece

    def _merged(self, level: int, left: Piece, right: Piece) -> Piece:
        """Two results as one."""
        value = self._program.call("combine", left.value, right.value)
        piece = Piece(left.first, right.last, left.items + right.items, value)
        says, line = self._judged(piece), None
        if says:
            line, says = self._program.line("combine", left.value, right.value), f"combine {says}"
        does = f"workers {left.workers} + {right.workers}"
        self.steps.append(Step(f"merge {level}", does, shown(value), says, line))
        return piece

    def _end(self, piece: Piece) -> None:
        """The total, and what it should be."""
        total, wanted = self._program.call("finalise", piece.value), self._job.serial(piece.items)
        says = "" if same(total, wanted) or self._blamed else f"the serial result is {shown(wanted)}"
        line = self._program.line("finalise", piece.value) if says else None
        self.steps.append(Step("total", "finalise", shown(total), says, line))
        mark = "the same" if same(total, wanted) else "not the same"
        self.steps.append(Step("serial", mark, shown(wanted)))

    def _judged(self, piece: Piece) -> str:
        """What is wrong with a result if it is the first: it should come to the serial one of its items."""
        if self._blamed or not piece.items:
            return ""
        try:
            with quiet():
                came = self._program.call("finalise", piece.value)
        except Exception:
            return ""
        wanted = self._job.serial(piece.items)
        if same(came, wanted):
            return ""
        self._blamed = True
        count = len(piece.items)
        return (
            f"goes wrong here: these {count} item{'' if count == 1 else 's'} come to {shown(came)}, "
            f"the serial result is {shown(wanted)}"
        )
